"""Laid-out pages: they can be drawn on any painter, and say which field a point or place is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.documents.forms import FormRules
from app.documents.outline import Origin
from app.minutes.place import Place
from ui.preview.fonts import POINT, font_of
from ui.preview.paging import Part, Sheet
from ui.preview.set_paragraph import MILLIMETRE, Letters, SetParagraph


class Spot(NamedTuple):
    """Where something is: the page, counted from 0, and the area on it in units of the page."""

    page: int
    area: QRectF


class Heading(NamedTuple):
    """An entry of the outline of a PDF: its words, its level from 1, and where it stands."""

    text: str
    level: int
    spot: Spot


class Pages:
    """Sheets of strips, with the margins of their form. `unit`: how many make a millimetre."""

    unit = MILLIMETRE

    def __init__(self, sheets: Sequence[Sheet], rules: FormRules, letters: Letters) -> None:
        self.sheets = sheets
        self.rules = rules
        self._letters = letters

    @property
    def count(self) -> int:
        return len(self.sheets)

    @property
    def size(self) -> QSizeF:
        page = self.rules.page
        return QSizeF(page.width.value, page.height.value) * MILLIMETRE

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page with its upper left corner at the painter's origin, in black."""
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(Qt.GlobalColor.black), POINT / 2))
        for corner, part in self._parts(page):
            if isinstance(part.content, SetParagraph):
                part.content.draw(painter, corner, part.line)
            else:
                painter.drawRect(part.content.translated(corner))
        self._draw_number(painter, page)
        painter.restore()

    def looks_like(self, page: int, other: "Pages") -> bool:
        """Whether a page of `other` would be drawn just like this one's."""
        if page >= min(self.count, other.count) or self.rules is not other.rules:
            return False
        mine, theirs = self.sheets[page], other.sheets[page]
        return len(mine) == len(theirs) and all(
            a.top == b.top and a.strip.parts == b.strip.parts
            for a, b in zip(mine, theirs, strict=True)
        )

    def place_at(self, page: int, point: QPointF) -> Place | None:
        """The place printed at a point of a page, or nearest to it in the same paragraph."""
        lines = [
            (corner, part)
            for corner, part in self._parts(page)
            if isinstance(part.content, SetParagraph)
        ]
        if not lines:
            return None
        corner, part = min(lines, key=lambda line: _away(line[0], line[1], point))
        origin = part.content.place_at(part.line, point.x() - corner.x())
        return origin.place if origin else None

    def spot_of(self, place: Place) -> Spot | None:
        """Where a place is printed first; its item stands in for a field that is not printed."""
        item: Spot | None = None
        for page, corner, part in self._paragraph_starts():
            for span in part.content.spans:
                if span.origin and _same_item(span.origin, place):
                    if span.origin.place == place:
                        return self._spot(page, corner, part, span)
                    item = item or self._spot(page, corner, part, span)
        return item

    def headings(self) -> list[Heading]:
        """The headings in order, for the outline of a PDF."""
        found = []
        for page, corner, part in self._paragraph_starts():
            made: SetParagraph = part.content
            if made.look.outline:
                area = QRectF(corner, QSizeF(made.width, made.line_height))
                text = made.text.upper() if made.look.caps else made.text
                found.append(Heading(text, made.look.outline, Spot(page, area)))
        return found

    def text(self) -> str:
        """All the text, as it is read: for tests and for copying."""
        return "\n".join(part.content.text for _, _, part in self._paragraph_starts())

    def lines(self, page: int) -> list[str]:
        """The lines of a page from top to bottom, as they are read across all cells."""
        rows: dict[int, list[str]] = {}
        for corner, part in self._parts(page):
            if isinstance(part.content, SetParagraph):
                words = part.content.line_text(part.line).strip()
                rows.setdefault(round(corner.y()), []).append(words)
        return [" ".join(rows[top]) for top in sorted(rows)]

    def _parts(self, page: int) -> Iterator[tuple[QPointF, Part]]:
        """What stands on a page, with the corner of each."""
        left, top = self._left(page), self.rules.page.top.value * MILLIMETRE
        for placed in self.sheets[page]:
            for part in placed.strip.parts:
                yield QPointF(left + part.x, top + placed.top + part.y), part

    def _paragraph_starts(self) -> Iterator[tuple[int, QPointF, Part]]:
        """The first line of each paragraph; a repeated head counts once."""
        for page, sheet in enumerate(self.sheets):
            for placed in sheet:
                if not placed.again:
                    for part in placed.strip.parts:
                        if part.line == 0:
                            yield page, self._corner(page, placed.top, part), part

    def _corner(self, page: int, top: float, part: Part) -> QPointF:
        margin = self.rules.page.top.value * MILLIMETRE
        return QPointF(self._left(page) + part.x, margin + top + part.y)

    def _spot(self, page: int, corner: QPointF, part: Part, span: object) -> Spot:
        """Where a span begins: perhaps on a later page than its paragraph."""
        number, area = part.content.where(span)
        if number == 0:
            return Spot(page, area.translated(corner))
        for later in range(page, self.count):
            for at, other in self._parts(later):
                if other.content is part.content and other.line == number:
                    return Spot(later, area.translated(at))
        return Spot(page, area.translated(corner))

    def _left(self, page: int) -> float:
        """The left margin: on back pages the other one, where the form has two sides."""
        rules = self.rules.page
        swapped = rules.two_sided.value and page % 2 == 1
        return (rules.right if swapped else rules.left).value * MILLIMETRE

    def _draw_number(self, painter: QPainter, page: int) -> None:
        rules = self.rules.page
        if page + 1 < rules.number_first.value:
            return
        look = self._letters.looks["page_number"]
        painter.setFont(font_of(look, look, self._letters.family))
        top = rules.number_edge.value * MILLIMETRE
        width = rules.text_width * MILLIMETRE
        line = QRectF(self._left(page), top, width, (look.size or 14) * 1.5 * POINT)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(page + 1)
        )


def _same_item(origin: Origin, place: Place) -> bool:
    return origin.place.section == place.section and origin.place.item == place.item


def _away(corner: QPointF, part: Part, point: QPointF) -> tuple[float, float]:
    """How far a line lies from a point: first down, then across."""
    made: SetParagraph = part.content
    down = max(corner.y() - point.y(), point.y() - corner.y() - made.line_height, 0)
    across = max(corner.x() - point.x(), point.x() - corner.x() - made.width, 0)
    return down, across
