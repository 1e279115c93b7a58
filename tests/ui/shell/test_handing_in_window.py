"""Minutes that are sent, come, and come again; another archive merged in: in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QTableView, QTextBrowser

from app.archive.archive import Archive
from app.archive.attachments import AttachmentKind, File
from app.archive.entries import State
from app.handing.packed import Packed, pack, read
from app.minutes.meeting import Meeting
from app.minutes.record import Minutes
from app.settings.policy import Policy
from tests.ui.keys import compose, press
from tests.ui.shell.conftest import Program, Start
from ui.merging import Merger, Order

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def meeting(record_id: str = "m", place: str = "Huế", headline: str = "Họp") -> Minutes:
    return Minutes(id=record_id, meeting=Meeting(place=place, headline=headline))


@pytest.fixture(autouse=True)
def own_dialogs():
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.fixture
def came(tmp_path) -> Path:
    path = tmp_path / "đến.bienban"
    path.write_bytes(pack(Packed(meeting(place="Hà Nội"))))
    return path


def archive(program: Program) -> Archive:
    return program.application._archive  # noqa: SLF001


def choose_file(program: Program, path: Path) -> None:
    chooser = program.window.findChild(QFileDialog)
    assert chooser.isVisible()
    chooser.fileSelected.emit(str(path))
    chooser.reject()


def open_file(program: Program, path: Path) -> None:
    press(KEY.Key_O, CTRL, into=program.window)
    program.until(lambda: program.window.findChild(QFileDialog) is not None)
    choose_file(program, path)


def told(program: Program, words: str) -> None:
    program.until(lambda: words in program.window.messages.text)


# --- one record ----------------------------------------------------------------------------------


def drop(program: Program, path: Path) -> bool:
    """Drop a file on the window; whether it takes it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, none)
    entering.ignore()
    QApplication.sendEvent(program.window, entering)
    if entering.isAccepted():
        dropped = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none)
        QApplication.sendEvent(program.window, dropped)
    return entering.isAccepted()


def test_a_file_is_dropped_on_the_window(program: Program, came: Path):
    assert drop(program, came)
    told(program, "into the archive")
    assert program.record.meeting.place == "Hà Nội"
    assert not drop(program, came.with_suffix(".docx"))


def test_no_file_is_taken_while_a_question_stands(program: Program, came: Path):
    program.desk.take(meeting())
    open_file(program, came)
    program.until(lambda: QApplication.activeModalWidget() is not None)
    assert not drop(program, came)
    QApplication.activeModalWidget().close()


def test_no_file_is_taken_where_it_has_fixed_that(start: Start, came: Path):
    program = start(policy=Policy({"feature_hand_over": False}))
    assert not drop(program, came)


def test_minutes_are_sent_with_their_files_and_the_last_word(program: Program, tmp_path):
    program.desk.take(meeting())
    archive(program).attachments.add("m", "f", File("a.pdf", AttachmentKind.SIGNED, b"scan"))
    program.field("place").setFocus()
    compose("x", "xã")
    program.choose("Send as a file…")
    chooser = program.window.findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith(".bienban")
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    target = tmp_path / "đi.bienban"
    choose_file(program, target)
    told(program, "1 file that is kept with the minutes is in it.")
    sent = read(target)
    assert sent.record.meeting.place == "xãHuế"
    assert [(f.name, f.data) for f in sent.files] == [("a.pdf", b"scan")]


def test_new_minutes_are_taken_in_and_opened(program: Program, came):
    open_file(program, came)
    told(program, "were taken into the archive")
    assert program.record == meeting(place="Hà Nội")
    assert archive(program).load("m") == program.record


def test_the_same_minutes_again_change_nothing(program: Program, came):
    program.desk.take(meeting(place="Hà Nội"))
    program.desk.new()
    open_file(program, came)
    told(program, "here already, just as they are in the file")
    assert program.record.id == "m"
    assert archive(program).count() == 1


@pytest.fixture
def asked(program: Program, came) -> Program:
    """The same minutes are here with another place, and came."""
    program.desk.take(meeting())
    open_file(program, came)
    program.until(lambda: any_dialog(program))
    return program


def any_dialog(program: Program) -> bool:
    return any(
        w.isVisible() and w.windowTitle() == "These minutes are here already"
        for w in QApplication.topLevelWidgets()
    )


def test_what_differs_is_shown_and_nothing_is_changed_by_itself(asked: Program):
    dialog = asked.dialog("These minutes are here already")
    shown = dialog.findChild(QTextBrowser).toPlainText()
    assert "Huế" in shown
    assert "Hà Nội" in shown
    press(KEY.Key_Escape, into=dialog)
    assert archive(asked).load("m") == meeting()
    assert archive(asked).count() == 1


def test_theirs_are_taken_as_one_step_that_can_be_undone(asked: Program):
    asked.press_button("Take theirs", asked.dialog("These minutes are here already"))
    told(asked, "Undo brings yours back")
    assert archive(asked).load("m").meeting.place == "Hà Nội"
    versions = archive(asked).history.versions("m")
    kept = [archive(asked).history.version("m", v.number).meeting.place for v in versions]
    assert "Huế" in kept
    asked.choose("Undo: take over the minutes that came")
    assert asked.record == meeting()


def test_both_are_kept(asked: Program):
    asked.press_button("Keep both", asked.dialog("These minutes are here already"))
    told(asked, "were taken into the archive")
    assert asked.record.id != "m"
    assert asked.record.meeting.place == "Hà Nội"
    assert archive(asked).load("m") == meeting()


@pytest.mark.parametrize(("fix", "words"), [("finish", "finished"), ("delete", "in the bin")])
def test_finished_and_binned_minutes_are_not_overwritten(program: Program, came, fix, words):
    archive(program).add(meeting())
    archive(program).finish(meeting()) if fix == "finish" else archive(program).delete("m")
    open_file(program, came)
    program.until(lambda: any_dialog(program))
    dialog = program.dialog("These minutes are here already")
    assert words in program.words(dialog)
    buttons = dialog.findChildren(QAbstractButton)
    theirs = next(b for b in buttons if b.text().replace("&", "") == "Take theirs")
    assert not theirs.isEnabled()
    dialog.close()


def test_what_is_no_such_file_is_told_in_a_sentence(program: Program, tmp_path):
    (tmp_path / "x.bienban").write_bytes(b"PK\x03\x04 nothing")
    open_file(program, tmp_path / "x.bienban")
    told(program, "x.bienban is damaged")
    assert archive(program).count() == 0


def test_a_file_that_comes_from_outside_is_taken_in(program: Program, came):
    program.choose("New minutes")
    program.field("place").setFocus()
    compose("V", "Vi", "Vinh")
    before = program.record.id
    program.application.file_came.emit(str(came))
    told(program, "were taken into the archive")
    assert program.record.id == "m"
    assert archive(program).load(before).meeting.place == "Vinh"


def test_a_file_that_the_program_is_started_with_is_taken_in(start: Start, came):
    program = start(file=came)
    told(program, "were taken into the archive")
    assert program.record.id == "m"


def test_it_can_switch_it_off(start: Start):
    program = start(policy=Policy({"feature_hand_over": False}))
    assert not program.action("Open a file…").isVisible()
    assert not program.action("Send as a file…").isVisible()
    assert not program.action("Merge an archive…").isVisible()


# --- a whole archive -----------------------------------------------------------------------------


@pytest.fixture
def other(tmp_path) -> Path:
    path = tmp_path / "khác.sqlite"
    with Archive.open(path) as archive:
        archive.add(meeting("same", "một"))
        archive.add(meeting("other", "của họ"))
        archive.add(meeting("new", "mới", "Họp mới"))
        archive.finish(meeting("new", "mới", "Họp mới"))
    return path


def merge(program: Program, path: Path) -> None:
    archive(program).add(meeting("same", "một"))
    archive(program).add(meeting("other", "của tôi"))
    program.choose("Merge an archive…")
    choose_file(program, path)


def the_table(program: Program) -> QTableView:
    return program.dialog("Merge an archive").findChild(QTableView)


def rows(program: Program) -> dict[str, tuple[str, object]]:
    model = the_table(program).model()
    found = {}
    for row in range(model.rowCount()):
        ticked = model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole)
        found[model.index(row, 2).data()] = (model.index(row, 1).data(), ticked)
    return found


def test_an_archive_is_looked_at_before_anything_is_taken(program: Program, other):
    merge(program, other)
    program.until(lambda: the_table(program).model().rowCount() == 3)
    on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    assert rows(program) == {
        "Not here yet": ("Họp mới", on),
        "Here, just the same": ("Họp", off),
        "Here, but different: taken as a copy": ("Họp", off),
    }
    assert archive(program).count() == 2
    dialog = program.dialog("Merge an archive")
    counts = "Not here yet: 1. Here and just the same: 1. Here but different: 1."
    assert counts in program.words(dialog)
    dialog.close()


def test_what_is_ticked_is_taken_as_far_as_it_had_come(program: Program, other):
    merge(program, other)
    program.until(lambda: the_table(program).model().rowCount() == 3)
    program.press_button("Take what is ticked", program.dialog("Merge an archive"))
    dialog = program.dialog("Merge an archive")
    program.until(lambda: "1 record was taken over." in program.words(dialog))
    assert archive(program).entry("new").state is State.FINAL
    assert archive(program).count() == 3
    assert "Họp mới" in program.listed()
    program.press_button("Close", dialog)
    program.until(lambda: not any(w.windowTitle() == "Merge an archive" for w in visible()))


def visible():
    return [w for w in QApplication.topLevelWidgets() if w.isVisible()]


def test_a_different_one_is_taken_as_a_copy_with_the_space_key(program: Program, other):
    merge(program, other)
    program.until(lambda: the_table(program).model().rowCount() == 3)
    table = the_table(program)
    model = table.model()
    for row in range(3):
        if "different" in model.index(row, 2).data() or "Not here" in model.index(row, 2).data():
            table.setCurrentIndex(model.index(row, 0))
            press(KEY.Key_Space, into=table)
    dialog = program.dialog("Merge an archive")
    program.press_button("Take what is ticked", dialog)
    program.until(lambda: "1 record was taken over." in program.words(dialog))
    places = {archive(program).load(e.id).meeting.place for e in archive(program).entries()}
    assert places == {"một", "của tôi", "của họ"}
    assert archive(program).load("other").meeting.place == "của tôi"
    dialog.close()


def test_the_archive_that_is_open_is_not_merged_into_itself(program: Program):
    merge(program, archive(program).path)
    dialog = program.dialog("Merge an archive")
    program.until(lambda: "is the archive that is open" in program.words(dialog))
    program.press_button("Close", dialog)


def test_looking_can_be_stopped(program: Program, other):
    merge(program, other)
    dialog = program.dialog("Merge an archive")
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    press(KEY.Key_Escape, into=dialog)  # while it is read, or just after
    program.until(lambda: bool(gone))
    assert archive(program).count() == 2


def test_no_more_is_read_once_it_is_stopped(program: Program, other, qtbot):
    merger = Merger(archive(program).another, other, program.window)
    merger.stop()
    with qtbot.waitSignal(merger.surveyed) as found:
        merger.survey()
    assert found.args == [[]]
    with qtbot.waitSignal(merger.ended) as ended:
        merger.take([Order("new", copy=False)])
    assert (ended.args, merger.done) == ([[]], 0)


def test_what_is_no_archive_is_told(program: Program, tmp_path):
    (tmp_path / "x.sqlite").write_text("no archive")
    merge(program, tmp_path / "x.sqlite")
    dialog = program.dialog("Merge an archive")
    program.until(lambda: "is not an archive of minutes" in program.words(dialog))
    dialog.close()
