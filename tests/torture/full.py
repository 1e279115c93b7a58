"""Fills a small disk while a writer saves: what it says is saved must be there, and it goes on
when there is room again. Needs root, for a disk of its own in memory.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.archive.archive import Archive
from app.archive.errors import DiskFullError
from app.archive.writer import NotSaved, Saved, Timing, Writer
from app.minutes.record import Minutes, Result

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


def run(times: int) -> int:
    wrong = [said for seed in range(times) if (said := fill_once(seed))]
    print(*wrong, sep="\n", end="")
    print(f"{times} times a full disk, {len(wrong)} times something was wrong.")
    return 1 if wrong else 0
