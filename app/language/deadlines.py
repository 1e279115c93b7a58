"""Reading deadlines as people write them: "trước 30/6", "quý II/2026", "cuối tháng 4".

The answer is the last day meant, to be shown beside the text; the text itself is never changed.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from app.language.dates import TEXT_LIMIT, split_date, whole_year
from app.language.folding import fold
from app.language.near_days import near_day

# All patterns read folded text. First what may stand before the day or the period.
_LEAD = re.compile(
    r"(?:(?:phai |can )?hoan thanh|xong|(?:cham|muon) nhat(?: la)?|khong (?:qua|muon hon)"
    r"|(?:thoi )?han(?: cuoi| chot)?|den|vao|trong(?= ngay [0-9])|het(?= ngay )"
    r"|tu (?:nay|(?:ngay )?[0-9/.]+)(?= den )|[0-9]{1,2} ?(?:h|g|gio|:)(?: ?[0-9]{2})?(?: phut)?,?"
    r"(?= ngay )|(?P<before>truoc))(?: ?: ?| )"
)
_PART = "(?:(?P<part>dau|giua|cuoi|het|trong) )?"
_YEAR = "(?P<year>[12][0-9]{3})"
_SHORT_YEAR = "(?P<short>[0-9]{2})"
_OF_YEAR = f"(?:(?: ?[,/-] ?|,? nam | ){_YEAR}|(?: ?[/-] ?|,? nam ){_SHORT_YEAR})?"
_PERIODS = (
    re.compile(f"{_PART}thang (?P<month>[0-9]{{1,2}}){_OF_YEAR}"),
    re.compile(f"{_PART}(?P<month>[0-9]{{1,2}}) ?[/-] ?{_YEAR}"),
    re.compile(f"{_PART}quy (?P<quarter>i{{1,3}}|iv|[1-4]){_OF_YEAR}"),
    re.compile(f"{_PART}(?:6|sau) thang (?P<half>dau|cuoi)(?: nam)?(?: {_YEAR})?"),
    re.compile(f"{_PART}nam {_YEAR}"),
)
_RUNNING = re.compile(r"\b((?:cuoi|het|trong) )?(thang|quy|nam)(?: (nay|sau|toi))?$")

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_LENGTHS = {"thang": 1, "quy": 3, "nam": 12}
_LAST_DAY_OF_PART = {"dau": 10, "giua": 20}
_LONG_AGO = timedelta(days=183)


class _Period(NamedTuple):
    """Whole months of one year."""

    year: int
    first_month: int
    length: int

    def first_day(self) -> date:
        return date(self.year, self.first_month, 1)

    def last_day(self) -> date:
        month = self.first_month + self.length - 1
        return date(self.year, month, calendar.monthrange(self.year, month)[1])


def read_deadline(text: str, today: date) -> date | None:
    """The last day that `text` allows, or None if it names no day.

    "trước" keeps a day that is named ("trước 30/6" is 30/6) and excludes a period ("trước tháng
    6" is 31/5). Without a year it is the one of `today`, unless that was over half a year ago:
    "15/01" said in December is to come, "30/6" said on 5/7 is overdue.
    """
    if len(text) > TEXT_LIMIT:
        return None
    wanted, before = _without_lead(fold(text).strip(" .;,"))
    if near := near_day(wanted, today):
        return near
    if written := split_date(wanted):
        return _soonest(written.in_year, today)
    wanted = _with_running_named(wanted, today)
    match = next(filter(None, (pattern.fullmatch(wanted) for pattern in _PERIODS)), None)
    if not match:
        return None
    named = match.groupdict()
    return _soonest(lambda year: _end(named, year, before), today)


def _soonest(in_year: Callable[[int], date | None], today: date) -> date | None:
    day = in_year(today.year)
    return day if day and day >= today - _LONG_AGO else in_year(today.year + 1)


def _without_lead(wanted: str) -> tuple[str, bool]:
    """`wanted` without "hoàn thành trước", "chậm nhất là", …, and whether "trước" was there."""
    before = False
    while lead := _LEAD.match(wanted):
        before = before or bool(lead["before"])
        wanted = wanted[lead.end() :]
    return wanted, before


def _with_running_named(wanted: str, today: date) -> str:
    """Gives "cuối tháng", "quý sau", "năm nay" the number and year they have from `today`."""
    match = _RUNNING.search(wanted)
    if not match or not (match[1] or match[3]):
        return wanted
    part, unit, which = match.groups(default="")
    months = today.year * 12 + today.month - 1 + (_LENGTHS[unit] if which in ("sau", "toi") else 0)
    year, month = divmod(months, 12)
    number = {"thang": f"thang {month + 1}/", "quy": f"quy {month // 3 + 1}/", "nam": "nam "}[unit]
    return f"{wanted[: match.start()]}{part}{number}{year}"


def _end(named: dict[str, str | None], year: int, before: bool) -> date | None:
    written = named["year"] or named.get("short")
    period = _period(named, whole_year(int(written), year) if written else year)
    if period is None:
        return None
    part = named["part"]
    if part in _LAST_DAY_OF_PART:
        # "đầu quý", "giữa năm" name no day that two people would agree on.
        day = _LAST_DAY_OF_PART[part]
        return period.first_day().replace(day=day) if period.length == 1 else None
    return period.first_day() - timedelta(days=1) if before and not part else period.last_day()


def _period(named: dict[str, str | None], year: int) -> _Period | None:
    if month := named.get("month"):
        return _Period(year, int(month), 1) if 1 <= int(month) <= 12 else None
    if quarter := named.get("quarter"):
        return _Period(year, _QUARTERS[quarter] * 3 - 2, 3)
    if half := named.get("half"):
        return _Period(year, 1 if half == "dau" else 7, 6)
    return _Period(year, 1, 12)
