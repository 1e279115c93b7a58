"""A paragraph broken into lines for one width. It does not know where on a page it stands."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.documents.forms import Look
from app.documents.outline import Origin, Paragraph
from ui.preview.fonts import POINT, SINGLE, font_of

MILLIMETRE = POINT * 72 / 25.4
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justify": Qt.AlignmentFlag.AlignJustify,
}
_ASCENT_OF_EXACT = 0.8
"""The share of an exact line height that stands above the base line."""
_BOX_WEIGHT = POINT
_BOX_PADDING = 2 * MILLIMETRE


class Span(NamedTuple):
    """A run in its paragraph: where it begins and ends, and where its text comes from."""

    start: int
    end: int
    origin: Origin | None


class Letters(NamedTuple):
    """How the letters of a form look: its roles, the font that is here, and the drawn line."""

    looks: Mapping[str, Look]
    family: str
    line_weight: float
    line_gap: float


class SetParagraph:
    """Lines of one paragraph, all of one height. Lengths are in units of the page."""

    def __init__(self, paragraph: Paragraph, width: float, letters: Letters) -> None:
        self.role = paragraph.role
        self.look = letters.looks[paragraph.role]
        self.width = width
        self._letters = letters
        size = self.look.size or 14
        self.line_height, self.trail = _line_height(self.look, size)
        self.above = self.look.before * POINT
        self.below = self.look.after * POINT
        self.padding = self._padding(size)
        self.spans, formats, text = _runs(paragraph, letters)
        self._base = font_of(self.look, self.look, letters.family)
        self._metrics = QFontMetricsF(self._base)
        self._layout = QTextLayout(text, self._base)
        self._layout.setCacheEnabled(True)
        self._layout.setFormats(formats)
        self._layout.setTextOption(_option(self.look))
        self._break()

    @property
    def text(self) -> str:
        return str(self._layout.text()).replace("\u2028", "\n")

    @property
    def count(self) -> int:
        return int(self._layout.lineCount())

    def draw(self, painter: QPainter, corner: QPointF, number: int) -> None:
        """Draw one line, with the upper left corner of its paragraph's area at `corner`."""
        line = self._layout.lineAt(number)
        line.draw(painter, corner - QPointF(0, number * self.line_height))
        if number == self.count - 1 and self.look.rule_below:
            self._draw_rule(painter, corner)
        if self.look.box:
            self._draw_box(painter, corner, number)

    def ink(self, number: int) -> QRectF:
        """Where the letters of a line stand, from the corner of the line."""
        line = self._layout.lineAt(number)
        area = line.naturalTextRect()
        return QRectF(area.left(), 0, area.width(), self.line_height)

    def place_at(self, number: int, x: float) -> Origin | None:
        """What the text at `x` of a line comes from, or the nearest text of the paragraph does."""
        line = self._layout.lineAt(number)
        position = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        told = [span for span in self.spans if span.origin]
        nearest = min(told, key=lambda span: _distance(span, position), default=None)
        return nearest.origin if nearest else None

    def where(self, span: Span) -> tuple[int, QRectF]:
        """The line on which a span begins, and what it covers of it."""
        line = self._layout.lineForTextPosition(span.start)
        number = line.lineNumber() if line.isValid() else 0
        line = self._layout.lineAt(number)
        end = min(span.end, line.textStart() + line.textLength())
        left, right = (line.cursorToX(at)[0] for at in (span.start, end))  # type: ignore[index]
        return number, QRectF(left, 0, right - left, self.line_height)

    def line_text(self, number: int) -> str:
        line = self._layout.lineAt(number)
        start = line.textStart()
        words = self._layout.text()[start : start + line.textLength()]
        return words.upper() if self.look.caps else words

    def _break(self) -> None:
        look = self.look
        sides = (look.left + look.right) * MILLIMETRE
        room = max(POINT, self.width - sides)
        self._layout.beginLayout()
        number = 0
        while (line := self._layout.createLine()).isValid():
            indent = look.first_line * MILLIMETRE if number == 0 else 0
            line.setLineWidth(max(POINT, room - indent))
            base = number * self.line_height + self._above_base()
            line.setPosition(QPointF(look.left * MILLIMETRE + indent, base - line.ascent()))
            number += 1
        self._layout.endLayout()

    def _above_base(self) -> float:
        """From the top of a line down to the base line."""
        if self.look.line_unit == "pt":
            return self.line_height * _ASCENT_OF_EXACT
        return self.line_height - self.trail - self._metrics.descent()

    def _padding(self, size: float) -> float:
        """Room above and below the text inside a box."""
        if not self.look.box:
            return 0
        text = size * SINGLE * self.look.line * POINT
        room = (self.look.box_height * MILLIMETRE - 2 * _BOX_WEIGHT - text) / 2
        return round(max(0.0, min(31 * POINT, room)) / POINT) * POINT + _BOX_WEIGHT

    def _draw_rule(self, painter: QPainter, corner: QPointF) -> None:
        length = max(self.ink(line).width() for line in range(self.count)) * self.look.rule_below
        middle = corner.x() + self.width / 2
        top = corner.y() + self.line_height + self._letters.line_gap * POINT
        with _pen(painter, self._letters.line_weight * POINT):
            painter.drawLine(QLineF(middle - length / 2, top, middle + length / 2, top))

    def _draw_box(self, painter: QPainter, corner: QPointF, number: int) -> None:
        known = self.look.box_widths.get(self.line_text(number).strip().upper())
        wanted = known * MILLIMETRE if known else self.ink(number).width() + 2 * _BOX_PADDING
        area = QRectF(0, 0, wanted, self.line_height + 2 * self.padding - _BOX_WEIGHT)
        area.moveCenter(corner + QPointF(self.width / 2, self.line_height / 2))
        with _pen(painter, _BOX_WEIGHT):
            painter.drawRect(area)


@contextmanager
def _pen(painter: QPainter, weight: float) -> Iterator[None]:
    """Draw with a pen of another weight for a while."""
    before, other = painter.pen(), painter.pen()
    other.setWidthF(weight)
    painter.setPen(other)
    yield
    painter.setPen(before)


def _runs(
    paragraph: Paragraph, letters: Letters
) -> tuple[tuple[Span, ...], list[QTextLayout.FormatRange], str]:
    look = letters.looks[paragraph.role]
    spans: list[Span] = []
    formats: list[QTextLayout.FormatRange] = []
    text, at = "", 0
    for run in paragraph.runs:
        own = letters.looks[run.role] if run.role else look
        words = run.text.replace("\n", "\u2028")
        # Qt counts in UTF-16, in which a letter beyond the first plane is two.
        length = len(words.encode("utf-16-le")) // 2
        spans.append(Span(at, at + length, run.origin))
        formats.append(
            _format(at, length, font_of(look, own, letters.family), own.colour or look.colour)
        )
        text, at = text + words, at + length
    return tuple(spans), formats, text


def _format(start: int, length: int, font: QFont, colour: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    style = QTextCharFormat()
    style.setFont(font)
    if colour:
        style.setForeground(QColor(f"#{colour}"))
    made.format = style
    return made


def _option(look: Look) -> QTextOption:
    option = QTextOption(_ALIGNMENTS[look.align])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    return option


def _line_height(look: Look, size: float) -> tuple[float, float]:
    """The height of a line, and what of it stands below what its letters need."""
    if look.line_unit == "pt":
        return look.line * POINT, 0
    single = round(size * SINGLE * POINT)
    height = round(single * look.line)
    return height, max(0, height - single)


def _distance(span: Span, position: int) -> int:
    """How many letters lie between a position and a span; 0 inside it."""
    return max(span.start - position, position - span.end + 1, 0)
