"""Taking over minutes of another archive: looked at first, then done, both in a thread."""

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.archive.archive import Archive
from app.archive.entries import Entry
from app.errors import KnownError
from app.handing.taking import Standing, arrival, take_over, take_over_copy
from app.identity import new_id
from app.marking import N_
from ui.jobs import Job

OpenArchive = Callable[[], Archive]


class Found(NamedTuple):
    """Minutes of the other archive, and how they stand to what is here."""

    entry: Entry
    standing: Standing


class Order(NamedTuple):
    """What to take over; a `copy` is kept beside the minutes that are here."""

    record_id: str
    copy: bool


class Merger(QObject):
    """`surveyed` carries the list of Found; then `came` counts, `ended` carries what failed."""

    surveyed = Signal(object)
    came = Signal(int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, open_archive: OpenArchive, other: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_archive
        self._other = other
        self._stop = Event()
        self._orders: Sequence[Order] = ()
        self.done = 0
        self.came.connect(self._on_came)

    def survey(self) -> None:
        self._start(self._survey, self.surveyed)

    def take(self, orders: Sequence[Order]) -> None:
        self._orders = orders
        self._start(self._take, self.ended)

    def stop(self) -> None:
        """Finish the record that is begun and begin no more."""
        self._stop.set()

    def _start(self, work: Callable[[], object], done: object) -> None:
        job = Job(work, self)
        job.done.connect(done)
        job.failed.connect(self.failed)
        job.start()

    def _survey(self) -> list[Found]:
        with closing(self._open()) as mine:
            if self._other.resolve() == mine.path.resolve():
                raise KnownError(N_("This is the archive that is open; choose another one."))
            with closing(Archive.open(self._other, write=False)) as other:
                known = {entry.id for entry in mine.entries()}
                found: list[Found] = []
                for entry in other.entries():
                    if self._stop.is_set():
                        break
                    found.append(_found(mine, other, entry, known))
                return found

    def _take(self) -> list[KnownError]:
        problems: list[KnownError] = []
        with (
            closing(self._open()) as mine,
            closing(Archive.open(self._other, write=False)) as other,
        ):
            for order in self._orders:
                if self._stop.is_set():
                    break
                try:
                    if order.copy:
                        take_over_copy(mine, other, order.record_id, new_id)
                    else:
                        take_over(mine, other, order.record_id)
                except KnownError as error:
                    problems.append(error)
                self.came.emit(1)
        return problems

    def _on_came(self, _one: int) -> None:
        self.done += 1


def _found(mine: Archive, other: Archive, entry: Entry, known: set[str]) -> Found:
    """Only what has an id of ours is read and compared; the bin has ids too."""
    if entry.id in known or mine.has(entry.id):
        return Found(entry, arrival(mine, other.load(entry.id)).standing)
    return Found(entry, Standing.NEW)
