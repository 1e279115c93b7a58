"""The rail says which section one is in, and what each holds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.rail import Rail


@pytest.fixture
def rail(qtbot):
    rail = Rail("Sections", ("General", "Attendees", "Results"))
    qtbot.addWidget(rail)
    rail.show()
    return rail


def test_sections_are_numbered(rail):
    assert [rail.item(row).text() for row in range(3)] == [
        "1  General",
        "2  Attendees",
        "3  Results",
    ]


def test_going_to_a_section_is_told(rail, qtbot):
    with qtbot.waitSignal(rail.chosen) as told:
        rail.go_to(1)
    assert told.args == [1]


def test_keys_walk_the_sections(rail):
    rail.go_to(0)
    QTest.keyClick(rail, Qt.Key.Key_Down)
    assert rail.currentRow() == 1


def test_badge_is_shown_and_heard(rail):
    rail.set_badge(1, "16")
    assert rail.badge(1) == "16"
    assert rail.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "2  Attendees 16"
    before = rail.grab().toImage()
    rail.set_badge(1, "")
    assert rail.grab().toImage() != before


def test_titles_fit_with_their_badges(rail):
    widest = rail.fontMetrics().horizontalAdvance("2  Attendees   ⚠99")
    assert rail.sizeHint().width() > widest


def test_narrow_rail_keeps_the_badge_whole(rail):
    rail.resize(60, 200)
    rail.set_badge(1, "16")
    assert not rail.grab().isNull()
