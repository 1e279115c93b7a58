"""Fills a small disk while a writer saves: what it says is saved must be there, and it goes on
when there is room again. Then the same with keys to the real window, which is killed while the disk
is full or after. Needs root, for a disk of its own in memory.
"""

import multiprocessing
import random
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.archive.archive import Archive
from app.archive.errors import DiskFullError
from app.archive.writer import NotSaved, Saved, Timing, Writer
from app.minutes.record import Minutes, Result
from tests.torture.kill import PROMISE, send
from tests.torture.window import WINDOW

_AT_ONCE = Timing(delay=0.0, retry=0.02)


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        size = f"size={megabytes}m"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "bienban", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def fill_once(seed: int) -> str:
    """What went wrong, or nothing."""
    with small_disk(4) as folder:
        ballast = folder / "ballast"
        ballast.write_bytes(bytes(1_000_000 + seed * 7_919 % 900_000))
        reports: list[Saved | NotSaved] = []
        with Archive.open(folder / "a.sqlite") as archive:
            writer = Writer(archive.another, reports.append, timing=_AT_ONCE)
            saved, number = _until_full(writer, reports)
            archive.check()
            if archive.load("m") != _record(saved):
                return f"what was said to be saved ({saved}) is not there"
            ballast.unlink()
            if not writer.close(10) or archive.load("m") != _record(number):
                return "with room again it was not saved"
    return ""


def _record(number: int) -> Minutes:
    return Minutes(
        id="m", results=tuple(Result(id=f"r{n}", text="lời " * 2_000) for n in range(number))
    )


def _until_full(writer: Writer, reports: list[Saved | NotSaved]) -> tuple[int, int]:
    for number in range(1, 1_000):
        writer.put(_record(number))
        if not writer.flush(10):
            failed = next(r for r in reversed(reports) if isinstance(r, NotSaved))
            assert isinstance(failed.error, DiskFullError), failed
            return number - 1, number
    raise AssertionError("the disk was never full")


def fill_window_once(context: multiprocessing.context.ForkServerContext, seed: int) -> str:
    """What went wrong, or nothing."""
    chance = random.Random(seed)
    with small_disk(32) as folder:
        home, ballast = folder / "home", folder / "ballast"
        here, there = context.Pipe()
        process = context.Process(target=WINDOW.child, args=(home, there))
        process.start()
        there.close()
        try:
            here.recv()
            came = send(here, chance).came
            filled_at = _fill(ballast)
            came += send(here, chance).came
            freed_at = float("inf")
            if seed % 2:
                ballast.unlink()
                freed_at = time.monotonic()
                came += send(here, chance).came
        finally:
            killed_at = time.monotonic()
            process.kill()
            process.join()
            here.close()
        ballast.unlink(missing_ok=True)
        # With room again the first edit brings all before it along.
        brought = any(freed_at < at <= killed_at - PROMISE for at in came)
        last = (killed_at if brought else filled_at) - PROMISE
        seen = WINDOW.look(home, len(came), sum(at <= last for at in came))
    return f"seed {seed}: {seen}" if seen.wrong else ""


def _fill(ballast: Path) -> float:
    """Leave no room at all; when there was none any more."""
    with ballast.open("wb", buffering=0) as file:
        for size in (1_000_000, 4_096, 1):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
    return time.monotonic()


def run(times: int) -> int:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([WINDOW.child.__module__, *WINDOW.preload])
    wrong = [said for seed in range(times) if (said := fill_once(seed))]
    wrong += [said for seed in range(times) if (said := fill_window_once(context, seed))]
    print(*wrong, sep="\n")
    print(
        f"{times} times a full disk for a writer, {times} for the window; {len(wrong)} times"
        " something was wrong."
    )
    return 1 if wrong else 0
