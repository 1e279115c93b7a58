"""Sentences in which words went and came: struck out and underlined, never by colour alone."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

SAME, GONE, NEW = "same", "gone", "new"
Line = tuple[str, Sequence[tuple[str, str]]]
"""What a sentence is about, and its pieces: the words, and SAME, GONE or NEW."""


class MarkedText(QTextBrowser):
    """Can be read, searched by eye and copied; nothing in it can be changed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show each line as a paragraph of its own, from the first on."""
        self.clear()
        cursor = QTextCursor(self.document())
        space = QTextBlockFormat()
        space.setBottomMargin(self.fontMetrics().height() / 2)
        for at, (about, pieces) in enumerate(lines):
            if at:
                cursor.insertBlock()
            cursor.setBlockFormat(space)
            cursor.insertText(f"{about}: " if pieces else about, _format(SAME))
            before = SAME
            for words, mark in pieces:
                if (before, mark) == (GONE, NEW):
                    cursor.insertText(" ", _format(SAME))
                cursor.insertText(words, _format(mark))
                before = mark
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _format(mark: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontStrikeOut(mark == GONE)
    form.setFontUnderline(mark == NEW)
    form.setFontWeight(QFont.Weight.Bold if mark == NEW else QFont.Weight.Normal)
    return form
