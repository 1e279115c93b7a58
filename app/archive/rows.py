"""Records and their rows: reading one whole, writing what a difference names.

All of it happens inside the caller's transaction.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from app.archive.shape import Cell, Table, minutes_layout
from app.minutes.difference import Change, Difference, What
from app.minutes.items import Item
from app.minutes.record import Minutes
from app.minutes.structure import child_fields, children, walk

_Tree = dict[str, object]
_Held = dict[type[Item], dict[str, list[_Tree]]]
"""Items in plain parts: by their type, then by the id of their holder, in order."""


class MismatchError(Exception):
    """The rows are not those of the record that was taken to be the stored one."""


def read(connection: sqlite3.Connection, number: int) -> Minutes:
    """The record with a number; ValueError where its rows do not make a record."""
    row = connection.execute(_root_sql("number"), (number,)).fetchone()
    return _whole(connection, row)


def read_named(connection: sqlite3.Connection, record_id: str) -> Minutes | None:
    """The record with an id, or None; ValueError where its rows do not make a record."""
    row = connection.execute(_root_sql("id"), (record_id,)).fetchone()
    return None if row is None else _whole(connection, row)


def _whole(connection: sqlite3.Connection, row: tuple[Any, ...]) -> Minutes:
    layout, number = minutes_layout(), row[-1]
    filled = connection.execute(_filled_sql(), (number,)).fetchone()
    held: _Held = {
        part.kind: _read_part(connection, part, number) if there_are else {}
        for part, there_are in zip(layout.parts, filled, strict=True)
    }
    tree = layout.root.group.tree(row)
    _hang(tree, Minutes, held)
    if any(held.values()):
        raise ValueError(f"the record {number} has items that nothing holds")
    return msgspec.convert(tree, Minutes)


def insert_root(connection: sqlite3.Connection, record: Minutes, own: Mapping[str, object]) -> None:
    """Write the record's own row, with the columns that belong to the archive."""
    root = minutes_layout().root
    cells = [*own.values(), *(column.read(record) for column in root.columns)]
    names = f"{', '.join(own)}, {_names(root.name)}"
    places = ", ".join("?" * len(cells))
    connection.execute(f"INSERT INTO minutes ({names}) VALUES ({places})", cells)


def insert_items(connection: sqlite3.Connection, number: int, holder: Item) -> None:
    """Write a row for each item inside `holder`, those that hold others first."""
    for field in child_fields(type(holder)):
        for ordinal, item in enumerate(children(holder, field)):
            _insert(connection, number, holder.id, ordinal, item)


def write(connection: sqlite3.Connection, number: int, changes: Difference) -> None:
    """Write the rows that `changes` names and no other. MismatchError where one is not there."""
    # What moved to another holder is removed there and added here, and may come in any order.
    for change in sorted(changes.changes, key=lambda c: c.what is not What.REMOVED):
        _WRITERS[change.what](connection, number, change)


def update_root(
    connection: sqlite3.Connection, number: int, record: Minutes, fields: Iterable[str]
) -> None:
    """Write some of the record's own fields."""
    settings, cells = _settings(minutes_layout().root, record, fields)
    _one(connection.execute(f"UPDATE minutes SET {settings} WHERE number = ?", (*cells, number)))


def _added(connection: sqlite3.Connection, number: int, change: Change) -> None:
    _insert(connection, number, change.holder, change.position, change.item)


def _removed(connection: sqlite3.Connection, number: int, change: Change) -> None:
    for item in reversed(list(walk(change.item))):
        name = minutes_layout().table(type(item)).name
        sql = f'DELETE FROM "{name}" WHERE minutes_number = ? AND id = ?'
        _one(connection.execute(sql, (number, item.id)))


def _moved(connection: sqlite3.Connection, number: int, change: Change) -> None:
    name = minutes_layout().table(type(change.item)).name
    sql = f'UPDATE "{name}" SET ordinal = ? WHERE minutes_number = ? AND id = ?'
    _one(connection.execute(sql, (change.position, number, change.item.id)))


def _changed(connection: sqlite3.Connection, number: int, change: Change) -> None:
    if isinstance(change.item, Minutes):
        return update_root(connection, number, change.item, change.fields)
    table = minutes_layout().table(type(change.item))
    settings, cells = _settings(table, change.item, change.fields)
    sql = f'UPDATE "{table.name}" SET {settings} WHERE minutes_number = ? AND id = ?'
    return _one(connection.execute(sql, (*cells, number, change.item.id)))


_WRITERS: Mapping[What, Callable[[sqlite3.Connection, int, Change], None]] = {
    What.ADDED: _added,
    What.REMOVED: _removed,
    What.MOVED: _moved,
    What.CHANGED: _changed,
}


def _one(cursor: sqlite3.Cursor) -> None:
    if cursor.rowcount != 1:
        raise MismatchError


def _insert(
    connection: sqlite3.Connection, number: int, holder_id: str, ordinal: int, item: Item
) -> None:
    table = minutes_layout().table(type(item))
    cells = (column.read(item) for column in table.columns)
    connection.execute(_insert_sql(table.name), (number, holder_id, ordinal, *cells))
    insert_items(connection, number, item)


def _settings(table: Table, item: Item, fields: Iterable[str]) -> tuple[str, list[Cell]]:
    columns = [column for column in table.columns if column.path[0] in set(fields)]
    return ", ".join(f'"{c.name}" = ?' for c in columns), [c.read(item) for c in columns]


def _read_part(connection: sqlite3.Connection, part: Table, number: int) -> dict[str, list[_Tree]]:
    rows = connection.execute(_select_sql(part.name), (number,)).fetchall()
    held: dict[str, list[_Tree]] = defaultdict(list)
    tree = part.group.tree
    for row in rows:
        held[row[-1]].append(tree(row))
    return held


def _hang(tree: _Tree, kind: type[Item], held: _Held) -> None:
    """Hang into `tree` the items that it holds, taking them out of `held`."""
    for field, child_kind in child_fields(kind).items():
        trees = held[child_kind].pop(str(tree["id"]), None)
        if trees is None:
            continue  # the field is empty, as the type has it by default
        if child_fields(child_kind):
            for child in trees:
                _hang(child, child_kind, held)
        tree[field] = trees


# Kept by name: a whole table as the key is hashed with all its columns, each time.
@cache
def _names(table: str) -> str:
    layout = minutes_layout()
    (found,) = [each for each in (layout.root, *layout.parts) if each.name == table]
    return ", ".join(f'"{column.name}"' for column in found.columns)


@cache
def _root_sql(key: str) -> str:
    # The number comes last, so that the record's own columns are where its group says.
    return f"SELECT {_names('minutes')}, number FROM minutes WHERE {key} = ?"


@cache
def _filled_sql() -> str:
    """Which tables hold anything of a record: most do not, and a query each costs more."""
    names = (part.name for part in minutes_layout().parts)
    exist = (f'EXISTS (SELECT 1 FROM "{name}" WHERE minutes_number = ?1)' for name in names)
    return f"SELECT {', '.join(exist)}"


@cache
def _select_sql(table: str) -> str:
    # The holder comes last, so that the columns of the item are where its group says.
    return (
        f'SELECT {_names(table)}, holder_id FROM "{table}"'
        " WHERE minutes_number = ? ORDER BY ordinal"
    )


@cache
def _insert_sql(table: str) -> str:
    columns = _names(table)
    places = ", ".join("?" * (columns.count(",") + 4))
    return (
        f'INSERT INTO "{table}" (minutes_number, holder_id, ordinal, {columns}) VALUES ({places})'
    )
