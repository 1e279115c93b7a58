"""The desk: the record that lies open, between the session that edits it and the archive.

Each new version goes to the writer at once, which never makes typing wait. No widgets here.
"""

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.editing.session import Changed, Session
from app.minutes.record import Minutes
from app.minutes.renewal import with_new_ids


class Archive(Protocol):
    """What the desk needs of the archive."""

    def load(self, record_id: str) -> Minutes: ...

    def delete(self, record_id: str) -> None: ...


class Writer(Protocol):
    """What the desk needs of the writer: to take a version and return at once; to finish."""

    def put(self, record: Minutes) -> None: ...

    def flush(self) -> None: ...


class Desk(QObject):
    """One record at a time. `opened` carries its session, or None when the desk is empty."""

    opened = Signal(object)
    changed = Signal(object)
    archive_changed = Signal()

    def __init__(
        self, archive: Archive, writer: Writer, new_id: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._archive = archive
        self._writer = writer
        self._new_id = new_id
        self._session: Session | None = None
        self._stop_listening: Callable[[], None] | None = None

    @property
    def session(self) -> Session | None:
        return self._session

    @property
    def record(self) -> Minutes | None:
        return self._session.record if self._session else None

    def new(self) -> None:
        """Lay an empty record on the desk; it enters the archive with its first edit."""
        self.flush()
        self._lay(Minutes(id=self._new_id()))

    def open(self, record_id: str) -> None:
        if self.record is not None and self.record.id == record_id:
            return
        self.flush()
        self._lay(self._archive.load(record_id))

    def take(self, record: Minutes) -> None:
        """Put a record into the archive and open it: the sample, a deleted one that comes back."""
        self._writer.put(record)
        self.flush()
        self._lay(record)
        self.archive_changed.emit()

    def duplicate(self) -> None:
        if self.record is not None:
            self.take(with_new_ids(self.record, self._new_id))

    def delete(self) -> Minutes | None:
        """Delete the open record; what is returned can be taken back."""
        record = self.record
        if record is None:
            return None
        self.flush()
        self._archive.delete(record.id)
        self.close()
        self.archive_changed.emit()
        return record

    def flush(self) -> None:
        """Return when everything is in the archive; an error says why it cannot be."""
        self._writer.flush()

    def close(self) -> None:
        """Clear the desk."""
        self._lay_session(None)

    def _lay(self, record: Minutes) -> None:
        self._lay_session(Session(record, time.monotonic))

    def _lay_session(self, session: Session | None) -> None:
        if self._stop_listening is not None:
            self._stop_listening()
        self._session = session
        self._stop_listening = session.listen(self._on_changed) if session else None
        self.opened.emit(session)

    def _on_changed(self, changed: Changed) -> None:
        if self._session is not None:
            self._writer.put(self._session.record)
        self.changed.emit(changed)
