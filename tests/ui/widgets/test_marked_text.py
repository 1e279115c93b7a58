"""What went is struck out, what came is underlined; the words can be read without either."""

import pytest
from PySide6.QtGui import QTextCursor

from ui.widgets.marked_text import GONE, NEW, SAME, MarkedText


@pytest.fixture
def text(qtbot) -> MarkedText:
    widget = MarkedText("Differences")
    qtbot.addWidget(widget)
    return widget


def form_at(text: MarkedText, words: str):
    cursor = text.document().find(words)
    assert not cursor.isNull(), f"{words!r} is not shown"
    cursor.setPosition(cursor.selectionStart() + 1, QTextCursor.MoveMode.MoveAnchor)
    return cursor.charFormat()


def test_words_that_went_and_came_are_marked(text):
    text.show_lines(
        [("Place", [("phường ", SAME), ("Thanh", GONE), ("Kim", NEW), (" Liên", SAME)])]
    )
    assert text.toPlainText() == "Place: phường Thanh Kim Liên"
    assert form_at(text, "Thanh").fontStrikeOut()
    assert form_at(text, "Kim").fontUnderline()
    for words in ("phường", "Liên", "Place"):
        form = form_at(text, words)
        assert not form.fontStrikeOut()
        assert not form.fontUnderline()


def test_each_line_is_a_paragraph_and_the_next_lines_replace_them(text):
    text.show_lines([("One", ()), ("Two", [("x", NEW)])])
    assert text.toPlainText() == "One\nTwo: x"
    text.show_lines([("Three", ())])
    assert text.toPlainText() == "Three"


def test_it_cannot_be_changed_and_has_a_name(text):
    assert text.isReadOnly()
    assert text.accessibleName() == "Differences"
