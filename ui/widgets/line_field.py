"""A field of one line that reports what was typed, keeps no history of its own, and has a limit."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ui.widgets.composition import ComposingLine
from ui.widgets.dropped import TakesNoFiles
from ui.widgets.helped import Helped
from ui.widgets.history_free import HistoryFreeLine
from ui.widgets.plain import characters, kept_cursor, one_line, units


class LineField(TakesNoFiles, HistoryFreeLine, Helped, ComposingLine, QLineEdit):
    """One line of text. Several pasted lines become one; too long a text leaves it unchanged."""

    edited = Signal(str, str)
    """What the user changed: the text before and after. Not sent for `set_value`."""
    entered = Signal()
    left = Signal()
    refused = Signal(int)
    """The text was longer than this many characters; the field is as it was."""
    one_line = True

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

    def reveal(self, _key: str, start: int, end: int) -> None:
        """Select some characters of the text."""
        text = self.text()
        self.setSelection(units(text[:start]), units(text[start:end]))

    def words_before(self) -> str:
        text = self.text()
        return "" if self.hasSelectedText() else text[: self._characters(self.cursorPosition())]

    def replace_before(self, back: int, length: int, text: str) -> bool:
        end = self.cursorPosition() - back
        start, stop = self._characters(end - length), self._characters(end)
        if len(self._known) - (stop - start) + len(text) > self._limit:
            return False
        self._put(start, stop, text, back)
        return True

    def take_pasted(self, text: str) -> None:
        start = end = self._characters(self.cursorPosition())
        if self.hasSelectedText():
            start = self._characters(self.selectionStart())
            end = start + len(self.selectedText())
        self._put(start, end, one_line(text))

    def context_menu(self) -> QMenu:
        menu = super().context_menu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_clean)
        return menu

    def _put(self, start: int, end: int, text: str, after: int = 0) -> None:
        """Let `text` take the place of some characters, with the cursor `after` units after it."""
        shown = self.text()
        wanted = shown[:start] + text + shown[end:]
        self.textEdited.emit(wanted)
        if self.text() == one_line(wanted):  # else it was too long
            self.setCursorPosition(units(shown[:start] + text) + after)

    def _characters(self, length: int) -> int:
        return characters(self.text(), length)

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
