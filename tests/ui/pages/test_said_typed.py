"""The two speeches of the source, typed and marked by keyboard, give those of the sample."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.editing.session import Session
from app.minutes.record import Minutes
from app.minutes.renewal import with_new_ids
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Purpose
from app.paths import resources_folder
from app.sample import sample
from tests.ui.keys import press, type_text
from ui.pages.conclusions_page import ConclusionsPage
from ui.pages.petitions_page import PetitionsPage
from ui.pages.speeches_page import SpeechesPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
KEYS = {
    Purpose.PETITION: KEY.Key_F2,
    Purpose.REPLY: KEY.Key_F3,
    Purpose.CONCLUSION: KEY.Key_F4,
    Purpose.ASSIGNMENT: KEY.Key_F5,
}


@pytest.fixture
def wanted() -> Minutes:
    return sample(resources_folder())


@pytest.fixture
def session(wanted: Minutes) -> Session:
    return Session(Minutes(id="record", attendees=wanted.attendees), lambda: 0.0)


def said(record: Minutes) -> tuple[Speech, ...]:
    """The speeches, with ids that say only where they stand."""
    numbers = iter(range(10_000))
    only = Minutes(id="x", speeches=record.speeches)
    return with_new_ids(only, lambda: f"id{next(numbers)}").speeches


def without_tasks(speeches: tuple[Speech, ...]) -> Minutes:
    told = [
        speech.but(passages=tuple(p.but(assignments=()) for p in speech.passages))
        for speech in speeches
    ]
    return Minutes(id="x", speeches=tuple(told))


def begin(page: SpeechesPage, letters: str) -> None:
    press(KEY.Key_Return, CTRL)
    type_text(f"{letters}\t")


def say(page: SpeechesPage, passages: tuple[Passage, ...]) -> None:
    page.editor.setFocus()
    for passage in passages:
        type_text(passage.text if passage is passages[0] else f" {passage.text}")
        if passage.purpose in KEYS:
            for _ in passage.text:
                press(KEY.Key_Left, SHIFT)
            press(KEYS[passage.purpose])
            press(KEY.Key_End, CTRL)


def type_speeches(page: SpeechesPage, wanted: Minutes) -> None:
    page.list.view.setFocus()
    begin(page, "thanh phu")
    say(page, wanted.speeches[0].passages)
    begin(page, "bui van")
    type_text("C\t\t\tC")
    say(page, wanted.speeches[1].passages)


def test_the_speeches(
    open_page: Callable[..., SpeechesPage], session: Session, wanted: Minutes
) -> None:
    type_speeches(open_page(SpeechesPage), wanted)
    assert said(without_tasks(session.record.speeches)) == said(without_tasks(wanted.speeches))


def test_the_bodies_charged(
    open_page: Callable[..., PetitionsPage], session: Session, wanted: Minutes, qtbot: QtBot
) -> None:
    bare = without_tasks(wanted.speeches).speeches
    page = open_page(PetitionsPage)
    other = Session(session.record.but(speeches=bare), lambda: 0.0)
    other.listen(page.refresh)
    page.open(other)
    page.petitions.editor.setFocus()
    for petition, bodies in (
        (0, ["phòng tài chính"]),
        (1, ["UBND phường", "phòng quản lý đô thị"]),
    ):
        press(KEY.Key_Home, CTRL, into=page.petitions.editor)
        for _ in range(petition):
            press(KEY.Key_Down, into=page.petitions.editor)
        for reply, body in enumerate(bodies):
            charge(page, reply, body)
    assert said(other.record) == said(wanted)


def charge(page: PetitionsPage, reply: int, body: str) -> None:
    page.replies.editor.setFocus()
    press(KEY.Key_Home, CTRL)
    for _ in range(reply):
        press(KEY.Key_Down)
    page.tasks.table.view.setFocus()
    type_text(f"{body}\n")
    press(KEY.Key_Escape)


def test_the_conclusions_alone(
    open_page: Callable[..., ConclusionsPage], session: Session, wanted: Minutes
) -> None:
    page = open_page(ConclusionsPage)
    page.conclusions.editor.setFocus()
    type_text("\n".join(passage.text for passage in wanted.speeches[1].passages))
    typed = session.record.speeches[0]
    assert [p.text for p in typed.passages] == [p.text for p in wanted.speeches[1].passages]
    assert typed.speaker == wanted.speeches[1].speaker
