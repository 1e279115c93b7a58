"""How many keys the source report's attendees, indicators and tasks take, with last year's meeting
in the archive: each at most a third of typing the same characters into a document.

Counted is every key in the tables: letters, Tab, Enter, and the key that opens a row. Not counted
are the ways between pages, which a document does not have, and, for the document, the words of
sentences, the tones and marks that an input method asks for, and every move of the cursor.
"""

import datetime
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt

from app.archive.archive import Archive
from app.identity import new_id
from app.minutes.figures import Figure
from app.minutes.marked import petitions
from app.minutes.record import Minutes
from app.minutes.renewal import with_new_ids
from app.minutes.speeches import Assignment
from app.paths import resources_folder
from app.sample import sample
from tests.journeys.conftest import CTRL, Hands, Start
from ui.models.attendees_model import positions_text
from ui.models.measures import actual_text, plan_text

SHARE = 1 / 3
ALT = Qt.KeyboardModifier.AltModifier


class Keys(NamedTuple):
    """What one section took, and what its characters would have taken."""

    pressed: int
    characters: int


@pytest.fixture
def wanted() -> Minutes:
    return sample(resources_folder())


@pytest.fixture
def archive(tmp_path: Path, wanted: Minutes) -> Path:
    """An archive with last year's meeting: the same office and indicators, other figures."""
    path = tmp_path / "bienban.sqlite"
    last = with_new_ids(wanted, new_id)
    figure = Figure(written="1")
    last = last.but(
        meeting=last.meeting.but(date=datetime.date(2021, 5, 12)),
        indicators=tuple(
            row.but(
                rate=figure,
                estimated=False,
                reading=None,
                measures=tuple(m.but(actual=figure, plan=None) for m in row.measures),
            )
            for row in last.indicators
        ),
    )
    with Archive.open(path) as archive:
        archive.add(last)
        archive.people.remember(last, new_id)
    return path


class CountingHands:
    """Hands that count their keys."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.pressed = 0

    def type(self, text: str) -> None:
        self.pressed += len(text)
        self.hands.type(text)

    def enter(self, table: str) -> None:
        """Open a row of a table; the way to it is not counted."""
        self.hands.go_to(table)
        self.pressed += 1
        self.hands.press(Qt.Key.Key_Return)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        self.pressed += 1
        self.hands.press(key, modifier)

    def leave(self) -> None:
        """Leave the last, empty row."""
        self.pressed += 1
        self.hands.press(Qt.Key.Key_Escape)


def type_attendees(hands: CountingHands) -> None:
    hands.hands.page(2)
    hands.enter("Thành phần")
    hands.type("bvp\t\tCh\nntp\nknn\nldcb\nldms\nxt\t\tNg\n")
    hands.leave()


def type_indicators(hands: CountingHands) -> None:
    hands.hands.page(3)
    hands.press(Qt.Key.Key_K, ALT)  # the indicators of the last meeting
    hands.hands.qtbot.waitUntil(lambda: bool(hands.hands.record.indicators))
    hands.type("~2.317,8\t\t93\n7/21\t\t0,24\n16/36\t\t0,54\n12/10\t\t=\t\tV\n")
    hands.leave()


def charge(hands: CountingHands) -> None:
    hands.hands.page(5)
    for downs, bodies in enumerate((["pt"], ["up", "pq"])):
        for at, letters in enumerate(bodies):
            _show_reply(hands.hands, downs, at)
            hands.enter("Giao nhiệm vụ cho")
            hands.type(f"{letters}\n")
            hands.leave()


def _show_reply(hands: Hands, petition: int, reply: int) -> None:
    hands.go_to("Kiến nghị")
    hands.press(Qt.Key.Key_Home, CTRL)
    for _ in range(petition):
        hands.press(Qt.Key.Key_Down)
    hands.go_to(f"Ý kiến chỉ đạo về kiến nghị {petition + 1}")
    hands.press(Qt.Key.Key_Home, CTRL)
    for _ in range(reply):
        hands.press(Qt.Key.Key_Down)


def in_attendees(record: Minutes) -> int:
    return sum(len(a.name) + len(positions_text(a.titles)) for a in record.attendees)


def in_indicators(record: Minutes) -> int:
    return sum(
        len(row.name)
        + len(actual_text(row.measures))
        + len(plan_text(row.measures))
        + len(row.rate.written if row.rate else "")
        for row in record.indicators
    )


def in_tasks(record: Minutes) -> int:
    return sum(len(task.lead.name if task.lead else "") for task in _tasks(record))


def _tasks(record: Minutes) -> Iterator[Assignment]:
    for speech in record.speeches:
        for passage in speech.passages:
            yield from passage.assignments


SECTIONS: tuple[tuple[str, Callable[[CountingHands], None], Callable[[Minutes], int]], ...] = (
    ("attendees", type_attendees, in_attendees),
    ("indicators", type_indicators, in_indicators),
    ("tasks", charge, in_tasks),
)


def test_the_source_report_takes_a_third_of_the_keys(
    start: Start, archive: Path, wanted: Minutes
) -> None:
    hands = CountingHands(start(archive))
    desk = hands.hands.application.desk
    assert desk is not None
    desk.take(_without_tables(wanted))
    page = hands.hands.application.window.pages.page(0)
    hands.hands.qtbot.waitUntil(lambda: bool(page.suggestions.people("bvp")))
    taken = {}
    for name, does, characters in SECTIONS:
        before = hands.pressed
        does(hands)
        taken[name] = Keys(hands.pressed - before, characters(wanted))
    assert _said(hands.hands.record) == _said(wanted)
    for name, keys in taken.items():
        assert keys.pressed <= keys.characters * SHARE, (name, taken)


def _without_tables(record: Minutes) -> Minutes:
    """The same meeting before its attendees, indicators and tasks are typed."""
    speeches = tuple(
        speech.but(passages=tuple(p.but(assignments=()) for p in speech.passages))
        for speech in with_new_ids(record, new_id).speeches
    )
    return record.but(id=new_id(), attendees=(), indicators=(), speeches=speeches)


def _said(record: Minutes) -> object:
    """Attendees, indicators and tasks, without what only their ids say."""
    numbers = count()
    attendees = tuple(a.but(person_id="") for a in record.attendees)
    told = Minutes(id="m", attendees=attendees, indicators=record.indicators)
    leads = [task.lead.name for task in _tasks(record) if task.lead]
    return with_new_ids(told, lambda: f"id{next(numbers)}"), leads, len(petitions(record))
