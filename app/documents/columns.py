"""Columns as rows of cells, and how wide they are, whoever lays them out: Word or the preview."""

import re
from collections.abc import Iterable, Sequence

from app.documents.outline import Paragraph
from app.minutes.text import clean

_LETTER = re.compile(r"\w")

Cells = Sequence[Sequence[Paragraph]]


def prints(paragraph: Paragraph) -> bool:
    """Whether anything would be seen of it: an empty paragraph is never written."""
    # Nearly every text has a letter, which is found at once.
    return any(_LETTER.search(run.text) or clean(run.text).strip() for run in paragraph.runs)


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
