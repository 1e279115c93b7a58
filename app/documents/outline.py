"""Outline (bố cục): what stands on the page, in order, before any Word or Qt.

Each paragraph names its typographic role; the form's TOML says how that role looks. Each run knows
where its text comes from. Nothing here knows a size, a font, a margin or a file.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.minutes.place import Place
    from app.minutes.words import DocumentKind, Form


class Origin(NamedTuple):
    """Where a run's text comes from.

    `verbatim`: the run is a field's text as it stands, so what an official changes there can come
    back into the field. Otherwise it is composed (a date, a number, a joined list) from `place`.
    `capitalised`: not verbatim only in that a sentence or list item had to begin with a capital;
    what comes back is the field's text but for the case of its first letter.
    """

    place: "Place"
    verbatim: bool = True
    capitalised: bool = False


class Run(NamedTuple):
    """A piece of a paragraph. `origin` None: fixed wording of the form ("Địa điểm:").

    `role` is a character role of the form ("emphasis", "unknown", …) or "" for the paragraph's own.
    A "\\n" in the text is a line break inside the paragraph.
    """

    text: str
    origin: Origin | None = None
    role: str = ""


class Paragraph(NamedTuple):
    """A paragraph and its typographic role ("body", "document_title", "abstract", …)."""

    role: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The paragraph's text, as it will be read."""
        return "".join(run.text for run in self.runs)


class Columns(NamedTuple):
    """Blocks side by side without lines: the letterhead, the signatures.

    `role` names the layout ("letterhead", "signatures"), whose widths the form's TOML gives. The
    block stays whole on one page.
    """

    role: str
    columns: tuple[tuple[Paragraph, ...], ...]


class Row(NamedTuple):
    """A row of a table: for each cell its paragraphs. `item` is the id of the item it shows."""

    cells: tuple[tuple[Paragraph, ...], ...]
    item: str = ""


class Table(NamedTuple):
    """A table with lines: `role` names the layout ("indicators", "register"), `head` repeats."""

    role: str
    head: Row
    rows: tuple[Row, ...]


Block = Paragraph | Columns | Table


class Outline(NamedTuple):
    """What one document says. `record_id` and `title` go into the document's properties."""

    kind: "DocumentKind"
    form: "Form"
    record_id: str
    title: str
    blocks: tuple[Block, ...]
    draft: int | None = None


def paragraphs(outline: Outline) -> tuple[Paragraph, ...]:
    """All paragraphs in reading order: columns from left to right, tables row by row."""
    found: list[Paragraph] = []
    for block in outline.blocks:
        match block:
            case Paragraph():
                found.append(block)
            case Columns():
                found.extend(paragraph for column in block.columns for paragraph in column)
            case Table():
                rows = (block.head, *block.rows)
                found.extend(p for row in rows for cell in row.cells for p in cell)
    return tuple(found)
