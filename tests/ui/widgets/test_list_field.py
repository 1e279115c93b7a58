import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.list_field import LONGEST, ListField


@pytest.fixture
def field(qtbot: QtBot) -> ListField:
    field = ListField("None")
    qtbot.addWidget(field)
    field.set_choices([("a", "One"), ("b", "Two")])
    return field


def test_none_is_offered_first(field: ListField) -> None:
    assert [field.itemText(row) for row in range(field.count())] == ["None", "One", "Two"]


def test_a_choice_is_told(field: ListField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.edited) as told:
        field.setCurrentIndex(2)
    assert told.args == ["", "b"]


def test_the_value_stays_when_the_choices_change(field: ListField, qtbot: QtBot) -> None:
    field.set_value("b")
    with qtbot.assertNotEmitted(field.edited):
        field.set_choices([("c", "Three"), ("b", "Two")])
    assert (field.value(), field.currentText()) == ("b", "Two")


def test_a_value_that_is_gone_shows_none(field: ListField) -> None:
    field.set_value("b")
    field.set_choices([("a", "One")])
    assert (field.value(), field.currentText()) == ("b", "None")


def test_long_words_are_cut(field: ListField) -> None:
    field.set_choices([("a", "x" * (LONGEST + 1))])
    assert field.itemText(1) == "x" * (LONGEST - 1) + "…"
