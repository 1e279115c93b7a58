"""The histories and kept files among the rows of a damaged archive. What cannot be proven to be
what was kept, by its hash, is not evidence and is left out.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from enum import StrEnum

from app.archive import contents
from app.archive import rows as record_rows
from app.archive.attachments import AttachmentKind
from app.archive.damage.mending import moment_from
from app.archive.damage.pages import Value
from app.archive.entries import State
from app.archive.evidence import Reason, add_version
from app.errors import KnownError
from app.minutes.canonical import from_json
from app.minutes.record import Minutes
from app.minutes.words import AssignmentState, DocumentKind, Form

Read = Mapping[str, Value]
Rows = Iterable[Read]

_PLAIN = {
    "version": "minutes_number number at reason content_number",
    "export": "number minutes_number version_number at kind form draft path size hash",
    "export_part": "export_number ordinal content_number",
    "revision": "minutes_number number at office json_schema version_number hash",
    "revision_export": "minutes_number revision_number export_number",
    "state_change": "minutes_number number at state reason",
    "erasure": "id at",
    "review": "minutes_number number at sent_to kind form draft version_number note",
    "attachment": "minutes_number id at kind name note size hash",
    "attachment_part": "minutes_number attachment_id ordinal content_number",
    "progress": "minutes_number assignment_id number at state note",
}

_WORDS: Mapping[tuple[str, str], type[StrEnum]] = {
    ("version", "reason"): Reason,
    ("export", "kind"): DocumentKind,
    ("export", "form"): Form,
    ("state_change", "state"): State,
    ("review", "kind"): DocumentKind,
    ("review", "form"): Form,
    ("progress", "state"): AssignmentState,
    ("attachment", "kind"): AttachmentKind,
}


_WRITTEN = ("office", "path", "reason", "sent_to", "note", "name")
"""Columns of text, in which whatever is found is kept as text."""


class Past:
    """Puts into a new archive what a damaged one tells of the past."""

    def __init__(self, connection: sqlite3.Connection, moment: str) -> None:
        self._connection = connection
        self._moment = moment
        self.lost_contents = 0
        self.lost_documents = 0

    def take_contents(self, rows: list[Read]) -> None:
        """Those that stand alone, then those that are differences from them."""
        for row in sorted(rows, key=lambda row: row.get("base_number") is not None):
            if not self._take_content(row):
                self.lost_contents += 1

    def take(self, table: str, rows: Rows) -> int:
        """Rows as they are, but times and words that make no sense; how many were no rows."""
        names = _PLAIN[table].split()
        sql = f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES"
        lost = 0
        for row in rows:
            cells = [self._sound(table, name, row.get(name)) for name in names]
            try:
                self._connection.execute(f"{sql} ({', '.join('?' * len(cells))})", cells)
            except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError):
                lost += 1
        return lost

    def settle(self) -> None:
        """Drop what is not whole, and let nothing refer to what is not there."""
        run = self._connection.execute
        for (number,) in run("SELECT number FROM export").fetchall():
            if not self._is_whole(number):
                self.lost_documents += 1
                run("DELETE FROM export WHERE number = ?", (number,))
        self._settle_attachments()
        run("DELETE FROM export_part WHERE export_number NOT IN (SELECT number FROM export)")
        run("DELETE FROM version WHERE content_number NOT IN (SELECT number FROM content)")
        self._find_versions()
        missing = "(minutes_number, version_number) NOT IN (SELECT minutes_number, number FROM"
        run(f"DELETE FROM revision WHERE {missing} version)")
        run(
            "DELETE FROM revision_export WHERE (minutes_number, revision_number) NOT IN"
            " (SELECT minutes_number, number FROM revision)"
            " OR export_number NOT IN (SELECT number FROM export)"
        )

    def _settle_attachments(self) -> None:
        """Drop the files that are not whole, and what refers to none."""
        run = self._connection.execute
        parts = """
            SELECT content_number FROM attachment_part
            WHERE minutes_number = ? AND attachment_id = ? ORDER BY ordinal"""
        sql = "SELECT minutes_number, id, hash FROM attachment"
        for number, attachment_id, wanted in run(sql).fetchall():
            if not self._is_proven(parts, (number, attachment_id), wanted):
                self.lost_documents += 1
                key = (number, attachment_id)
                run("DELETE FROM attachment WHERE minutes_number = ? AND id = ?", key)
        run(
            "DELETE FROM attachment_part WHERE (minutes_number, attachment_id) NOT IN"
            " (SELECT minutes_number, id FROM attachment)"
        )

    def _take_content(self, row: Read) -> bool:
        number, base, packed = row.get("number"), row.get("base_number"), row.get("bytes")
        try:
            under = contents.read(self._connection, base) if isinstance(base, int) else b""
            assert isinstance(packed, bytes)
            data = contents.unpacked(str(row.get("packing")), packed, under)
        except (ValueError, AssertionError):
            return False
        if contents.hash_of(data) != row.get("hash"):
            return False
        cells = (number, row.get("hash"), len(data), row.get("packing"), base, packed)
        sql = "INSERT OR IGNORE INTO content VALUES (?, ?, ?, ?, ?, ?)"
        self._connection.execute(sql, cells)
        return True

    def _is_whole(self, export: int) -> bool:
        sql = "SELECT content_number FROM export_part WHERE export_number = ? ORDER BY ordinal"
        wanted = self._connection.execute("SELECT hash FROM export WHERE number = ?", (export,))
        return self._is_proven(sql, (export,), wanted.fetchone()[0])

    def _is_proven(self, parts: str, key: tuple[object, ...], wanted: str) -> bool:
        """Whether the parts of a file are all there, and are what its hash says."""
        found = self._connection.execute(parts, key).fetchall()
        try:
            data = b"".join(contents.read(self._connection, part) for (part,) in found)
        except ValueError:
            return False
        return contents.hash_of(data) == wanted

    def _find_versions(self) -> None:
        """A version for each content that is one and that nothing speaks of any more."""
        sql = """
            SELECT number FROM content WHERE number NOT IN (SELECT content_number FROM version)
            AND number NOT IN (SELECT content_number FROM export_part)
            AND number NOT IN (SELECT content_number FROM attachment_part)"""
        for (number,) in self._connection.execute(sql).fetchall():
            try:
                record = from_json(contents.read(self._connection, number))
            except (KnownError, ValueError):
                continue
            self._add_version(record)
        self._give_exports_versions()

    def _add_version(self, record: Minutes) -> None:
        sql = "SELECT number FROM minutes WHERE id = ?"
        found = self._connection.execute(sql, (record.id,)).fetchone()
        if found:
            add_version(self._connection, found[0], record, Reason.EXPORT, self._moment)

    def _give_exports_versions(self) -> None:
        """An export whose version is lost gets the nearest: its bytes are what counts."""
        bare = """
            SELECT DISTINCT minutes_number FROM export
            WHERE minutes_number NOT IN (SELECT minutes_number FROM version)"""
        for (number,) in self._connection.execute(bare).fetchall():
            self._add_version(record_rows.read(self._connection, number))
        homeless = """
            SELECT number, minutes_number, version_number FROM export
            WHERE (minutes_number, version_number) NOT IN
                (SELECT minutes_number, number FROM version)"""
        nearest = """
            SELECT number FROM version WHERE minutes_number = ?
            ORDER BY abs(number - ?) LIMIT 1"""
        for export, number, version in self._connection.execute(homeless).fetchall():
            found = self._connection.execute(nearest, (number, version)).fetchone()
            if found:
                self._move_export(export, found[0])

    def _move_export(self, export: int, version: int) -> None:
        sql = "SELECT * FROM export WHERE number = ?"
        (row,) = self._connection.execute(sql, (export,)).fetchall()
        self._connection.execute("DELETE FROM export WHERE number = ?", (export,))
        cells = (*row[:2], version, *row[3:])
        sql = f"INSERT INTO export VALUES ({', '.join('?' * len(cells))})"
        self._connection.execute(sql, cells)

    def _sound(self, table: str, name: str, value: Value) -> Value:
        if name == "at":
            return moment_from(value, self._moment)
        if words := _WORDS.get((table, name)):
            return str(value) if value in {*words} else str(next(iter(words)).value)
        return str(value) if name in _WRITTEN else value
