"""Outlines as text for people: a line for each paragraph. Run as a module it renews the goldens."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from app.documents.compose import compose
from app.documents.outline import Block, Columns, Outline, Paragraph, Row, Table
from app.documents.wording import read_wording
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.sample import sample

FOLDER = Path(__file__).parents[2] / "data" / "outlines"
COMBINATIONS = tuple(product(DocumentKind, Form))


def as_text(outline: Outline) -> str:
    return "".join(f"{line}\n" for block in outline.blocks for line in _lines(block))


def texts(outline: Outline, *roles: str) -> list[str]:
    """The texts of the paragraphs with one of the roles (none: all), columns included."""
    found = [(role, text) for block in outline.blocks for role, text in _paragraphs(block)]
    return [text for role, text in found if not roles or role in roles]


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"{block.role}: {block.text}"
        case Columns():
            for place, column in enumerate(block.columns, start=1):
                yield from (f"{block.role}.{place} {p.role}: {p.text}" for p in column)
        case Table():
            for row in (block.head, *block.rows):
                yield f"{block.role} | " + " | ".join(_cells(row))


def _cells(row: Row) -> Iterator[str]:
    return (" / ".join(paragraph.text for paragraph in cell) for cell in row.cells)


def _paragraphs(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Paragraph():
            yield block.role, block.text
        case Columns():
            yield from ((p.role, p.text) for column in block.columns for p in column)
        case Table():
            rows = (block.head, *block.rows)
            yield from ((p.role, p.text) for row in rows for cell in row.cells for p in cell)


def of_the_sample(kind: DocumentKind, form: Form) -> Outline:
    resources = resources_folder()
    return compose(sample(resources), kind, form, read_wording(resources / "wording"))


def path_of(kind: DocumentKind, form: Form) -> Path:
    return FOLDER / f"{kind}-{form}.txt"


if __name__ == "__main__":
    for combination in COMBINATIONS:
        path_of(*combination).write_text(as_text(of_the_sample(*combination)), "utf-8")
