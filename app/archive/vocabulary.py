"""What was written before, for type-ahead: people, and words of the newest minutes by their use."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.archive.people import People
from app.language.names import given_name_key
from app.minutes.figures import Indicator

if TYPE_CHECKING:
    from app.archive.store import Store
    from app.minutes.directory import Person


class Known(StrEnum):
    """Kinds of words that come again from meeting to meeting."""

    BODY = "body"
    POSITION = "position"
    GROUP = "group"
    """Attendees without names: "lãnh đạo các Ban Đảng"."""
    UNIT = "unit"
    FIELD = "field"
    TARGET = "target"
    PLACE = "place"
    """Rooms and buildings where meetings are held."""


class Reported(NamedTuple):
    """The indicators of one meeting, in order, without their figures."""

    minutes_id: str
    indicators: tuple[Indicator, ...]


class Vocabulary(NamedTuple):
    """People by how often they attend; indicators as last reported, without their figures.

    `reported`: by whose meeting it was (the host, else the working party), the newest first.
    """

    people: tuple["Person", ...] = ()
    indicators: tuple[Indicator, ...] = ()
    words: Mapping[Known, tuple[str, ...]] = {}
    reported: Mapping[str, tuple[Reported, ...]] = {}


LIMITS = {"newest": 1_000, "most": 5_000}
"""Minutes that are looked into (what was written longer ago is hardly meant); words of a kind."""
_RECENT = """
    WITH recent (number) AS (
        SELECT number FROM minutes WHERE deleted_at IS NULL ORDER BY sort_key DESC LIMIT :newest)"""


Row = tuple[object, ...]
Units = dict[tuple[object, object], list[str]]
"""By the number of the minutes and the id of the indicator."""


def _column(table: str, column: str, where: str = "1") -> str:
    return (
        f'SELECT {table}."{column}" AS word FROM recent'
        f" CROSS JOIN {table} ON {table}.minutes_number = recent.number WHERE {where}"
    )


def _by_use(*selects: str) -> str:
    """The words that selects give, the most used first."""
    words = " UNION ALL ".join(selects)
    return f"""{_RECENT}
        SELECT word FROM ({words}) WHERE word <> ''
        GROUP BY word ORDER BY count(*) DESC, word LIMIT :most"""


_WORDS = {
    Known.BODY: _by_use(
        "SELECT name AS word FROM known_body",
        _column("attendee", "body"),
        _column("body", "name"),
        _column("assignment", "lead_name"),
        *(
            f"SELECT meeting_{name} FROM minutes JOIN recent USING (number)"
            for name in ("host_name", "working_party", "issuing_name")
        ),
    ),
    Known.POSITION: _by_use(
        "SELECT title AS word FROM person_position", _column("position", "title")
    ),
    Known.GROUP: _by_use(_column("attendee", "name", 'attendee."group"')),
    Known.UNIT: _by_use(_column("measure", "unit")),
    Known.FIELD: _by_use(
        _column("indicator", "field"), _column("target", "field"), _column("result", "field")
    ),
    Known.TARGET: _by_use(_column("target", "name")),
    Known.PLACE: _by_use("SELECT meeting_place AS word FROM minutes JOIN recent USING (number)"),
}
_ATTENDED = _by_use(_column("attendee", "name", 'NOT attendee."group"'))
# One step down the index for each: even a large archive has few units.
_ALL_UNITS = """
    WITH RECURSIVE units (unit) AS (
        SELECT min(unit) FROM measure WHERE unit > ''
        UNION ALL
        SELECT (SELECT min(unit) FROM measure WHERE measure.unit > units.unit)
        FROM units WHERE units.unit IS NOT NULL)
    SELECT unit FROM units WHERE unit IS NOT NULL LIMIT :most"""
# The bare columns are those of the row with the largest key: how it was last reported.
_INDICATORS = f"""{_RECENT}
    SELECT indicator.name, field, rate_kind, better, indicator.minutes_number, indicator.id,
        max(sort_key) AS last
    FROM recent JOIN minutes USING (number)
    CROSS JOIN indicator ON indicator.minutes_number = minutes.number
    WHERE indicator.name <> '' GROUP BY indicator.name
    ORDER BY count(*) DESC, last DESC, ordinal LIMIT :most"""
# Two of each: the newest may be the record that is open.
_LAST = f"""{_RECENT},
    told (number, id, who, place) AS (
        SELECT number, id, coalesce(nullif(meeting_host_name, ''), meeting_working_party) AS who,
            row_number() OVER (PARTITION BY coalesce(nullif(meeting_host_name, ''),
                meeting_working_party) ORDER BY sort_key DESC)
        FROM recent JOIN minutes USING (number)
        WHERE number IN (SELECT minutes_number FROM indicator))
    SELECT indicator.name, field, rate_kind, better, minutes_number, indicator.id, told.id, who
    FROM told JOIN indicator ON minutes_number = told.number
    WHERE place <= 2 AND who <> '' AND indicator.name <> ''
    ORDER BY place, minutes_number, ordinal"""
_MEASURES = f"""{_RECENT}
    SELECT measure.minutes_number, holder_id, unit FROM recent
    CROSS JOIN measure ON measure.minutes_number = recent.number ORDER BY ordinal"""


def read_vocabulary(store: "Store") -> Vocabulary:
    """Read it all at once; it takes a moment in a large archive, so not in the window's thread."""
    with store.reading():
        words = {kind: _listed(store, sql) for kind, sql in _WORDS.items()}
        used = words[Known.UNIT]
        words[Known.UNIT] = tuple(dict.fromkeys((*used, *_listed(store, _ALL_UNITS))))
        attended = {name: place for place, name in enumerate(_listed(store, _ATTENDED))}
        units = _units(store)
        indicators = _indicators(store.rows(_INDICATORS, LIMITS), units)
        reported = _reported(store.rows(_LAST, LIMITS), units)
    people = sorted(People(store).people(), key=lambda person: given_name_key(person.name))
    people.sort(key=lambda person: attended.get(person.name, len(attended)))
    return Vocabulary(tuple(people), indicators, words, reported)


def _listed(store: "Store", sql: str) -> tuple[str, ...]:
    return tuple(row[0] for row in store.rows(sql, LIMITS))


def _units(store: "Store") -> Units:
    units: Units = {}
    for number, holder, unit in store.rows(_MEASURES, LIMITS):
        units.setdefault((number, holder), []).append(unit)
    return units


def _indicators(rows: Sequence[Row], units: Units) -> tuple[Indicator, ...]:
    trees = [_tree(row[:6], units.get((row[4], row[5]), ())) for row in rows]
    return tuple(msgspec.convert(trees, list[Indicator]))


def _reported(rows: Sequence[Row], units: Units) -> dict[str, tuple[Reported, ...]]:
    meetings: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        meetings.setdefault((str(row[7]), str(row[6])), []).append(row)
    found: dict[str, list[Reported]] = {}
    for (who, minutes_id), told in meetings.items():
        found.setdefault(who, []).append(Reported(minutes_id, _indicators(told, units)))
    return {who: tuple(each) for who, each in found.items()}


def _tree(row: tuple[object, ...], units: Sequence[str]) -> dict[str, object]:
    name, field, rate_kind, better, _number, item_id = row
    return {
        "id": item_id,
        "name": name,
        "field": field,
        "rate_kind": rate_kind,
        "better": better,
        "measures": [{"id": f"{item_id}-{at}", "unit": unit} for at, unit in enumerate(units)],
    }
