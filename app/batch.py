"""Many documents at once, on all cores: each core has a process that reads the archive and writes.

A process holds its own press and archive, so nothing is shared; what it is told and what it answers
goes through a pipe. Nothing is shown here.
"""

import contextlib
import os
import signal
import traceback
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.errors import KnownError
from app.house import House
from app.marking import N_
from app.minutes.words import DocumentKind, Form
from app.press import Press

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from app.archive.archive import Archive
    from app.archive.entries import Entry

_FEW = 8
"""Documents that are written sooner than a process is started."""
_PATIENCE = 10.0  # seconds for a process to finish its document


class Order(NamedTuple):
    """A document wanted: of which record, as what, where to. `form` None is the record's own."""

    record_id: str
    kind: DocumentKind
    form: Form | None
    target: Path


class Outcome(NamedTuple):
    """What became of an order. `fault` is the traceback where it failed by our own mistake.

    `not_kept` says why the archive keeps no copy of a document that was written.
    """

    order: Order
    error: KnownError | None = None
    fault: str = ""
    not_kept: KnownError | None = None


def orders(
    entries: Iterable["Entry"], kind: DocumentKind, form: Form | None, folder: Path, press: Press
) -> list[Order]:
    """An order for each entry, with a telling name of its own in `folder`."""
    taken: set[str] = set()
    wanted: list[Order] = []
    for entry in entries:
        name = _free(press.file_name(kind, entry.kind, entry.host, entry.date), taken)
        wanted.append(Order(entry.id, kind, form, folder / f"{name}.docx"))
    return wanted


class _Given(NamedTuple):
    """What a clerk works with; a copy of it goes to each process."""

    archive: Path
    resources: Path
    house: House
    insist: bool


class Batch:
    """Carries out orders from one archive, as a house wants its documents.

    `insist`: replace files that somebody has changed.
    """

    def __init__(
        self,
        archive: Path,
        resources: Path,
        house: House = House(),  # noqa: B008 - a frozen value
        *,
        insist: bool = False,
        cores: int | None = None,
    ) -> None:
        self._given = _Given(archive, resources, house, insist)
        self._cores = cores or _cores()

    def run(self, wanted: Sequence[Order]) -> Generator[Outcome, None, None]:
        """The outcomes as they come, in any order. Closing the iterator stops the work.

        KnownError where the archive cannot be read at all.
        """
        with _Clerk.at_work(self._given) as clerk:  # also told before any process is started
            if len(wanted) <= _FEW or self._cores == 1:
                yield from map(clerk.carry_out, wanted)
                return
        yield from self._run(deque(wanted))

    def _run(self, waiting: deque[Order]) -> Iterator[Outcome]:
        workers: dict[Connection, _Worker] = {}
        try:
            while waiting or workers:
                while waiting and len(workers) < self._cores:
                    worker = _Worker(self._given)
                    workers[worker.connection] = worker
                    worker.give(waiting.popleft())
                for ready in wait(list(workers)):
                    worker = workers[ready]  # type: ignore[index]
                    yield worker.outcome()
                    if waiting and worker.is_alive:
                        worker.give(waiting.popleft())
                    else:
                        workers.pop(worker.connection).dismiss()
        finally:
            for worker in workers.values():
                worker.dismiss()


class _Clerk:
    """Carries out one order after the other."""

    def __init__(self, archive: "Archive", press: Press, *, insist: bool) -> None:
        self._archive = archive
        self._press = press
        self._insist = insist

    @classmethod
    @contextlib.contextmanager
    def at_work(cls, given: _Given) -> Iterator["_Clerk"]:
        from app.archive.archive import Archive

        with Archive.open(given.archive, write=False) as opened:
            yield cls(opened, Press(given.resources, given.house), insist=given.insist)

    def carry_out(self, order: Order) -> Outcome:
        try:
            record = self._archive.load(order.record_id)
            form = order.form or record.form
            self._press.export(record, order.kind, form, order.target, insist=self._insist)
        except KnownError as error:
            return Outcome(order, error)
        except Exception as error:  # one document's mistake must not cost the others
            return Outcome(order, _mistake(order, error), traceback.format_exc())
        return Outcome(order)


class _Worker:
    """A process with a clerk in it, and what it is doing."""

    def __init__(self, given: _Given) -> None:
        # Not forked: a window's threads would be copied half-way through what they do.
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(theirs, given))
        self._process.start()
        theirs.close()
        self.is_alive = True
        self._order: Order | None = None

    def give(self, order: Order) -> None:
        self._order = order
        with contextlib.suppress(OSError):  # its end is noticed when the answer is asked for
            self.connection.send(order)

    def outcome(self) -> Outcome:
        assert self._order is not None
        try:
            outcome: Outcome = self.connection.recv()
        except (EOFError, OSError):
            self.is_alive = False
            return Outcome(self._order, _ended(self._order))
        return outcome

    def dismiss(self) -> None:
        """Lets it finish its document: a process that is killed would leave half a file."""
        with contextlib.suppress(OSError):
            self.connection.send(None)
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self.connection.close()


def _serve(connection: Connection, given: _Given) -> None:
    """The life of a worker's process."""
    # Ctrl+C reaches every process of a terminal; this one is told by the first.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError), _Clerk.at_work(given) as clerk:
        while (order := connection.recv()) is not None:
            connection.send(clerk.carry_out(order))


def _cores() -> int:
    """Those that this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _free(name: str, taken: set[str]) -> str:
    """The name, or "name (2)" where two meetings of one day have the same."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    taken.add(free.casefold())
    return free


def _mistake(order: Order, error: Exception) -> KnownError:
    return KnownError(
        N_("{path} could not be written, by a mistake of this program: {reason}."),
        path=order.target,
        reason=f"{type(error).__name__}: {error}",
    )


def _ended(order: Order) -> KnownError:
    return KnownError(
        N_("{path} was not written: the process that wrote it has ended. Export it again."),
        path=order.target,
    )
