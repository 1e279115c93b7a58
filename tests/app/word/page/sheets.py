"""A sample beside its printed pages: each paragraph of the outline with the lines it became.

What is measured is measured on the PDF; from the outline come only the words to look for.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from app.documents.columns import level_rows
from app.documents.forms import FormRules, Look
from app.documents.outline import Columns, Outline, Paragraph, Table
from app.minutes.text import clean
from tests.app.word.page.printed import Letter, Line, Pdf, Stroke, lines_of, read_pdf

MM = 72 / 25.4
CELL_MARGIN = 4.25  # points: of a table with lines, at both sides


class Sample(NamedTuple):
    """A document to print, and the rules it is written by."""

    name: str
    outline: Outline
    rules: FormRules


class Area(NamedTuple):
    """Where a paragraph stands: in the text, or in a column of columns or of a table.

    `left` and `width` are in points, from the left margin.
    """

    left: float
    width: float
    kind: str = "text"
    role: str = ""
    column: int = 0


@dataclass(frozen=True)
class Printed:
    """A paragraph as it was printed. `roles` are the character roles of its letters."""

    at: int  # its block in the outline
    paragraph: Paragraph
    area: Area
    letters: tuple[Letter, ...]
    roles: tuple[str, ...]

    @property
    def role(self) -> str:
        return self.paragraph.role

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return lines_of(self.letters)

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def width(self) -> float:
        """That of its longest line."""
        return max(line.x1 - line.x0 for line in self.lines)


class Sheet:
    """One sample and its pages."""

    def __init__(self, sample: Sample, path: Path) -> None:
        self.name = sample.name
        self.outline = sample.outline
        self.rules = sample.rules
        self._path = path

    @cached_property
    def pdf(self) -> Pdf:
        return read_pdf(self._path)

    @cached_property
    def looks(self) -> dict[str, Look]:
        return {key: role.look() for key, role in self.rules.roles.items()}

    @cached_property
    def text(self) -> tuple[Letter, ...]:
        """The letters below the top margin: those above it are page numbers."""
        top = self.rules.page.top.value * MM
        return tuple(letter for letter in self.pdf.letters if letter.base > top)

    @cached_property
    def numbers(self) -> tuple[Line, ...]:
        """The page numbers."""
        top = self.rules.page.top.value * MM
        return lines_of(tuple(letter for letter in self.pdf.letters if letter.base <= top))

    @cached_property
    def paragraphs(self) -> tuple[Printed, ...]:
        """Every paragraph that has letters, in the order in which they are printed."""
        return tuple(self._find())

    def of(self, role: str) -> list[Printed]:
        return [printed for printed in self.paragraphs if printed.role == role]

    def pairs(self) -> Iterator[tuple[Printed, Printed]]:
        """Paragraphs one below the other: in the text, or in one column."""
        for above, below in zip(self.paragraphs, self.paragraphs[1:], strict=False):
            near = below.at - above.at <= (1 if above.area.kind == "text" else 0)
            if near and above.area == below.area and _follow(above, below):
                yield above, below

    def around(self, role: str) -> Iterator[tuple[Printed, Printed]]:
        """What stands above each table of a role, and the table's first paragraph."""
        for above, below in zip(self.paragraphs, self.paragraphs[1:], strict=False):
            if (below.area.kind, below.area.role) == ("table", role) and below.at > above.at:
                yield above, below

    def left_edge(self, page: int) -> float:
        """Where the text begins: on back pages at the other margin, when there are such."""
        rules = self.rules.page
        swapped = rules.two_sided.value and page % 2 == 0
        return (rules.right if swapped else rules.left).value * MM

    def edges(self, printed: Printed) -> tuple[float, float]:
        """The edges of the paragraph's area on the page where it begins."""
        left = self.left_edge(printed.first.page) + printed.area.left
        return left, left + printed.area.width

    def strokes(self, page: int) -> list[Stroke]:
        return [stroke for stroke in self.pdf.strokes if stroke.page == page]

    def _find(self) -> Iterator[Printed]:
        words = "".join(letter.text for letter in self.text)
        assert len(words) == len(self.text), "a letter of the PDF stands for several"
        folded, at = _folded(words), 0
        for block, area, paragraph in _paragraphs(self.outline, self.rules):
            letters = [
                (character, run.role)
                for run in paragraph.runs
                for character in clean(run.text)
                if character.strip()
            ]
            wanted = _folded("".join(character for character, _ in letters))
            if not wanted:
                continue
            start = folded.find(wanted, at)
            assert start >= 0, f"{self.name}: not printed, or not in its place: {paragraph.text}"
            at = start + len(wanted)
            roles = tuple(role for _, role in letters)
            yield Printed(block, paragraph, area, self.text[start:at], roles)


def _folded(text: str) -> str:
    """Letter for letter in one case: capitals are the style's affair."""
    one = (unicodedata.normalize("NFC", letter).lower() for letter in text)
    return "".join(letter if len(letter) == 1 else "?" for letter in one)


def _follow(above: Printed, below: Printed) -> bool:
    return above.last.page == below.first.page and above.last.base < below.first.base


def _paragraphs(outline: Outline, rules: FormRules) -> Iterator[tuple[int, Area, Paragraph]]:
    """Every paragraph with its block and area, in the order in which it is printed."""
    whole = rules.page.text_width * MM
    for at, block in enumerate(outline.blocks):
        match block:
            case Paragraph():
                yield at, Area(0, whole), block
            case Columns():
                layout = rules.columns[block.role]
                areas = _areas("columns", block.role, [w * MM for w in layout.widths.value])
                rows = level_rows(block.columns, layout.row_starts)
                yield from _cells(at, rows, areas)
            case Table():
                shares = rules.tables[block.role].shares.value
                areas = _areas("table", block.role, [share * whole for share in shares])
                rows = [row.cells for row in (block.head, *block.rows)]
                yield from _cells(at, rows, areas)


def _cells(at: int, rows: list, areas: list[Area]) -> Iterator[tuple[int, Area, Paragraph]]:
    for row in rows:
        for cell, area in zip(row, areas, strict=False):
            yield from ((at, area, paragraph) for paragraph in cell)


def _areas(kind: str, role: str, widths: list[float]) -> list[Area]:
    inside = CELL_MARGIN if kind == "table" else 0
    starts = [0, *accumulate(widths)]
    return [
        Area(start + inside, width - 2 * inside, kind, role, number)
        for number, (start, width) in enumerate(zip(starts, widths, strict=False))
    ]
