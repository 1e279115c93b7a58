"""The office's profiles. There are few, and each is read and written whole."""

import sqlite3
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from app.archive.errors import damaged
from app.archive.shape import Table, office_layout
from app.minutes.office import Office
from app.minutes.structure import child_fields, children

if TYPE_CHECKING:
    from app.archive.store import Store
    from app.minutes.items import Item

_Tree = dict[str, object]


class Offices:
    """The profiles kept in the archive, by their names."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def all(self) -> list[Office]:
        """The profiles, in the order of their names."""
        layout = office_layout()
        with self._store.reading():
            held = {part.kind: self._read(part) for part in layout.parts}
            roots = self._store.rows(f"SELECT {_names(layout.root)} FROM office ORDER BY name, id")
        trees = [layout.root.group.tree(row) for row in roots]
        for tree in trees:
            _hang(tree, Office, str(tree["id"]), held)
        try:
            return msgspec.convert(trees, list[Office])
        except msgspec.ValidationError as error:
            raise damaged(self._store.path) from error

    def save(self, office: Office) -> None:
        """Keep a profile, in place of the one with the same id."""
        with self._store.writing() as connection:
            connection.execute("DELETE FROM office WHERE id = ?", (office.id,))
            _insert(connection, office_layout().root, office, ())
            _insert_held(connection, office, office.id)

    def remove(self, office_id: str) -> None:
        """Forget a profile; minutes made with it stay as they are."""
        with self._store.writing() as connection:
            connection.execute("DELETE FROM office WHERE id = ?", (office_id,))

    def _read(self, part: Table) -> dict[tuple[str, str], list[_Tree]]:
        """The items of a table by profile and holder, in order."""
        sql = f'SELECT {_names(part)}, root_id, holder_id FROM "{part.name}" ORDER BY ordinal'
        held: dict[tuple[str, str], list[_Tree]] = defaultdict(list)
        for row in self._store.rows(sql):
            held[row[-2], row[-1]].append(part.group.tree(row))
        return held


def _hang(
    tree: _Tree,
    kind: type["Item"],
    root: str,
    held: dict[type["Item"], dict[tuple[str, str], list[_Tree]]],
) -> None:
    for field, child_kind in child_fields(kind).items():
        tree[field] = trees = held[child_kind].get((root, str(tree["id"])), [])
        for child in trees:
            _hang(child, child_kind, root, held)


def _insert_held(connection: sqlite3.Connection, holder: "Item", root: str) -> None:
    for field in child_fields(type(holder)):
        for ordinal, item in enumerate(children(holder, field)):
            table = office_layout().table(type(item))
            _insert(connection, table, item, (root, holder.id, ordinal))
            _insert_held(connection, item, root)


def _insert(
    connection: sqlite3.Connection, table: Table, item: "Item", place: tuple[str | int, ...]
) -> None:
    """`place`: the profile, the holder and the ordinal; nothing for the profile itself."""
    cells = [*place, *(column.read(item) for column in table.columns)]
    names = ["root_id, holder_id, ordinal"] if place else []
    connection.execute(
        f'INSERT INTO "{table.name}" ({", ".join([*names, _names(table)])})'
        f" VALUES ({', '.join('?' * len(cells))})",
        cells,
    )


def _names(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)
