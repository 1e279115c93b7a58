"""The text of a Word document as it would read with every tracked change accepted, and where in it
each bookmark lies. Comments, notes, headers and text boxes are not part of it.
"""

from typing import Final, NamedTuple

from app.minutes.text import clean
from app.word.elements import Element, name

END: Final = "\u2029"
"""Stands around each paragraph. No record holds it: cleaning makes a line break of it."""

_GONE: Final = frozenset(map(name, ("w:del", "w:moveFrom")))
_WRAPPERS: Final = frozenset(
    map(
        name,
        ("w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml",
         "w:fldSimple", "w:dir", "w:bdo"),
    )
)  # fmt: skip
_LETTERS: Final = {
    **dict.fromkeys(map(name, ("w:tab", "w:ptab")), " "),
    name("w:cr"): "\n",
    name("w:noBreakHyphen"): "-",
}
_PARAGRAPH, _RUN, _TABLE, _ROW, _CELL = map(name, ("w:p", "w:r", "w:tbl", "w:tr", "w:tc"))
_TEXT, _BREAK, _START, _STOP = map(name, ("w:t", "w:br", "w:bookmarkStart", "w:bookmarkEnd"))
_ID, _NAME, _TYPE = map(name, ("w:id", "w:name", "w:type"))
_MARK = f"{name('w:pPr')}/{name('w:rPr')}"
_ROW_CHANGE = name("w:trPr")


class Span(NamedTuple):
    """A stretch of the text, from one place to another."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """What stands there."""
        return text[self.start : self.end]


class Accepted(NamedTuple):
    """The text, with END before, between and after its paragraphs, and the bookmarks by name."""

    text: str
    bookmarks: dict[str, Span]


def accepted(document: Element) -> Accepted:
    """The body of a document, as it reads with every change accepted."""
    reading = _Reading()
    for body in document:
        reading.blocks(body, gone=False)
        reading.end_paragraph()
    return Accepted("".join(reading.pieces), reading.bookmarks)


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.pieces = [END]
        self.bookmarks: dict[str, Span] = {}
        self._length = len(END)
        self._open: dict[str, tuple[str, int]] = {}

    def blocks(self, parent: Element, *, gone: bool) -> None:
        """Paragraphs, tables and what may be wrapped around them; `gone` where it was deleted."""
        for child in parent:
            if child.tag == _PARAGRAPH:
                self._inline(child, gone)
                if not gone and not _joins_the_next(child):
                    self.end_paragraph()
            elif child.tag in (_TABLE, _CELL):
                self.end_paragraph()
                self.blocks(child, gone=gone)
                self.end_paragraph()
            elif child.tag in _WRAPPERS:
                self.blocks(child, gone=gone)
            elif child.tag == _ROW:
                self.blocks(child, gone=gone or _is_deleted_row(child))
            else:
                self._bookmark(child)

    def end_paragraph(self) -> None:
        """Nothing that follows belongs to the paragraph that is open, if one is."""
        if self.pieces[-1] != END:
            self._add(END)

    def _inline(self, parent: Element, gone: bool) -> None:
        for child in parent:
            if child.tag == _RUN:
                if not gone:
                    self._letters(child)
            elif child.tag in _WRAPPERS or child.tag in _GONE:
                # Bookmarks are noted also where the text around them was deleted.
                self._inline(child, gone or child.tag in _GONE)
            else:
                self._bookmark(child)

    def _letters(self, run: Element) -> None:
        for child in run:
            if child.tag == _TEXT:
                self._add(clean(child.text or ""))
            elif child.tag in _LETTERS:
                self._add(_LETTERS[child.tag])
            elif child.tag == _BREAK and child.get(_TYPE, "textWrapping") == "textWrapping":
                self._add("\n")

    def _add(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self._length += len(text)

    def _bookmark(self, element: Element) -> None:
        number = element.get(_ID, "")
        if element.tag == _START:
            self._open[number] = (element.get(_NAME, ""), self._length)
        elif element.tag == _STOP and number in self._open:
            bookmark, start = self._open.pop(number)
            self.bookmarks.setdefault(bookmark, Span(start, self._length))


def _joins_the_next(paragraph: Element) -> bool:
    """Whether its end was deleted, so that what follows goes on in the same paragraph."""
    mark = paragraph.find(_MARK)
    return mark is not None and any(child.tag in _GONE for child in mark)


def _is_deleted_row(row: Element) -> bool:
    properties = row.find(_ROW_CHANGE)
    return properties is not None and any(child.tag in _GONE for child in properties)
