"""Reads the body of a .docx as paragraphs with the look that each really has.

Deleted and hidden text is not there; inserted text is. Nothing here judges, and nothing here knows
what a paragraph is for.
"""

import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from app.word.checking.drawings import line_lengths
from app.word.checking.effective import Styles, Used, style_id
from app.word.checking.looks import ParagraphLook, RunLook, paragraph_look, run_look
from app.word.checking.properties import millimetres
from app.word.elements import Element, name


class Run(NamedTuple):
    """A piece of text of one look; a line break is "\\n". `field` names the field it shows.

    The text is composed (NFC); `composed` tells whether it was so in the file.
    """

    text: str
    look: RunLook
    field: str = ""
    composed: bool = True


class Spot(NamedTuple):
    """Where in a table a paragraph stands. `width` is the cell's, in millimetres, 0 for unknown."""

    table: int
    row: int
    column: int
    columns: int
    width: float


class Paragraph(NamedTuple):
    """A paragraph, or a part of one. `number` counts all paragraphs of the body from 1.

    `lines`: the lengths of the lines drawn in it, in points. `needed`: Word wants it there, text or
    not. `part` and `across`: where it was taken apart, which part it is, and which in its line.
    """

    number: int
    runs: tuple[Run, ...]
    look: ParagraphLook
    style_id: str
    spot: Spot | None = None
    label: str = ""
    lines: tuple[float, ...] = ()
    boxed: bool = False
    breaks: bool = False
    pictures: bool = False
    needed: bool = False
    part: int = 0
    across: int = 0

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(run.text for run in self.runs)

    @property
    def shown(self) -> str:
        """Its text as it prints, in capitals where they are set by the font."""
        return "".join(run.text.upper() if run.look.caps else run.text for run in self.runs)

    @property
    def blank(self) -> bool:
        """Whether it shows no letter."""
        return not self.text.strip()


_UNWRAPPED: Final = frozenset(
    map(
        name,
        ("w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml",
         "w:fldSimple", "w:dir", "w:bdo"),
    )
)  # fmt: skip
_DRAWN: Final = frozenset(map(name, ("w:drawing", "w:pict", "w:object")))
_LETTERS: Final = {
    **dict.fromkeys(map(name, ("w:tab", "w:ptab")), "\t"),
    name("w:cr"): "\n",
    name("w:noBreakHyphen"): "-",
}


class Reader:
    """Reads paragraphs from one part (the body, a header) of a document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._number = 0
        self._table = 0

    def paragraphs(self, part: Element) -> Iterator[Paragraph]:
        """All paragraphs in reading order, tables row by row."""
        yield from self._blocks(part, None, "")

    def _blocks(self, parent: Element, spot: Spot | None, table_style: str) -> Iterator[Paragraph]:
        after_table = False
        blocks = list(_blocks(parent))
        for at, block in enumerate(blocks):
            if block.tag == name("w:p"):
                # Word needs a paragraph in a cell, and after a table that nothing else follows.
                last = at + 1 == len(blocks)
                needed = (after_table and (last or _is_table(blocks[at + 1]))) or (at == 0 and last)
                yield from self._paragraph(block, spot, table_style, needed)
                after_table = False
            else:
                yield from self._rows(block)
                after_table = True

    def _rows(self, table: Element) -> Iterator[Paragraph]:
        self._table += 1
        number = self._table
        used = self._styles.known(style_id(table.find(name("w:tblPr")), "w:tblStyle"), "table")
        for row_number, row in enumerate(_unwrapped(table, "w:tr")):
            cells = list(_unwrapped(row, "w:tc"))
            for column, cell in enumerate(cells):
                spot = Spot(number, row_number, column, len(cells), _width(cell))
                yield from self._blocks(cell, spot, used)

    def _paragraph(
        self, source: Element, spot: Spot | None, table_style: str, needed: bool
    ) -> Iterator[Paragraph]:
        self._number += 1
        properties = source.find(name("w:pPr"))
        used = Used(
            self._styles.known(style_id(properties, "w:pStyle"), "paragraph"), table=table_style
        )
        reading = _Reading(self._styles, used)
        reading.read(source)
        runs = tuple(run for run in reading.runs if run.text and not run.look.hidden)
        size = runs[0].look.size if runs else run_look(self._styles.letters(used, None)).size
        level = self._styles.list_level(used.paragraph, properties)
        yield Paragraph(
            number=self._number,
            runs=runs,
            look=paragraph_look(
                self._styles.shape(used, properties), self._styles.name(used.paragraph), size
            ),
            style_id=used.paragraph,
            spot=spot,
            label=level.label if level else "",
            lines=tuple(reading.lines),
            breaks=reading.breaks or _ends_section(properties),
            pictures=reading.pictures,
            needed=needed,
        )
        for box in reading.boxes:
            for paragraph in self._blocks(box, None, ""):
                yield paragraph._replace(boxed=True)


class _Reading:
    """What stands in one paragraph, gathered while its elements are walked through."""

    def __init__(self, styles: Styles, used: Used) -> None:
        self.runs: list[Run] = []
        self.lines: list[float] = []
        self.boxes: list[Element] = []
        self.breaks = False
        self.pictures = False
        self._styles = styles
        self._used = used
        self._fields: list[str] = []  # of the fields that are open, the innermost last
        self._shows: list[bool] = []  # whether the field has come to its result

    def read(self, parent: Element) -> None:
        for child in parent:
            if child.tag == name("w:r"):
                self._run(child)
            elif child.tag == name("w:fldSimple"):
                self._fields.append(child.get(name("w:instr"), ""))
                self._shows.append(True)
                self.read(child)
                self._end_field()
            elif child.tag in _UNWRAPPED:
                self.read(child)
            elif child.tag == name("mc:AlternateContent"):
                self.read(_chosen(child))

    def _run(self, source: Element) -> None:
        properties = source.find(name("w:rPr"))
        used = self._used._replace(
            character=self._styles.known(style_id(properties, "w:rStyle"), "character")
        )
        look = run_look(self._styles.letters(used, properties))
        for child in source:
            self._child(child, look)

    def _child(self, child: Element, look: RunLook) -> None:
        if child.tag == name("w:t"):
            self._add(child.text or "", look)
        elif child.tag in _LETTERS:
            self._add(_LETTERS[child.tag], look)
        elif child.tag == name("w:br"):
            self._break(child, look)
        elif child.tag == name("w:pgNum"):
            self.runs.append(Run("1", look, "PAGE"))
        elif child.tag == name("w:fldChar"):
            self._field(child, look)
        elif child.tag == name("w:instrText") and self._fields:
            self._fields[-1] += child.text or ""
        elif child.tag in _DRAWN:
            self._drawing(child)
        elif child.tag == name("mc:AlternateContent"):
            for drawn in _chosen(child):
                self._child(drawn, look)

    def _add(self, text: str, look: RunLook) -> None:
        if all(self._shows):
            composed = unicodedata.normalize("NFC", text)
            self.runs.append(Run(composed, look, self._field_name(), composed == text))

    def _break(self, source: Element, look: RunLook) -> None:
        if source.get(name("w:type")) in ("page", "column"):
            self.breaks = True
        else:
            self._add("\n", look)

    def _field(self, source: Element, look: RunLook) -> None:
        kind = source.get(name("w:fldCharType"))
        if kind == "begin":
            self._fields.append("")
            self._shows.append(False)
        elif kind == "separate" and self._shows:
            self._shows[-1] = True
        elif kind == "end" and self._fields:
            if not any(run.field for run in self.runs):  # a field that has no result yet
                self.runs.append(Run("1", look, self._field_name()))
            self._end_field()

    def _end_field(self) -> None:
        self._fields.pop()
        self._shows.pop()

    def _field_name(self) -> str:
        words = self._fields[-1].split() if self._fields else []
        return words[0].upper() if words else ""

    def _drawing(self, source: Element) -> None:
        lengths = list(line_lengths(source))
        self.lines.extend(lengths)
        self.boxes.extend(_outermost_boxes(source))
        self.pictures = self.pictures or not lengths


def _blocks(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag in (name("w:p"), name("w:tbl")):
            yield child
        elif child.tag in _UNWRAPPED:
            yield from _blocks(child)
        elif child.tag == name("mc:AlternateContent"):
            yield from _blocks(_chosen(child))


def _unwrapped(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == name(tag):
            yield child
        elif child.tag in _UNWRAPPED:
            yield from _unwrapped(child, tag)


def _chosen(alternatives: Element) -> Element:
    """What Word shows of a choice: the first, else what is there for older programs."""
    choice = alternatives.find(name("mc:Choice"))
    fallback = alternatives.find(name("mc:Fallback"))
    if choice is not None:
        return choice
    return alternatives if fallback is None else fallback


def _outermost_boxes(drawing: Element) -> Iterator[Element]:
    tag = name("w:txbxContent")
    for box in drawing.iter(tag):
        if not any(above.tag == tag for above in box.iterancestors() if above is not drawing):
            yield box


def _width(cell: Element) -> float:
    properties = cell.find(name("w:tcPr"))
    width = None if properties is None else properties.find(name("w:tcW"))
    if width is None or width.get(name("w:type"), "dxa") != "dxa":
        return 0.0
    return millimetres(width.get(name("w:w"))) or 0.0


def _is_table(block: Element) -> bool:
    return block.tag == name("w:tbl")


def _ends_section(properties: Element | None) -> bool:
    return properties is not None and properties.find(name("w:sectPr")) is not None
