"""Measures typed in one cell: "7 hộ/21 khẩu", "12/10 đảng viên", "96,35%", read and shown back.

A slash before a digit goes on to the next measure, or to the plan where no unit came before it;
a slash before a word belongs to the unit ("triệu đồng/người").
"""

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from app.language.numbers import read_number
from app.minutes.figures import Figure, Measure

MISSING = "…"
_SIGNED = r"[+\u2212\u2013-]?\d"
_BARE = re.compile(rf"{_SIGNED}(?:[\d.,]*\d)?")
_NUMBER = re.compile(rf"(?P<number>{_BARE.pattern})(?P<unit>(?:[\s%]|[^\W\d]).*)?")
_PARTS = re.compile(rf"\s*(;|/(?=\s*(?:{_SIGNED}|{MISSING})))\s*")

Measures = tuple[Measure, ...]


class Piece(NamedTuple):
    """What one part of a cell says."""

    figure: Figure | None
    unit: str = ""
    plan: Figure | None = None


def read_figure(text: str) -> Figure | None:
    """A figure as written; one that cannot be read keeps its text and has no value."""
    written = text.strip()
    return Figure(value=read_number(written), written=written) if written else None


def read_rate(text: str) -> Figure | None:
    """A rate in percent, without its sign."""
    return read_figure(text.strip().removesuffix("%"))


def actual_text(measures: Sequence[Measure]) -> str:
    """What the cell of actual figures shows."""
    text = ""
    for measure in _until_last(measures, "actual"):
        # "7/21" would be read as a figure and its plan.
        gap = "/" if _has_unit(text) else "; "
        text += (gap if text else "") + _shown(measure.actual, measure.unit)
    return text


def plan_text(measures: Sequence[Measure]) -> str:
    """What the cell of planned figures shows; the unit where no actual figure shows it."""
    shown = _until_last(measures, "plan")
    return "/".join(_shown(m.plan, "" if m.actual else m.unit) for m in shown)


def read_actual(old: Measures, text: str, new_id: Callable[[], str]) -> Measures:
    """Measures with the actual figures of a text; "12/10 đảng viên" brings its plan with it."""
    made = []
    # Where several units wait for figures, "7/21" is about them and no figure with its plan.
    several = len(old) > 1 and not any(measure.actual or measure.plan for measure in old)
    for measure, piece in _beside(old, pieces(text, with_plan=not several), new_id):
        if piece is None:
            made.append(measure.but(actual=None))
            continue
        # A unit that the cell did not show was not taken away by leaving it out.
        unit = piece.unit or ("" if measure.actual else measure.unit)
        plan = piece.plan or measure.plan
        made.append(measure.but(actual=piece.figure, plan=plan, unit=unit))
    return _worth_keeping(made)


def read_plan(old: Measures, text: str, new_id: Callable[[], str]) -> Measures:
    """Measures with the planned figures of a text; a unit is needed where none is known yet."""
    made = []
    for measure, piece in _beside(old, pieces(text, with_plan=False), new_id):
        if piece is None:
            made.append(measure.but(plan=None))
            continue
        unit = piece.unit or (measure.unit if measure.actual or not measure.plan else "")
        made.append(measure.but(plan=piece.figure, unit=unit))
    return _worth_keeping(made)


def pieces(text: str, *, with_plan: bool) -> list[Piece]:
    """The parts of a cell, in order; `with_plan`: "12/10" is a figure and its plan."""
    parts = _PARTS.split(text.strip()) if text.strip() else []
    found: list[Piece] = []
    while parts:
        part, *parts = parts
        piece = _piece(part)
        if with_plan and parts[:1] == ["/"] and _BARE.fullmatch(part):
            plan, parts = _piece(parts[1]), parts[2:]
            piece = Piece(piece.figure, plan.unit, plan.figure)
        found.append(piece)
        parts = parts[1:]
    return found


def _piece(text: str) -> Piece:
    if text == MISSING:
        return Piece(None)
    match = _NUMBER.fullmatch(text)
    if match is None:
        return Piece(Figure(written=text))
    return Piece(read_figure(match["number"]), (match["unit"] or "").strip())


def _beside(
    old: Measures, found: Sequence[Piece], new_id: Callable[[], str]
) -> list[tuple[Measure, Piece | None]]:
    """Each measure, a new one where there are not enough, and the piece that is about it."""
    pairs = zip_longest(old, found)
    return [(measure or Measure(id=new_id()), piece) for measure, piece in pairs]


def _worth_keeping(measures: Sequence[Measure]) -> Measures:
    return tuple(measure for measure in measures if measure.actual or measure.plan)


def _until_last(measures: Sequence[Measure], figure: str) -> Sequence[Measure]:
    """The measures up to the last that has such a figure."""
    known = [place for place, measure in enumerate(measures) if getattr(measure, figure)]
    return measures[: known[-1] + 1] if known else ()


def _shown(figure: Figure | None, unit: str) -> str:
    if figure is None:
        return MISSING
    gap = "" if not unit or unit.startswith("%") else " "
    return f"{figure.written}{gap}{unit}"


def _has_unit(text: str) -> bool:
    return not text[-1:].isdigit()
