"""A plain editor with a column at its left for marks, which show where a paragraph begins."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class NumberedEdit(QPlainTextEdit):
    """Draws `mark_of` each block beside its first line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._gutter_width = 0
        super().__init__(parent)
        self._gutter = _Gutter(self)
        self.updateRequest.connect(self._on_update_request)
        self.fit_gutter()

    def mark_of(self, number: int) -> str:
        """What stands beside the block with this number."""
        return str(number + 1)

    def fit_gutter(self) -> None:
        """Make room for the widest mark, and draw the marks again."""
        digits = max(2, len(str(self.blockCount())))
        width = self.fontMetrics().horizontalAdvance("0" * (digits + 1))
        if width != self._gutter_width:
            self._gutter_width = width
            self.setViewportMargins(width, 0, 0, 0)
            self._lay_gutter()
        self._gutter.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit_gutter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_gutter()

    def paint_gutter(self, event: QPaintEvent) -> None:
        """Draw the marks of the blocks that are seen."""
        painter = QPainter(self._gutter)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        line = self.fontMetrics().lineSpacing()
        width = self._gutter_width - self.fontMetrics().horizontalAdvance("0") // 2
        block = self.firstVisibleBlock()
        while block.isValid():
            around = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if around.top() > event.rect().bottom():
                break
            place = QRect(0, int(around.top()), width, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, self.mark_of(block.blockNumber()))
            block = block.next()
        painter.end()

    def _lay_gutter(self) -> None:
        around = self.contentsRect()
        self._gutter.setGeometry(
            QRect(around.left(), around.top(), self._gutter_width, around.height())
        )

    def _on_update_request(self, rect: QRect, scrolled: int) -> None:
        if scrolled:
            self._gutter.scroll(0, scrolled)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())


class _Gutter(QWidget):
    def __init__(self, edit: NumberedEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._edit.paint_gutter(event)
