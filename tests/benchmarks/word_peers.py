"""The same documents by docxtpl and by plain python-docx, for the benchmarks of the Word export.

The template that docxtpl fills is one of our own exports with tags in place of the words, so that
both sides write the same text in the same styles. Only ours ties it to the record.
"""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import groupby
from typing import NamedTuple

import docx
from docxtpl import DocxTemplate

from app.documents.compose import compose
from app.documents.options import AttendeesAs, Options
from app.documents.outline import Block, Columns, Outline, Paragraph, Row, Run, Table
from app.documents.wording import Wording, read_wording
from app.minutes.attendees import Attendee, Position
from app.minutes.record import Minutes, Result
from app.minutes.words import DocumentKind, Form, Role
from app.paths import resources_folder
from app.sample import sample
from app.word.write import write_document
from tests.app.word.outlines import rules_of

TEMPLATE = resources_folder() / "templates" / "blank"
FORM = Form.PARTY
AS_TABLE = Options(attendees=AttendeesAs.TABLE)
Change = Callable[[Paragraph], Paragraph]


def record_of(attendees: int, paragraphs: int) -> Minutes:
    """The sample with so many people more, and so many paragraphs of results."""
    record = sample(resources_folder())
    text = record.results[0].text[:600]
    people = tuple(map(_person, range(attendees)))
    results = tuple(Result(id=f"r{n}", text=f"{n}. {text}") for n in range(paragraphs))
    return record.but(attendees=(*record.attendees, *people), results=results)


def outline_of(record: Minutes, options: Options = AS_TABLE) -> Outline:
    return compose(record, DocumentKind.MINUTES, FORM, wording(), options)


@cache
def wording() -> Wording:
    return read_wording(resources_folder() / "wording")


def ours(outline: Outline) -> bytes:
    return write_document(outline, rules_of(outline.form), TEMPLATE)


def without_anchors(outline: Outline) -> Outline:
    """The same words, of which nothing is known but themselves."""
    return _with_paragraphs(
        outline, lambda p: p._replace(runs=tuple(run._replace(origin=None) for run in p.runs))
    )


class Filling(NamedTuple):
    """The words for the loops of a template: rows of a table, and paragraphs."""

    rows: list[list[str]]
    lines: list[str]


def filling(outline: Outline) -> Filling:
    table, lines = _table(outline), _lines(outline)
    rows = [["\n".join(p.text for p in cell) for cell in row.cells] for row in table.rows]
    return Filling(rows, [line.text for line in lines])


class LoopPeer:
    """docxtpl with a loop over the rows of the table, and one over the paragraphs."""

    def __init__(self, outline: Outline) -> None:
        self._template = BytesIO(ours(_looped(outline)))

    def write(self, words: Filling) -> bytes:
        return rendered(self._template, words._asdict())


class TextPeer:
    """docxtpl with a place for each paragraph of a document."""

    def __init__(self, outline: Outline) -> None:
        numbers = iter(range(10_000))
        self.template = ours(_with_paragraphs(outline, lambda p: _tag(p, f"t[{next(numbers)}]")))


def all_texts(outline: Outline) -> list[str]:
    """The words for the places of a `TextPeer`."""
    texts: list[str] = []

    def note(paragraph: Paragraph) -> Paragraph:
        texts.append(paragraph.text)
        return paragraph

    _with_paragraphs(outline, note)
    return texts


def rendered(template: BytesIO, words: dict[str, object]) -> bytes:
    template.seek(0)
    document = DocxTemplate(template)
    document.render(words, autoescape=True)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


class PlainPeer:
    """python-docx by its own methods, on the styles of our export."""

    def __init__(self, outline: Outline) -> None:
        self._empty = BytesIO(ours(_emptied(outline)))

    def write(self, words: Filling) -> bytes:
        self._empty.seek(0)
        document = docx.Document(self._empty)
        table = document.add_table(rows=0, cols=len(words.rows[0]))
        for texts in words.rows:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
                cell.paragraphs[0].style = "Ô bảng"
        for text in words.lines:
            document.add_paragraph(text, style="Nội dung")
        target = BytesIO()
        document.save(target)
        return target.getvalue()


def _person(number: int) -> Attendee:
    titles = ("Phó Bí thư Đảng ủy", "Chủ tịch UBND phường")
    positions = tuple(Position(id=f"{n}p{number}", title=title) for n, title in enumerate(titles))
    name = f"Nguyễn Thị Minh Khai {number}"
    return Attendee(id=f"a{number}", name=name, role=Role.HOST, positions=positions)


def _table(outline: Outline) -> Table:
    return next(block for block in outline.blocks if isinstance(block, Table))


def _lines(outline: Outline) -> tuple[Block, ...]:
    """The most paragraphs of the body that stand together."""
    stretches = groupby(outline.blocks, lambda b: isinstance(b, Paragraph) and b.role == "body")
    return max((tuple(blocks) for is_body, blocks in stretches if is_body), key=len)


def _looped(outline: Outline) -> Outline:
    table = _table(outline)
    first = table.rows[0].cells
    opening = (Paragraph("table_cell", (Run("{%tr for row in rows %}"),)),)
    closing = (Paragraph("table_cell", (Run("{%tr endfor %}"),)),)
    cells = tuple((_tag(cell[0], f"row[{n}]"),) if cell else () for n, cell in enumerate(first))
    rest = ((),) * (len(first) - 1)
    rows = (Row((opening, *rest)), Row(cells), Row((closing, *rest)))
    loop = ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}")
    paragraphs = tuple(Paragraph("body", (Run(text),)) for text in loop)
    return _replaced(outline, table._replace(rows=rows), paragraphs)


def _emptied(outline: Outline) -> Outline:
    return _replaced(outline, _table(outline)._replace(rows=()), ())


def _replaced(outline: Outline, table: Table, lines: tuple[Paragraph, ...]) -> Outline:
    """Other rows, and other paragraphs, in the places of those that are looped over."""
    old_table, old_lines = _table(outline), _lines(outline)
    blocks: list[Block] = []
    for block in outline.blocks:
        if block is old_table:
            blocks.append(table)
        elif block is old_lines[0]:
            blocks.extend(lines)
        elif not any(block is line for line in old_lines):
            blocks.append(block)
    return outline._replace(blocks=tuple(blocks))


def _tag(paragraph: Paragraph, expression: str) -> Paragraph:
    return paragraph._replace(runs=(Run(f"{{{{ {expression} }}}}"),))


def _with_paragraphs(outline: Outline, change: Change) -> Outline:
    return outline._replace(blocks=tuple(_changed(block, change) for block in outline.blocks))


def _changed(block: Block, change: Change) -> Block:
    match block:
        case Paragraph():
            return change(block)
        case Columns():
            return block._replace(columns=tuple(tuple(map(change, c)) for c in block.columns))
        case Table():
            rows = tuple(_changed_row(row, change) for row in block.rows)
            return block._replace(head=_changed_row(block.head, change), rows=rows)


def _changed_row(row: Row, change: Change) -> Row:
    return row._replace(cells=tuple(tuple(map(change, cell)) for cell in row.cells))
