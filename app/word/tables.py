"""Columns without lines and tables with lines, as Open XML tables of fixed widths."""

from collections.abc import Sequence

from app.documents.columns import Cells, column_widths, level_rows, prints, without_empty_end
from app.documents.forms import FormRules
from app.documents.outline import Columns, Paragraph, Table
from app.word.elements import POINTS, twips
from app.word.paragraphs import ParagraphWriter

COLUMNS_STYLE = "BBCot"
TABLE_STYLE = "BBBang"
_EMPTY_CELL_ROLE = "table_cell"
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


class TableWriter:
    """Writes the tables of one document; `paragraphs` fills their cells."""

    def __init__(self, rules: FormRules, paragraphs: ParagraphWriter) -> None:
        self._rules = rules
        self._paragraphs = paragraphs

    def columns(self, block: Columns, *, keep_next: bool = False) -> str:
        """Borderless columns that stay whole: no row breaks, and each keeps with the next.

        `keep_next`: the last row too, with what follows the columns.
        """
        layout = self._rules.columns[block.role]
        columns = without_empty_end(block.columns)
        widths = column_widths(layout.widths.value, len(columns), self._text_width)
        rows = level_rows(columns, layout.row_starts)
        told = [_frame(COLUMNS_STYLE, widths)]
        for number, cells in enumerate(rows, 1):
            keeps = keep_next or number < len(rows)
            above = layout.space_above.value if number == 1 else 0
            told.append(self._row(_ROW, cells, widths, keep_next=keeps, above=above))
        return f"{''.join(told)}</w:tbl>"

    def table(self, block: Table) -> str:
        """A table with lines, whose head is repeated on every page."""
        shares = self._rules.tables[block.role].shares.value
        wanted = tuple(share * self._text_width for share in shares)
        widths = column_widths(wanted, len(block.head.cells), self._text_width)
        head = self._row(_HEAD_ROW, block.head.cells, widths)
        rows = (self._row(_ROW, row.cells, widths) for row in block.rows)
        return f"{_frame(TABLE_STYLE, widths)}{head}{''.join(rows)}</w:tbl>"

    @property
    def _text_width(self) -> float:
        return self._rules.page.text_width

    def _row(
        self,
        opening: str,
        cells: Cells,
        widths: Sequence[float],
        *,
        keep_next: bool = False,
        above: float = 0,
    ) -> str:
        """A row. `above`: room in its cells, since a table has no space of its own above it."""
        room = f'<w:tcMar><w:top w:type="dxa" w:w="{round(above * 20)}"/></w:tcMar>'
        told = [
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{twips(width)}"/>{room if above else ""}'
            f"</w:tcPr>{self._content(cell, width, keep_next)}</w:tc>"
            for cell, width in zip(cells, widths, strict=True)
        ]
        return f"{opening}{''.join(told)}</w:tr>"

    def _content(self, cell: Sequence[Paragraph], width: float, keep_next: bool) -> str:
        told = [
            self._paragraphs.xml(paragraph, width * POINTS, keep_next=keep_next)
            for paragraph in filter(prints, cell)
        ]
        # A cell without a paragraph is a damaged file to Word.
        return "".join(told) or self._paragraphs.empty(_EMPTY_CELL_ROLE)


def _frame(style: str, widths: Sequence[float]) -> str:
    """A table up to its first row."""
    wide = [twips(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in wide)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:type="dxa" w:w="{sum(wide)}"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
