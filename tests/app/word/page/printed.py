"""What stands on the pages of a PDF: letters, drawn lines, bookmarks. It knows no rules.

All lengths are in points from the upper left corner of the page.
"""

import os
import pickle
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pdfplumber
from pdfminer.layout import LTChar, LTCurve, LTLine
from pdfplumber.page import Page as PdfPage


class Letter(NamedTuple):
    page: int
    text: str
    font: str
    size: float
    x0: float
    x1: float
    base: float
    colour: str


class Stroke(NamedTuple):
    """A straight line: `length` is 0 across it."""

    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    weight: float
    colour: str

    @property
    def across(self) -> bool:
        return self.x1 - self.x0 > self.bottom - self.top


class Line(NamedTuple):
    """The letters that stand on one base line."""

    letters: tuple[Letter, ...]

    @property
    def page(self) -> int:
        return self.letters[0].page

    @property
    def base(self) -> float:
        return self.letters[0].base

    @property
    def x0(self) -> float:
        return min(letter.x0 for letter in self.letters)

    @property
    def x1(self) -> float:
        return max(letter.x1 for letter in self.letters)

    @property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters)


class Bookmark(NamedTuple):
    level: int
    title: str


class Pdf(NamedTuple):
    """Pages are counted from 1. Spaces are no letters."""

    sizes: tuple[tuple[float, float], ...]
    letters: tuple[Letter, ...]
    strokes: tuple[Stroke, ...]
    bookmarks: tuple[Bookmark, ...]


def read_pdf(path: Path) -> Pdf:
    """Reads it once: what was read is kept beside it, for the other processes of the session."""
    kept = path.with_suffix(".read")
    if kept.exists():
        return pickle.loads(kept.read_bytes())
    pdf = _read(path)
    part = kept.with_suffix(f".{os.getpid()}")
    part.write_bytes(pickle.dumps(pdf))
    part.replace(kept)
    return pdf


def _read(path: Path) -> Pdf:
    with pdfplumber.open(path) as pdf:
        pages = list(enumerate(pdf.pages, 1))
        return Pdf(
            tuple((float(page.width), float(page.height)) for _, page in pages),
            tuple(letter for number, page in pages for letter in _letters(number, page)),
            tuple(stroke for number, page in pages for stroke in _strokes(number, page)),
            tuple(_bookmarks(pdf)),
        )


def lines_of(letters: tuple[Letter, ...]) -> tuple[Line, ...]:
    """Letters in reading order, as lines."""
    grouped = groupby(letters, key=lambda letter: (letter.page, round(letter.base)))
    return tuple(Line(tuple(group)) for _, group in grouped)


def _letters(number: int, page: PdfPage) -> Iterator[Letter]:
    """From what lies below pdfplumber's own dictionaries, which take as long again to make."""
    for char in page.layout:
        if isinstance(char, LTChar) and char.get_text().strip():
            yield Letter(
                number,
                char.get_text(),
                char.fontname,
                char.size,
                char.x0,
                char.x1,
                page.height - char.matrix[5],
                _colour(char.graphicstate.ncolor),
            )


def _strokes(number: int, page: PdfPage) -> Iterator[Stroke]:
    """Lines, and rectangles so thin that they look like lines."""
    for drawn in page.layout:
        thin = isinstance(drawn, LTCurve) and min(drawn.width, drawn.height) < 3
        if thin and isinstance(drawn, LTLine):
            yield _stroke(number, page, drawn, drawn.linewidth, drawn.stroking_color)
        elif thin:
            weight = min(drawn.width, drawn.height)
            yield _stroke(number, page, drawn, weight, drawn.non_stroking_color)


def _stroke(number: int, page: PdfPage, drawn: LTCurve, weight: float, colour: object) -> Stroke:
    top, bottom = page.height - drawn.y1, page.height - drawn.y0
    return Stroke(number, drawn.x0, drawn.x1, top, bottom, weight, _colour(colour))


def _colour(value: object) -> str:
    """ "C00000", from grey or red, green and blue between 0 and 1."""
    parts = tuple(value) if isinstance(value, tuple | list) else (value or 0,)
    shades = parts * 3 if len(parts) == 1 else parts
    return "".join(f"{round(shade * 255):02X}" for shade in shades)


def _bookmarks(pdf: pdfplumber.PDF) -> Iterator[Bookmark]:
    if "Outlines" in pdf.doc.catalog:
        for level, title, *_ in pdf.doc.get_outlines():
            yield Bookmark(level, title)
