"""The directories of people and bodies: what type-ahead proposes. No record depends on them."""

import datetime
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from app.archive import past
from app.archive.shape import Cell, Table, body_layout, person_layout
from app.language.folding import fold
from app.minutes.directory import KnownBody, Person

if TYPE_CHECKING:
    from app.archive.past import Past
    from app.archive.store import Store
    from app.minutes.attendees import Attendee
    from app.minutes.record import Minutes

NO_DAY = datetime.date.min
"""A day that is not known."""
_BEGINS_A_WORD = r"' ' || folded LIKE '% ' || ? || '%' ESCAPE '\'"


class People:
    """The people and the bodies that the office knows."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def save(self, person: Person) -> None:
        """Keep a person, in place of the one with the same id."""
        with self._store.writing() as connection:
            _save_person(connection, person)

    def save_body(self, body: KnownBody) -> None:
        """Keep a body, in place of the one with the same id."""
        with self._store.writing() as connection:
            _upsert(connection, body_layout().root, body)

    def remove(self, item_id: str) -> None:
        """Forget the person or body with an id."""
        with self._store.writing() as connection:
            connection.execute("DELETE FROM person WHERE id = ?", (item_id,))
            connection.execute("DELETE FROM known_body WHERE id = ?", (item_id,))

    def people(self, typed: str = "", limit: int = -1) -> list[Person]:
        """People by the beginnings of words of their names, those with the same marks first."""
        (positions,) = person_layout().parts
        with self._store.reading():
            rows = self._named(person_layout().root, typed, limit)
            held = self._positions(positions, [str(row[0]) for row in rows])
        group = person_layout().root.group
        trees = [group.tree(row[1:]) | {"positions": held[row[0]]} for row in rows]
        return msgspec.convert(trees, list[Person])

    def bodies(self, typed: str = "", limit: int = -1) -> list[KnownBody]:
        """Bodies by the beginnings of words of their names, those with the same marks first."""
        rows = self._named(body_layout().root, typed, limit)
        group = body_layout().root.group
        return msgspec.convert([group.tree(row[1:]) for row in rows], list[KnownBody])

    def person(self, person_id: str) -> Person | None:
        """The person with an id, also by that of a double merged into them; None: not known."""
        with self._store.reading():
            return self.find(person_id)

    def ids(self, person_id: str) -> list[str]:
        """The ids that lead to a person: their own, and those of doubles merged into them."""
        sql = "SELECT merged FROM person_past WHERE holder_id = ? AND merged <> '' ORDER BY number"
        return [person_id, *(row[0] for row in self._store.rows(sql, (person_id,)))]

    def called(self, name: str) -> list[Person]:
        """The people with exactly this name."""
        with self._store.reading():
            return self._called(name)

    def past(self, person_id: str) -> list["Past"]:
        """What a person was before, newest first."""
        return past.of(self._store, person_id)

    def change(self, person: Person, day: datetime.date) -> None:
        """Keep what a person is from a day on; what they were goes into the history."""
        with self._store.writing() as connection:
            self._change(connection, person, day)

    def take_back(self, was: Person) -> None:
        """Let a person be again what they were before the last `change`, as if it never was."""
        with self._store.writing() as connection:
            past.drop_last(connection, was)
            _save_person(connection, was)

    def merge(self, kept: str, doubles: Sequence[str], day: datetime.date) -> None:
        """Let doubles be the person `kept`, with all their history; their ids lead there."""
        with self._store.writing() as connection:
            for double in doubles:
                person = self.find(double)
                if person is not None and person.id != kept:
                    past.take_over(connection, kept, person, day)
                    connection.execute("DELETE FROM person WHERE id = ?", (person.id,))

    def remember(self, record: "Minutes", new_id: Callable[[], str]) -> bool:
        """Learn the named attendees, and the host. Whether there was anything to learn.

        Somebody known by now is as they were at the newest meeting with a day; one word alone is
        no name, it may not be typed to the end yet.
        """
        learnt = False
        with self._store.writing() as connection:
            for attendee in record.attendees:
                if not attendee.group and len(attendee.name.split()) > 1:
                    person = self._learnt(attendee, record, new_id)
                    if person is not None:
                        self._change(connection, person, record.meeting.date or NO_DAY)
                        learnt = True
            return self._remember_host(connection, record, new_id) or learnt

    def find(self, person_id: str) -> Person | None:
        """As `person`, inside a transaction."""
        merged = "WHERE id = (SELECT holder_id FROM person_past WHERE merged = ?)"
        found = self._where("WHERE id = ?", person_id) or self._where(merged, person_id)
        return found[0] if found else None

    def _called(self, name: str) -> list[Person]:
        return self._where("WHERE folded = ? AND name = ?", fold(name), name)

    def _change(self, connection: sqlite3.Connection, person: Person, day: datetime.date) -> None:
        before = self.find(person.id)
        if before is not None and past.differs(before, person):
            past.add(connection, person.id, before, day)
        _save_person(connection, person)

    def _learnt(
        self, attendee: "Attendee", record: "Minutes", new_id: Callable[[], str]
    ) -> Person | None:
        """The person as known now, if that is news."""
        linked = self.find(attendee.person_id) if attendee.person_id else None
        known = self._called(attendee.name)
        if linked is not None and linked.name == attendee.name:
            known = [linked]
        elif len(known) > 1:  # namesakes: only what they are tells them apart
            known = [each for each in known if _titles(each) == _titles(attendee)] or known
        if not known:
            return _person(attendee, new_id())
        if len(known) > 1 or not self._is_news(attendee, known[0], record):
            return None
        return known[0].but(
            honorific=attendee.honorific,
            positions=attendee.positions or known[0].positions,
            body=attendee.body or known[0].body,
        )

    def _is_news(self, attendee: "Attendee", known: Person, record: "Minutes") -> bool:
        positions = bool(attendee.positions) and _titles(attendee) != _titles(known)
        body = bool(attendee.body) and attendee.body != known.body
        if not positions and not body:
            return False
        if not known.positions and not known.body:
            return True
        day = record.meeting.date
        return day is not None and not self._has_later(attendee.name, known.id, record.id, day)

    def _has_later(self, name: str, person_id: str, record_id: str, day: datetime.date) -> bool:
        """Whether the person is known from a later meeting, or was changed by hand since."""
        sql = """
            SELECT 1 FROM attendee JOIN minutes ON minutes.number = attendee.minutes_number
            WHERE attendee.name = ? AND minutes.id <> ? AND meeting_date > ?
                AND deleted_at IS NULL
            UNION ALL SELECT 1 FROM person_past WHERE holder_id = ? AND until > ? LIMIT 1"""
        values = (name, record_id, day.isoformat(), person_id, day.isoformat())
        return bool(self._store.rows(sql, values))

    def _remember_host(
        self, connection: sqlite3.Connection, record: "Minutes", new_id: Callable[[], str]
    ) -> bool:
        host = record.meeting.host
        if not host or not host.name:
            return False
        sql = "SELECT 1 FROM known_body WHERE folded = ? AND name = ?"
        if self._store.rows(sql, (fold(host.name), host.name)):
            return False
        _upsert(connection, body_layout().root, KnownBody(id=new_id(), name=host.name))
        return True

    def _where(self, where: str, *values: str) -> list[Person]:
        root, (positions,) = person_layout().root, person_layout().parts
        columns = ", ".join(f'"{column.name}"' for column in root.columns)
        rows = self._store.rows(f"SELECT id, {columns} FROM person {where} ORDER BY id", values)
        held = self._positions(positions, [str(row[0]) for row in rows])
        trees = [root.group.tree(row[1:]) | {"positions": held[row[0]]} for row in rows]
        return msgspec.convert(trees, list[Person])

    def _named(self, table: Table, typed: str, limit: int) -> list[tuple[Cell, ...]]:
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        words = [_escaped(word) for word in fold(typed).split()]
        where = " AND ".join(["1", *[_BEGINS_A_WORD] * len(words)])
        sql = f"SELECT name, id, {columns} FROM {table.name} WHERE {where} ORDER BY folded, id"
        found = self._store.rows(sql, words)
        exact = typed.strip().lower()
        found.sort(key=lambda row: exact not in row[0].lower())
        return [row[1:] for row in (found if limit < 0 else found[:limit])]

    def _positions(self, table: Table, ids: list[str]) -> dict[Cell, list[dict[str, object]]]:
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        sql = f"""
            SELECT holder_id, {columns} FROM {table.name}
            WHERE holder_id IN (SELECT value FROM json_each(?)) ORDER BY holder_id, ordinal"""
        held: dict[Cell, list[dict[str, object]]] = defaultdict(list)
        for holder_id, *row in self._store.rows(sql, (msgspec.json.encode(ids).decode(),)):
            held[holder_id].append(table.group.tree(row))
        return held


def _titles(holder: "Attendee | Person") -> list[str]:
    return [position.title for position in holder.positions]


def _person(attendee: "Attendee", person_id: str) -> Person:
    return Person(
        id=person_id,
        name=attendee.name,
        honorific=attendee.honorific,
        positions=attendee.positions,
        body=attendee.body,
    )


def _save_person(connection: sqlite3.Connection, person: Person) -> None:
    (positions,) = person_layout().parts
    _upsert(connection, person_layout().root, person)
    connection.execute(f"DELETE FROM {positions.name} WHERE holder_id = ?", (person.id,))
    for ordinal, position in enumerate(person.positions):
        connection.execute(
            f"INSERT INTO {positions.name} (holder_id, ordinal, id, title) VALUES (?, ?, ?, ?)",
            (person.id, ordinal, position.id, position.title),
        )


def _upsert(connection: sqlite3.Connection, table: Table, item: Person | KnownBody) -> None:
    names = ["folded", *(column.name for column in table.columns)]
    cells = [fold(item.name), *(column.read(item) for column in table.columns)]
    settings = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    connection.execute(
        f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        f" ON CONFLICT (id) DO UPDATE SET {settings}",
        cells,
    )


def _escaped(word: str) -> str:
    return "".join("\\" + letter if letter in "\\%_" else letter for letter in word)
