import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.keys import commit, compose, paste, press, type_text
from ui.widgets.text_field import TextField


@pytest.fixture
def edits() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def field(qtbot: QtBot, edits: list[tuple[str, str]]) -> TextField:
    field = TextField(50)
    qtbot.addWidget(field)
    field.edited.connect(lambda before, after: edits.append((before, after)))
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_typing_is_told_letter_by_letter(field: TextField, edits: list) -> None:
    type_text("đồ\nx")
    assert edits == [("", "đ"), ("đ", "đồ"), ("đồ", "đồ\n"), ("đồ\n", "đồ\nx")]


def test_a_composed_word_is_told_once_when_committed(field: TextField, edits: list) -> None:
    compose("v", "việ")
    assert edits == []
    commit("việt")
    assert edits == [("", "việt")]


def test_a_composed_word_counts_when_the_field_is_left(field: TextField, edits: list) -> None:
    compose("việt")
    field.clearFocus()
    assert (edits, field.toPlainText()) == ([("", "việt")], "việt")


def test_too_large_a_paste_is_refused(field: TextField, edits: list, qtbot: QtBot) -> None:
    field.set_value("có sẵn")
    with qtbot.waitSignal(field.refused):
        paste("x" * 1_000_000)
    assert (edits, field.toPlainText()) == ([], "có sẵn")


def test_showing_a_value_tells_nothing_and_keeps_the_cursor(field: TextField, edits: list) -> None:
    field.set_value("một 𝔸 hai")
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Left)
    field.set_value("một 𝔸 và hai")
    type_text("!")
    assert edits == [("một 𝔸 và hai", "một 𝔸 và ha!i")]


def test_no_break_spaces_are_kept(field: TextField, edits: list) -> None:
    field.set_value("a\u00a0b\nc")
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    type_text("d")
    assert edits == [("a\u00a0b\nc", "a\u00a0b\ncd")]


def test_the_field_grows_with_its_text(field: TextField) -> None:
    before = field.sizeHint()
    field.set_value("một\nhai\nba\nbốn")
    after: QSize = field.sizeHint()
    assert after.height() > before.height()


def test_tab_leaves_the_field(field: TextField) -> None:
    assert field.tabChangesFocus()


def test_a_hint_ends_in_dots_where_it_has_no_room_and_the_field_stays_as_it_is(
    field: TextField,
) -> None:
    hint = "Nghe báo cáo kết quả " * 20
    height = field.sizeHint().height()
    field.setPlaceholderText(hint)
    assert field.placeholderText() == hint
    shown = QPlainTextEdit.placeholderText(field)
    assert hint.startswith(shown.removesuffix("…"))
    assert shown.endswith(("quả…", "Nghe…", "báo…", "cáo…", "kết…"))
    assert field.sizeHint().height() == height
    field.resize(field.width() * 2, height)
    assert len(QPlainTextEdit.placeholderText(field)) > len(shown)
    field.setPlaceholderText("Nghe báo cáo")
    assert QPlainTextEdit.placeholderText(field) == "Nghe báo cáo"
