"""The desk: the record that lies open, between the session that edits it and the archive.

Each new version goes to the writer at once, which never makes typing wait. No widgets here.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.archive.entries import Entry, State
from app.archive.errors import MissingRecordError

if TYPE_CHECKING:
    from app.archive.evidence import Document
    from app.editing.session import Changed, Session
    from app.minutes.record import Minutes

PATIENCE = 5.0
"""Seconds to wait for the disk where what comes next needs everything saved."""


class Archive(Protocol):
    """What the desk needs of the archive."""

    @property
    def writable(self) -> bool: ...

    def load(self, record_id: str) -> "Minutes": ...

    def delete(self, record_id: str) -> None: ...

    def restore(self, record_id: str) -> None: ...

    def entry(self, record_id: str) -> Entry: ...

    def finish(
        self, record: "Minutes", documents: Sequence["Document"] = (), office: str = ""
    ) -> int: ...

    def reopen(self, record_id: str, reason: str) -> None: ...


class Writer(Protocol):
    """What the desk needs of the writer: to take a version and return at once; to finish."""

    def put(self, record: "Minutes") -> None: ...

    def note_opening(self, record: "Minutes") -> None: ...

    def flush(self, timeout: float | None = None) -> bool: ...

    def forget(self) -> None: ...


class Desk(QObject):
    """One record at a time. `opened` carries its session, or None when the desk is empty.

    `archive_changed`: a record came or went, so that a list of them should be read again.
    `state_changed`: the open record was finished, reopened or sent to be looked at.
    """

    opened = Signal(object)
    changed = Signal(object)
    archive_changed = Signal()
    state_changed = Signal()

    def __init__(
        self,
        archive: Archive,
        writer: Writer,
        new_id: Callable[[], str],
        begin: Callable[["Minutes"], "Minutes"] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`begin`: what the office puts into new minutes."""
        super().__init__(parent)
        self._begin = begin
        self._archive = archive
        self._writer = writer
        self._new_id = new_id
        self._session: Session | None = None
        self._deleted: Session | None = None
        self._state = State.DRAFT
        self._binned = False
        self._stop_listening: Callable[[], None] | None = None

    @property
    def session(self) -> "Session | None":
        return self._session

    @property
    def record(self) -> "Minutes | None":
        return self._session.record if self._session else None

    @property
    def deleted(self) -> "Minutes | None":
        """The record that was open and was deleted, until something else is opened."""
        return self._deleted.record if self._deleted else None

    @property
    def state(self) -> State:
        """How far the open record has come. A finished one is locked."""
        return self._state

    @property
    def binned(self) -> bool:
        """Whether the open record lies in the bin, where it is locked."""
        return self._binned

    @property
    def writable(self) -> bool:
        """Whether records can be changed at all: the archive may be open to be read only."""
        return self._archive.writable

    def new(self) -> None:
        """Lay a new record on the desk; it enters the archive with its first edit."""
        self.flush()
        from app.minutes.record import Minutes

        empty = Minutes(id=self._new_id())
        self._lay(self._begin(empty) if self._begin else empty)

    def open(self, record_id: str) -> None:
        if self.record is not None and self.record.id == record_id:
            return
        self.flush()
        record = self._archive.load(record_id)
        self._writer.note_opening(record)
        self._lay(record)

    def take(self, record: "Minutes") -> None:
        """Put a record that is new here into the archive, and open it."""
        self._writer.put(record)
        self.flush()
        self._lay(record)
        self.archive_changed.emit()

    def duplicate(self) -> None:
        from app.minutes.renewal import with_new_ids

        if self.record is not None:
            self.take(with_new_ids(self.record, self._new_id))

    def delete(self) -> "Minutes | None":
        """Put the open record into the bin; `bring_back` takes what is returned out again."""
        session = self._session
        if session is None:
            return None
        record = session.record
        self.flush()
        # A new record that was never edited is in no archive: clearing the desk is enough.
        with suppress(MissingRecordError):
            self._archive.delete(record.id)
        self._lay_session(None, deleted=session)
        self.archive_changed.emit()
        return record

    def bring_back(self, record: "Minutes") -> None:
        """Take a record out of the bin and open it; the one deleted last with its history."""
        self.flush()
        last = self._deleted if self.deleted is record else None
        in_the_archive = True
        try:
            self._archive.restore(record.id)
        except MissingRecordError:
            in_the_archive = False
        if last is not None:
            self._read_state(last)
            self._lay_session(last)
        elif in_the_archive:
            self.open(record.id)
        else:
            self._lay(record)
        self.archive_changed.emit()

    def let_go(self, record_id: str) -> None:
        """Clear the desk of a record that is about to be deleted."""
        if self.record is not None and self.record.id == record_id:
            self.flush()
            self.close()

    def flush(self) -> bool:
        """Whether everything is in the archive now; the writer reports why it is not."""
        return self._writer.flush(PATIENCE)

    def rewritten(self) -> None:
        """Other records than the open one were changed in the archive."""
        self._writer.forget()
        self.archive_changed.emit()

    def close(self) -> None:
        """Clear the desk."""
        self._lay_session(None)

    def finish(self, documents: Sequence["Document"], office: str) -> bool:
        """Keep the open record as it is, with its documents; False where it cannot be saved."""
        if self._session is None or not self.flush():
            return False
        self._archive.finish(self._session.record, documents, office)
        self.read_state()
        return True

    def reopen(self, reason: str) -> None:
        """Let the open record, which is finished, be worked on again."""
        if self.record is not None:
            self._archive.reopen(self.record.id, reason)
            self.read_state()

    def read_state(self) -> None:
        """Ask the archive how far the open record has come: it was finished, reopened, sent."""
        if self._session is not None:
            self._read_state(self._session)
            self.state_changed.emit()

    def _read_state(self, session: "Session") -> None:
        try:
            entry = self._archive.entry(session.record.id)
        except MissingRecordError:  # new, and not edited yet
            self._state, self._binned = State.DRAFT, False
        else:
            self._state, self._binned = entry.state, entry.deleted_at is not None
        session.lock(self._state is State.FINAL or self._binned or not self.writable)

    def _lay(self, record: "Minutes") -> None:
        from app.editing.session import Session

        session = Session(record, time.monotonic)
        self._read_state(session)
        self._lay_session(session)

    def _lay_session(self, session: "Session | None", deleted: "Session | None" = None) -> None:
        if self._stop_listening is not None:
            self._stop_listening()
        self._session, self._deleted = session, deleted
        self._stop_listening = session.listen(self._on_changed) if session else None
        self.opened.emit(session)

    def _on_changed(self, changed: "Changed") -> None:
        if self._session is not None:
            self._writer.put(self._session.record)
        self.changed.emit(changed)
