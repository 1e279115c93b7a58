"""Archive: every record in one SQLite file. Each change is one transaction of the changed rows."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.archive import entries, opening, schema
from app.archive.abbreviations import Abbreviations
from app.archive.backup import copy_archive
from app.archive.entries import ALL, WHOLE, Entry, Filters, State, Window
from app.archive.errors import damaged
from app.archive.store import Store
from app.archive.surroundings import on_a_share, tighten

if TYPE_CHECKING:
    from app.archive.attachments import Attachments
    from app.archive.evidence import Document
    from app.archive.history import History
    from app.archive.lock import WriteLock
    from app.archive.offices import Offices
    from app.archive.people import People
    from app.archive.records import Records
    from app.archive.register import Register
    from app.archive.reviews import Reviews
    from app.archive.vocabulary import Vocabulary
    from app.errors import KnownError
    from app.minutes.record import Minutes


def utc_now() -> datetime:
    return datetime.now(UTC)


class Archive:
    """The archive at a path, for the thread that opens it. One program at a time may write.

    `now` is the clock of everything that is noted down with its time; it gives an aware time.
    """

    def __init__(
        self, store: Store, lock: "WriteLock | None", now: Callable[[], datetime], program: str
    ) -> None:
        self.store = store
        self.abbreviations = Abbreviations(store)
        self.notices: tuple[KnownError, ...] = ()
        """What the user should know of the opening, though it went well."""
        self._lock = lock
        self._now = now
        self._program = program

    # What follows is loaded when it is wanted: an archive is opened by every start.

    @cached_property
    def _records(self) -> "Records":
        from app.archive.records import Records

        return Records(self.store, self.history, self._writing, self._time)

    @cached_property
    def offices(self) -> "Offices":
        from app.archive.offices import Offices

        return Offices(self.store)

    @cached_property
    def people(self) -> "People":
        from app.archive.people import People

        return People(self.store)

    @cached_property
    def history(self) -> "History":
        from app.archive.history import History

        return History(self.store, self._writing, self._time)

    @cached_property
    def reviews(self) -> "Reviews":
        from app.archive.reviews import Reviews

        return Reviews(self.store, self._writing, self._time)

    @cached_property
    def attachments(self) -> "Attachments":
        from app.archive.attachments import Attachments

        return Attachments(self.store, self._writing, self._time)

    @cached_property
    def register(self) -> "Register":
        from app.archive.register import Register

        return Register(self.store, self._writing, self._time)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        write: bool = True,
        now: Callable[[], datetime] = utc_now,
        program: str = __version__,
    ) -> "Archive":
        """Open the archive; to write, make it where there is none and migrate it where it is old.

        ArchiveInUseError where another program writes to it. Reading is always allowed.
        """
        path = path.resolve()
        if not write:
            return cls(opening.to_read(path, now, program), None, now, program)
        lock = opening.lock(path)
        try:
            notices = (on_a_share(path), tighten(path))
            archive = cls(opening.to_write(path, now, program), lock, now, program)
            archive.notices = tuple(notice for notice in notices if notice)
            return archive
        except BaseException:
            lock.release()
            raise

    def another(self) -> "Archive":
        """The same archive for another thread, under this one's lock: call it in that thread."""
        store = Store(self.store.path, write=self.writable)
        return Archive(store, None, self._now, self._program)

    @property
    def path(self) -> Path:
        return self.store.path

    @property
    def writable(self) -> bool:
        """Whether it was opened to be written."""
        return self.store.writable

    def close(self) -> None:
        """Let go of the file, and of the lock if this is the one that took it."""
        self.store.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def load(self, record_id: str) -> "Minutes":
        """The record with an id, also from the bin."""
        return self._records.load(record_id)

    def add(self, record: "Minutes") -> None:
        """Keep a new record. RecordExistsError where its id is taken, also in the bin."""
        self._records.add(record)

    def save(self, record: "Minutes", known: "Minutes | None" = None) -> bool:
        """Keep a record, writing only what differs from `known`, the record as last saved.

        Without `known` the stored one is read first. False where there was nothing to write.
        FinishedRecordError where the record is finished. A version is kept now and then.
        """
        return self._records.save(record, known)

    def note_opening(self, record: "Minutes") -> None:
        """Keep a version of a record that is being opened, unless its newest is just that."""
        self._records.note_opening(record)

    def rewrite(
        self, record_ids: Sequence[str], edit: Callable[["Minutes"], "Minutes"]
    ) -> list["Minutes"]:
        """Make an edit in several records, all or none; finished ones stay as they are.

        What was changed, as it is now.
        """
        return self._records.rewrite(record_ids, edit)

    def delete(self, record_id: str) -> None:
        """Put a record into the bin. It stays whole, and `restore` takes it out again."""
        self._mark(record_id, "deleted_at", self._time())

    def restore(self, record_id: str) -> None:
        """Take a record out of the bin."""
        self._mark(record_id, "deleted_at", None)

    def clear_bin(self, record_id: str) -> None:
        """Remove a record that lies in the bin for good, from this file; backups keep theirs.

        FinishedRecordError where it was ever finished: that is evidence, which only erasing ends.
        """
        self._records.clear_bin(record_id)

    def set_state(self, record_id: str, state: State) -> None:
        """Say how far a record has come. Only `finish` makes it final, only `reopen` ends that."""
        self._records.set_state(record_id, state)

    def finish(
        self, record: "Minutes", documents: Sequence["Document"] = (), office: str = ""
    ) -> int:
        """Keep the record as it is now for good, with its documents; the number of the revision.

        From then on it cannot be saved, nor finished again, until it is reopened.
        """
        return self._records.finish(record, documents, office)

    def reopen(self, record_id: str, reason: str) -> None:
        """Let a finished record be worked on again; its revisions stay. `reason` is logged."""
        self._records.reopen(record_id, reason)

    def has(self, record_id: str) -> bool:
        """Whether a record is here, also in the bin."""
        return entries.number_of(self.store, record_id) is not None

    def entry(self, record_id: str) -> Entry:
        """The line of the list for a record."""
        return entries.one(self.store, entries.known_number(self.store, record_id))

    def entries(self, filters: Filters = ALL, window: Window = WHOLE) -> list[Entry]:
        """The list, newest meeting first."""
        return entries.listed(self.store, filters, window)

    def count(self, filters: Filters = ALL) -> int:
        return entries.counted(self.store, filters)

    def search(self, typed: str, filters: Filters = ALL, window: Window = WHOLE) -> list[Entry]:
        """The entries with all words typed, the last being a beginning, "quoted" ones a phrase.

        Those with the same marks come first; within each the newest. Nothing for no words.
        """
        return entries.found(self.store, typed, filters, window)

    def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """All that is searched in some records, by the numbers of their entries."""
        return entries.texts(self.store, numbers)

    def attendees(self) -> list[str]:
        """The names of all attendees. It reads much: not while somebody types."""
        return entries.people(self.store)

    def years(self, *, binned: bool = False) -> list[int]:
        """The years that the list has entries in, newest first."""
        return entries.years(self.store, binned=binned)

    def hosts(self, *, binned: bool = False) -> list[str]:
        """The host bodies that the list has entries of."""
        return entries.hosts(self.store, binned=binned)

    def vocabulary(self) -> "Vocabulary":
        """What was written before, for type-ahead. It takes a moment in a large archive."""
        from app.archive.vocabulary import read_vocabulary

        return read_vocabulary(self.store)

    def check(self) -> None:
        """Read all of the file: DamagedArchiveError where it does not hold together. Slow."""
        sound = self.store.text("PRAGMA integrity_check") == "ok"
        if not sound or self.store.rows("PRAGMA foreign_key_check"):
            raise damaged(self.path)

    def copy_to(self, target: Path) -> None:
        """Make a verified copy of the archive. What stands at `target` is replaced in the end."""
        copy_archive(self.store, target)

    def _mark(self, record_id: str, column: str, value: str | None) -> None:
        with self._writing() as connection:
            number = entries.known_number(self.store, record_id)
            connection.execute(f"UPDATE minutes SET {column} = ? WHERE number = ?", (value, number))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self.store.writing() as connection:
            yield connection
            schema.sign(connection, self._program)

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")
