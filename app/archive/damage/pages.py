"""The pages of an SQLite file, read without SQLite: what one page says holds, whatever others say.

The format is that of https://www.sqlite.org/fileformat2.html. Nothing here knows our tables.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.archive.errors import telling

INTERIOR, LEAF = 0x05, 0x0D
"""The kinds of page of a table."""
INDEX_INTERIOR, INDEX_LEAF = 0x02, 0x0A
"""The kinds of page of an index; both hold entries."""

_USUAL_SIZE = 4_096
_SIZES = (512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768, 65_536)
_MOST_COLUMNS = 200
_INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Value = int | float | str | bytes | None


class Row(NamedTuple):
    """A row as it lies in a page. `whole`: all of it was there, and all text was text."""

    rowid: int
    values: tuple[Value, ...]
    whole: bool


class Pages:
    """The pages of the file at a path; they count from 1. One that cannot be read is all zeros."""

    def __init__(self, path: Path) -> None:
        with telling(path):
            self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            self._length = os.fstat(self._descriptor).st_size
        self.unreadable: set[int] = set()
        self.size = self._find_size()

    def close(self) -> None:
        os.close(self._descriptor)

    @property
    def count(self) -> int:
        return -(-self._length // self.size)

    def page(self, number: int) -> bytes:
        """The bytes of a page; zeros for what is beyond the end, or what the disk will not give."""
        if not 1 <= number <= self.count:
            return bytes(self.size)
        try:
            data = self._read((number - 1) * self.size, self.size)
        except OSError:
            self.unreadable.add(number)
            return bytes(self.size)
        return data.ljust(self.size, b"\0")

    def kind(self, number: int) -> int:
        return self.page(number)[_start(number)]

    def is_blank(self, number: int) -> bool:
        return not any(self.page(number))

    def children(self, number: int) -> list[int]:
        """The pages that an interior page of a table speaks of."""
        page, start = self.page(number), _start(number)
        cells = _cells(page, start, 12)
        found = [_unsigned(page, at, 4) for at in cells] + [_unsigned(page, start + 8, 4)]
        return [child for child in found if 1 < child <= self.count and child != number]

    def rows(self, number: int) -> Iterator[Row | None]:
        """The rows of a leaf of a table; None for one that makes no sense."""
        page, start = self.page(number), _start(number)
        for cell in _cells(page, start, 8):
            try:
                yield self._row(page, cell)
            except (IndexError, ValueError):
                yield None

    def entries(self, number: int) -> Iterator[Row | None]:
        """The entries of a page of an index, which have no rowid of their own."""
        page, start = self.page(number), _start(number)
        inner = page[start] == INDEX_INTERIOR
        for cell in _cells(page, start, 12 if inner else 8):
            try:
                yield self._entry(page, cell + 4 if inner else cell)
            except (IndexError, ValueError):
                yield None

    def _row(self, page: bytes, at: int) -> Row:
        length, at = _varint(page, at)
        rowid, at = _varint(page, at)
        payload, complete = self._payload(page, at, length, self.size - 35)
        values, sound = _values(payload)
        return Row(_signed(rowid), values, complete and sound)

    def _entry(self, page: bytes, at: int) -> Row:
        length, at = _varint(page, at)
        payload, complete = self._payload(page, at, length, (self.size - 12) * 64 // 255 - 23)
        values, sound = _values(payload)
        return Row(0, values, complete and sound)

    def _payload(self, page: bytes, at: int, length: int, most: int) -> tuple[bytes, bool]:
        """What belongs to a cell, wherever it lies, and whether all of it was found.

        `most` is how much may lie in the cell itself.
        """
        if length > self._length:
            raise ValueError("longer than the file")
        own = _own_length(length, self.size, most)
        pieces = [page[at : at + own]]
        missing = length - own
        following = _unsigned(page, at + own, 4) if missing else 0
        seen: set[int] = set()
        while missing and 1 < following <= self.count and following not in seen:
            seen.add(following)
            more = self.page(following)
            pieces.append(more[4 : 4 + missing])
            missing -= len(pieces[-1])
            following = _unsigned(more, 0, 4)
        payload = b"".join(pieces)
        return payload.ljust(length, b"\0"), not missing and len(payload) == length

    def _find_size(self) -> int:
        """What the header says, if the rest of the header agrees; else what we make."""
        try:
            header = self._read(0, 100)
        except OSError:
            return _USUAL_SIZE
        said, pages = _unsigned(header, 16, 2), _unsigned(header, 28, 4)
        size = 65_536 if said == 1 else said
        return size if size in _SIZES and size * pages == self._length else _USUAL_SIZE

    def _read(self, at: int, length: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._descriptor, length, at)
        os.lseek(self._descriptor, at, os.SEEK_SET)
        return os.read(self._descriptor, length)


def _start(number: int) -> int:
    """Where a page's own header begins: the first has that of the file before it."""
    return 100 if number == 1 else 0


def _cells(page: bytes, start: int, header: int) -> Iterator[int]:
    count = _unsigned(page, start + 3, 2)
    first = start + header
    for place in range(first, min(first + count * 2, len(page) - 1), 2):
        at = _unsigned(page, place, 2)
        if first <= at < len(page):
            yield at


def _own_length(length: int, size: int, most: int) -> int:
    """How much of a payload lies in the cell itself."""
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    wanted = least + (length - least) % (size - 4)
    return wanted if wanted <= most else least


def _values(payload: bytes) -> tuple[tuple[Value, ...], bool]:
    header, at = _varint(payload, 0)
    if not 0 < header <= len(payload):
        raise ValueError("no header")
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if len(kinds) > _MOST_COLUMNS:
        raise ValueError("too many columns")
    values, sound = [], True
    for kind in kinds:
        length = _length_of(kind)
        piece = payload[at : at + length]
        value, good = _value(kind, piece)
        values.append(value)
        sound = sound and good and len(piece) == length
        at += length
    return tuple(values), sound


def _length_of(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (10, 11):
        raise ValueError("no such type")
    return 8 if kind == 7 else _INTEGER_SIZES.get(kind, 0)


_CONSTANTS: dict[int, tuple[Value, bool]] = {
    0: (None, True),
    7: (0.0, False),  # we keep no such numbers
    8: (0, True),
    9: (1, True),
}


def _value(kind: int, piece: bytes) -> tuple[Value, bool]:
    if kind in _CONSTANTS:
        return _CONSTANTS[kind]
    if kind in _INTEGER_SIZES:
        return int.from_bytes(piece, "big", signed=True), True
    if kind % 2 == 0:
        return bytes(piece), True
    try:
        return piece.decode(), True
    except UnicodeDecodeError:
        return piece.decode(errors="replace"), False


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for _ in range(8):
        byte = data[at]
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    return value << 8 | data[at], at + 1


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def _unsigned(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "big")
