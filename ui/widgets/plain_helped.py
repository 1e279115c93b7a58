"""What every editor of several lines shares: help for whoever types, letters of another size."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor, QWheelEvent

from ui.widgets.composition import Composing
from ui.widgets.helped import Helped
from ui.widgets.history_free import HistoryFree
from ui.widgets.plain import characters, units

_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
_CLAIMS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class PlainHelped(HistoryFree, Helped, Composing):
    """A mixin before QPlainTextEdit. The editor says how many characters it has `room` for."""

    zoom_wanted = Signal(int)
    """Larger (1), smaller (-1), or as large as the rest (0)."""
    _zoom = 100

    def room(self) -> int:
        """How many characters more the paragraph of the cursor may have."""
        raise NotImplementedError

    def setPlaceholderText(self, text: str) -> None:
        """Show another hint at once: Qt would draw it when something else is drawn."""
        super().setPlaceholderText(text)  # type: ignore[misc]
        self.viewport().update()  # type: ignore[attr-defined]

    def words_before(self) -> str:
        cursor: QTextCursor = self.textCursor()  # type: ignore[attr-defined]
        if cursor.hasSelection():
            return ""
        text = cursor.block().text()
        return text[: characters(text, cursor.positionInBlock())]

    def replace_before(self, back: int, length: int, text: str) -> bool:
        if len(text) - length > self.room():
            return False
        end = self.textCursor().position() - back  # type: ignore[attr-defined]
        cursor = QTextCursor(self.document())  # type: ignore[attr-defined]
        cursor.setPosition(end - length)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        return True

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files that are dropped are the window's."""
        return not source.hasUrls() and bool(super().canInsertFromMimeData(source))  # type: ignore[misc]

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.put_pasted(source)

    def reveal(self, key: str, start: int, end: int) -> None:
        """Select some characters of the text, or of the part of it with a key, and show them."""
        begin, text = self.part_of(key)
        cursor = QTextCursor(self.document())  # type: ignore[attr-defined]
        cursor.setPosition(begin + units(text[:start]))
        cursor.setPosition(begin + units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)  # type: ignore[attr-defined]
        self.ensureCursorVisible()  # type: ignore[attr-defined]

    def part_of(self, _key: str) -> tuple[int, str]:
        """Where the part with a key begins, and its text; where there are no parts, all of it."""
        raise NotImplementedError

    def zoom(self, percent: int) -> None:
        """Letters of another size than those around the editor."""
        self._zoom = percent
        font = QFont()
        if percent != 100:
            font = QFont(self.parentWidget().font())  # type: ignore[attr-defined]
            font.setPointSizeF(font.pointSizeF() * percent / 100)
        self.setFont(font)  # type: ignore[attr-defined]
        self.updateGeometry()  # type: ignore[attr-defined]

    def event(self, event: QEvent) -> bool:
        if event.type() in _CLAIMS and isinstance(event, QKeyEvent):
            step = _zoom_step(event)
            if step is not None:
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    self.zoom_wanted.emit(step)
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom_wanted.emit(1 if turned > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)  # type: ignore[misc]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)  # type: ignore[misc]
        if event.type() is QEvent.Type.ApplicationFontChange and self._zoom != 100:
            self.zoom(self._zoom)


def _zoom_step(event: QKeyEvent) -> int | None:
    modifiers = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    if modifiers != Qt.KeyboardModifier.ControlModifier:
        return None
    return _STEPS.get(Qt.Key(event.key()))
