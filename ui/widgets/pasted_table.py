"""Rows of cells in what was copied from a spreadsheet, a Word table or the web."""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

from ui.widgets.plain import one_line

Rows = tuple[tuple[str, ...], ...]
MOST_ROWS = 5_000
_BREAKS = frozenset({"br", "p", "div", "li"})
_CELLS = frozenset({"td", "th"})


def rows_of(data: QMimeData) -> Rows:
    """The rows, all of the same length; one row of one cell is plain text."""
    tabular = _from_text(data.text())
    if _is_tabular(tabular) or not data.hasHtml():
        return _even(tabular)
    return _even(_from_html(data.html()) or tabular)


def _from_text(text: str) -> list[list[str]]:
    if '"' in text and "\t" in text:  # a spreadsheet quotes cells with line breaks in them
        lines = list(csv.reader(io.StringIO(text, newline=""), dialect="excel-tab"))
    else:
        # Word breaks lines inside a cell by signs at which splitlines would part rows.
        lines = [line.split("\t") for line in re.split("\r\n|[\r\n]", text)]
    return [line for line in lines if any(cell.strip() for cell in line)]


def _is_tabular(lines: Sequence[Sequence[str]]) -> bool:
    """Whether each line has as many cells as the others, and more than one."""
    return bool(lines) and len(lines[0]) > 1 and len({len(line) for line in lines}) == 1


def _from_html(html: str) -> list[list[str]]:
    reader = _TableReader()
    reader.feed(html)
    return [row for row in reader.rows if any(row)]


def _even(lines: Sequence[Sequence[str]]) -> Rows:
    lines = lines[:MOST_ROWS]
    width = max((len(line) for line in lines), default=0)
    rows = [[_tidy(cell) for cell in line] + [""] * (width - len(line)) for line in lines]
    used = [at for at in range(width) if any(row[at] for row in rows)]
    return tuple(tuple(row[at] for at in used) for row in rows)


def _tidy(cell: str) -> str:
    return " ".join(one_line(unicodedata.normalize("NFC", cell)).split())


class _TableReader(HTMLParser):
    """Reads the rows of the tables of a page; what is around them is not asked for."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._wide = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in _CELLS and self.rows:
            self._end_cell()
            self._cell = []
            wide = dict(attrs).get("colspan") or "1"
            self._wide = int(wide) if wide.isdecimal() and len(wide) < 3 else 1
        elif tag in _BREAKS and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS or tag in {"tr", "table"}:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is not None:
            text = " ".join("".join(self._cell).split())
            self.rows[-1].extend([text, *[""] * (self._wide - 1)])
            self._cell = None
