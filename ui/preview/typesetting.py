"""Outline -> pages: the same roles as in Word, broken into lines and pages as Word does it.

A paragraph that is printed as it was before is not set again, so that a key costs one paragraph.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QRectF

from app.documents.columns import column_widths, level_rows, prints, without_empty_end
from app.documents.flow import belongs_with, keeps_with
from app.documents.forms import FormRules
from app.documents.outline import Block, Columns, Outline, Paragraph, Table
from ui.preview.fonts import POINT, complete, family
from ui.preview.pages import Pages
from ui.preview.paging import Bond, Paginator, Part, Strip
from ui.preview.set_paragraph import MILLIMETRE, Letters, SetParagraph

T = TypeVar("T")
Cells = tuple[tuple[Paragraph, ...], ...]
_TABLE_END = "table_end"
_EMPTY_CELL = Paragraph("table_cell", ())


class CellStyle(NamedTuple):
    """Room inside the cells of a kind of table, and the weight of its lines."""

    side: float = 0
    top: float = 0
    border: float = 0


_PLAIN = CellStyle()
_LINED = CellStyle(side=85, top=28, border=POINT / 2)
"""As the styles of the blank Word file have it."""


class Typesetter:
    """Sets outlines, and keeps the paragraphs of the last one for the next."""

    def __init__(self) -> None:
        self._rules: FormRules | None = None
        self._letters: Letters
        self._paginator: Paginator
        self._before: dict[tuple[object, ...], Any] = {}
        self._used: dict[tuple[object, ...], Any] = {}
        self.set_anew = 0
        """How many paragraphs the last outline needed set that were not there before."""

    def typeset(self, outline: Outline, rules: FormRules) -> Pages:
        """Lay an outline out in pages."""
        if rules is not self._rules:
            self._take_rules(rules)
        self._used, self.set_anew = {}, 0
        sheets = self._paginator.paginate(list(self._strips(outline.blocks)))
        self._before = self._used
        return Pages(sheets, rules, self._letters)

    def _take_rules(self, rules: FormRules) -> None:
        self._rules = rules
        self._before = {}
        self._paginator = Paginator(_text_height(rules))
        name = family()
        complete(name)
        self._letters = Letters(
            {name: role.look() for name, role in rules.roles.items()},
            name,
            rules.drawn_line.weight.value,
            rules.drawn_line.gap.value,
        )

    def _strips(self, blocks: tuple[Block, ...]) -> Iterator[Strip]:
        printing = [block for block in blocks if _prints(block)]
        for block, following in zip(printing, (*printing[1:], None), strict=False):
            match block:
                case Paragraph():
                    yield from self._paragraph(block, following)
                    continue
                case Columns():
                    yield from self._columns(block, keeps=belongs_with(block, following))
                case Table():
                    yield from self._table(block)
            if not isinstance(following, Paragraph):
                yield from self._table_end(following)

    def _paragraph(self, block: Paragraph, following: Block | None) -> tuple[Strip, ...]:
        keeps, below = keeps_with(block, following), self._room_above(following)
        return self._kept(("paragraph", block, keeps, below), self._lines, block, keeps, below)

    def _lines(self, block: Paragraph, keeps: bool, below: float) -> tuple[Strip, ...]:
        made = self._set(block, self._text_width)
        keeps = keeps or made.look.keep_next
        last = made.count - 1
        return tuple(
            Strip(
                made.line_height - made.trail + made.padding * ((line == 0) + (line == last)),
                (Part(0, made.padding if line == 0 else 0, made, line),),
                above=made.above if line == 0 else 0,
                below=max(made.below, below) if line == last else 0,
                trail=made.trail,
                bond=_bond(made, line, keeps=keeps),
            )
            for line in range(made.count)
        )

    def _table_end(self, following: Block | None) -> Iterator[Strip]:
        """The paragraph that Word itself demands after a table."""
        height = self._letters.looks[_TABLE_END].line * POINT
        room = self._room_above(following)
        yield Strip(height, (), below=room, bond=_keeping(isinstance(following, Columns)))

    def _columns(self, block: Columns, *, keeps: bool) -> Iterator[Strip]:
        rules = self._form.columns[block.role]
        columns = without_empty_end(block.columns)
        wanted = column_widths(rules.widths.value, len(columns), self._form.page.text_width)
        rows = level_rows(columns, rules.row_starts)
        for number, row in enumerate(rows):
            room = rules.space_above.value * POINT if number == 0 else 0
            bond = Bond.WHOLE if number < len(rows) - 1 else _keeping(keeps)
            cells = tuple(map(tuple, row))
            yield self._one_row(cells, tuple(wanted), _PLAIN._replace(top=room), bond, None)

    def _table(self, block: Table) -> Iterator[Strip]:
        shares = self._form.tables[block.role].shares.value
        whole = self._form.page.text_width
        wanted = column_widths([share * whole for share in shares], len(block.head.cells), whole)
        widths = tuple(wanted)
        head = self._one_row(block.head.cells, widths, _LINED, Bond.KEEP, None)
        yield head
        for row in block.rows:
            yield self._one_row(row.cells, widths, _LINED, Bond.NONE, head)

    def _one_row(
        self,
        cells: Cells,
        widths: tuple[float, ...],
        style: CellStyle,
        bond: Bond,
        head: Strip | None,
    ) -> Strip:
        return self._kept(
            ("row", cells, widths, style, bond, head), self._row, cells, widths, style, bond, head
        )

    def _row(
        self,
        cells: Cells,
        widths: tuple[float, ...],
        style: CellStyle,
        bond: Bond,
        head: Strip | None,
    ) -> Strip:
        edges = [0.0, *accumulate(round(width * MILLIMETRE) for width in widths)]
        parts: list[Part] = []
        height = 0.0
        for cell, left, right in zip(cells, edges, edges[1:], strict=False):
            inside, bottom = self._cell(cell, left + style.side, right - style.side, style)
            parts += inside
            height = max(height, bottom)
        height += style.top if style.border else 0
        if style.border:
            frames = pairwise(edges)
            parts += [Part(a, 0, QRectF(0, 0, b - a, height)) for a, b in frames]
        return Strip(height, tuple(parts), bond=bond, head=head)

    def _cell(
        self, cell: Sequence[Paragraph], left: float, right: float, style: CellStyle
    ) -> tuple[list[Part], float]:
        """What stands in a cell, and how far down it reaches."""
        parts: list[Part] = []
        top, below = style.top + style.border, 0.0
        for paragraph in [*filter(prints, cell)] or [_EMPTY_CELL]:
            made = self._set(paragraph, right - left)
            top += max(below, made.above) + made.padding
            for line in range(made.count):
                parts.append(Part(left, top + line * made.line_height, made, line))
            top += made.count * made.line_height + made.padding
            below = made.below
        return parts, top + below

    def _set(self, paragraph: Paragraph, width: float) -> SetParagraph:
        return self._kept(("set", paragraph, width), self._set_anew, paragraph, width)

    def _set_anew(self, paragraph: Paragraph, width: float) -> SetParagraph:
        self.set_anew += 1
        return SetParagraph(paragraph, width, self._letters)

    def _kept(self, key: tuple[object, ...], make: Callable[..., T], *how: object) -> T:
        """What was made for the same key for the last outline or for this one, or else made now."""
        made = self._used.get(key) or self._before.get(key) or make(*how)
        self._used[key] = made
        return made

    @property
    def _form(self) -> FormRules:
        assert self._rules
        return self._rules

    @property
    def _text_width(self) -> float:
        return round(self._form.page.text_width * MILLIMETRE)

    def _room_above(self, following: Block | None) -> float:
        """A table with lines has no space of its own above it: what stands before it gives it."""
        if isinstance(following, Table):
            return self._form.tables[following.role].space_above.value * POINT
        return 0


def typeset(outline: Outline, rules: FormRules) -> Pages:
    """Lay one outline out in pages."""
    return Typesetter().typeset(outline, rules)


def _prints(block: Block) -> bool:
    match block:
        case Paragraph():
            return prints(block)
        case Columns():
            return bool(without_empty_end(block.columns))
        case Table():
            return True


def _keeping(keeps: bool) -> Bond:
    return Bond.KEEP if keeps else Bond.NONE


def _bond(made: SetParagraph, line: int, *, keeps: bool) -> Bond:
    """Of a line with the next: no line of a paragraph stands alone on a page, and what keeps with
    the next paragraph stays whole."""
    last = made.count - 1
    if line == last:
        return _keeping(keeps)
    whole = keeps or made.look.keep_lines or bool(made.padding)
    return Bond.WHOLE if whole or line in (0, last - 1) else Bond.NONE


def _text_height(rules: FormRules) -> float:
    return round(rules.page.text_height * MILLIMETRE)
