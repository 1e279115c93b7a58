"""Laid-out pages: they can be drawn on any painter, and say which field a point or place is."""

from bisect import bisect_left
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextLine,
)

from app.documents.forms import FormRules
from app.documents.outline import Origin
from app.minutes.place import Place


class Span(NamedTuple):
    """A run in the document: where it begins and ends, and where its text comes from."""

    start: int
    end: int
    origin: Origin | None


class LineBelow(NamedTuple):
    """A line drawn under the block at a position, as a share of its text's length."""

    position: int
    share: float


class Spot(NamedTuple):
    """Where something is: the page, counted from 0, and the area on it in device units."""

    page: int
    area: QRectF


class Pages:
    """A document laid out in pages. Lengths are in units of the device it was laid out for.

    `unit` is the number of those units in a millimetre.
    """

    def __init__(
        self,
        document: QTextDocument,
        spans: tuple[Span, ...],
        lines: tuple[LineBelow, ...],
        rules: FormRules,
        unit: float,
    ) -> None:
        self._document = document
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._lines = lines
        self._rules = rules
        self.unit = unit

    @property
    def count(self) -> int:
        return self._document.pageCount()

    @property
    def size(self) -> QSizeF:
        return self._document.pageSize()

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page with its upper left corner at the painter's origin, in black."""
        area = QRectF(QPointF(0, page * self.size.height()), self.size)
        painter.save()
        painter.translate(0, -area.top())
        painter.setClipRect(area)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = area
        context.palette.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))
        self._document.documentLayout().draw(painter, context)
        self._draw_lines(painter, area)
        self._draw_number(painter, page, area)
        painter.restore()

    def place_at(self, page: int, point: QPointF) -> Place | None:
        """The place printed at a point of a page, or nearest to it in the same paragraph."""
        where = point + QPointF(0, page * self.size.height())
        position = self._document.documentLayout().hitTest(where, Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(position)
        first = bisect_left(self._starts, block.position())
        last = bisect_left(self._starts, block.position() + block.length())
        told = [span for span in self._spans[first:last] if span.origin]
        nearest = min(told, key=lambda span: _distance(span, position), default=None)
        return nearest.origin.place if nearest and nearest.origin else None

    def spot_of(self, place: Place) -> Spot | None:
        """Where a place is printed first; its item stands in for a field that is not printed."""
        printed = [span for span in self._spans if span.origin and _same_item(span.origin, place)]
        exact = [span for span in printed if span.origin and span.origin.place == place]
        for span in exact or printed:
            return self._spot(span)
        return None

    def _spot(self, span: Span) -> Spot:
        block = self._document.findBlock(span.start)
        top = self._document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(span.start - block.position())
        area = _on_line(line, span, block.position()).translated(top.topLeft())
        page = int(area.top() // self.size.height())
        return Spot(page, area.translated(0, -page * self.size.height()))

    def _draw_lines(self, painter: QPainter, area: QRectF) -> None:
        pen = QPen(QColor(Qt.GlobalColor.black))
        pen.setWidthF(self._points(self._rules.drawn_line.weight.value))
        painter.setPen(pen)
        for line in self._lines:
            drawn = self._line_of(line)
            if area.contains(drawn.p1()):
                painter.drawLine(drawn)

    def _line_of(self, line: LineBelow) -> QLineF:
        block = self._document.findBlock(line.position)
        corner = self._document.documentLayout().blockBoundingRect(block).topLeft()
        layout: QTextLayout = block.layout()
        last = layout.lineAt(layout.lineCount() - 1)
        text = last.naturalTextRect().translated(corner)
        below = text.bottom() + self._points(self._rules.drawn_line.gap.value)
        half = text.width() * line.share / 2
        middle = text.center().x()
        return QLineF(middle - half, below, middle + half, below)

    def _draw_number(self, painter: QPainter, page: int, area: QRectF) -> None:
        rules = self._rules.page
        if page + 1 < rules.number_first.value:
            return
        look = self._rules.roles["page_number"].look()
        font = QFont(self._document.defaultFont())
        font.setPixelSize(round(self._points(look.size or 14)))
        painter.setFont(font)
        painter.setPen(QColor(Qt.GlobalColor.black))
        top = area.top() + rules.number_edge.value * self.unit
        line = QRectF(area.left(), top, area.width(), self._points(look.size or 14) * 1.5)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(page + 1)
        )

    def _points(self, points: float) -> float:
        return points * self.unit * 25.4 / 72

    def text(self) -> str:
        """All the text, as it is read: for tests and for copying."""
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        return cursor.selection().toPlainText()


def _same_item(origin: Origin, place: Place) -> bool:
    return origin.place.section == place.section and origin.place.item == place.item


def _distance(span: Span, position: int) -> int:
    """How many letters lie between a position and a span; 0 inside it."""
    return max(span.start - position, position - span.end, 0)


def _on_line(line: QTextLine, span: Span, block_start: int) -> QRectF:
    """What a span covers of the line that it begins on."""
    start = span.start - block_start
    end = min(span.end - block_start, line.textStart() + line.textLength())
    left, right = line.cursorToX(start)[0], line.cursorToX(end)[0]
    return QRectF(left, line.rect().top(), right - left, line.height())
