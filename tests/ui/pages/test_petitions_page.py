from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.editing.session import Session
from app.minutes.findings import Finding, Severity
from app.minutes.marked import petitions, replies
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.words import Purpose, SpeechPart
from tests.ui.keys import compose, press, type_text
from ui.pages.kinds import PETITIONS
from ui.pages.petitions_page import PetitionsPage
from ui.widgets.form_rows import Note

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
ASKED = Passage(id="asked", text="Xin sửa trụ sở,", purpose=Purpose.PETITION)
ANSWERED = Passage(
    id="answered",
    text="giao phòng tài chính;",
    purpose=Purpose.REPLY,
    answers="asked",
    assignments=(Assignment(id="task"),),
)
TOLD = Minutes(
    id="record",
    speeches=(Speech(id="s", passages=(Passage(id="plain", text="Đã nghe."), ASKED, ANSWERED)),),
)


@pytest.fixture
def page(open_page: Callable[..., PetitionsPage]) -> PetitionsPage:
    page = open_page(PetitionsPage)
    page.petitions.editor.setFocus()
    return page


@pytest.fixture
def told(page: PetitionsPage) -> Session:
    """The session of a page that shows one petition with its reply."""
    session = Session(TOLD, lambda: 0.0)
    session.listen(page.refresh)
    page.open(session)
    return session


def texts(session: Session) -> list[str]:
    return [said.passage.text for said in petitions(session.record)]


def answers(session: Session, petition: int) -> list[str]:
    passage = petitions(session.record)[petition].passage
    return [said.passage.text for said in replies(session.record, passage.id)]


def heading_of(page: PetitionsPage) -> str:
    """What stands above the replies."""
    labels = page.findChildren(QLabel)
    return next(label.text() for label in labels if label.text().startswith("Replies"))


def test_petitions_are_typed_one_a_line(page: PetitionsPage, session: Session) -> None:
    type_text("Xin sửa trụ sở.\nXin xây trụ sở khu phố 8.")
    assert texts(session) == ["Xin sửa trụ sở.", "Xin xây trụ sở khu phố 8."]
    speech = session.record.speeches[0]
    assert speech.part is SpeechPart.PETITIONS
    assert all(passage.opens_paragraph for passage in speech.passages)


def test_replies_belong_to_the_chosen_petition(page: PetitionsPage, session: Session) -> None:
    type_text("Xin một.\nXin hai.")
    page.replies.editor.setFocus()
    type_text("Được hai.")
    page.petitions.editor.setFocus()
    press(KEY.Key_Up)
    assert page.replies.editor.toPlainText() == ""
    page.replies.editor.setFocus()
    type_text("Được một.")
    assert heading_of(page) == "Replies to petition 1"
    assert (answers(session, 0), answers(session, 1)) == (["Được một."], ["Được hai."])
    assert session.record.speeches[1].part is SpeechPart.REMARKS


def test_a_new_reply_follows_the_petition_in_the_officials_speech(
    page: PetitionsPage, told: Session
) -> None:
    page.replies.editor.setFocus()
    page.replies.add()
    type_text("Rồi.")
    assert [p.text for p in told.record.speeches[0].passages][1:] == [
        "Xin sửa trụ sở,",
        "giao phòng tài chính;",
        "Rồi.",
    ]


def test_bodies_are_charged_by_keyboard(page: PetitionsPage, told: Session) -> None:
    page.tasks.table.view.setFocus()
    page.tasks.table.view.edit_cell(0, 0)
    type_text("phòng tài chính\tphòng đô thị; UBND phường\ttrước 30/6\t\n")
    press(KEY.Key_Escape)
    (task,) = told.record.speeches[0].passages[2].assignments
    assert task.lead.name == "phòng tài chính"
    assert [body.name for body in task.coordinating] == ["phòng đô thị", "UBND phường"]
    assert (task.deadline.written, task.deadline.date.isoformat()) == ("trước 30/6", "2022-06-30")


def test_a_second_task_is_added(page: PetitionsPage, told: Session) -> None:
    page.tasks.table.view.setFocus()
    page.tasks.table.view.add_row()
    type_text("UBND phường\n")
    press(KEY.Key_Escape)
    assert len(told.record.speeches[0].passages[2].assignments) == 2


def test_words_of_a_petition_are_those_of_the_speech(page: PetitionsPage, told: Session) -> None:
    page.petitions.editor.moveCursor(page.petitions.editor.textCursor().MoveOperation.End)
    type_text(" xin")
    assert told.record.speeches[0].passages[1].text == "Xin sửa trụ sở, xin"
    told.undo()
    told.undo()
    assert page.petitions.editor.toPlainText() == "Xin sửa trụ sở,"


def test_a_petition_emptied_keeps_its_replies(page: PetitionsPage, told: Session) -> None:
    page.petitions.editor.selectAll()
    press(KEY.Key_Backspace)
    type_text("Khác")
    passage = told.record.speeches[0].passages[1]
    assert passage == ASKED.but(text="Khác")
    assert answers(told, 0) == ["giao phòng tài chính;"]


def test_a_petition_is_unmarked(page: PetitionsPage, told: Session) -> None:
    press(KEY.Key_F6)
    assert texts(told) == []
    assert [p.text for p in told.record.speeches[0].passages] == [
        "Đã nghe. Xin sửa trụ sở,",
        "giao phòng tài chính;",
    ]
    assert page.petitions.editor.toPlainText() == ""
    assert not page.replies.isEnabled()


def test_a_petition_is_removed_and_comes_back_by_undo(page: PetitionsPage, told: Session) -> None:
    press(KEY.Key_Delete, ALT)
    assert [p.id for p in told.record.speeches[0].passages] == ["plain", "answered"]
    told.undo()
    assert told.record == TOLD
    assert page.petitions.editor.toPlainText() == "Xin sửa trụ sở,"


def test_a_word_is_deleted_as_in_any_text(page: PetitionsPage, told: Session) -> None:
    press(KEY.Key_Home)
    press(KEY.Key_Delete, CTRL)
    assert page.petitions.editor.toPlainText() == "sửa trụ sở,"
    assert [p.id for p in told.record.speeches[0].passages] == ["plain", "asked", "answered"]


def test_petitions_change_places(page: PetitionsPage, session: Session) -> None:
    type_text("Một\nHai")
    press(KEY.Key_Up, ALT)
    assert texts(session) == ["Hai", "Một"]


def test_the_words_in_the_speech_are_asked_for(
    page: PetitionsPage, told: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.place_requested) as asked:
        press(KEY.Key_F2)
    assert asked.args == [Place("speeches", "asked", "text")]


def test_places_of_petitions_replies_and_tasks_are_shown(
    page: PetitionsPage, told: Session
) -> None:
    assert page.show_place(Place("speeches", "task", "lead.name"))
    assert page.tasks.table.view.has_focus_inside()
    assert page.show_place(Place("speeches", "answered", "text"))
    assert QApplication.focusWidget() is page.replies.editor
    assert page.current_place() == Place("speeches", "answered", "text")
    assert page.show_place(Place("speeches", "asked", "text"))
    assert QApplication.focusWidget() is page.petitions.editor
    assert not page.show_place(Place("speeches", "plain", "text"))


def test_a_reply_is_shown_below_its_petition_and_its_number_follows(
    page: PetitionsPage, session: Session
) -> None:
    type_text("Xin một.\nXin hai.")
    page.replies.editor.setFocus()
    type_text("Được hai.")
    page.petitions.editor.setFocus()
    press(KEY.Key_Up)
    second = petitions(session.record)[1].passage
    (reply,) = replies(session.record, second.id)
    assert page.show_place(Place("speeches", reply.passage.id, "text"))
    assert page.replies.editor.toPlainText() == "Được hai."
    assert QApplication.focusWidget() is page.replies.editor
    assert page.petitions.editor.textCursor().blockNumber() == 1
    assert heading_of(page) == "Replies to petition 2"
    page.petitions.editor.setFocus()
    press(KEY.Key_Up, ALT)
    assert texts(session) == ["Xin hai.", "Xin một."]
    assert heading_of(page) == "Replies to petition 1"


def test_what_is_found_stands_under_the_list_that_has_it(
    page: PetitionsPage, told: Session
) -> None:
    def found() -> list[str]:
        boxes = (page.petitions, page.replies)
        return [" ".join(n.text() for n in box.findChildren(Note)) for box in boxes]

    at = [Place("speeches", key, "text") for key in ("asked", "answered")]
    page.show_findings([Finding("r", Severity.WARNING, place, place.item, "") for place in at])
    assert ["asked" in found()[0], "answered" in found()[1]] == [True, True]
    press(KEY.Key_End, CTRL)
    type_text("\nMới.")  # of another petition nothing was found
    assert found() == ["", ""]
    press(KEY.Key_Home, CTRL)
    assert "asked" in found()[0]
    page.show_findings([])
    assert found() == ["", ""]


def test_a_composed_word_is_in_the_record_when_another_petition_is_chosen(
    page: PetitionsPage, session: Session
) -> None:
    type_text("Một\n")
    compose("h", "ha", "hai")
    page.finish()
    assert texts(session) == ["Một", "hai"]


def test_the_page_counts_petitions(page: PetitionsPage) -> None:
    assert PETITIONS.badge(TOLD) == "1"
    assert PETITIONS.badge(Minutes(id="m")) == ""
