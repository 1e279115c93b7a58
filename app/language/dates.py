"""Days and clock times as minutes write them, and reading back what people type."""

import re
from datetime import date, datetime, time
from typing import NamedTuple

from app.language.folding import fold

TEXT_LIMIT = 100
"""Longer texts than this are no date; they are refused before any work is done."""

_YEAR = "(?P<year>[12][0-9]{3}|[0-9]{2})"
_DATES = (
    re.compile(
        rf"(?:ngay )?(?P<day>[0-9]{{1,2}}) ?([/.-]) ?(?P<month>[0-9]{{1,2}})(?: ?\2 ?{_YEAR})?"
    ),
    re.compile(
        rf"(?:ngay )?(?P<day>[0-9]{{1,2}}) thang (?P<month>[0-9]{{1,2}})(?:,? nam {_YEAR})?"
    ),
)
_YEARS_AHEAD = 30
"""How far ahead a year of two digits may lie; else it is one of the seventy years before."""
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2}) ?(?:h|g|gio|:)(?: ?(?P<minute>[0-9]{1,2}) ?(?:'|p|ph|phut)?)?"
)


class DayText(NamedTuple):
    """A day as it was written; people leave the year out, or its century."""

    day: int
    month: int
    year: int | None

    def in_year(self, year: int) -> date | None:
        """The day, in `year` unless it names its own; None if there is no such day."""
        named = year if self.year is None else whole_year(self.year, year)
        try:
            return date(named, self.month, self.day)
        except ValueError:
            return None


def whole_year(written: int, year: int) -> int:
    """A year that may have been written with two digits ("26"), as it was meant in `year`."""
    if written > 99:
        return written
    first = year + _YEARS_AHEAD - 99
    return first + (written - first) % 100


def long_date(day: date) -> str:
    """As in "ngày 11 tháng 5 năm 2022", "ngày 05 tháng 02 năm 2026"."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def short_date(day: date, year: bool = True) -> str:
    """As in "11/5/2022", "05/02/2026"; without the year "11/5"."""
    text = f"{day.day:02d}/{_month(day)}"
    return f"{text}/{day.year}" if year else text


def local_moment(moment: datetime) -> str:
    """An aware time as the clock on the wall has it: "11/5/2022 10:42"."""
    local = moment.astimezone()
    return f"{short_date(local.date())} {local:%H:%M}"


def clock_time(moment: time) -> str:
    """As in "08 giờ 30 phút", "14 giờ 00 phút"."""
    return f"{moment.hour:02d} giờ {moment.minute:02d} phút"


def read_date(text: str, today: date) -> date | None:
    """The day that `text` names, in the year of `today` if it gives none; None if it names none."""
    written = split_date(text)
    return written.in_year(today.year) if written else None


def split_date(text: str) -> DayText | None:
    """The parts of a written day, with or without diacritics. The day need not exist."""
    if len(text) > TEXT_LIMIT:
        return None
    folded = fold(text)
    match = next(filter(None, (pattern.fullmatch(folded) for pattern in _DATES)), None)
    if not match:
        return None
    year = match["year"]
    return DayText(int(match["day"]), int(match["month"]), int(year) if year else None)


def read_time(text: str) -> time | None:
    """The clock time that `text` says ("8h30", "08:30", "8 giờ 30 phút", "14h"), or None."""
    match = _TIME.fullmatch(fold(text)) if len(text) <= TEXT_LIMIT else None
    if not match or (":" in text and not match["minute"]):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _month(day: date) -> str:
    # Only the months that could be turned into 11 and 12 by one stroke of a pen get a zero.
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)
