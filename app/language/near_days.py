"""Days that are named from where one stands: "hôm nay", "thứ sáu tuần tới", "trong 15 ngày".

Only what two people would take for the same day is read. A week ends on its Sunday, and said on a
Sunday "tuần này" and "tuần tới" could be either: they are not read.
"""

import calendar
import contextlib
import re
from datetime import date, timedelta

_DAYS = {"hom nay": 0, "ngay hom nay": 0, "trong ngay": 0, "trong ngay hom nay": 0}
_DAYS |= {"ngay mai": 1, "mai": 1, "trong ngay mai": 1}
_WEEK = re.compile(
    r"(?:(?:trong|cuoi|het|ngay) )?"
    r"(?:(?:thu (?P<day>hai|ba|tu|nam|sau|bay|[2-7])|(?P<sunday>chu nhat)),? )?"
    r"(?:trong |cua )?tuan (?P<which>nay|toi|sau)"
)
_WITHIN = re.compile(
    r"trong (?:vong |thoi han |thoi gian )?(?P<count>[0-9]{1,3}) (?P<unit>ngay|tuan|thang)"
    r"(?: (?:toi|nua|ke tu (?:hom nay|ngay hop|nay)))?"
)
_DAY_OF_MONTH = re.compile(r"(?:ngay )?(?P<day>[0-9]{1,2}) thang (?P<which>nay|toi|sau)")
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_SUNDAY = 6
_LENGTHS = {"ngay": 1, "tuan": 7}


def near_day(folded: str, today: date) -> date | None:
    """The last day that a folded text allows, counted from `today`, or None."""
    if folded in _DAYS:
        return today + timedelta(days=_DAYS[folded])
    for pattern, read in ((_WEEK, _in_week), (_WITHIN, _within), (_DAY_OF_MONTH, _in_month)):
        match = pattern.fullmatch(folded)
        if match:
            with contextlib.suppress(OverflowError, ValueError):  # past the last year there is
                return read(match, today)
    return None


def _in_week(match: re.Match[str], today: date) -> date | None:
    if today.weekday() == _SUNDAY:
        return None
    monday = today - timedelta(days=today.weekday())
    if match["which"] != "nay":
        monday += timedelta(days=7)
    return monday + timedelta(days=_weekday(match))


def _weekday(match: re.Match[str]) -> int:
    day = match["day"]
    if day is None:
        return _SUNDAY
    return int(day) - 2 if day.isdigit() else _WEEKDAYS[day]


def _within(match: re.Match[str], today: date) -> date:
    count = int(match["count"])
    if match["unit"] == "thang":
        return _months_later(today, count)
    return today + timedelta(days=count * _LENGTHS[match["unit"]])


def _in_month(match: re.Match[str], today: date) -> date | None:
    later = _months_later(today.replace(day=1), 0 if match["which"] == "nay" else 1)
    day = int(match["day"])
    last = calendar.monthrange(later.year, later.month)[1]
    return later.replace(day=day) if 1 <= day <= last else None


def _months_later(day: date, months: int) -> date:
    """The same day of a later month; where that has none, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
