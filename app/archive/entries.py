"""The archive's list: which records there are, newest first, a window at a time."""

import datetime
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from app.archive.errors import damaged, unknown_record
from app.archive.search import query
from app.minutes.words import MeetingKind

if TYPE_CHECKING:
    from app.archive.store import Store

_NUMBERS_A_DAY = 10_000_000


class State(StrEnum):
    """Trạng thái: how far a record has come."""

    DRAFT = "draft"
    REVIEW = "review"
    FINAL = "final"


class Entry(NamedTuple):
    """A line of the list. `headline` is "" where it is composed of working party and host."""

    number: int
    id: str
    kind: MeetingKind
    headline: str
    working_party: str
    host: str
    date: datetime.date | None
    state: State
    created_at: datetime.datetime
    changed_at: datetime.datetime
    deleted_at: datetime.datetime | None


class Filters(NamedTuple):
    """Which records to list. `year` is that of the meeting, of the creation while not known.

    `person` is the name of an attendee.
    """

    year: int | None = None
    host: str = ""
    state: State | None = None
    binned: bool = False
    person: str = ""


class Window(NamedTuple):
    """Which part of the list. A `limit` of -1 is all."""

    limit: int = -1
    offset: int = 0


ALL = Filters()
WHOLE = Window()

_COLUMNS = """
    number, id, meeting_kind, meeting_headline, meeting_working_party, meeting_host_name,
    meeting_date, state, created_at, changed_at, deleted_at"""


def sort_key(date: datetime.date | None, created_at: str, number: int) -> int:
    """The place in the list: by the day of the meeting, then by number."""
    day = date or datetime.datetime.fromisoformat(created_at).date()
    return day.toordinal() * _NUMBERS_A_DAY + number


def number_of(store: "Store", record_id: str) -> int | None:
    """The number of the record with an id, also in the bin; None where there is none."""
    return store.number("SELECT number FROM minutes WHERE id = ?", (record_id,))


def known_number(store: "Store", record_id: str) -> int:
    """The number of the record with an id. MissingRecordError where there is none."""
    number = number_of(store, record_id)
    if number is None:
        raise unknown_record(record_id)
    return number


def one(store: "Store", number: int) -> Entry:
    """The entry of one record."""
    return _entries(store, f"SELECT {_COLUMNS} FROM minutes WHERE number = ?", (number,))[0]


def listed(store: "Store", filters: Filters, window: Window) -> list[Entry]:
    """The entries that pass the filters, newest first."""
    where, values = _where(filters)
    sql = f"""
        SELECT {_COLUMNS} FROM {_table(filters)} WHERE {where}
        ORDER BY sort_key DESC LIMIT ? OFFSET ?"""
    return _entries(store, sql, (*values, *window))


def counted(store: "Store", filters: Filters) -> int:
    """How many entries pass the filters."""
    where, values = _where(filters)
    return store.number(f"SELECT count(*) FROM minutes WHERE {where}", values) or 0


def found(store: "Store", typed: str, filters: Filters, window: Window) -> list[Entry]:
    """The entries with the words typed: those with the same marks first, in each the newest."""
    asked = query(typed)
    if asked is None:
        return []
    exact = _matching(store, asked.exact, filters, window)
    if len(exact) == window.limit:
        return exact
    offset = 0
    if window.offset and not exact:
        offset = window.offset - _count_matching(store, asked.exact, filters)
    limit = window.limit - len(exact) if window.limit >= 0 else -1
    return exact + _matching(store, asked.others, filters, Window(limit, offset))


def years(store: "Store", *, binned: bool) -> list[int]:
    """The years that have entries, newest first: one step down the index for each."""
    filters = Filters(binned=binned)
    where, _ = _where(filters)
    sql = f"SELECT max(sort_key) FROM {_table(filters)} WHERE {where} AND sort_key < ?"
    found_years: list[int] = []
    below = (datetime.date.max.toordinal() + 1) * _NUMBERS_A_DAY
    while (key := store.number(sql, (below,))) is not None:
        found_years.append(datetime.date.fromordinal(key // _NUMBERS_A_DAY).year)
        below = _year_start(found_years[-1])
    return found_years


def hosts(store: "Store", *, binned: bool) -> list[str]:
    """The host bodies that entries name."""
    where, _ = _where(Filters(binned=binned))
    sql = (
        f"SELECT DISTINCT meeting_host_name FROM minutes WHERE {where} AND meeting_host_name <> ''"
    )
    return sorted(row[0] for row in store.rows(sql))


def people(store: "Store") -> list[str]:
    """The names of attendees: one step down the index for each."""
    sql = """
        WITH RECURSIVE named (name) AS (
            SELECT min(name) FROM attendee WHERE name > ''
            UNION ALL
            SELECT (SELECT min(name) FROM attendee WHERE attendee.name > named.name)
            FROM named WHERE named.name IS NOT NULL)
        SELECT name FROM named WHERE name IS NOT NULL"""
    return [str(row[0]) for row in store.rows(sql)]


def texts(store: "Store", numbers: Sequence[int]) -> dict[int, str]:
    """All that is searched in some records, by their numbers: one piece a line."""
    sql = """
        SELECT number, exact FROM minutes JOIN search ON search.rowid = minutes.sort_key
        WHERE number IN (SELECT value FROM json_each(?))"""
    return dict(store.rows(sql, (json.dumps(list(numbers)),)))


def _matching(store: "Store", match: str, filters: Filters, window: Window) -> list[Entry]:
    where, values = _where(filters)
    # CROSS keeps the index outermost, where the newest come first without sorting.
    sql = f"""
        SELECT {_COLUMNS} FROM search CROSS JOIN minutes ON minutes.sort_key = search.rowid
        WHERE search MATCH ? AND {where} ORDER BY search.rowid DESC LIMIT ? OFFSET ?"""
    return _entries(store, sql, (match, *values, *window))


def _count_matching(store: "Store", match: str, filters: Filters) -> int:
    where, values = _where(filters)
    sql = f"""
        SELECT count(*) FROM search CROSS JOIN minutes ON minutes.sort_key = search.rowid
        WHERE search MATCH ? AND {where}"""
    return store.number(sql, (match, *values)) or 0


def _table(filters: Filters) -> str:
    # Left to itself SQLite looks for what lies in the bin among all that there is, newest first.
    return "minutes INDEXED BY minutes_by_newest" if filters.binned else "minutes"


def _where(filters: Filters) -> tuple[str, list[object]]:
    conditions = ["deleted_at IS NOT NULL" if filters.binned else "deleted_at IS NULL"]
    values: list[object] = []
    if filters.host:
        conditions.append("meeting_host_name = ?")
        values.append(filters.host)
    if filters.person:
        conditions.append("number IN (SELECT minutes_number FROM attendee WHERE attendee.name = ?)")
        values.append(filters.person)
    if filters.state is not None:
        conditions.append("state = ?")
        values.append(filters.state.value)
    if filters.year is not None:
        conditions.append("sort_key >= ? AND sort_key < ?")
        values += [_year_start(filters.year), _year_start(filters.year + 1)]
    return " AND ".join(conditions), values


def _year_start(year: int) -> int:
    if year > datetime.MAXYEAR:
        return (datetime.date.max.toordinal() + 1) * _NUMBERS_A_DAY
    return datetime.date(year, 1, 1).toordinal() * _NUMBERS_A_DAY


def _entries(store: "Store", sql: str, values: Sequence[object]) -> list[Entry]:
    try:
        return [_entry(row) for row in store.rows(sql, values)]
    except (KeyError, ValueError) as error:
        raise damaged(store.path) from error


# Looked up once for each line of the list: calling an enumeration is slow.
_KINDS: Mapping[str, MeetingKind] = {kind.value: kind for kind in MeetingKind}
_STATES: Mapping[str, State] = {state.value: state for state in State}
_day = datetime.date.fromisoformat
_moment = datetime.datetime.fromisoformat


def _entry(row: tuple[Any, ...]) -> Entry:
    number, record_id, kind, headline, party, host, date, state, created, changed, deleted = row
    return Entry(
        number,
        record_id,
        _KINDS[kind],
        headline,
        party,
        host or "",
        _day(date) if date else None,
        _STATES[state],
        _moment(created),
        _moment(changed),
        _moment(deleted) if deleted else None,
    )
