"""Many documents at once: the work in threads and processes, told as it goes. No widgets here."""

import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from threading import Event

from PySide6.QtCore import QObject, Signal

from app.batch import Order, Outcome
from ui.jobs import Job

Run = Callable[[Sequence[Order]], Generator[Outcome, None, None]]


class BatchJob(QObject):
    """Carries out orders. `came` carries each outcome; then comes `ended` or `failed`."""

    came = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(
        self, run: Run, parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._clock = clock
        self._stop = Event()
        self._begun = 0.0
        self._orders: Sequence[Order] = ()
        self.done = 0
        self.came.connect(self._on_came)

    @property
    def total(self) -> int:
        return len(self._orders)

    @property
    def seconds_left(self) -> float | None:
        """As long as the rest will take at the pace so far; None while nothing is known."""
        if not self.done:
            return None
        return (self._clock() - self._begun) / self.done * (self.total - self.done)

    def start(self, orders: Sequence[Order]) -> None:
        self._orders = orders
        self._begun = self._clock()
        job = Job(self._work, self)
        job.done.connect(self._on_done)
        job.failed.connect(self.failed)
        job.start()

    def stop(self) -> None:
        """Finish what is begun and begin nothing more."""
        self._stop.set()

    def _work(self) -> None:
        with closing(self._run(self._orders)) as outcomes:
            for outcome in outcomes:
                self.came.emit(outcome)
                if self._stop.is_set():
                    return

    def _on_came(self, _outcome: Outcome) -> None:
        self.done += 1

    def _on_done(self, _nothing: object) -> None:
        self.ended.emit()
