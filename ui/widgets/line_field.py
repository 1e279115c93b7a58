"""A field of one line that reports what was typed, keeps no history of its own, and has a limit."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.composition import Composing
from ui.widgets.history_free import HistoryFree
from ui.widgets.plain import kept_cursor, one_line


class LineField(HistoryFree, Composing, QLineEdit):
    """One line of text. Several pasted lines become one; too long a text leaves it unchanged."""

    edited = Signal(str, str)
    """What the user changed: the text before and after. Not sent for `set_value`."""
    entered = Signal()
    left = Signal()
    refused = Signal(int)
    """The text was longer than this many characters; the field is as it was."""

    def __init__(self, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self._known = ""
        self.textEdited.connect(self._on_text_edited)

    def value(self) -> str:
        """The text, without a word that is still being composed."""
        return self._known

    def set_value(self, value: object) -> None:
        """Show another text; the cursor stays where it was in what both have in common."""
        self._known = "" if value is None else str(value)
        self._show(self._known)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish()
        super().focusOutEvent(event)
        self.left.emit()

    def _on_text_edited(self, text: str) -> None:
        wanted = one_line(text)
        if len(wanted) > self._limit:
            self._show(self._known)
            self.refused.emit(self._limit)
            return
        self._show(wanted)
        before, self._known = self._known, wanted
        if before != wanted:
            self._report(before, wanted)

    def _report(self, before: str, after: str) -> None:
        self.edited.emit(before, after)

    def _show(self, text: str) -> None:
        shown = self.text()
        if shown != text:
            cursor = kept_cursor(shown, text, self.cursorPosition())
            self.setText(text)
            self.setCursorPosition(cursor)
