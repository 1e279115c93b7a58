"""How a row of the archive's list is painted: date and state above, the headline in two lines, and
while one searches a line with what was found, the words marked.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.widgets.own_words import OwnWords

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

DATE = Qt.ItemDataRole.UserRole + 1
ID = Qt.ItemDataRole.UserRole + 2
STATE = Qt.ItemDataRole.UserRole + 3
HITS = Qt.ItemDataRole.UserRole + 4
"""The stretches of the headline that were searched for: pairs of characters."""
EXCERPT = Qt.ItemDataRole.UserRole + 5
"""A text and its stretches; None while nothing is searched for."""
Index = QModelIndex | QPersistentModelIndex
Ranges = Sequence[tuple[int, int]]
_TOP_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class RowDelegate(OwnWords):
    """All rows are of one height: four lines while one searches, else three."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        headline = str(index.data())
        self.draw_ground(painter, option, index)
        selected = self.is_selected(index)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        margin = option.fontMetrics.averageCharWidth()
        area = option.rect.adjusted(margin, margin // 2, -margin, -margin // 2)
        painter.save()
        painter.setPen(option.palette.color(role))
        used = _draw_date(painter, option, area, str(index.data(DATE) or ""))
        beside = area.adjusted(used, 0, 0, 0)
        state = str(index.data(STATE) or "")
        elided = option.fontMetrics.elidedText(state, Qt.TextElideMode.ElideRight, beside.width())
        painter.drawText(beside, _TOP_RIGHT, elided)
        lines = _Lines(painter, area.adjusted(0, option.fontMetrics.height(), 0, 0), option.font)
        excerpt, hits = index.data(EXCERPT), index.data(HITS) or ()
        found = _found(option.palette, selected) if excerpt or hits else None
        # Where there is nothing to show below, its line is the headline's: the words that were
        # found there may well be the last ones.
        elsewhere = excerpt is not None and bool(excerpt.text)
        lines.draw(headline, hits, found, count=2 if elsewhere or excerpt is None else 3)
        if elsewhere:
            lines.draw(excerpt.text, excerpt.ranges, found, count=1)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = option.fontMetrics
        lines = 3 if index.data(EXCERPT) is None else 4
        return QSize(
            metrics.averageCharWidth() * 20, metrics.height() * lines + metrics.averageCharWidth()
        )


class _Lines:
    """Lines of text one below the other; what does not fit into the last ends in an ellipsis."""

    def __init__(self, painter: QPainter, area: QRect, font: QFont) -> None:
        self._painter = painter
        self._area = area
        self._font = font
        self._metrics = QFontMetrics(font)
        self._top = area.top()

    def draw(
        self, text: str, ranges: Ranges, found: "QTextCharFormat | None", *, count: int
    ) -> None:
        rest, at = text, 0
        bottom = self._top + count * self._metrics.height()
        for number in range(1, count + 1):
            line = self._elided(rest) if number == count else self._first_line(rest)
            inside = [(a - at, b - at) for a, b in ranges]
            self._draw_line(line, inside, found)
            at += len(line)
            rest = text[at:]
        self._top = bottom

    def _elided(self, text: str) -> str:
        mode = Qt.TextElideMode.ElideRight
        return self._metrics.elidedText(text, mode, self._area.width())

    def _first_line(self, text: str) -> str:
        layout = QTextLayout(text, self._font)
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(self._area.width())
        layout.endLayout()
        return text[: _characters(text, line.textLength())] if line.isValid() else ""

    def _draw_line(self, line: str, ranges: Ranges, found: "QTextCharFormat | None") -> None:
        layout = QTextLayout(line, self._font)
        formats = []
        for first, last in ranges:
            start, end = max(0, first), min(len(line), last)
            if start < end and found is not None:
                stretch = QTextLayout.FormatRange()
                stretch.start, stretch.length = _units(line[:start]), _units(line[start:end])
                stretch.format = found
                formats.append(stretch)
        layout.setFormats(formats)
        layout.beginLayout()
        made = layout.createLine()
        if made.isValid():
            made.setLineWidth(10_000)
        layout.endLayout()
        layout.draw(self._painter, QPointF(self._area.left(), self._top))
        self._top += self._metrics.height()


def _draw_date(painter: QPainter, option: QStyleOptionViewItem, area: QRect, date: str) -> int:
    """Draws the date, and says how much of the line it takes, in pixels."""
    font = QFont(option.font)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(area, _TOP_LEFT, date)
    used = painter.fontMetrics().horizontalAdvance(date)
    painter.setFont(option.font)
    return used + option.fontMetrics.averageCharWidth() // 2


def _found(palette: QPalette, selected: bool) -> "QTextCharFormat":
    """How found words look; on the colour of a selection a tint could not be read."""
    from PySide6.QtGui import QTextCharFormat  # while one searches: it brings 150 words along

    from ui.appearance.tints import Look, Underline, tinted

    look = Look(hue=45, underline=Underline.SingleUnderline)
    form = QTextCharFormat() if selected else tinted(look, palette)
    form.setFontWeight(QFont.Weight.Bold)
    form.setFontUnderline(True)
    return form


def _units(text: str) -> int:
    """Qt counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _characters(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))
