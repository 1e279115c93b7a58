"""Teaches the directory the people of a record that was worked on, when it is left or exported.

Not while one types: half a name would be learnt. It is done in a thread, nobody waits for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import KnownError
from ui.jobs import Job

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.editing.session import Changed, Session
    from app.minutes.record import Minutes
    from ui.desk import Desk


class Learner(QObject):
    """Listens to the desk. A record that was only read teaches nothing."""

    learnt = Signal()
    """The directory knows more than before."""
    failed = Signal(object)
    """The KnownError that says why it could not learn."""

    def __init__(
        self,
        open_archive: Callable[[], "Archive"],
        desk: "Desk",
        new_id: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """`open_archive` opens the archive once more, for the thread that calls it."""
        super().__init__(parent)
        self._open_archive, self._new_id = open_archive, new_id
        self._desk = desk
        self._record: Minutes | None = None
        desk.opened.connect(self._on_opened)
        desk.changed.connect(self._on_changed)

    def learn_open(self) -> None:
        """Learn from the open record as it is, if it was worked on since the last time."""
        record, self._record = self._record, None
        if record is not None:
            job = Job(_Lesson(self._open_archive, record, self._new_id), self)
            job.done.connect(self._on_done)
            job.failed.connect(self._on_failed)
            job.start()

    def _on_opened(self, _session: "Session | None") -> None:
        self.learn_open()

    def _on_changed(self, _changed: "Changed") -> None:
        self._record = self._desk.record

    def _on_done(self, news: bool) -> None:
        self._end()
        if news:
            self.learnt.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, KnownError):
            raise error
        self.failed.emit(error)

    def _end(self) -> None:
        job = self.sender()
        if job is not None:
            job.deleteLater()


class _Lesson:
    """Learns from one record over a connection of its own."""

    def __init__(
        self, open_archive: Callable[[], "Archive"], record: "Minutes", new_id: Callable[[], str]
    ) -> None:
        self._open, self._record, self._new_id = open_archive, record, new_id

    def __call__(self) -> bool:
        with self._open() as archive:
            return archive.people.remember(self._record, self._new_id)
