"""Export of what is selected in the list: progress, a way to stop, what failed and why."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QProgressBar

from app.batch import Order, Outcome
from app.editing.edits import set_field
from app.editing.session import Label
from app.errors import KnownError
from app.minutes.office import Choice, Office
from app.minutes.place import Place
from app.minutes.words import DocumentKind
from app.word.read import paragraph_texts
from tests.ui.keys import press, type_text
from ui.batch import BatchJob
from ui.dialogs.batch_dialog import BatchDialog


def with_records(program, count: int):
    for _ in range(count):
        program.choose("Open the sample")


def select(program, *rows: int):
    listed = program.window.archive._list  # noqa: SLF001
    program.listed()
    listed.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        listed.selectionModel().select(listed.model().index(row, 0), flags)


def opened(program, folder) -> BatchDialog:
    program.application._settings.export_folder = str(folder)  # noqa: SLF001
    program.choose("Export selected…")
    return program.window.findChild(BatchDialog)


def finished(program, dialog):
    program.until(lambda: "written" in program.words(dialog))


def test_selection_is_asked_for_where_there_is_none(program):
    select(program)
    program.choose("Export selected…")
    assert "Select minutes" in program.window.messages.text


def test_all_that_is_selected_is_written(program, tmp_path):
    with_records(program, 3)
    select(program, 0, 2)
    dialog = opened(program, tmp_path)
    dialog.choose_kind(DocumentKind.NOTICE)
    program.press_button("Export", dialog)
    finished(program, dialog)
    assert "2 documents were written." in program.words(dialog)
    written = sorted(tmp_path.iterdir())
    assert len(written) == 2
    for path in written:
        assert "THÔNG BÁO" in "\n".join(paragraph_texts(path)).upper()


def test_what_failed_is_listed_with_its_reason(program, tmp_path, monkeypatch):
    with_records(program, 1)
    select(program, 0)
    folder = tmp_path / "gone"
    folder.mkdir()
    dialog = opened(program, folder)
    begin = dialog._job.start  # noqa: SLF001
    monkeypatch.setattr(dialog._job, "start", lambda orders: (folder.rmdir(), begin(orders)))  # noqa: SLF001
    program.press_button("Export", dialog)
    finished(program, dialog)
    (reason,) = dialog.failures
    assert "does not exist" in reason


def test_the_folder_is_typed_and_one_that_is_not_there_is_told(program, tmp_path):
    with_records(program, 1)
    select(program, 0)
    dialog = opened(program, tmp_path / "gone")
    for folder in (tmp_path / "gone", Path("gone")):
        program.press_button("Export", dialog)
        assert f"There is no folder {folder}." in program.words(dialog)
        field = dialog.focusWidget()
        assert field.accessibleName() == "Folder"
        field.selectAll()
        type_text("gone", into=field)
    field.selectAll()
    type_text(str(tmp_path), into=field)
    press(Qt.Key.Key_Return, into=field)
    finished(program, dialog)
    assert len(list(tmp_path.glob("*.docx"))) == 1


def test_click_that_selects_several_opens_none(program, qtbot):
    with_records(program, 2)
    first = program.record.id
    select(program, 0, 1)
    panel = program.window.archive
    panel._on_clicked(panel._list.model().index(1, 0))  # noqa: SLF001
    assert program.record.id == first
    assert len(panel.chosen()) == 2


def test_dialog_may_be_closed_at_once(program, tmp_path):
    with_records(program, 1)
    select(program, 0)
    opened(program, tmp_path).close()
    program.until(lambda: program.window.findChild(BatchDialog) is None)


class Slow:
    """Outcomes that come when they are asked for."""

    def __init__(self, outcomes):
        self.outcomes = outcomes
        self.closed = False

    def run(self, orders):
        try:
            yield from self.outcomes[: len(orders)]
        finally:
            self.closed = True


def orders_to(folder, count: int) -> list[Order]:
    return [Order(str(n), DocumentKind.MINUTES, None, folder / f"{n}.docx") for n in range(count)]


def test_time_left_is_told_by_the_pace_so_far(qtbot, qapp, tmp_path):
    now = [0.0]
    orders = orders_to(tmp_path, 4)
    job = BatchJob(Slow([Outcome(order) for order in orders]).run, qapp, lambda: now[0])
    assert job.seconds_left is None
    job._orders, job._begun = orders, 0.0  # noqa: SLF001
    now[0] = 30.0
    job.came.emit(Outcome(orders[0]))
    assert (job.done, job.seconds_left) == (1, 90.0)
    job.setParent(None)
    job.deleteLater()


def test_stop_begins_nothing_more(qtbot, qapp, tmp_path):
    orders = orders_to(tmp_path, 4)
    slow = Slow([Outcome(order) for order in orders])
    job = BatchJob(slow.run, qapp)
    job.stop()
    with qtbot.waitSignal(job.ended):
        job.start(orders)
    assert (job.done, slow.closed) == (1, True)
    job.setParent(None)
    job.deleteLater()


def test_stop_in_the_dialog_leaves_the_rest_and_the_bar_tells_how_far_it_is(
    qtbot, qapp, texts, tmp_path
):
    orders, stopped = orders_to(tmp_path, 4), Event()

    def run(orders):
        yield Outcome(orders[0])
        assert stopped.wait(10)
        yield from map(Outcome, orders[1:])

    job = BatchJob(run, qapp)
    dialog = BatchDialog(texts, 4, lambda _kind, _folder: orders, job)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choose_folder(str(tmp_path))
    dialog.start()
    bar = dialog.findChild(QProgressBar)
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == (1, 4))
    with qtbot.waitSignal(job.ended):
        dialog._cancel.click()  # noqa: SLF001
        stopped.set()
    assert job.done == 2


def test_dialog_tells_count_and_time_left(qtbot, qapp, texts, tmp_path):
    now = [0.0]
    orders = orders_to(tmp_path, 4)
    failed = Outcome(orders[0], KnownError("The disk is full."))
    job = BatchJob(Slow([]).run, qapp, lambda: now[0])
    dialog = BatchDialog(texts, 4, lambda _kind, _folder: orders, job)
    qtbot.addWidget(dialog)
    dialog.show()
    job._orders = orders  # noqa: SLF001
    now[0] = 30.0
    job.came.emit(failed)
    assert dialog._told.text() == "1 of 4, about 2 minutes left"  # noqa: SLF001
    now[0] = 60.0
    for order in orders[1:3]:
        job.came.emit(Outcome(order))
    assert dialog._told.text() == "3 of 4, about 20 seconds left"  # noqa: SLF001
    assert dialog.failures == ("The disk is full.",)


def test_dialog_says_why_the_archive_does_not_keep_all(qtbot, qapp, texts, tmp_path):
    orders = orders_to(tmp_path, 3)
    outcomes = [Outcome(order) for order in orders]
    outcomes[1] = outcomes[1]._replace(not_kept=KnownError("The disk is full."))
    job = BatchJob(Slow(outcomes).run, qapp)
    dialog = BatchDialog(texts, 3, lambda _kind, _folder: orders, job)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choose_folder(str(tmp_path))
    with qtbot.waitSignal(job.ended):
        dialog.start()
    words = "3 documents were written. But the archive does not keep all of them: The disk is full."
    qtbot.waitUntil(lambda: dialog._told.text() == words)  # noqa: SLF001
    assert dialog.failures == ()


def of_office(program, **choices: str) -> None:
    """Let the open minutes belong to an office that has chosen."""
    kept = tuple(Choice(id=f"c-{name}", name=name, value=value) for name, value in choices.items())
    program.application._offices.save(Office(id="o", choices=kept))  # noqa: SLF001
    place = Place("office")
    program.desk.session.edit(set_field(place, "o"), Label("x"), place)


def test_documents_are_as_the_office_has_chosen_and_the_archive_keeps_them(program, tmp_path):
    with_records(program, 1)
    of_office(program, with_petitions="false")
    select(program, 0)
    dialog = opened(program, tmp_path)
    dialog.choose_kind(DocumentKind.NOTICE)
    program.press_button("Export", dialog)
    finished(program, dialog)
    (path,) = tmp_path.glob("*.docx")
    text = "\n".join(paragraph_texts(path))
    assert "THÔNG BÁO" in text.upper()
    assert "khu phố 8" not in text
    history = program.application._archive.history  # noqa: SLF001
    (export,) = history.exports(program.record.id)
    assert history.exported(export.number) == path.read_bytes()


def test_wrong_form_of_its_is_told_before_many_are_written(start, tmp_path):
    (tmp_path / "state.toml").write_text("role.body.size = 99\n", "utf-8")
    (tmp_path / "policy.toml").write_text(f"[settings]\nforms = '{tmp_path}'\n", "utf-8")
    program = start(policy=tmp_path / "policy.toml")
    with_records(program, 1)
    select(program, 0)
    opened(program, tmp_path)
    program.until(lambda: "state.toml" in program.window.messages.text)
