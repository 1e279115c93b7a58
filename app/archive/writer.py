"""Writer: keeps the open record on disk from a thread of its own, so that typing never waits.

It says through `report` what became of each attempt, in its own thread, and never gives up.
"""

import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, Protocol, Self

from app.archive.archive import utc_now
from app.errors import KnownError
from app.marking import N_
from app.minutes.record import Minutes


class Timing(NamedTuple):
    """Seconds from the first unsaved edit to its commit, and from a failure to the next attempt."""

    delay: float = 0.5
    retry: float = 2.0


class Saved(NamedTuple):
    """Everything put before `at` is on disk."""

    at: datetime


class NotSaved(NamedTuple):
    """Why the last attempt failed. The next one comes by itself."""

    error: KnownError


Report = Callable[[Saved | NotSaved], None]


class Keeper(Protocol):
    """What the writer needs of an archive."""

    def save(self, record: Minutes, known: Minutes | None = None) -> bool: ...
    def close(self) -> None: ...


class Schedule:
    """When to write next. Times are seconds of a clock that never goes back."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._due: float | None = None

    def edited(self, now: float) -> None:
        """The first unsaved edit sets the time; the next ones do not push it back."""
        if self._due is None:
            self._due = now + self._timing.delay

    def failed(self, now: float) -> None:
        self._due = now + self._timing.retry

    def at_once(self) -> None:
        self._due = float("-inf")

    def started(self) -> None:
        self._due = None

    def wait(self, now: float) -> float | None:
        """Seconds until the next write, or None where nothing is to be written."""
        return None if self._due is None else max(0.0, self._due - now)


class Writer:
    """Writes the newest version of each record put, over a connection of its own.

    `open_archive` is called in the writer's thread (`archive.another`). Use it from one thread.
    """

    def __init__(
        self,
        open_archive: Callable[[], Keeper],
        report: Report,
        *,
        timing: Timing = Timing(),
        now: Callable[[], datetime] = utc_now,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open = open_archive
        self._report = report
        self._now = now
        self._clock = clock
        self._schedule = Schedule(timing)
        self._changed = threading.Condition()
        self._pending: dict[str, Minutes] = {}
        self._saved: dict[str, Minutes] = {}
        self._attempts = 0
        self._writing = False
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="archive-writer")
        self._thread.start()

    def put(self, record: Minutes) -> None:
        """Have this version of a record written soon. Never waits for the disk."""
        with self._changed:
            self._pending[record.id] = record
            self._schedule.edited(self._clock())
            self._changed.notify_all()

    @property
    def unsaved(self) -> tuple[Minutes, ...]:
        """The newest versions that are not on disk yet."""
        with self._changed:
            return tuple(self._pending.values())
