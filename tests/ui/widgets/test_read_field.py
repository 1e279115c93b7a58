import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import compose, press, type_text
from ui.widgets.read_field import ReadField


def number(text: str) -> object:
    return int(text) if text.isdecimal() else None


@pytest.fixture
def edits() -> list[tuple[object, object]]:
    return []


@pytest.fixture
def field(qtbot: QtBot, edits: list[tuple[object, object]]) -> ReadField:
    field = ReadField(number, str, 100)
    qtbot.addWidget(field)
    field.edited.connect(lambda before, after: edits.append((before, after)))
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_text_is_read_when_the_field_is_left(field: ReadField, edits: list) -> None:
    type_text("012")
    assert edits == []
    field.clearFocus()
    assert (edits, field.text()) == ([(None, 12)], "12")


def test_text_is_read_once_at_enter(field: ReadField, edits: list) -> None:
    type_text("12\n")
    field.clearFocus()
    assert edits == [(None, 12)]


def test_unreadable_text_stays_and_is_told(field: ReadField, edits: list, qtbot: QtBot) -> None:
    field.set_value(5)
    field.selectAll()
    with qtbot.waitSignal(field.told) as told:
        type_text("năm\n")
    assert (told.args, edits, field.text()) == ([True], [(5, None)], "năm")
    field.set_value(None)
    assert field.text() == "năm"


def test_unreadable_text_goes_when_a_value_comes(field: ReadField) -> None:
    type_text("năm\n")
    field.set_value(5)
    assert (field.unread, field.text()) == (False, "5")


def test_unreadable_text_goes_with_its_record(field: ReadField) -> None:
    type_text("năm\n")
    field.forget()
    field.set_value(None)
    assert (field.unread, field.text()) == (False, "")


def test_emptying_the_field_is_no_value(field: ReadField, edits: list) -> None:
    field.set_value(5)
    field.selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert (edits, field.unread) == ([(5, None)], False)


def test_escape_takes_back_what_was_typed(field: ReadField, edits: list) -> None:
    field.set_value(5)
    type_text("7")
    press(Qt.Key.Key_Escape)
    field.clearFocus()
    assert (field.text(), edits) == ("5", [])


def test_finishing_reads_a_composed_text(field: ReadField, edits: list) -> None:
    compose("12")
    field.finish()
    assert edits == [(None, 12)]
