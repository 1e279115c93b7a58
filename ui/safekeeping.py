"""Backups of the open archive, made in a thread: when one is due, and on demand."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.archive.archive import utc_now
from app.errors import KnownError
from app.settings.declared import BACKUP_BUDGET, SECOND_BACKUPS
from ui.jobs import Job

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.archive.backups import Backups, Made, Plan
    from app.settings.preferences import Preferences

FIRST_WAIT = 3_000
"""Milliseconds after the archive is open: the window has come to rest by then."""
_MEGA = 1_000_000


def plan_of(preferences: "Preferences") -> "Plan":
    """How backups are kept, by the settings as they are now."""
    from app.archive.backups import Plan

    second = preferences[SECOND_BACKUPS]
    budget = preferences[BACKUP_BUDGET] * _MEGA
    return Plan(second=Path(second) if second else None, budget=budget)


class Safekeeper(QObject):
    """One backup at a time. `made` carries what was made, `failed` the KnownError to tell.

    A backup that was due at the start is told by `made` too, if there was one to make.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, archive: "Archive", plan: "Callable[[], Plan]", parent: QObject) -> None:
        super().__init__(parent)
        self._archive = archive
        self._plan = plan
        self._job: Job | None = None
        self._wait = QTimer(self, singleShot=True, interval=FIRST_WAIT)
        self._wait.timeout.connect(self.make_if_due)

    def start(self) -> None:
        """Make a backup soon, if one is due by then."""
        self._wait.start()

    def stop(self) -> None:
        """Begin no backup any more that nobody asked for."""
        self._wait.stop()

    def make_if_due(self) -> None:
        self._start(self._work_if_due)

    def make(self) -> None:
        """Make one now; where one is being made already, that is the one."""
        self._start(self._work)

    def backups(self) -> "Backups":
        from app.archive.backups import Backups

        return Backups(self._archive.path, self._plan(), now=utc_now)

    def _start(self, work: Callable[[], object]) -> None:
        if self._job is not None:
            return
        self._job = Job(work, self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _work_if_due(self) -> "Made | None":
        with closing(self._archive.another()) as own:
            return self.backups().make(own.store) if self.backups().due(own.store) else None

    def _work(self) -> "Made":
        with closing(self._archive.another()) as own:
            return self.backups().make(own.store)

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _on_done(self, made: "Made | None") -> None:
        self._end()
        if made is not None:
            self.made.emit(made)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, KnownError):
            raise error
        self.failed.emit(error)
