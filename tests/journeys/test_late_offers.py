"""Offers that were not read yet when one typed: they come when they are there."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.archive.archive import Archive
from app.minutes.directory import Person
from tests.journeys.conftest import CTRL, Hands, Start
from ui.remembered import _Reading

KEY = Qt.Key


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Nothing is known before this event is set."""
    read, known = _Reading.__call__, Event()

    def slow(reading: _Reading) -> object:
        assert known.wait(60)
        return read(reading)

    monkeypatch.setattr(_Reading, "__call__", slow)
    return known


@pytest.fixture
def hands(start: Start, tmp_path: Path, slowly: Event) -> Hands:
    with Archive.open(tmp_path / "bienban.sqlite") as archive:
        archive.people.save(Person(id="k", name="Kiều Như Nguyên"))
    hands = start(tmp_path / "bienban.sqlite")
    hands.press(KEY.Key_N, CTRL)
    hands.page(2)
    hands.push("Thêm")
    return hands


def offered() -> list[str]:
    return QApplication.focusWidget().offered()  # type: ignore[union-attr]


def test_what_was_typed_is_offered_when_it_is_known(hands: Hands, slowly: Event) -> None:
    hands.type("kieu")
    assert offered() == []
    slowly.set()
    hands.qtbot.waitUntil(lambda: offered() == ["Kiều Như Nguyên"])
    hands.press(KEY.Key_Return)
    assert [each.person_id for each in hands.record.attendees] == ["k"]


def test_nothing_is_offered_where_one_does_not_type(hands: Hands, slowly: Event) -> None:
    hands.type("kieu\n")
    remembered = hands.application._remembered  # noqa: SLF001
    with hands.qtbot.waitSignal(remembered.changed):
        slowly.set()
    assert offered() == []
    assert [each.person_id for each in hands.record.attendees] == [""]
