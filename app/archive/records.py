"""The records of an archive: read whole, written by what differs, finished and reopened."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from typing import TYPE_CHECKING

from app.archive import contents, entries, rows
from app.archive.entries import State
from app.archive.errors import (
    FinishedRecordError,
    MissingRecordError,
    RecordExistsError,
    damaged,
    unknown_record,
)
from app.archive.evidence import Document, Reason, add_revision, add_state, add_version_if_due
from app.archive.indexing import Indexer, texts_of
from app.errors import KnownError
from app.marking import N_
from app.minutes.difference import difference

if TYPE_CHECKING:
    from app.archive.history import History
    from app.archive.store import Store
    from app.minutes.record import Minutes

_INDEX = "INSERT INTO search (rowid, exact, folded) VALUES (?, ?, ?)"


class Records:
    """What the archive does with whole records. `writing` is its transaction, `time` its clock."""

    def __init__(
        self,
        store: "Store",
        history: "History",
        writing: Callable[[], AbstractContextManager[sqlite3.Connection]],
        time: Callable[[], str],
    ) -> None:
        self._store = store
        self._history = history
        self._writing = writing
        self._time = time
        self._indexer = Indexer()

    def load(self, record_id: str) -> "Minutes":
        """The record with an id, also from the bin."""
        with self._store.reading():
            try:
                record = rows.read_named(self._store.connection, record_id)
            except ValueError as error:  # msgspec's among them
                raise damaged(self._store.path) from error
        if record is None:
            raise unknown_record(record_id)
        return record

    def add(self, record: "Minutes") -> None:
        """Keep a new record. RecordExistsError where its id is taken, also in the bin."""
        with self._writing() as connection:
            if entries.number_of(self._store, record.id) is not None:
                raise RecordExistsError(
                    N_("The archive already has minutes with the id {id}; nothing was changed."),
                    id=record.id,
                )
            self._insert(connection, record)

    def save(self, record: "Minutes", known: "Minutes | None" = None) -> bool:
        """Keep a record, writing only what differs from `known`, the record as last saved.

        Without `known` the stored one is read first. False where there was nothing to write.
        FinishedRecordError where the record is finished. A version is kept now and then.
        """
        if known is not None and known == record:
            return False
        try:
            return self._save(record, known)
        except (rows.MismatchError, sqlite3.IntegrityError):
            # Somebody else changed the rows: what the user sees now is what must be kept.
            return self._save(record, None)

    def note_opening(self, record: "Minutes") -> None:
        """Keep a version of a record that is being opened, unless its newest is just that."""
        with suppress(MissingRecordError):  # erased meanwhile
            self._history.note_version(record, Reason.OPENING)

    def rewrite(
        self, record_ids: Sequence[str], edit: Callable[["Minutes"], "Minutes"]
    ) -> list["Minutes"]:
        """Make an edit in several records, all or none; finished ones stay as they are.

        What was changed, as it is now.
        """
        changed = []
        with self._writing() as connection:
            for record_id in record_ids:
                number = entries.known_number(self._store, record_id)
                state = self._store.text("SELECT state FROM minutes WHERE number = ?", (number,))
                old = self._read(number)
                new = old if state == State.FINAL else edit(old)
                if self._keep(connection, new, old):
                    changed.append(new)
        return changed

    def clear_bin(self, record_id: str) -> None:
        """Remove a record that lies in the bin for good, from this file; backups keep theirs.

        FinishedRecordError where it was ever finished: that is evidence, which only erasing ends.
        """
        with self._writing() as connection:
            number = entries.known_number(self._store, record_id)
            binned, key = connection.execute(
                "SELECT deleted_at, sort_key FROM minutes WHERE number = ?", (number,)
            ).fetchone()
            if binned is None:
                raise ValueError(f"{record_id} is not in the bin")
            if self._history.was_finished(record_id):
                raise FinishedRecordError(
                    N_("Minutes that were finished stay in the bin: they are evidence.")
                )
            connection.execute("DELETE FROM search WHERE rowid = ?", (key,))
            connection.execute("DELETE FROM minutes WHERE number = ?", (number,))
            contents.drop_unused(connection)

    def set_state(self, record_id: str, state: State) -> None:
        """Say how far a record has come. Only `finish` makes it final, only `reopen` ends that."""
        if state is State.FINAL:
            raise ValueError("finish() makes a record final")
        self._change_state(record_id, state, "", State.DRAFT, State.REVIEW)

    def finish(
        self, record: "Minutes", documents: Sequence[Document] = (), office: str = ""
    ) -> int:
        """Keep the record as it is now for good, with its documents; the number of the revision.

        From then on it cannot be saved, nor finished again, until it is reopened.
        """
        with self._writing() as connection:
            self._keep(connection, record, None)
            number, moment = entries.known_number(self._store, record.id), self._time()
            self._want_state(number, State.DRAFT, State.REVIEW)
            revision = add_revision(connection, number, record, documents, office, moment)
            add_state(connection, number, State.FINAL, "", moment)
            return revision

    def reopen(self, record_id: str, reason: str) -> None:
        """Let a finished record be worked on again; its revisions stay. `reason` is logged."""
        if not reason.strip():
            raise KnownError(N_("Say why these minutes are reopened; the reason is kept."))
        self._change_state(record_id, State.DRAFT, reason.strip(), State.FINAL)

    def _save(self, record: "Minutes", known: "Minutes | None") -> bool:
        with self._writing() as connection:
            return self._keep(connection, record, known)

    def _keep(
        self, connection: sqlite3.Connection, record: "Minutes", known: "Minutes | None"
    ) -> bool:
        sql = "SELECT number, state FROM minutes WHERE id = ?"
        row = connection.execute(sql, (record.id,)).fetchone()
        if row is None:
            self._insert(connection, record)
            return True
        number, state = row
        stored = known or self._read(number)
        changes = difference(stored, record)
        if not changes:
            return False
        if state == State.FINAL:
            raise FinishedRecordError(
                N_("These minutes are finished and cannot be changed; reopen them first.")
            )
        rows.write(connection, number, changes)
        self._note_change(connection, number, stored, record)
        add_version_if_due(connection, number, record, self._time())
        return True

    def _insert(self, connection: sqlite3.Connection, record: "Minutes") -> None:
        number = (self._store.number("SELECT max(number) FROM minutes") or 0) + 1
        moment = self._time()
        key = entries.sort_key(record.meeting.date, moment, number)
        own = {"number": number, "sort_key": key, "state": State.DRAFT.value}
        rows.insert_root(connection, record, own | {"created_at": moment, "changed_at": moment})
        rows.insert_items(connection, number, record)
        connection.execute(_INDEX, (key, *self._indexer.indexed(texts_of(record))))

    def _note_change(
        self, connection: sqlite3.Connection, number: int, stored: "Minutes", record: "Minutes"
    ) -> None:
        connection.execute(
            "UPDATE minutes SET changed_at = ? WHERE number = ?", (self._time(), number)
        )
        if stored.meeting.date != record.meeting.date:
            self._reorder(connection, number, record)
        elif (texts := texts_of(record)) != texts_of(stored):
            connection.execute(
                "UPDATE search SET exact = ?, folded = ?"
                " WHERE rowid = (SELECT sort_key FROM minutes WHERE number = ?)",
                (*self._indexer.indexed(texts), number),
            )

    def _reorder(self, connection: sqlite3.Connection, number: int, record: "Minutes") -> None:
        sql = "SELECT sort_key, created_at FROM minutes WHERE number = ?"
        old, created_at = connection.execute(sql, (number,)).fetchone()
        key = entries.sort_key(record.meeting.date, created_at, number)
        connection.execute("UPDATE minutes SET sort_key = ? WHERE number = ?", (key, number))
        connection.execute("DELETE FROM search WHERE rowid = ?", (old,))
        connection.execute(_INDEX, (key, *self._indexer.indexed(texts_of(record))))

    def _change_state(self, record_id: str, state: State, reason: str, *before: State) -> None:
        with self._writing() as connection:
            number = entries.known_number(self._store, record_id)
            self._want_state(number, *before)
            add_state(connection, number, state, reason, self._time())

    def _want_state(self, number: int, *wanted: State) -> None:
        if self._store.text("SELECT state FROM minutes WHERE number = ?", (number,)) not in wanted:
            raise FinishedRecordError(
                N_("The state of these minutes does not allow this; reopen or finish them.")
            )

    def _read(self, number: int) -> "Minutes":
        try:
            return rows.read(self._store.connection, number)
        except ValueError as error:  # msgspec's among them
            raise damaged(self._store.path) from error
