"""What every editor of several lines shares: help for whoever types."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from ui.widgets.composition import Composing
from ui.widgets.helped import Helped
from ui.widgets.history_free import HistoryFree
from ui.widgets.plain import characters


class PlainHelped(HistoryFree, Helped, Composing):
    """A mixin before QPlainTextEdit. The editor says how many characters it has `room` for."""

    def room(self) -> int:
        """How many characters more the paragraph of the cursor may have."""
        raise NotImplementedError

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

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.put_pasted(source)
