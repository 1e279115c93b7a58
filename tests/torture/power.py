"""Loses the power in the middle of writing, as far as a program can play that.

What a process wrote and synced is recorded by strace, cut off at random, and put on a disk that
kept what it had promised and, of the rest, whatever it liked. A file keeps all that was written
before its last sync; of what was written after, some writes reach the disk, some of them in part,
sector by sector. Names that came or went stay so after a sync of the folder; before, some of them,
in order. A disk that lies about a sync is not played.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.archive.archive import Archive
from app.archive.evidence import Reason
from app.errors import KnownError
from app.paths import resources_folder
from app.sample import sample
from tests.torture.kill import edited

SECTOR = 512
NAME = "archive.sqlite"
_CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink"
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_FD = re.compile(r"^(\d+)<([^>]*)>")
_ESCAPED = re.compile(rb"\\x([0-9a-f]{2})")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_VERSION_EVERY = 7


class Event(NamedTuple):
    """One thing that happened: write, cut, sync, make, remove, or said (to the parent)."""

    what: str
    path: str
    offset: int = 0
    data: bytes = b""


class Lost(NamedTuple):
    """What was wrong after a cut: behind which event, how many edits were acknowledged, what."""

    cut: int
    acknowledged: int
    wrong: str


def child(path: Path, times: int, synchronous: str) -> None:
    """Edit and save, and say each time what is saved; `synchronous` in place of what we have."""
    base = sample(resources_folder())
    with Archive.open(path) as archive:
        if synchronous:
            archive.store.connection.execute(f"PRAGMA synchronous = {synchronous}")
        known = archive.load(base.id)
        for number in range(1, times + 1):
            record = edited(base, number)
            archive.save(record, known)
            known = record
            if number % _VERSION_EVERY == 0:
                archive.history.note_version(record, Reason.EXPORT)
            os.write(1, b"%d" % number)  # one system call, in its place among the others


def record(folder: Path, times: int, synchronous: str = "") -> tuple[bytes, list[Event]]:
    """The archive as it was before, and all that happened to it."""
    path = folder / NAME
    with Archive.open(path) as archive:
        archive.add(edited(sample(resources_folder()), 0))
    before, trace = path.read_bytes(), folder / "trace"
    command = ["strace", "-f", "-y", "-xx", "-s", "100000", "-e", f"trace={_CALLS}"]
    command += ["-o", str(trace), sys.executable, "-m", "tests.torture.power"]
    command += [str(path), str(times), synchronous]
    subprocess.run(command, check=True, capture_output=True, cwd=resources_folder().parent)
    return before, list(_events(trace, folder))


def _events(trace: Path, folder: Path) -> Iterator[Event]:
    for line in trace.read_text("ascii", errors="replace").splitlines():
        match = _LINE.match(line)
        event = _event(match[1], match[2]) if match and int(match[3]) >= 0 else None
        if event is None or event.path.endswith((".lock", "trace")):
            continue
        if event.what == "said" or event.path.startswith(str(folder)):
            yield event


def _event(call: str, said: str) -> Event | None:
    """What a system call did; None where it changes no file."""
    found, data = _FD.match(said), _STRING.search(said)
    path = _plain(found[2]).decode(errors="replace") if found else ""
    content = _plain(data[1]) if data else b""
    last = int(said.rpartition(", ")[2]) if said.rpartition(", ")[2].isdecimal() else 0
    named = content.decode(errors="replace")
    if call == "write":
        return Event("said", "", int(content)) if found and found[1] == "1" else None
    events = {
        "pwrite64": Event("write", path, last, content),
        "ftruncate": Event("cut", path, last),
        "fsync": Event("sync", path),
        "fdatasync": Event("sync", path),
        "unlink": Event("remove", named),
        "openat": Event("make", named),
    }
    return events[call] if call != "openat" or "O_CREAT" in said else None


def _plain(said: str) -> bytes:
    """What strace quotes, byte for byte."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), said.encode())


class _File:
    """What a file holds for those who read it, what of it is surely on disk, and what may be."""

    def __init__(self, content: bytes) -> None:
        self.sure = bytearray(content)
        self.maybe: list[Event] = []

    def sync(self) -> None:
        for event in self.maybe:
            _apply(self.sure, event)
        self.maybe.clear()

    def after_loss(self, chance: random.Random) -> bytes:
        content = bytearray(self.sure)
        for event in self.maybe:
            if chance.random() < 0.5:
                _apply(content, _torn(event, chance))
        return bytes(content)


def _apply(content: bytearray, event: Event) -> None:
    end = event.offset if event.what == "cut" else event.offset + len(event.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if event.what == "cut":
        del content[end:]
    else:
        content[event.offset : end] = event.data


def _torn(event: Event, chance: random.Random) -> Event:
    """Sometimes a write stops between two sectors."""
    if event.what == "write" and len(event.data) > SECTOR and chance.random() < 0.3:
        sectors = chance.randrange(1, -(-len(event.data) // SECTOR))
        return event._replace(data=event.data[: sectors * SECTOR])
    return event


class Disk:
    """The folder of the archive, and what of it a loss of power leaves."""

    def __init__(self, archive: str, before: bytes) -> None:
        self._names: dict[str, _File] = {archive: _File(before)}
        self._sure_names = dict(self._names)
        self._pending: list[tuple[str, _File | None]] = []
        self.acknowledged = 0

    def take(self, event: Event) -> None:
        match event.what:
            case "said":
                self.acknowledged = event.offset
            case "make":
                if event.path not in self._names:
                    self._name(event.path, _File(b""))
            case "remove":
                self._name(event.path, None)
            case "sync" if event.path not in self._names:  # the folder itself
                self._sure_names = dict(self._names)
                self._pending.clear()
            case "sync":
                self._names[event.path].sync()
            case _:
                self._names[event.path].maybe.append(event)

    def lose_power(self, target: Path, chance: random.Random) -> None:
        """Put what is left into a folder."""
        names = dict(self._sure_names)
        for path, file in self._pending[: chance.randint(0, len(self._pending))]:
            if file is None:
                names.pop(path, None)
            else:
                names[path] = file
        for path, file in names.items():
            (target / Path(path).name).write_bytes(file.after_loss(chance))

    def _name(self, path: str, file: _File | None) -> None:
        self._pending.append((path, file))
        if file is None:
            self._names.pop(path, None)
        else:
            self._names[path] = file


def replay(before: bytes, events: list[Event], cuts: int, seed: int = 0) -> list[Lost]:
    """Lose the power so often behind events chosen at random; what was wrong."""
    chance = random.Random(seed)
    archive = next(event.path for event in events if event.path.endswith(NAME))
    chosen = sorted(chance.randrange(len(events)) for _ in range(cuts))
    disk, at, lost = Disk(archive, before), 0, []
    for cut in chosen:
        while at <= cut:
            disk.take(events[at])
            at += 1
        with tempfile.TemporaryDirectory() as name:
            disk.lose_power(Path(name), chance)
            wrong = _look(Path(name) / NAME, disk.acknowledged)
        if wrong:
            lost.append(Lost(cut, disk.acknowledged, wrong))
    return lost


def _look(path: Path, acknowledged: int) -> str:
    """What is wrong with the archive that was left, or ""."""
    base = sample(resources_folder())
    try:
        with Archive.open(path) as archive:
            archive.check()
            place = int(archive.load(base.id).meeting.place)
            for version in archive.history.versions(base.id):
                archive.history.version(base.id, version.number)
    except (KnownError, ValueError) as error:
        return str(error)
    if place < acknowledged:
        return f"edit {acknowledged} was acknowledged, {place} is there"
    return "" if place <= acknowledged + 1 else f"edit {place} was never made"


def run(times: int, cuts: int) -> int:
    """So many edits, the power lost so often; the exit code."""
    with tempfile.TemporaryDirectory() as name:
        before, events = record(Path(name), times)
    lost = replay(before, events, cuts)
    syncs = sum(event.what == "sync" for event in events)
    for each in lost:
        print(f"behind event {each.cut}: {each.wrong}")
    print(f"{times} edits, {len(events)} events, {syncs} syncs; the power lost {cuts} times: "
          f"{len(lost)} archives were not as promised.")  # fmt: skip
    return 1 if lost else 0


if __name__ == "__main__":
    child(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
