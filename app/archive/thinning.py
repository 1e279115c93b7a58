"""Which backups to keep: many of late, fewer of long ago. Pure: it knows times and sizes only."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple


class Keep(NamedTuple):
    """The newest backup of each of the last days, weeks and months that have one."""

    days: int = 7
    weeks: int = 4
    months: int = 12


USUAL = Keep()

_Moment = datetime.datetime
_PERIODS: Mapping[str, Callable[[_Moment], object]] = {
    "days": datetime.datetime.date,
    "weeks": lambda moment: moment.isocalendar()[:2],
    "months": lambda moment: (moment.year, moment.month),
}


def kept(taken: Iterable[_Moment], keep: Keep = USUAL) -> set[_Moment]:
    """The times whose backups are to stay; the newest always does."""
    newest_first = sorted(set(taken), reverse=True)
    staying = set(newest_first[:1])
    for name, period in _PERIODS.items():
        last_of_each: dict[object, _Moment] = {}
        for moment in newest_first:
            last_of_each.setdefault(period(moment), moment)
        staying.update(list(last_of_each.values())[: getattr(keep, name)])
    return staying


def within_budget(sizes: Mapping[_Moment, int], budget: int) -> set[_Moment]:
    """The newest times whose backups together fit into so many bytes; one at the least."""
    fitting: set[_Moment] = set()
    for moment in sorted(sizes, reverse=True):
        budget -= sizes[moment]
        if budget < 0 and fitting:
            break
        fitting.add(moment)
    return fitting
