import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from tests.ui.keys import commit, compose, paste, press, type_text
from ui.widgets.line_field import LineField


class Told:
    """What a field reported."""

    def __init__(self, field: LineField) -> None:
        self.edits: list[tuple[str, str]] = []
        self.refused: list[int] = []
        field.edited.connect(self._on_edited)
        field.refused.connect(self._on_refused)

    def _on_edited(self, before: str, after: str) -> None:
        self.edits.append((before, after))

    def _on_refused(self, limit: int) -> None:
        self.refused.append(limit)


@pytest.fixture
def field(qtbot: QtBot) -> LineField:
    field = LineField(20)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_typing_is_told_letter_by_letter(field: LineField) -> None:
    told = Told(field)
    type_text("đồ")
    assert told.edits == [("", "đ"), ("đ", "đồ")]


def test_nothing_is_told_while_a_word_is_composed(field: LineField) -> None:
    told = Told(field)
    compose("v", "vi", "viê", "việ")
    assert told.edits == []
    commit("việt")
    assert told.edits == [("", "việt")]


def test_a_composed_word_counts_when_the_field_is_left(field: LineField) -> None:
    told = Told(field)
    compose("việt")
    field.clearFocus()
    assert told.edits == [("", "việt")]
    assert field.text() == "việt"


def test_a_composed_word_counts_once_when_the_platform_commits_it(field: LineField) -> None:
    compose("việt")
    commit("việt")
    field.clearFocus()
    assert field.text() == "việt"


def test_finishing_takes_the_composed_word(field: LineField) -> None:
    compose("việt")
    field.finish()
    assert field.value() == field.text() == "việt"


def test_pasted_lines_become_one(field: LineField) -> None:
    told = Told(field)
    paste("một\r\n hai\tba")
    assert told.edits == [("", "một hai ba")]
    assert field.text() == "một hai ba"


def test_pasted_letters_are_composed(field: LineField) -> None:
    paste("đo\u0302\u0300ng")
    assert field.value() == field.text() == "đồng"


@pytest.mark.parametrize("length", [21, 1_000_000])
def test_too_much_text_is_refused(field: LineField, length: int) -> None:
    field.set_value("có sẵn")
    press(Qt.Key.Key_Home)
    told = Told(field)
    paste("x" * length)
    assert told.refused == [20]
    assert told.edits == []
    assert (field.text(), field.cursorPosition()) == ("có sẵn", 0)


def test_showing_a_value_tells_nothing_and_keeps_the_cursor(field: LineField) -> None:
    field.set_value("một hai")
    field.setCursorPosition(3)
    told = Told(field)
    field.set_value("một hai ba")
    assert (field.cursorPosition(), told.edits) == (3, [])


def test_undo_is_left_to_the_window(field: LineField, qtbot: QtBot) -> None:
    undo = QAction(field)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    field.addAction(undo)
    type_text("abc")
    with qtbot.waitSignal(undo.triggered):
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "abc"
