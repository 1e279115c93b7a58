"""Work that takes a while, done in a thread; the outcome arrives in the window's thread.

The only place that touches the thread pool.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance


class _Work(QRunnable):
    """Runs the function and reports by the job's signals, which Qt queues to the job's thread."""

    def __init__(
        self, function: Callable[[], object], done: SignalInstance, failed: SignalInstance
    ) -> None:
        super().__init__()
        self._function = function
        self._done = done
        self._failed = failed

    def run(self) -> None:
        try:
            result = self._function()
        except Exception as error:  # whatever it is belongs to the window's thread
            _tell(self._failed, error)
        else:
            _tell(self._done, result)


def _tell(signal: SignalInstance, outcome: object) -> None:
    try:
        signal.emit(outcome)
    except RuntimeError:  # the job went with the window that asked: nobody waits any more
        return


class Job(QObject):
    """One piece of work. Exactly one of `done` (its result) and `failed` (the exception) comes."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, function: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._function = function

    def start(self) -> None:
        QThreadPool.globalInstance().start(_Work(self._function, self.done, self.failed))


def run(
    function: Callable[[], object],
    parent: QObject,
    done: Callable[..., object] | SignalInstance,
    failed: Callable[[Exception], object] | None = None,
) -> None:
    """Do one piece of work; `done` gets its result, `failed` the exception. Bound methods only.

    Work that is only offered may leave `failed` out: what fails then is not told.
    """
    job = Job(function, parent)
    job.done.connect(done)
    if failed is not None:
        job.failed.connect(failed)
    job.done.connect(job.deleteLater)
    job.failed.connect(job.deleteLater)
    job.start()
