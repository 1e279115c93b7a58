"""Filling the directory from minutes that are there already: of an archive that was merged in."""

from collections.abc import Callable
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.archive.archive import Archive
from app.archive.entries import ALL, Window
from ui.jobs import Job

NEWEST = 1_000
"""Minutes that are looked through: people of older ones have other positions by now."""
EACH = 10
"""After how many minutes it is told how far it is."""


class Gathered(NamedTuple):
    """How many people were added, and whether it was stopped before all was looked through."""

    added: int
    stopped: bool


class Gatherer(QObject):
    """Learns from the newest minutes, the oldest of them first, in a thread.

    `came` tells how many minutes of how many are done; then comes `ended` with what was Gathered,
    or `failed` with the exception. What was learnt is kept in each case.
    """

    came = Signal(int, int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(
        self, open_archive: Callable[[], Archive], new_id: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._open, self._new_id = open_archive, new_id
        self._stop = Event()

    def start(self) -> None:
        job = Job(self._gather, self)
        job.done.connect(self.ended)
        job.failed.connect(self.failed)
        job.start()

    def stop(self) -> None:
        """Look through the minutes that are begun, and no more."""
        self._stop.set()

    def _gather(self) -> Gathered:
        with self._open() as archive:
            before = len(archive.people.people())
            entries = archive.entries(ALL, Window(NEWEST))
            for done, entry in enumerate(reversed(entries)):
                if self._stop.is_set():
                    break
                if done % EACH == 0:
                    self.came.emit(done, len(entries))
                archive.people.remember(archive.load(entry.id), self._new_id)
            added = len(archive.people.people()) - before
            return Gathered(added, self._stop.is_set())
