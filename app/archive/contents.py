"""Bytes kept in the archive: each content once, by its hash, small, and given back exactly.

All of it happens inside the caller's transaction.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from zipfile import BadZipFile, ZipFile

SPEAKING = ("version", "export_part", "attachment_part")
"""The tables whose `content_number` keeps a content."""
_WINDOW = 32_768
"""How much of a dictionary zlib looks at: its end."""


def hash_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def keep(connection: sqlite3.Connection, data: bytes, base: int | None = None) -> int:
    """The number of this content. `base`: of one much like it, that has no base itself."""
    known = connection.execute("SELECT number FROM content WHERE hash = ?", (hash_of(data),))
    if row := known.fetchone():
        return int(row[0])
    packing, base_number, packed = _packed(connection, data, base)
    added = connection.execute(
        "INSERT INTO content (hash, size, packing, base_number, bytes) VALUES (?, ?, ?, ?, ?)",
        (hash_of(data), len(data), packing, base_number, packed),
    )
    return int(added.lastrowid or 0)


def read(connection: sqlite3.Connection, number: int) -> bytes:
    """The content with a number; ValueError where it is not what was kept."""
    sql = "SELECT hash, packing, base_number, bytes FROM content WHERE number = ?"
    row = connection.execute(sql, (number,)).fetchone()
    if row is None:
        raise ValueError(f"there is no content {number}")
    wanted, packing, base, packed = row
    data = unpacked(packing, packed, read(connection, base) if base else b"")
    if hash_of(data) != wanted:
        raise ValueError(f"the content {number} is not what was kept")
    return data


def unpacked(packing: str, packed: bytes, base: bytes = b"") -> bytes:
    """The bytes as they were; ValueError where they cannot be had."""
    if packing == "plain":
        return packed
    unpacking = zlib.decompressobj(zdict=base[-_WINDOW:]) if base else zlib.decompressobj()
    try:
        return unpacking.decompress(packed)
    except zlib.error as error:
        raise ValueError(str(error)) from error


def own_base(connection: sqlite3.Connection, number: int) -> int:
    """What this content is a difference from, or itself."""
    sql = "SELECT coalesce(base_number, number) FROM content WHERE number = ?"
    return int(connection.execute(sql, (number,)).fetchone()[0])


def drop_unused(connection: sqlite3.Connection) -> None:
    """Remove what nothing speaks of any more, differences before what they differ from."""
    speaking = _speaking(connection)
    for condition in ("base_number IS NOT NULL", "base_number IS NULL"):
        connection.execute(
            f"""
            DELETE FROM content WHERE {condition}
            {" ".join(f"AND number NOT IN (SELECT content_number FROM {t})" for t in speaking)}
            AND number NOT IN (SELECT base_number FROM content WHERE base_number IS NOT NULL)"""
        )


def _speaking(connection: sqlite3.Connection) -> list[str]:
    """The tables that speak of contents, in a file of whatever schema."""
    sql = f"""
        SELECT name FROM sqlite_schema WHERE type = 'table'
        AND name IN ({", ".join("?" * len(SPEAKING))}) ORDER BY name"""
    return [str(name) for (name,) in connection.execute(sql, SPEAKING)]


def segments(data: bytes) -> list[bytes]:
    """`data` cut where the members of a zip begin, so that equal members are kept once.

    Together they are `data` again, whatever it is.
    """
    cuts = [0, *_member_starts(data), len(data)]
    return [data[a:b] for a, b in pairwise(cuts) if a < b]


def _member_starts(data: bytes) -> Iterator[int]:
    try:
        with ZipFile(BytesIO(data)) as package:
            starts = sorted(member.header_offset for member in package.infolist())
            yield from (start for start in (*starts, package.start_dir) if 0 < start < len(data))
    except (BadZipFile, ValueError, NotImplementedError):
        return


def _packed(
    connection: sqlite3.Connection, data: bytes, base: int | None
) -> tuple[str, int | None, bytes]:
    alone = zlib.compress(data, 9)
    if base is not None:
        packing = zlib.compressobj(9, zdict=read(connection, base)[-_WINDOW:])
        beside = packing.compress(data) + packing.flush()
        if len(beside) * 2 < len(alone):
            return "zlib", base, beside
    return ("zlib", None, alone) if len(alone) < len(data) else ("plain", None, data)
