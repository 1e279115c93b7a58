"""Writer: keeps the open record on disk from a thread of its own, so that typing never waits.

It says through `report` what became of each attempt, in its own thread, and never gives up.
"""

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from app.archive.archive import utc_now
from app.errors import KnownError
from app.marking import N_

if TYPE_CHECKING:
    from app.minutes.record import Minutes

_LOG = logging.getLogger(__name__)


class Timing(NamedTuple):
    """Seconds from the first unsaved edit to its commit, and from a failure to the next attempt."""

    delay: float = 0.25
    retry: float = 2.0


USUAL = Timing()


class Saved(NamedTuple):
    """Everything put before `at` is on disk."""

    at: datetime


class NotSaved(NamedTuple):
    """Why the last attempt failed. The next one comes by itself."""

    error: KnownError


Report = Callable[[Saved | NotSaved], None]


class Keeper(Protocol):
    """What the writer needs of an archive."""

    def save(self, record: "Minutes", known: "Minutes | None" = None) -> bool: ...
    def note_opening(self, record: "Minutes") -> None: ...
    def close(self) -> None: ...


class Schedule:
    """When to write next. Times are seconds of a clock that never goes back."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._due: float | None = None

    def edited(self, now: float) -> None:
        """The first unsaved edit sets the time; the next ones do not push it back.

        Nor does the next attempt after a failure hold it up: there may be room again by now.
        """
        due = now + self._timing.delay
        self._due = due if self._due is None else min(self._due, due)

    def failed(self, now: float) -> None:
        """Try again later, or when the next edit is due if that is sooner."""
        if self._due is None:
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
        timing: Timing = USUAL,
        now: Callable[[], datetime] = utc_now,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open = open_archive
        self._report = report
        self._now = now
        self._clock = clock
        self._schedule = Schedule(timing)
        self._news = threading.Condition()
        self._pending: dict[str, Minutes] = {}
        self._saved: dict[str, Minutes] = {}
        self._openings: list[Minutes] = []
        self._archive: Keeper | None = None
        self._started = self._finished = 0
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="archive-writer")
        self._thread.start()

    def put(self, record: "Minutes") -> None:
        """Have this version of a record written soon. Never waits for the disk."""
        with self._news:
            self._pending[record.id] = record
            self._schedule.edited(self._clock())
            self._news.notify_all()

    def note_opening(self, record: "Minutes") -> None:
        """Have a version kept of a record as it was opened. It comes before what is put later."""
        with self._news:
            self._openings.append(record)
            self._schedule.at_once()
            self._news.notify_all()

    @property
    def unsaved(self) -> tuple["Minutes", ...]:
        """The newest versions that are not on disk yet."""
        with self._news:
            return tuple(self._pending.values())

    def flush(self, timeout: float | None = None) -> bool:
        """Write now and wait for it. False where it failed or took longer than `timeout`."""
        with self._news:
            wanted = self._started + 1
            if self._pending:
                self._schedule.at_once()
                self._news.notify_all()
            self._news.wait_for(lambda: self._settled(wanted), timeout)
            return not self._pending

    def close(self, timeout: float | None = None) -> bool:
        """Write what is left and end the thread. False where something could not be written."""
        done = self.flush(timeout)
        with self._news:
            self._closing = True
            self._news.notify_all()
        self._thread.join()
        return done

    def forget(self) -> None:
        """Somebody else has written records: what was saved last says nothing of them any more."""
        with self._news:
            self._saved.clear()

    def _settled(self, wanted: int) -> bool:
        """Whether all is saved, or the attempt `wanted` has been made, or none will come."""
        idle = not self._pending and self._finished == self._started
        return idle or self._finished >= wanted or self._closing

    def _run(self) -> None:
        while (batch := self._next_batch()) is not None:
            outcome = self._write(batch)
            if isinstance(outcome, NotSaved):
                self._prepare_retry()
            try:
                self._report(outcome)
            except Exception:
                _LOG.exception("could not report %s", outcome)
            with self._news:
                self._finished += 1
                self._news.notify_all()
        self._let_go()

    def _next_batch(self) -> tuple["Minutes", ...] | None:
        """Wait for work. None where the thread is to end."""
        with self._news:
            while not self._closing:
                wait = self._schedule.wait(self._clock())
                if wait != 0:
                    self._news.wait(wait)
                    continue
                self._schedule.started()
                if self._pending or self._openings:
                    self._started += 1
                    return tuple(self._pending.values())
            return None

    def _write(self, batch: tuple["Minutes", ...]) -> Saved | NotSaved:
        moment = self._now()
        try:
            if self._archive is None:
                self._archive = self._open()
            self._note_openings(self._archive)
            for record in batch:
                self._archive.save(record, self._saved.get(record.id))
                self._note_saved(record)
        except KnownError as error:
            return NotSaved(error)
        except Exception as error:  # ours; but the next edit must still find a living writer
            _LOG.exception("could not save")
            return NotSaved(_unexpected(error))
        return Saved(moment)

    def _note_openings(self, archive: Keeper) -> None:
        with self._news:
            openings, self._openings = self._openings, []
        for record in openings:  # one that fails is told, and not tried again: nothing is lost
            archive.note_opening(record)

    def _note_saved(self, record: "Minutes") -> None:
        with self._news:
            if self._pending.get(record.id) is record:
                del self._pending[record.id]
            self._saved = {key: self._saved[key] for key in self._pending if key in self._saved}
            self._saved[record.id] = record

    def _prepare_retry(self) -> None:
        # The next attempt opens the file again: a stick may be back by then.
        self._let_go()
        with self._news:
            self._schedule.failed(self._clock())

    def _let_go(self) -> None:
        if self._archive is not None:
            self._archive.close()
            self._archive = None


def _unexpected(error: Exception) -> KnownError:
    return KnownError(
        N_("Saving failed because of a mistake in the program ({reason}); export the minutes now."),
        reason=str(error) or type(error).__name__,
    )
