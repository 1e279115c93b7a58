"""How the types of the record stand in tables, read from the types themselves.

A field added to a type appears here by itself; its column is said once more, in a migration.
"""

import datetime
import types
import typing
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import NamedTuple

from msgspec import Meta

from app.minutes.directory import KnownBody, Person
from app.minutes.items import Item, Value
from app.minutes.office import Office
from app.minutes.record import Minutes
from app.minutes.structure import child_fields, own_fields

Cell = str | int | None


class Column(NamedTuple):
    """A column and what it holds: "actual_written" holds `item.actual.written`.

    `prose` is text that people read, unlike ids and the closed sets of words.
    """

    name: str
    path: tuple[str, ...]
    type: str
    nullable: bool
    prose: bool

    def read(self, item: Item) -> Cell:
        """What the column holds for `item`: NULL where a value on the way is None."""
        found: object = item
        for name in self.path:
            if found is None:
                return None
            found = getattr(found, name)
        return _cell(found)


class Leaf(NamedTuple):
    """A field that is one column, the one at `place` in its table."""

    place: int
    optional: bool
    boolean: bool


class Group(NamedTuple):
    """A value flattened into columns. It is None where the column at `marker` is NULL."""

    fields: tuple[tuple[str, "Leaf | Group"], ...]
    marker: int | None = None
    plain: tuple[str, ...] = ()
    """The fields' names where each is the column at its place: most types are so."""
    booleans: tuple[str, ...] = ()

    def tree(self, row: Sequence[Cell]) -> dict[str, object]:
        """The value in plain parts, as msgspec converts it."""
        if not self.plain:
            return {name: _branch(part, row) for name, part in self.fields}
        tree: dict[str, object] = dict(zip(self.plain, row, strict=False))
        for name in self.booleans:
            if tree[name] is not None:
                tree[name] = bool(tree[name])
        return tree


class Table(NamedTuple):
    """A table and the type of the items in its rows.

    `holders` are the types that hold such items; the table at the root has none.
    """

    name: str
    kind: type[Item]
    holders: tuple[type[Item], ...]
    columns: tuple[Column, ...]
    group: Group


class Layout(NamedTuple):
    """The tables of one aggregate; those of the items in it with the holders first."""

    root: Table
    parts: tuple[Table, ...]

    def table(self, kind: type[Item]) -> Table:
        """The table that holds items of a type."""
        return next(table for table in (self.root, *self.parts) if table.kind is kind)


@cache
def minutes_layout() -> Layout:
    """The record: `minutes`, and a table for each type of item in it."""
    return layout(Minutes)


@cache
def person_layout() -> Layout:
    """The directory of people: `person` and `person_position`."""
    return layout(Person, "person_")


@cache
def body_layout() -> Layout:
    """The directory of bodies: `known_body`."""
    return layout(KnownBody, "known_body_")


@cache
def office_layout() -> Layout:
    """The profiles: `office`, and `office_…` for each type of item in it."""
    return layout(Office, "office_")


def layout(root: type[Item], prefix: str = "") -> Layout:
    """The tables of any aggregate, named after its types; those of its parts with a prefix."""
    holders: dict[type[Item], list[type[Item]]] = {}
    _collect(root, holders)
    parts = [_table(prefix + _snake(k.__name__), k, tuple(held)) for k, held in holders.items()]
    return Layout(_table(_snake(root.__name__), root, ()), tuple(parts))


def _collect(kind: type[Item], holders: dict[type[Item], list[type[Item]]]) -> None:
    kinds = list(child_fields(kind).values())
    if len(set(kinds)) != len(kinds):
        # A row names its holder, not the holder's field.
        raise TypeError(f"{kind.__name__} holds one type of item in two fields")
    for child in kinds:
        new = child not in holders
        holders.setdefault(child, []).append(kind)
        if new:
            _collect(child, holders)


def _table(name: str, kind: type[Item], holders: tuple[type[Item], ...]) -> Table:
    columns: list[Column] = []
    group = _group(kind, (), False, columns)
    if len({column.name for column in columns}) != len(columns):
        raise TypeError(f"{kind.__name__}: two fields would stand in one column")
    return Table(name, kind, holders, tuple(columns), group)


def _group(kind: type[Value], path: tuple[str, ...], loose: bool, columns: list[Column]) -> Group:
    hints = typing.get_type_hints(kind, include_extras=True)
    names = own_fields(kind)
    fields = tuple((n, _part(hints[n], (*path, n), loose, columns)) for n in names)
    booleans = tuple(n for n, part in fields if isinstance(part, Leaf) and part.boolean)
    return Group(fields, plain=names if _is_plain(fields) else (), booleans=booleans)


def _is_plain(fields: Sequence[tuple[str, Leaf | Group]]) -> bool:
    return all(
        isinstance(part, Leaf) and part.place == place for place, (_, part) in enumerate(fields)
    )


def _part(hint: object, path: tuple[str, ...], loose: bool, columns: list[Column]) -> Leaf | Group:
    """`loose`: a value around this field may be None, so that its columns may be NULL."""
    annotated, optional = _without_none(hint)
    kind, prose = _plain(annotated)
    if issubclass(kind, Value):
        group = _group(kind, path, loose or optional, columns)
        return group._replace(marker=_marker(group, path)) if optional else group
    columns.append(Column("_".join(path), path, _sql_type(kind), loose or optional, prose))
    return Leaf(len(columns) - 1, optional, kind is bool)


def _without_none(hint: object) -> tuple[object, bool]:
    if typing.get_origin(hint) not in (types.UnionType, typing.Union):
        return hint, False
    (kind,) = [part for part in typing.get_args(hint) if part is not types.NoneType]
    return kind, True


def _plain(hint: object) -> tuple[type, bool]:
    """The bare type, and whether it is prose: a text that need not follow a pattern."""
    if typing.get_origin(hint) is not typing.Annotated:
        return typing.cast("type", hint), hint is str
    kind, *marks = typing.get_args(hint)
    return kind, kind is str and not any(isinstance(m, Meta) and m.pattern for m in marks)


def _marker(group: Group, path: tuple[str, ...]) -> int:
    for place in _sure_columns(group):
        return place
    raise TypeError(f"{'.'.join(path)}: None and a value of nothing would look the same")


def _sure_columns(group: Group) -> Iterator[int]:
    for _, part in group.fields:
        if isinstance(part, Group):
            yield from _sure_columns(part) if part.marker is None else ()
        elif not part.optional:
            yield part.place


def _sql_type(kind: type) -> str:
    if issubclass(kind, int):
        return "INTEGER"
    if issubclass(kind, str | Decimal | datetime.date | datetime.time):
        return "TEXT"
    raise TypeError(f"no column can hold a {kind.__name__}")


def _cell(value: object) -> Cell:
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def _branch(part: Leaf | Group, row: Sequence[Cell]) -> object:
    if isinstance(part, Group):
        absent = part.marker is not None and row[part.marker] is None
        return None if absent else part.tree(row)
    value = row[part.place]
    return bool(value) if part.boolean and value is not None else value


def _snake(name: str) -> str:
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)[1:]
