"""Next meeting, finish, reopen, sent for review, files kept: in the real window, by keyboard."""

import datetime
from pathlib import Path
from threading import Event

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QSpinBox,
    QTableWidget,
)

from app.archive.entries import State
from app.archive.evidence import Document
from app.archive.register import Wanted
from app.errors import KnownError
from app.language.dates import short_date
from app.minutes.attendees import Attendee
from app.minutes.meeting import Body, IssuingBody, Meeting
from app.minutes.record import Minutes, Result
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.words import AssignmentState, AttendanceState, DocumentKind, Form, Purpose, Role
from app.paths import resources_folder
from app.press import Press
from app.sample import sample
from tests.ui.keys import press, type_text
from tests.ui.shell.conftest import Program, Start

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DONE = AssignmentState.DONE


def meeting() -> Minutes:
    tasks = (Assignment(id="a", task="Sửa cầu"), Assignment(id="b", task="Báo cáo", state=DONE))
    passage = Passage(id="p", text="Giao.", purpose=Purpose.ASSIGNMENT, assignments=tasks)
    absent = AttendanceState.ABSENT
    return Minutes(
        id="m",
        meeting=Meeting(
            working_party="UBND",
            host=Body(id="h", name="Phường 5"),
            place="Hội trường",
            date=datetime.date(2026, 6, 1),
            start=datetime.time(8),
            end=datetime.time(11),
            issuing=IssuingBody(name="Văn phòng", place="Đà Lạt"),
        ),
        attendees=(
            Attendee(id="c", name="Hoa", role=Role.CHAIR, attendance=absent),
            Attendee(id="w", name="Lan", role=Role.SECRETARY),
        ),
        results=(Result(id="r", text="Tốt."),),
        speeches=(Speech(id="s", speaker="c", passages=(passage,)),),
    )


@pytest.fixture
def opened(start: Start) -> Program:
    program = start()
    program.desk.take(meeting())
    return program


def back(program: Program) -> None:
    """To the window itself, after a dialog was closed."""
    program.window.activateWindow()
    program.until(program.window.isActiveWindow)


def key(program: Program, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL | SHIFT) -> None:
    back(program)
    press(key, modifier, into=program.window.focusWidget() or program.window)


def dialog_of(program: Program, title: str) -> QDialog:
    """The dialog with a title, once the keys go there."""
    dialog = program.dialog(title)
    dialog.activateWindow()
    program.until(dialog.isActiveWindow)
    program.until(lambda: QApplication.focusWidget() is not None)
    return dialog


def archive(program: Program):
    return program.application._archive  # noqa: SLF001


def lines(inside: QDialog, name: str) -> list[str]:
    for shown in inside.findChildren(QListWidget):
        if shown.accessibleName() == name:
            return [shown.item(row).text() for row in range(shown.count())]
    raise AssertionError(f"no list {name!r}")


def finish(program: Program) -> None:
    key(program, KEY.Key_K)
    dialog = dialog_of(program, "Finish the minutes")
    for box in dialog.findChildren(QCheckBox):
        if "draft" not in box.text():
            box.setChecked(False)  # which are kept is not what this is about
    button = next(b for b in dialog.findChildren(QAbstractButton) if "inish" in b.text())
    assert button.isEnabled(), program.words(dialog)
    button.click()
    program.until(lambda: program.desk.state is State.FINAL)
    back(program)


# --- the next meeting ----------------------------------------------------------------------------


def test_the_next_meeting_begins_with_people_place_and_open_tasks(opened: Program):
    opened.choose("2 What")
    key(opened, KEY.Key_N)
    record = opened.record
    assert record.id != "m"
    assert opened.window.pages.row == 0
    assert opened.field("place") is opened.window.focusWidget()
    assert [a.name for a in record.attendees] == ["Hoa", "Lan"]
    assert {a.attendance for a in record.attendees} == {AttendanceState.PRESENT}
    assert (record.meeting.place, record.meeting.working_party) == ("Hội trường", "UBND")
    assert [t.task for t in record.prior_tasks] == ["Sửa cầu"]
    assert record.results == record.speeches == ()


def test_it_is_said_what_was_carried_over_and_what_was_not(opened: Program):
    key(opened, KEY.Key_N)
    dialog = dialog_of(opened, "Next meeting")
    assert lines(dialog, "1 task carried over") == ["Sửa cầu"]
    assert lines(dialog, "1 task left out, as it is done") == ["Báo cáo"]
    assert "Results (1), Speeches (1)" in opened.words(dialog)
    press(KEY.Key_Escape, into=dialog)
    opened.until(lambda: not dialog.isVisible())


def test_the_next_meeting_is_in_the_archive_at_once(opened: Program):
    key(opened, KEY.Key_N)
    assert archive(opened).load(opened.record.id) == opened.record
    assert archive(opened).load("m") == meeting()
    dialog_of(opened, "Next meeting").close()


def test_progress_of_finished_minutes_counts_for_the_next_meeting(opened: Program):
    finish(opened)
    archive(opened).register.note("m", "a", DONE, "xong")
    key(opened, KEY.Key_N)
    assert opened.record.id != "m"
    assert opened.record.prior_tasks == ()
    dialog_of(opened, "Next meeting").close()


def test_the_next_meeting_of_minutes_without_a_word_is_new_minutes(program: Program):
    program.choose("New minutes")
    key(program, KEY.Key_N)
    assert program.record == Minutes(id=program.record.id)
    dialog_of(program, "Next meeting").close()


# --- finish and reopen ---------------------------------------------------------------------------


def test_finished_minutes_cannot_be_typed_into_nor_undone(opened: Program):
    place = opened.field("place")
    place.setFocus()
    type_text("!")
    before = opened.record
    finish(opened)
    place.setFocus()
    type_text("?")
    key(opened, KEY.Key_Z, CTRL)
    assert opened.record is before
    assert place.text() == before.meeting.place
    assert not opened.action("Undo").isEnabled()
    assert not opened.action("Finish").isEnabled()
    assert opened.window.notice.text.startswith("Finished ")


def test_what_is_missing_has_room_in_the_question(program: Program):
    program.choose("Open the sample")
    program.choose("Finish…")
    dialog = dialog_of(program, "Finish the minutes")
    missing = dialog.findChild(QListWidget)
    assert missing.viewport().height() >= 8 * missing.fontMetrics().height()
    dialog.close()


def test_finished_minutes_stay_locked_when_they_are_opened_again(opened: Program):
    finish(opened)
    opened.choose("New minutes")
    assert opened.window.notice.text == ""
    assert not opened.field("place").isReadOnly()
    opened.desk.open("m")
    assert opened.field("place").isReadOnly()
    assert opened.desk.session is not None
    assert opened.desk.session.locked


def test_the_documents_that_were_chosen_are_kept_with_the_revision(start: Start):
    program = start()
    record = sample(resources_folder())
    program.desk.take(record)
    notice = Document(DocumentKind.NOTICE, record.form, "x.docx", b"x")
    before = archive(program).history.note_export(record, notice)
    program.choose("Finish…")
    dialog = dialog_of(program, "Finish the minutes")
    boxes = {box.text(): box for box in dialog.findChildren(QCheckBox)}
    ticked = [name for name, box in boxes.items() if box.isChecked()]
    assert ticked == ["Minutes", "Notice of conclusions"]  # what was exported before
    for name in ticked:
        boxes[name].setChecked(False)
    boxes["Narrative report"].setChecked(True)
    program.press_button("Finish anyway", dialog)
    program.until(lambda: program.desk.state is State.FINAL)
    (revision,) = archive(program).history.revisions(record.id)
    exports = archive(program).history.exports(record.id)
    (export,) = (each for each in exports if each.number != before)
    assert revision.exports == (export.number,)
    assert (export.kind, export.form) == (DocumentKind.REPORT, Form.PARTY)
    assert archive(program).history.exported(export.number).startswith(b"PK")


def test_nothing_is_typed_while_what_is_kept_is_printed(opened: Program, monkeypatch):
    typed, printed = Event(), Press.document

    def document(*asked: object) -> bytes:
        assert typed.wait(10)
        return printed(*asked)

    monkeypatch.setattr(Press, "document", document)
    key(opened, KEY.Key_K)
    dialog = dialog_of(opened, "Finish the minutes")
    before = opened.record
    opened.press_button("Finish anyway", dialog)
    back(opened)
    opened.field("place").setFocus()
    type_text("?")
    assert opened.record is before
    typed.set()
    opened.until(lambda: opened.desk.state is State.FINAL)
    assert archive(opened).load("m") == before


def test_what_must_be_mended_keeps_minutes_from_being_finished(program: Program):
    program.choose("New minutes")
    program.choose("2 What")
    key(program, KEY.Key_K)
    dialog = dialog_of(program, "Finish the minutes")
    assert "must be mended first" in program.words(dialog)
    button = next(b for b in dialog.findChildren(QAbstractButton) if "inish" in b.text())
    assert not button.isEnabled()
    found = lines(dialog, "What is missing")
    row = next(n for n, line in enumerate(found) if "place of the meeting" in line)
    shown = dialog.findChild(QListWidget)
    shown.setCurrentRow(row)
    press(KEY.Key_Return, into=shown)
    program.until(lambda: program.window.pages.row == 0 and program.field("place").hasFocus())


def test_why_minutes_cannot_be_finished_or_reopened_is_told(opened: Program, monkeypatch):
    def fail(*_asked: object) -> None:
        raise KnownError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(Press, "document", fail)
        key(opened, KEY.Key_K)
        opened.press_button("Finish anyway", dialog_of(opened, "Finish the minutes"))
        opened.until(lambda: opened.window.messages.text == "The disk is full.")
    opened.window.messages.dismiss()
    with monkeypatch.context() as broken:
        broken.setattr(archive(opened), "finish", fail)
        key(opened, KEY.Key_K)
        opened.press_button("Finish anyway", dialog_of(opened, "Finish the minutes"))
        opened.until(lambda: opened.window.messages.text == "The disk is full.")
    assert opened.desk.state is State.DRAFT
    back(opened)
    opened.field("place").setFocus()
    type_text("!")
    assert opened.record.meeting.place.startswith("!"), "it can be typed in again"
    finish(opened)
    opened.window.messages.dismiss()
    monkeypatch.setattr(archive(opened), "reopen", fail)
    opened.choose("Reopen…")
    dialog_of(opened, "Reopen the minutes")
    type_text("Sai\n")
    assert opened.window.messages.text == "The disk is full."
    assert opened.desk.state is State.FINAL


def test_minutes_without_a_chair_cannot_be_finished_even_where_no_document_is_kept(
    opened: Program,
):
    nobody = Attendee(id="c", name="Hoa", role=Role.INVITEE)
    opened.desk.take(msgspec.structs.replace(opened.record, attendees=(nobody,)))
    key(opened, KEY.Key_K)
    dialog = dialog_of(opened, "Finish the minutes")
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(False)
    assert any("the chair" in line for line in lines(dialog, "What is missing"))
    button = next(b for b in dialog.findChildren(QAbstractButton) if "inish" in b.text())
    assert not button.isEnabled()
    dialog.close()


def test_reopening_asks_for_a_reason_and_keeps_it(opened: Program):
    finish(opened)
    opened.choose("Reopen…")
    dialog = dialog_of(opened, "Reopen the minutes")
    type_text("Sai tên")
    press(KEY.Key_Return, into=QApplication.focusWidget())
    opened.until(lambda: opened.desk.state is State.DRAFT)
    assert not dialog.isVisible()
    assert archive(opened).history.states("m")[0].reason == "Sai tên"
    back(opened)
    opened.field("place").setFocus()
    type_text("!")
    assert opened.record.meeting.place.startswith("!")
    assert opened.window.notice.text == ""


def test_without_a_reason_nothing_is_reopened(opened: Program):
    finish(opened)
    opened.choose("Reopen…")
    dialog = dialog_of(opened, "Reopen the minutes")
    for nothing in ("", "  "):
        type_text(nothing)
        press(KEY.Key_Return, into=QApplication.focusWidget())
        assert dialog.isVisible()
    press(KEY.Key_Escape, into=QApplication.focusWidget())
    assert opened.desk.state is State.FINAL


def test_reopened_minutes_say_themselves_how_their_tasks_went_on(opened: Program):
    finish(opened)
    archive(opened).register.note("m", "a", DONE, "xong")
    opened.choose("Reopen…")
    dialog_of(opened, "Reopen the minutes")
    type_text("Bổ sung")
    press(KEY.Key_Return, into=QApplication.focusWidget())
    opened.until(lambda: opened.desk.state is State.DRAFT)
    (passage,) = opened.record.speeches[0].passages
    assert [(a.state, a.note) for a in passage.assignments] == [(DONE, "xong"), (DONE, "")]
    assert opened.desk.flush()
    assert archive(opened).register.tasks(Wanted(datetime.date(2026, 1, 1))).tasks == ()


# --- in review -----------------------------------------------------------------------------------


def send(program: Program, to: str) -> None:
    key(program, KEY.Key_Y)
    dialog_of(program, "Sent for review")
    type_text(to)
    press(KEY.Key_Return, into=QApplication.focusWidget())
    program.until(lambda: program.desk.state is State.REVIEW)
    back(program)


def test_a_draft_that_was_sent_is_noted_and_said(opened: Program):
    send(opened, "Đ/c Bí thư")
    (review,) = archive(opened).reviews.of("m")
    assert (review.sent.sent_to, review.sent.draft) == ("Đ/c Bí thư", 1)
    assert review.sent.kind is DocumentKind.MINUTES
    assert opened.window.notice.text.startswith("In review: draft 1 sent to Đ/c Bí thư on ")
    issuance = opened.record.issuance(DocumentKind.MINUTES, Form.PARTY)
    assert issuance is not None
    assert issuance.draft == 1
    key(opened, KEY.Key_Y)
    dialog = dialog_of(opened, "Sent for review")
    day = short_date(datetime.date.today())
    assert lines(dialog, "Sent before") == [f"{day}: Đ/c Bí thư (Minutes, draft 1)"]
    dialog.close()


def test_a_draft_may_have_been_sent_on_another_day(opened: Program):
    opened.window.preview.show_kind(DocumentKind.REPORT)
    key(opened, KEY.Key_Y)
    dialog = dialog_of(opened, "Sent for review")
    kind, draft = dialog.findChild(QComboBox), dialog.findChild(QSpinBox)
    assert kind.currentText() == "Narrative report"  # what one looks at
    draft.setValue(7)
    kind.setCurrentText("Minutes")
    assert draft.value() == 1  # each kind is numbered by itself
    day = next(f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == "Day")
    assert day.text() == short_date(datetime.date.today())
    type_text("Bí thư\t")
    QApplication.focusWidget().selectAll()
    type_text("hôm nọ\n")
    assert "⚠" in opened.words(dialog)
    QApplication.focusWidget().selectAll()
    type_text("1/6/2026\n")
    opened.until(lambda: opened.desk.state is State.REVIEW)
    (review,) = archive(opened).reviews.of("m")
    assert review.at.astimezone().date() == datetime.date(2026, 6, 1)


def test_what_was_changed_since_is_exported_as_the_next_draft(opened: Program):
    send(opened, "Bí thư")
    opened.field("place").setFocus()
    type_text(" lớn")
    opened.choose("Minutes…")
    dialog = dialog_of(opened, "Another draft?")
    (change,) = lines(dialog, "Changed since then")
    assert "lớn" in change
    opened.press_button("Export as draft 2", dialog)
    files = opened.window.findChild(QFileDialog)
    issuance = opened.record.issuance(DocumentKind.MINUTES, Form.PARTY)
    assert issuance is not None
    assert issuance.draft == 2
    files.reject()


def test_finished_minutes_are_no_draft_unless_one_wants_it(opened: Program):
    send(opened, "Bí thư")
    finish(opened)
    issuance = opened.record.issuance(DocumentKind.MINUTES, Form.PARTY)
    assert issuance is not None
    assert issuance.draft is None
    assert archive(opened).load("m") == opened.record
    opened.choose("Reopen…")
    dialog_of(opened, "Reopen the minutes")
    type_text("Sửa\n")
    opened.until(lambda: opened.desk.state is State.DRAFT)
    send(opened, "Bí thư")
    key(opened, KEY.Key_K)
    dialog = dialog_of(opened, "Finish the minutes")
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(False)
    opened.press_button("Finish anyway", dialog)
    opened.until(lambda: opened.desk.state is State.FINAL)
    assert opened.record.issuances[0].draft == 2


def test_what_was_not_changed_is_exported_without_a_question(opened: Program):
    send(opened, "Bí thư")
    opened.choose("Minutes…")
    opened.until(lambda: opened.window.findChild(QFileDialog) is not None)
    opened.window.findChild(QFileDialog).reject()


# --- files kept with the minutes -----------------------------------------------------------------


@pytest.fixture
def files(opened: Program, monkeypatch) -> QDialog:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    key(opened, KEY.Key_T)
    return dialog_of(opened, "Files kept with the minutes")


def add(program: Program, dialog: QDialog, button: str, path: Path) -> None:
    before = dialog.findChild(QTableWidget).rowCount()
    program.press_button(button, dialog)
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    program.until(lambda: dialog.findChild(QTableWidget).rowCount() == before + 1)


def names(dialog: QDialog) -> list[tuple[str, str]]:
    table = dialog.findChild(QTableWidget)
    rows = range(table.rowCount())
    return [(table.item(row, 0).text(), table.item(row, 1).text()) for row in rows]


def test_files_are_kept_saved_elsewhere_and_removed(opened: Program, files, tmp_path):
    scan = tmp_path / "Bản ký.pdf"
    scan.write_bytes(b"%PDF scan")
    add(opened, files, "Add signed copy…", scan)
    assert names(files) == [("Signed copy", "Bản ký.pdf")]
    opened.press_button("Save as…", files)
    chooser = files.findChild(QFileDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
    target = tmp_path / "copy.pdf"
    chooser.fileSelected.emit(str(target))
    chooser.reject()
    opened.until(target.exists)
    assert target.read_bytes() == b"%PDF scan"
    opened.until(lambda: "Saved as" in opened.words(files))
    opened.press_button("Remove", files)
    opened.press_button("Remove", files.findChild(QMessageBox))
    opened.until(lambda: names(files) == [])
    files.close()


def test_a_document_is_opened_from_a_copy_and_a_program_is_not(
    opened: Program, files, tmp_path, monkeypatch
):
    shown: list[Path] = []
    monkeypatch.setattr(
        "ui.dialogs.attachments_dialog.open_path", lambda path, _refuse: shown.append(path)
    )
    for name in ("góp ý.docx", "virus.exe"):
        (tmp_path / name).write_bytes(b"PK")
    add(opened, files, "Add draft that came back…", tmp_path / "góp ý.docx")
    assert names(files) == [("Draft that came back", "góp ý.docx")]
    press(KEY.Key_Return, into=files.findChild(QTableWidget))
    opened.until(lambda: bool(shown))
    assert (shown[0].name, shown[0].read_bytes()) == ("góp ý.docx", b"PK")
    add(opened, files, "Add other file…", tmp_path / "virus.exe")
    press(KEY.Key_Return, into=files.findChild(QTableWidget))
    opened.until(lambda: "is not opened from here" in opened.words(files))
    assert len(shown) == 1
    files.close()


def test_files_of_finished_minutes_stay(opened: Program, tmp_path):
    finish(opened)
    key(opened, KEY.Key_T)
    dialog = dialog_of(opened, "Files kept with the minutes")
    (tmp_path / "a.pdf").write_bytes(b"1")
    add(opened, dialog, "Add signed copy…", tmp_path / "a.pdf")
    remove = next(b for b in dialog.findChildren(QAbstractButton) if "emove" in b.text())
    assert not remove.isEnabled()
    dialog.close()
