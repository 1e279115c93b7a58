"""What people were before: their names, positions and bodies until a day; doubles merged."""

import datetime
import sqlite3
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.archive.store import Store
    from app.minutes.directory import Person

_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM person_past WHERE holder_id = ?"


class Past(NamedTuple):
    """What a person was until a day; None is not known. `merged` is the id of a double, or ""."""

    until: datetime.date | None
    name: str
    positions: str
    body: str
    merged: str = ""


def of(store: "Store", person_id: str) -> list[Past]:
    """The history of a person, newest first."""
    sql = """
        SELECT until, name, positions, body, merged FROM person_past
        WHERE holder_id = ? ORDER BY number DESC"""
    return [
        Past(datetime.date.fromisoformat(until) if until else None, *rest)
        for until, *rest in store.rows(sql, (person_id,))
    ]


def differs(before: "Person", now: "Person") -> bool:
    """Whether what a person was is worth keeping: it was something, and it is no longer."""
    was = (_words(before), before.body)
    return before.name != now.name or (any(was) and was != (_words(now), now.body))


def add(
    connection: sqlite3.Connection,
    person_id: str,
    was: "Person",
    day: datetime.date,
    merged: str = "",
) -> None:
    """Keep what a person was until a day; datetime.date.min is not known."""
    (number,) = connection.execute(_NEXT, (person_id,)).fetchone()
    until = "" if day == datetime.date.min else day.isoformat()
    connection.execute(
        "INSERT INTO person_past (holder_id, number, until, name, positions, body, merged)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (person_id, number, until, was.name, _words(was), was.body, merged),
    )


def drop_last(connection: sqlite3.Connection, was: "Person") -> None:
    """Forget the newest entry of somebody's history, where it says what they are to be again."""
    connection.execute(
        "DELETE FROM person_past WHERE holder_id = ?1 AND name = ?2 AND merged = '' AND number ="
        " (SELECT max(number) FROM person_past WHERE holder_id = ?1)",
        (was.id, was.name),
    )


def take_over(
    connection: sqlite3.Connection, kept: str, double: "Person", day: datetime.date
) -> None:
    """Give a person the history of a double, and what the double was at last."""
    (number,) = connection.execute(_NEXT, (kept,)).fetchone()
    connection.execute(
        "UPDATE person_past SET holder_id = ?, number = number + ? WHERE holder_id = ?",
        (kept, number - 1, double.id),
    )
    add(connection, kept, double, day, double.id)


def _words(person: "Person") -> str:
    return ", ".join(person.titles)
