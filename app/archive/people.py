"""The directories of people and bodies: what type-ahead proposes. No record depends on them."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable

import msgspec

from app.archive.shape import Cell, Table, body_layout, person_layout
from app.archive.store import Store
from app.language.folding import fold
from app.minutes.attendees import Attendee
from app.minutes.directory import KnownBody, Person
from app.minutes.record import Minutes

_BEGINS_A_WORD = r"' ' || folded LIKE '% ' || ? || '%' ESCAPE '\'"


class People:
    """The people and the bodies that the office knows."""

    def __init__(self, store: Store) -> None:
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

    def remember(self, record: Minutes, new_id: Callable[[], str]) -> None:
        """Add the named attendees, and the host, whose names are not known yet."""
        people = {person.name for person in self.people()}
        bodies = {body.name for body in self.bodies()}
        with self._store.writing() as connection:
            for attendee in record.attendees:
                if attendee.name and not attendee.group and attendee.name not in people:
                    people.add(attendee.name)
                    _save_person(connection, _person(attendee, new_id()))
            host = record.meeting.host
            if host and host.name and host.name not in bodies:
                body = KnownBody(id=new_id(), name=host.name)
                _upsert(connection, body_layout().root, body)

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


def _person(attendee: Attendee, person_id: str) -> Person:
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
