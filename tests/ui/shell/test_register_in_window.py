"""The register of tasks in the real window."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QTableView,
)

from app.errors import KnownError
from app.minutes.meeting import Body, Meeting
from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Deadline, Passage, Speech
from app.minutes.words import AssignmentState, Purpose
from tests.ui.keys import press, type_text
from tests.ui.shell.conftest import Program, Start
from ui.dialogs.register_dialog import RegisterDialog

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
TODAY = datetime.date.today()


def meeting(record_id: str, *tasks: Assignment) -> Minutes:
    passage = Passage(
        id=f"{record_id}p", text="Giao việc.", purpose=Purpose.ASSIGNMENT, assignments=tasks
    )
    return Minutes(
        id=record_id,
        meeting=Meeting(host=Body(id=f"{record_id}h", name="Phường 5"), date=TODAY),
        speeches=(Speech(id=f"{record_id}s", passages=(passage,)),),
    )


def task(key: str, days: int | None = None, lead: str = "Sở Xây dựng") -> Assignment:
    day = TODAY + datetime.timedelta(days=days) if days is not None else None
    deadline = Deadline(written=f"hạn {days}", date=day) if day else None
    return Assignment(
        id=key, task=f"Việc {key}", lead=Body(id=f"{key}l", name=lead), deadline=deadline
    )


@pytest.fixture
def opened(start: Start) -> Program:
    program = start()
    program.desk.take(meeting("m", task("a"), task("b", 5, "Công an")))
    program.desk.take(meeting("n", task("c", -3), task("d", 9)))
    press(
        KEY.Key_G,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        into=program.window,
    )
    program.until(lambda: rows(program) == ["c", "b", "d", "a"])
    dialog = the(program)
    program.until(dialog.isActiveWindow)
    return program


def the(program: Program) -> RegisterDialog:
    dialog = program.dialog("Register of tasks")
    assert isinstance(dialog, RegisterDialog)
    return dialog


def table(program: Program) -> QTableView:
    return the(program).findChild(QTableView, options=Qt.FindChildOption.FindDirectChildrenOnly)


def rows(program: Program) -> list[str]:
    model = table(program).model()
    return [model.index(row, 2).data().removeprefix("Việc ") for row in range(model.rowCount())]


def cell(program: Program, row: int, column: int) -> str:
    return str(table(program).model().index(row, column).data())


def field(program: Program, name: str) -> QLineEdit:
    return next(f for f in the(program).findChildren(QLineEdit) if f.accessibleName() == name)


def mark(program: Program, row: int, note: str = "") -> None:
    table(program).setCurrentIndex(table(program).model().index(row, 0))
    if note:
        field(program, "Note on the task").setFocus()
        type_text(note)
    buttons = the(program).findChildren(QPushButton)
    button = next(b for b in buttons if "ark as" in b.text())
    button.click()


def stored(program: Program, record_id: str) -> dict[str, tuple[AssignmentState, str]]:
    record = program.application._archive.load(record_id)  # noqa: SLF001
    (passage,) = record.speeches[0].passages
    return {a.id: (a.state, a.note) for a in passage.assignments}


def test_the_overdue_come_first_and_say_so(opened: Program):
    assert cell(opened, 0, 1) == "3 days overdue"
    assert cell(opened, 1, 1) == "To be done"
    assert table(opened).model().index(0, 0).data(Qt.ItemDataRole.FontRole).bold()
    assert cell(opened, 3, 0) == ""
    assert "Phường 5" in cell(opened, 0, 5)


def test_a_body_is_found_by_a_few_letters_without_marks(opened: Program, tmp_path: Path):
    opened.until(lambda: len(the(opened)._bodies) == 2)  # noqa: SLF001
    field(opened, "Body").setFocus()
    type_text("cong\n")
    opened.until(lambda: rows(opened) == ["b"])
    assert field(opened, "Body").text() == "Công an"
    written = export(opened, tmp_path)
    assert "Công an" in written.paragraphs[1].text
    assert [row.cells[1].text for row in written.tables[0].rows[1:]] == ["Việc b"]


def test_the_state_filters(opened: Program):
    combo = the(opened).findChild(QComboBox)
    combo.setFocus()
    press(KEY.Key_Down, into=combo)
    opened.until(lambda: rows(opened) == ["c"])
    press(KEY.Key_Down, into=combo)
    opened.until(lambda: rows(opened) == [])
    assert "No such task." in opened.words(the(opened))
    buttons = the(opened).findChildren(QPushButton)
    off = [each.text().replace("&", "") for each in buttons if not each.isEnabled()]
    assert off == ["Mark as done", "Open the minutes", "Export to Word…"]


def test_a_body_without_tasks_is_said(opened: Program):
    opened.until(lambda: len(the(opened)._bodies) == 2)  # noqa: SLF001
    field(opened, "Body").setFocus()
    type_text("Hội\n")
    assert "No task was given to “Hội”." in opened.words(the(opened))


def test_a_task_of_the_open_minutes_is_marked_as_an_edit_that_can_be_undone(opened: Program):
    mark(opened, 0, "đã xong")
    opened.until(lambda: rows(opened) == ["b", "d", "a"])
    assert stored(opened, "n")["c"] == (AssignmentState.DONE, "đã xong")
    opened.choose("Undo: mark the task as done")
    assert opened.desk.flush()
    assert stored(opened, "n")["c"] == (AssignmentState.OPEN, "")


def test_a_task_of_other_minutes_is_marked_there(opened: Program):
    mark(opened, 1, "xong")
    opened.until(lambda: rows(opened) == ["c", "d", "a"])
    assert stored(opened, "m")["b"] == (AssignmentState.DONE, "xong")
    assert opened.record.id == "n"


def test_a_task_of_finished_minutes_is_marked_beside_them(opened: Program):
    archive = opened.application._archive  # noqa: SLF001
    archive.finish(archive.load("m"))
    the(opened).reload()
    opened.until(lambda: table(opened).model().task(1).minutes_state == "final")
    mark(opened, 1, "xong")
    opened.until(lambda: rows(opened) == ["c", "d", "a"])
    assert stored(opened, "m")["b"] == (AssignmentState.OPEN, "")
    assert archive.register.noted("m")["b"] == (AssignmentState.DONE, "xong")


def test_what_is_done_can_be_taken_back(opened: Program):
    mark(opened, 0)
    opened.until(lambda: rows(opened) == ["b", "d", "a"])
    combo = the(opened).findChild(QComboBox)
    combo.setCurrentIndex(2)
    opened.until(lambda: rows(opened) == ["c"])
    mark(opened, 0)
    opened.until(lambda: rows(opened) == [])
    assert stored(opened, "n")["c"][0] is AssignmentState.OPEN


def test_another_row_shows_its_own_note(opened: Program):
    mark(opened, 0, "đã xong")
    combo = the(opened).findChild(QComboBox)
    combo.setCurrentIndex(3)
    opened.until(lambda: rows(opened) == ["b", "d", "a", "c"])
    told = []
    for row in (3, 0):
        table(opened).setCurrentIndex(table(opened).model().index(row, 0))
        button = next(b for b in the(opened).findChildren(QPushButton) if "ark as" in b.text())
        told.append((field(opened, "Note on the task").text(), button.text().replace("&", "")))
    assert told == [("đã xong", "Mark as not done"), ("", "Mark as done")]


def test_the_button_opens_the_minutes(opened: Program):
    table(opened).setCurrentIndex(table(opened).model().index(3, 0))
    opened.press_button("Open the minutes", the(opened))
    opened.until(lambda: opened.record.id == "m")


def test_why_the_register_cannot_be_read_is_told(opened: Program):
    error = KnownError("The disk is full.")
    the(opened)._fetcher.failed.emit(0, error)  # noqa: SLF001
    assert "The disk is full." in opened.words(the(opened))


def test_enter_opens_the_minutes(opened: Program):
    table(opened).setCurrentIndex(table(opened).model().index(3, 0))
    table(opened).setFocus()
    press(KEY.Key_Return, into=table(opened))
    opened.until(lambda: opened.record.id == "m")
    assert the(opened).isVisible()


def export(program: Program, folder: Path):
    """The register as it is listed now, written and read again."""
    import docx

    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    program.press_button("Export to Word…", the(program))
    chooser = the(program).findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("Sổ theo dõi nhiệm vụ.docx")
    target = folder / "so.docx"
    chooser.fileSelected.emit(str(target))
    chooser.reject()
    program.until(lambda: "Exported to" in program.words(the(program)))
    return docx.Document(str(target))


def test_the_register_is_written_as_a_word_file(opened: Program, tmp_path: Path):
    (written,) = export(opened, tmp_path).tables
    assert [row.cells[1].text for row in written.rows[1:]] == [
        "Việc c",
        "Việc b",
        "Việc d",
        "Việc a",
    ]


def test_the_window_can_be_closed_while_the_register_is_open(opened: Program):
    assert the(opened).isVisible()  # the guards see whether a thread is left
