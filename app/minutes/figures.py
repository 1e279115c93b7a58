"""Indicators, the tally and targets: every figure a Decimal beside the text as it was written."""

from decimal import Decimal

from app.minutes.items import Count, Item, Line, Link, Value
from app.minutes.words import Better, RateKind, Reading


class Figure(Value, frozen=True):
    """A number and its text as written: "24,661" is three decimals, never thousands.

    `value` is None where the text could not be read as a number; the text still stands.
    """

    value: Decimal | None = None
    written: Line = ""


class Measure(Item, frozen=True):
    """One measure of an indicator or target: "7 hộ", "21 khẩu", "2.317,8 tỷ đồng"."""

    actual: Figure | None = None
    plan: Figure | None = None
    unit: Line = ""


class Indicator(Item, frozen=True):
    """Chỉ tiêu: a figure that the host reports. `rate` is in percent, as written without "%"."""

    name: Line = ""
    field: Line = ""
    measures: tuple[Measure, ...] = ()
    rate: Figure | None = None
    rate_kind: RateKind = RateKind.OF_PLAN
    estimated: bool = False
    better: Better = Better.HIGHER
    reading: Reading | None = None
    agenda_item: Link = ""


class Tally(Value, frozen=True):
    """Tổng hợp chỉ tiêu as reported ("12/14"). The one counted from the rows is never stored."""

    met: Count | None = None
    total: Count | None = None


class Target(Item, frozen=True):
    """Mục tiêu of the coming period. The figure to reach is each measure's `plan`."""

    name: Line = ""
    field: Line = ""
    measures: tuple[Measure, ...] = ()
    better: Better = Better.HIGHER


def counted(indicators: tuple[Indicator, ...]) -> Tally:
    """The tally counted from the rows that can be read: those with a rate of plan or a reading."""
    readings = [reading for row in indicators if (reading := reading_of(row)) is not None]
    return Tally(met=sum(r is not Reading.MISSED for r in readings), total=len(readings))


def reading_of(indicator: Indicator) -> Reading | None:
    """How an indicator reads: as the report says, else as its rate of plan says, else not known."""
    if indicator.reading is not None:
        return indicator.reading
    rate = indicator.rate.value if indicator.rate else None
    if rate is None or indicator.rate_kind is not RateKind.OF_PLAN:
        return None
    if rate == 100:
        return Reading.MET
    reached = rate > 100 if indicator.better is Better.HIGHER else rate < 100
    return Reading.EXCEEDED if reached else Reading.MISSED
