from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.editing.session import Session
from app.minutes.attendees import Attendee
from app.minutes.findings import Finding, Severity
from app.minutes.marked import conclusions
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Deadline, Passage, Speech
from app.minutes.words import AssignmentState, Purpose, Role, SpeechPart
from tests.ui.keys import press, type_text
from ui.pages.conclusions_page import ConclusionsPage
from ui.pages.kinds import CONCLUSIONS
from ui.pages.speeches_page import SpeechesPage
from ui.widgets.form_rows import Note

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key
CHAIR = Attendee(id="chair", name="Bùi Văn Phú", role=Role.CHAIR)
ASIDE = Passage(id="aside", text="Giữ nghiêm.", purpose=Purpose.CONCLUSION)


@pytest.fixture
def session() -> Session:
    remarks = Speech(id="r", speaker="chair", passages=(ASIDE,))
    return Session(Minutes(id="m", attendees=(CHAIR,), speeches=(remarks,)), lambda: 0.0)


@pytest.fixture
def page(open_page: Callable[..., ConclusionsPage]) -> ConclusionsPage:
    page = open_page(ConclusionsPage)
    page.conclusions.editor.setFocus()
    return page


def texts(session: Session) -> list[str]:
    return [said.passage.text for said in conclusions(session.record)]


def closing(session: Session) -> Speech:
    return next(s for s in session.record.speeches if s.part is SpeechPart.CLOSING)


def test_conclusions_are_typed_into_the_closing_speech_of_the_chair(
    page: ConclusionsPage, session: Session
) -> None:
    page.conclusions.add()
    type_text("Tăng cường;\nquan tâm.")
    assert [p.text for p in closing(session).passages] == ["Tăng cường;", "quan tâm."]
    assert closing(session).speaker == "chair"
    assert CONCLUSIONS.badge(session.record) == "3"


def test_what_is_concluded_elsewhere_is_listed_with_who_said_it(page: ConclusionsPage) -> None:
    assert page.conclusions.editor.toPlainText() == "Giữ nghiêm."
    assert page.speaker.text() == "Said by Bùi Văn Phú (Remarks)"


def test_what_is_said_of_a_conclusion_follows_the_chosen_one(
    page: ConclusionsPage, session: Session
) -> None:
    page.conclusions.add()
    type_text("Làm ngay.")
    made = closing(session).passages[0].id
    page.kind.field.setFocus()
    press(KEY.Key_Down)
    page.conclusions.editor.setFocus()
    press(KEY.Key_Up)
    found = [
        Finding("r", Severity.WARNING, Place("speeches", key, "text"), key, "")
        for key in ("aside", made)
    ]
    page.show_findings(found)

    def told() -> tuple[object, str, str]:
        note = page.conclusions.findChild(Note)
        return page.kind.field.value(), page.speaker.text(), note.text().split()[-1]

    remarks = (Purpose.CONCLUSION, "Said by Bùi Văn Phú (Remarks)", "aside")
    assert told() == remarks
    assert page.show_place(Place("speeches", made, "text"))
    assert told() == (Purpose.ASSIGNMENT, "Said by Bùi Văn Phú (Closing speech)", made)
    assert page.show_place(Place("speeches", "aside", "text"))
    assert told() == remarks


def test_the_words_in_the_speech_are_asked_for(page: ConclusionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.place_requested) as asked:
        press(KEY.Key_F2)
    assert asked.args == [Place("speeches", "aside", "text")]


def test_a_conclusion_becomes_an_assigned_task(page: ConclusionsPage, session: Session) -> None:
    page.kind.field.setFocus()
    press(KEY.Key_Down)
    assert session.record.speeches[0].passages[0].purpose is Purpose.ASSIGNMENT
    session.undo()
    assert page.kind.field.value() is Purpose.CONCLUSION


def test_conclusions_of_one_speech_change_places(page: ConclusionsPage, session: Session) -> None:
    page.conclusions.add()
    type_text("Một.\nHai.")
    press(KEY.Key_Up, ALT)
    assert texts(session) == ["Giữ nghiêm.", "Hai.", "Một."]


def test_conclusions_of_two_speeches_stay_where_they_were_said(
    page: ConclusionsPage, session: Session
) -> None:
    page.conclusions.add()
    type_text("Một.")
    before = session.record
    press(KEY.Key_Up, ALT)
    assert session.record == before
    assert page.conclusions.editor.toPlainText() == "Giữ nghiêm.\nMột."


def test_an_assignment_is_typed_and_marked_as_done(page: ConclusionsPage, session: Session) -> None:
    view = page.tasks.table.view
    view.setFocus()
    view.add_row()
    type_text("phòng tài chính\t\tquý II/2022\tsửa trụ sở\tDon\tđã họp\n")
    press(KEY.Key_Escape)
    (task,) = session.record.speeches[0].passages[0].assignments
    assert (task.lead.name, task.task, task.note) == ("phòng tài chính", "sửa trụ sở", "đã họp")
    assert task.state is AssignmentState.DONE
    assert task.deadline.date.isoformat() == "2022-06-30"


def shown(page: ConclusionsPage) -> list[str]:
    model = page.tasks.table.model
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


def test_the_day_understood_and_the_whole_passage_are_shown(
    page: ConclusionsPage, session: Session
) -> None:
    deadline = Deadline(written="trước 30/6", date=None)
    task = Assignment(id="t", deadline=deadline)
    put = session.record.speeches[0].but(passages=(ASIDE.but(assignments=(task,)),))
    session.edit(lambda r: r.but(speeches=(put,)), page.change_label("x"), Place("speeches"))
    assert shown(page)[2:4] == ["trước 30/6", "(the whole passage)"]
    page.tasks.table.view.edit_cell(0, 2)
    type_text("cuối tháng 6")
    press(KEY.Key_Return)
    assert shown(page)[2] == "cuối tháng 6 → 30/6/2022"
    page.tasks.table.view.edit_cell(0, 2)
    type_text("khi xong\n")
    assert shown(page)[2] == "khi xong"
    told = page.tasks.table.view.model().index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert "No day can be read" in told


def test_a_conclusion_edited_here_changes_the_speech_and_the_other_way_round(
    page: ConclusionsPage,
    open_page: Callable[..., SpeechesPage],
    session: Session,
    qtbot: QtBot,
) -> None:
    speeches = open_page(SpeechesPage)
    speeches.editor.setFocus()
    speeches.editor.moveCursor(speeches.editor.textCursor().MoveOperation.End)
    type_text("x")
    assert page.conclusions.editor.toPlainText() == "Giữ nghiêm.x"
    page.activateWindow()
    page.conclusions.editor.setFocus()
    qtbot.waitUntil(page.conclusions.editor.hasFocus)
    page.conclusions.editor.moveCursor(page.conclusions.editor.textCursor().MoveOperation.End)
    press(KEY.Key_Backspace, into=page.conclusions.editor)
    assert speeches.editor.toPlainText() == "Giữ nghiêm."


def test_places_of_conclusions_are_shown(page: ConclusionsPage, session: Session) -> None:
    assert page.show_place(Place("speeches", "aside", "text"))
    assert QApplication.focusWidget() is page.conclusions.editor
    assert not page.show_place(Place("speeches", "r", "speaker"))
    assert not page.show_place(Place("attendees", "chair", "name"))


def test_undo_of_everything_is_the_start(page: ConclusionsPage, session: Session) -> None:
    start = session.record
    page.conclusions.add()
    type_text("Một.\nHai.")
    press(KEY.Key_Up, ALT)
    press(KEY.Key_F6)
    while session.undo():
        pass
    assert session.record == start
    assert page.conclusions.editor.toPlainText() == "Giữ nghiêm."


class Compared(str):
    """An id that counts how often it is held against another."""

    __slots__ = ()
    times = 0

    def __eq__(self, other: object) -> bool:
        Compared.times += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_a_key_among_many_lines_does_not_look_through_the_list_for_each(
    page: ConclusionsPage, session: Session
) -> None:
    many = 300
    lines = tuple(ASIDE.but(id=Compared(f"p{n}")) for n in range(many))
    put = session.record.speeches[0].but(passages=lines)
    session.edit(lambda r: r.but(speeches=(put,)), page.change_label("x"), Place("speeches"))
    page.conclusions.refresh_list()
    cursor_at_start = page.conclusions.editor.textCursor()
    cursor_at_start.setPosition(0)
    page.conclusions.editor.setTextCursor(cursor_at_start)
    Compared.times = 0
    type_text("x")
    assert session.record.speeches[0].passages[0].text == f"x{ASIDE.text}"
    assert Compared.times < 50 * many
