"""Bookmarks for a PDF file, which Qt cannot write: added after its end, as PDF foresees it.

It knows files as Qt writes them, with a plain table of objects, and no others.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SIZE = re.compile(rb"/Size\s+(\d+)")
_ROOT = re.compile(rb"/Root\s+(\d+)\s+0\s+R")
_INFO = re.compile(rb"/Info\s+\d+\s+0\s+R")
_KIDS = re.compile(rb"/Type\s*/Pages\s*/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+)\s+0\s+R")


class Bookmark(NamedTuple):
    """An entry: its words, its level from 1, its page from 0, and points above the page's foot."""

    text: str
    level: int
    page: int
    height: float


class _Entry:
    """A bookmark in the tree, with the number of its object."""

    def __init__(self, number: int, bookmark: Bookmark | None) -> None:
        self.number = number
        self.bookmark = bookmark
        self.children: list[_Entry] = []


def with_bookmarks(pdf: bytes, bookmarks: Sequence[Bookmark]) -> bytes:
    """The file with the bookmarks, shown when it is opened."""
    if not bookmarks:
        return pdf
    trailer = pdf[pdf.rindex(b"trailer") :]
    size, root = _number(_SIZE, trailer), _number(_ROOT, trailer)
    tree = _tree(bookmarks, size)
    objects = {root: _catalog(pdf, root, tree.number)}
    _write(tree, None, _pages(pdf), objects)
    return pdf + _appended(len(pdf), objects, trailer)


def _number(pattern: re.Pattern[bytes], text: bytes) -> int:
    found = pattern.search(text)
    if found is None:
        raise ValueError("not a PDF file as Qt writes it")
    return int(found[1])


def _tree(bookmarks: Sequence[Bookmark], first: int) -> _Entry:
    """The entries as they stand under one another; a level that is left out does not matter."""
    root = _Entry(first, None)
    above: list[tuple[int, _Entry]] = [(0, root)]
    for number, bookmark in enumerate(bookmarks, first + 1):
        while above[-1][0] >= bookmark.level:
            above.pop()
        entry = _Entry(number, bookmark)
        above[-1][1].children.append(entry)
        above.append((bookmark.level, entry))
    return root


def _pages(pdf: bytes) -> list[int]:
    """The objects of the pages, in order."""
    kids = _KIDS.search(pdf)
    return [int(number) for number in _REFERENCE.findall(kids[1])] if kids else []


def _catalog(pdf: bytes, root: int, outlines: int) -> bytes:
    start = pdf.index(b"\n%d 0 obj" % root)
    body = pdf[pdf.index(b"<<", start) : pdf.index(b"endobj", start)].rstrip()
    return body[:-2] + b"/Outlines %d 0 R\n/PageMode /UseOutlines\n>>" % outlines


def _write(entry: _Entry, parent: _Entry | None, pages: list[int], into: dict[int, bytes]) -> None:
    """An object for an entry and for all that stands under it."""
    words = _own_words(entry, parent, pages)
    if entry.children:
        words += b"/First %d 0 R /Last %d 0 R /Count %d " % (
            entry.children[0].number,
            entry.children[-1].number,
            _count(entry),
        )
    into[entry.number] = b"<< " + words + b">>"
    for child in entry.children:
        _write(child, entry, pages, into)


def _own_words(entry: _Entry, parent: _Entry | None, pages: list[int]) -> bytes:
    if entry.bookmark is None or parent is None:
        return b"/Type /Outlines "
    text, _, page, height = entry.bookmark
    title = ("\ufeff" + text).encode("utf-16-be").hex().upper().encode()
    words = b"/Title <%s> /Parent %d 0 R " % (title, parent.number)
    words += b"/Dest [%d 0 R /XYZ null %.1f null] " % (pages[page], height)
    at = parent.children.index(entry)
    if at:
        words += b"/Prev %d 0 R " % parent.children[at - 1].number
    if at + 1 < len(parent.children):
        words += b"/Next %d 0 R " % parent.children[at + 1].number
    return words


def _count(entry: _Entry) -> int:
    """How many entries are seen under it when all are open."""
    return sum(1 + _count(child) for child in entry.children)


def _appended(start: int, objects: dict[int, bytes], trailer: bytes) -> bytes:
    """The objects, a table of where they are, and a trailer that leads on to the old table."""
    body, table = b"", b"xref\n"
    for number, words in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, start + len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, words)
    info = _INFO.search(trailer)
    end = b"trailer\n<< /Size %d /Root %d 0 R %s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        max(objects) + 1,
        _number(_ROOT, trailer),
        info[0] if info else b"",
        _number(_START, trailer),
        start + len(body),
    )
    return body + table + end
