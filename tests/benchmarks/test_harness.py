"""The harness counts by turns, leaves the first round out, and says so when a goal is missed."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest

from tests.benchmarks.__main__ import rows
from tests.benchmarks.harness import Measured, Row, Side, measure, table


def a_row(calls: list[str], goal: float | None = None) -> Row:
    ours = Side("we", lambda: calls.append("A"))
    return Row("row", ours, Side("they", lambda: calls.append("B")), rounds=2, goal=goal)


@pytest.fixture
def ticks() -> Iterator[int]:
    return count()


def test_measure_takes_turns_and_leaves_out_the_first(ticks: Iterator[int]) -> None:
    calls: list[str] = []
    measured = measure(a_row(calls), clock=lambda: float(next(ticks)))
    assert [sorted(calls[at : at + 2]) for at in (0, 2, 4)] == [["A", "B"]] * 3
    assert (measured.ours, measured.peer) == ((1, 1), (1, 1))


def test_what_happens_every_sixteenth_time_falls_to_both():
    calls: list[str] = []
    measure(replace(a_row(calls), rounds=200))
    assert set(calls[15::16]) == {"A", "B"}


@pytest.mark.parametrize(("goal", "verdict"), [(2, "within 2"), (1, "OVER 1"), (None, "")])
def test_verdict_follows_from_the_goal(goal: float | None, verdict: str) -> None:
    assert Measured(a_row([], goal), ours=(3.0,), peer=(2.0,)).verdict == verdict


def test_table_shows_milliseconds_and_ratio() -> None:
    heading, line = table([Measured(a_row([]), ours=(0.003,), peer=(0.002,))]).splitlines()
    assert heading.split()[0] == "row"
    assert line.split() == ["row", "we", "they", "3.00", "3.00", "2.00", "1.50"]


def test_rows_are_found_and_have_names_of_their_own() -> None:
    names = [row.name for row in rows()]
    assert names
    assert len(names) == len(set(names))


def test_a_limit_is_held_against_the_slow_one() -> None:
    row = replace(a_row([]), slow=True, at=0.5, most=0.002)
    ours = (0.001, 0.002, 0.009)
    assert Measured(row, ours, peer=(0.001,) * 3).verdict == "within 2 ms"
    assert Measured(replace(row, at=0.99), ours, peer=(0.001,) * 3).verdict == "OVER 2 ms"
    assert Measured(row, ours, peer=(0.001,) * 3).ratio == 2


def test_amounts_are_compared_as_they_are():
    row = Row("memory", Side("ours", lambda: 150.0), Side("peer", lambda: 100.0), 3, 2, amount=True)
    measured = measure(row)
    assert measured.ratio == 1.5
    assert "150.0" in table([measured])
