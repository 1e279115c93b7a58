"""Kills a writing process at random moments, and looks for what should have been on disk.

The parent sends edits and keeps the time of each; the child is a writer with an archive, as in the
program. After SIGKILL the archive must hold together, and no edit older than a second may be
missing. The child says of each edit that it has come: on a busy machine some wait in the pipe for
longer than a second, and no program can save what it was never given. Such kills are counted.
"""

import multiprocessing
import random
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import NamedTuple

from app.archive.archive import Archive
from app.archive.entries import Filters
from app.archive.errors import MissingRecordError
from app.archive.evidence import Reason
from app.archive.writer import Writer
from app.minutes.attendees import Attendee
from app.minutes.record import Minutes, Result
from app.paths import resources_folder
from app.sample import sample

PROMISE = 1.0
"""Seconds after which an edit is on disk, whatever happens."""
_HELD_UP = 0.6
"""Seconds from the last edit to the kill after which it was the machine that was slow."""
_LONGEST = 1.8
_PAUSES = (0.001, 0.02, 0.06, 0.15)
_VERSION_EVERY = 25


class Killed(NamedTuple):
    """One kill: how many edits were sent, how many were due on disk, how many were there.

    `held_up` where edits sent a second before are missing that had not come to the child in time.
    """

    sent: int
    due: int
    there: int
    wrong: str = ""
    held_up: bool = False


class Log(NamedTuple):
    """When each edit was sent, and when the child said that it had come."""

    sent: list[float]
    came: list[float]

    def due(self, killed_at: float) -> int:
        """How many edits the child had for longer than a second."""
        return sum(came_at <= killed_at - PROMISE for came_at in self.came)

    def old(self, killed_at: float) -> int:
        """How many edits are older than a second, whoever had them."""
        return sum(sent_at <= killed_at - PROMISE for sent_at in self.sent)


class Prey(NamedTuple):
    """What is killed: the work of the child, and how to look at what it left at the path."""

    child: Callable[[Path, Connection], None]
    look: Callable[[Path, int, int], Killed]
    preload: tuple[str, ...] = ("sqlite_utils",)


def edited(record: Minutes, number: int) -> Minutes:
    """The record after so many edits: always the same one."""
    results = tuple(
        Result(id=f"t{n}", text=f"Đoạn {n} sau {number} lần sửa") for n in range(number % 7)
    )
    people = tuple(Attendee(id=f"a{n}", name=f"Người {n}") for n in range(number % 5))
    meeting = record.meeting.but(place=str(number))
    return record.but(meeting=meeting, results=results, attendees=people)


def child(path: Path, pipe: Connection) -> None:
    """Write what comes through the pipe until the kill."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    base = sample(resources_folder())
    archive = Archive.open(path)
    writer = Writer(archive.another, _ignore)
    writer.put(edited(base, 0))
    writer.flush()
    pipe.send("ready")
    while True:
        number = pipe.recv()
        pipe.send(time.monotonic())
        record = edited(base, number)
        writer.put(record)
        if number % _VERSION_EVERY == 0:
            archive.history.note_version(record, Reason.EXPORT)


def _ignore(_outcome: object) -> None:
    pass


def kill_once(context: ForkServerContext, prey: Prey, path: Path, seed: int) -> Killed:
    chance = random.Random(seed)
    here, there = context.Pipe()
    process = context.Process(target=prey.child, args=(path, there))
    process.start()
    there.close()
    try:
        here.recv()
        log = send(here, chance)
    finally:
        killed_at = time.monotonic()
        process.kill()
        process.join()
        process.close()
        here.close()
    sent = len(log.sent)
    if killed_at - log.sent[-1] > _HELD_UP:
        # The machine stood still, the child with it: only what is there can be judged.
        return prey.look(path, sent, 0)._replace(held_up=True)
    due, old = log.due(killed_at), log.old(killed_at)
    seen = prey.look(path, sent, due)
    return seen._replace(held_up=seen.there < old)


def send(pipe: Connection, chance: random.Random) -> Log:
    """Send edits for a random time; when each was sent, and when it came."""
    log = Log([], [])
    end = time.monotonic() + chance.uniform(0.05, _LONGEST)
    pause = chance.choice(_PAUSES)
    while time.monotonic() < end:
        log.sent.append(time.monotonic())
        pipe.send(len(log.sent))
        # The pace of typing, not a wait for something.
        until = time.monotonic() + chance.uniform(0, 2 * pause)
        while pipe.poll(max(0.0, until - time.monotonic())):
            log.came.append(pipe.recv())
    return log


def _looked_at(path: Path, sent: int, due: int) -> Killed:
    base = sample(resources_folder())
    with Archive.open(path) as archive:
        archive.check()
        try:
            record = archive.load(base.id)
        except MissingRecordError:
            return Killed(sent, due, -1, "the record is missing" if due else "")
        there = int(record.meeting.place)
        wrong = "" if record == edited(base, there) else "half an edit is in the archive"
        for version in archive.history.versions(base.id):
            archive.history.version(base.id, version.number)
        if archive.count() + archive.count(Filters(binned=True)) != 1:
            wrong = "the record is listed wrongly"
    if there < due:
        wrong = f"{due - there} edits older than a second are missing"
    return Killed(sent, due, there, wrong)


WRITER = Prey(child, _looked_at)


def kill(
    prey: Prey, times: int, lanes: int, tell: Callable[[str], None], folder: Path | None
) -> list[Killed]:
    """So many kills, in several archives side by side: a child mostly waits."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([prey.child.__module__, *prey.preload])
    done: list[Killed] = []
    told = threading.Lock()
    with tempfile.TemporaryDirectory(dir=folder) as made:

        def lane(number: int) -> None:
            path = Path(made) / f"lane-{number}.sqlite"
            for seed in range(number, times, lanes):
                outcome = kill_once(context, prey, path, seed)
                with told:
                    done.append(outcome)
                    if outcome.wrong:
                        tell(f"seed {seed}: {outcome}")

        with ThreadPoolExecutor(lanes) as pool:
            for future in [pool.submit(partial(lane, number)) for number in range(lanes)]:
                future.result()
    return done


def run(prey: Prey, times: int, lanes: int, folder: Path | None) -> int:
    started = time.monotonic()
    done = kill(prey, times, lanes, print, folder)
    bad = [outcome for outcome in done if outcome.wrong]
    sent, due = sum(o.sent for o in done), sum(o.due for o in done)
    ahead = sum(o.there - o.due for o in done) / len(done)
    print(
        f"{len(done)} kills in {time.monotonic() - started:.0f} s: {sent} edits sent, {due} of them"
        f" older than {PROMISE:g} s at the kill, {len(bad)} times something was wrong; on average"
        f" {ahead:.1f} younger edits were on disk too; {sum(o.held_up for o in done)} kills came"
        " when the machine was so busy that edits older than that had not come to the child."
    )
    return 1 if bad else 0
