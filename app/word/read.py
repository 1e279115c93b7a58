"""Reads the text of a .docx back, for tests and the self-test. It changes nothing."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.word.tables import COLUMNS_STYLE

if TYPE_CHECKING:
    from docx.table import Table, _Cell


def paragraph_texts(source: bytes | Path) -> list[str]:
    """The text of every paragraph that has any, in the outline's order.

    Columns without lines are read column by column, tables row by row.
    """
    import docx
    from docx.text.paragraph import Paragraph

    opened = docx.Document(BytesIO(source) if isinstance(source, bytes) else str(source))
    found: list[str] = []
    for block in opened.iter_inner_content():
        found.extend([block.text] if isinstance(block, Paragraph) else _table_texts(block))
    return [text for text in found if text]


def _table_texts(table: "Table") -> Iterator[str]:
    rows = [row.cells for row in table.rows]
    style = table.style
    by_column = style is not None and style.style_id == COLUMNS_STYLE
    for cells in zip(*rows, strict=True) if by_column else rows:
        yield from (text for cell in cells for text in _cell_texts(cell))


def _cell_texts(cell: "_Cell") -> Iterator[str]:
    return (paragraph.text for paragraph in cell.paragraphs)
