"""A field of several lines that grows with its text and keeps no history of its own."""

import unicodedata

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.widgets.plain import changed_span, units
from ui.widgets.plain_helped import PlainHelped


class TextField(PlainHelped, QPlainTextEdit):
    """A text of some lines. Too large a paste leaves it unchanged. Tab leaves the field."""

    edited = Signal(str, str)
    """What the user changed: the text before and after. Not sent for `set_value`."""
    entered = Signal()
    left = Signal()
    refused = Signal(int)
    """The text would be longer than this many characters; the field is as it was."""

    def __init__(
        self, limit: int, lines: tuple[int, int] = (2, 12), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._limit, self._lines = limit, lines
        self._known = self._hint = ""
        self._showing = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().contentsChange.connect(self._on_contents_change)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def placeholderText(self) -> str:
        """What an empty field says in grey, whole: it shows as much of it as it has lines for."""
        return self._hint

    def setPlaceholderText(self, text: str) -> None:
        self._hint = text
        self._show_hint()

    def value(self) -> str:
        """The text, without a word that is still being composed."""
        return self._known

    def set_value(self, value: object) -> None:
        """Show another text by changing only what differs, so that the cursor stays."""
        self._known = "" if value is None else str(value)
        shown = raw_text(self.document())
        if shown == self._known:
            return
        start, old_end, new_end = changed_span(shown, self._known)
        self._showing = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(shown[:start]))
        cursor.setPosition(units(shown[:old_end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(self._known[start:new_end])
        self._showing = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish()
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._show_hint()

    def part_of(self, _key: str) -> tuple[int, str]:
        return 0, self._known

    def room(self) -> int:
        return self._limit - len(self._known)

    def take_pasted(self, text: str) -> None:
        composed = unicodedata.normalize("NFC", text)
        if len(composed) > self.room() + len(self.textCursor().selectedText()):
            self.refused.emit(self._limit)
            return
        self.insertPlainText(composed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    def _height(self) -> int:
        least, most = self._lines
        lines = min(most, max(least, int(self.document().size().height())))
        frame = 2 * self.frameWidth() + 2 * int(self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + frame

    def _show_hint(self) -> None:
        """Let the hint end in dots where it has no room: a field that grew with it would never
        come to rest, as the bar of the page it lies on comes and goes."""
        shown = self._hint
        words = shown.split(" ")
        while len(words) > 1 and not self._has_room(shown):
            words.pop()
            shown = " ".join(words) + "…"
        super().setPlaceholderText(shown)

    def _has_room(self, hint: str) -> bool:
        margin = int(self.document().documentMargin())
        room = self.viewport().rect().adjusted(margin, margin, -margin, 0)
        wrapped = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, hint)
        return bool(wrapped.height() <= room.height())

    def _on_size_changed(self) -> None:
        self.updateGeometry()

    def _on_contents_change(self, *_where: int) -> None:
        if self._showing:
            return
        text = raw_text(self.document())
        before, self._known = self._known, text
        if before != text:
            self.edited.emit(before, text)


def raw_text(document: QTextDocument) -> str:
    """The text as it is: toPlainText() would turn no-break spaces into plain ones."""
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
