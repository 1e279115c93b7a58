"""Measures a row beside its peer in the same run, by turns, so that a busy machine is fair to both.

A module of this folder offers `ROWS`; `python -m tests.benchmarks` finds it.
"""

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Side:
    """One of the two things compared, by the name it is printed under."""

    name: str
    work: Work


@dataclass(frozen=True)
class Row:
    """What we do, the peer that does the same job, and how often each is measured."""

    name: str
    ours: Side
    peer: Side
    rounds: int = 15
    goal: float | None = None  # at most this many times the peer's median
    amount: bool = False  # the work returns what is compared, in what the name says
    slow: bool = False  # compare the slow ones, p95 with p95, where rounds differ in what they do
    at: float = 0.95  # the share of rounds that the slow one is slower than
    most: float | None = None  # at most this many seconds, for the slow one of ours


@dataclass(frozen=True)
class Measured:
    """The seconds of every round of a row."""

    row: Row
    ours: tuple[float, ...]
    peer: tuple[float, ...]

    @property
    def ratio(self) -> float:
        if self.row.slow:
            return _slow(self.ours, self.row.at) / _slow(self.peer, self.row.at)
        return statistics.median(self.ours) / statistics.median(self.peer)

    @property
    def verdict(self) -> str:
        if self.row.most is not None:
            within = _slow(self.ours, self.row.at) <= self.row.most
            return f"{'within' if within else 'OVER'} {self.row.most * 1000:g} ms"
        if self.row.goal is None:
            return ""
        return f"{'within' if self.ratio <= self.row.goal else 'OVER'} {self.row.goal:g}"


def measure(row: Row, clock: Callable[[], float] = time.perf_counter) -> Measured:
    """Both in each round, after one that is not counted.

    Who comes first is a matter of chance: what happens every 16th time falls to both.
    """
    seconds: dict[str, list[float]] = {"ours": [], "peer": []}
    sides = [("ours", row.ours.work), ("peer", row.peer.work)]
    chance = random.Random(0)
    for number in range(row.rounds + 1):
        for side, work in chance.sample(sides, 2):
            start = clock()
            amount = work()
            if number:
                seconds[side].append(float(amount) if row.amount else clock() - start)
    return Measured(row, tuple(seconds["ours"]), tuple(seconds["peer"]))


def python(*arguments: str) -> Work:
    """The work of a fresh Python with these arguments, from start to end."""

    def run() -> None:
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    return run


HEADINGS = ("row", "ours", "peer", "ours ms", "slow one", "peer ms", "ratio", "goal")


def table(results: Iterable[Measured]) -> str:
    cells = [HEADINGS, *map(_cells, results)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in cells)
    return "\n".join(lines)


def _cells(result: Measured) -> tuple[str, ...]:
    row = result.row
    return (
        row.name,
        row.ours.name,
        row.peer.name,
        _told(row, statistics.median(result.ours)),
        _told(row, _slow(result.ours, row.at)),
        _told(row, statistics.median(result.peer)),
        f"{result.ratio:.2f}",
        result.verdict,
    )


def _slow(seconds: tuple[float, ...], at: float) -> float:
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * at))]


def _told(row: Row, measured: float) -> str:
    return f"{measured:.1f}" if row.amount else f"{measured * 1000:.2f}"
