"""Columns without lines and tables with lines, as Open XML tables of fixed widths."""

from collections.abc import Iterable, Sequence
from copy import deepcopy

from app.documents.forms import FormRules
from app.documents.outline import Columns, Paragraph, Table
from app.word.elements import POINTS, Element, name, prototype, twips
from app.word.paragraphs import ParagraphWriter, prints

COLUMNS_STYLE = "BBCot"
TABLE_STYLE = "BBBang"
_VAL, _W = name("w:val"), name("w:w")
_EMPTY_CELL_ROLE = "table_cell"
_TABLE = prototype(
    '<w:tbl><w:tblPr><w:tblStyle/><w:tblW w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    "</w:tblPr><w:tblGrid/></w:tbl>"
)
_GRID_COLUMN = prototype("<w:gridCol/>")
_ROW = prototype("<w:tr><w:trPr><w:cantSplit/></w:trPr></w:tr>")
_HEAD_ROW = prototype("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr></w:tr>")
_SPACE_ABOVE = prototype('<w:tcMar><w:top w:type="dxa"/></w:tcMar>')
_CELL = prototype('<w:tc><w:tcPr><w:tcW w:type="dxa"/></w:tcPr></w:tc>')

Cells = Sequence[Sequence[Paragraph]]


class TableWriter:
    """Writes the tables of one document; `paragraphs` fills their cells."""

    def __init__(self, rules: FormRules, paragraphs: ParagraphWriter) -> None:
        self._rules = rules
        self._paragraphs = paragraphs

    def columns(self, block: Columns, *, keep_next: bool = False) -> Element:
        """Borderless columns that stay whole: no row breaks, and each keeps with the next.

        `keep_next`: the last row too, with what follows the columns.
        """
        layout = self._rules.columns[block.role]
        columns = without_empty_end(block.columns)
        widths = column_widths(layout.widths.value, len(columns), self._text_width)
        rows = level_rows(columns, layout.row_starts)
        table = _frame(COLUMNS_STYLE, widths)
        for number, cells in enumerate(rows, 1):
            keeps = keep_next or number < len(rows)
            table.append(self._row(_ROW, cells, widths, keep_next=keeps))
        if layout.space_above.value:
            _add_space_above(table, layout.space_above.value)
        return table

    def table(self, block: Table) -> Element:
        """A table with lines, whose head is repeated on every page."""
        shares = self._rules.tables[block.role].shares.value
        wanted = tuple(share * self._text_width for share in shares)
        widths = column_widths(wanted, len(block.head.cells), self._text_width)
        table = _frame(TABLE_STYLE, widths)
        table.append(self._row(_HEAD_ROW, block.head.cells, widths))
        table.extend(self._row(_ROW, row.cells, widths) for row in block.rows)
        return table

    @property
    def _text_width(self) -> float:
        return self._rules.page.text_width

    def _row(
        self, kind: Element, cells: Cells, widths: Sequence[float], *, keep_next: bool = False
    ) -> Element:
        row = deepcopy(kind)
        for cell, width in zip(cells, widths, strict=True):
            row.append(self._cell(cell, width, keep_next=keep_next))
        return row

    def _cell(self, content: Sequence[Paragraph], width: float, *, keep_next: bool) -> Element:
        cell = deepcopy(_CELL)
        cell[0][0].set(_W, str(twips(width)))
        for paragraph in filter(prints, content):
            cell.append(self._paragraphs.element(paragraph, width * POINTS, keep_next=keep_next))
        if len(cell) == 1:  # a cell without a paragraph is a damaged file to Word
            cell.append(self._paragraphs.empty(_EMPTY_CELL_ROLE))
        return cell


def without_empty_end(columns: Cells) -> Cells:
    """The columns up to the last in which something prints."""
    printing = [number for number, column in enumerate(columns, 1) if any(map(prints, column))]
    return columns[: max(printing, default=0)]


def column_widths(wanted: Sequence[float], count: int, whole: float) -> Sequence[float]:
    """Widths of `count` columns: those of the form as far as they go, else equal ones."""
    return wanted[:count] if count <= len(wanted) else (whole / count,) * count


def level_rows(columns: Cells, row_starts: Iterable[str]) -> list[list[list[Paragraph]]]:
    """Columns as rows of cells: a new row at each of `row_starts`, when all columns have it.

    So the number and the date, or the two signatories' names, stand on one line.
    """
    starts = frozenset(row_starts)
    pieces = [_pieces(column, starts) for column in columns]
    level = len({len(column) for column in pieces}) == 1 and all(map(all, pieces))
    whole = [list(column) for column in columns]
    return [list(row) for row in zip(*pieces, strict=True)] if level else [whole]


def _pieces(column: Sequence[Paragraph], starts: frozenset[str]) -> list[list[Paragraph]]:
    pieces: list[list[Paragraph]] = [[]]
    for paragraph in filter(prints, column):
        if paragraph.role in starts:
            pieces.append([])
        pieces[-1].append(paragraph)
    return pieces


def _frame(style: str, widths: Sequence[float]) -> Element:
    table = deepcopy(_TABLE)
    properties, grid = table
    properties[0].set(_VAL, style)
    properties[1].set(_W, str(sum(twips(width) for width in widths)))
    for width in widths:
        column = deepcopy(_GRID_COLUMN)
        column.set(_W, str(twips(width)))
        grid.append(column)
    return table


def _add_space_above(table: Element, points: float) -> None:
    """Room in the first row's cells, since a table has no space of its own above it."""
    first_row = next(table.iterchildren(name("w:tr")))
    for cell in first_row.iterchildren(name("w:tc")):
        margin = deepcopy(_SPACE_ABOVE)
        margin[0].set(_W, str(round(points * 20)))
        cell[0].append(margin)
