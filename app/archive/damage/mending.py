"""Making items of the record from rows that may be damaged: what makes no sense is replaced by
what an empty item has, and no text is dropped.
"""

import datetime
import types
import typing
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import NamedTuple

import msgspec

from app.archive.damage.pages import Value as Raw
from app.archive.entries import State
from app.archive.shape import Cell, Column, Group, Leaf, Table
from app.minutes.items import Item, Value

_Item = typing.TypeVar("_Item", bound=Item)


class Mended(NamedTuple):
    """The cells of a row as the archive would store them. `texts` found no place in them."""

    cells: tuple[Cell, ...]
    changed: bool
    texts: tuple[str, ...]


def mend(table: Table, row: Mapping[str, Raw]) -> Mended:
    """A row that makes an item of the table's type."""
    found = [_cell(row.get(column.name)) for column in table.columns]
    if (item := _item(table, found)) is not None:
        cells = [column.read(item) for column in table.columns]
        if cells == found:
            return Mended(tuple(found), False, ())
    cells = [_sound(table.kind, c, cell) for c, cell in zip(table.columns, found, strict=True)]
    for group in _optional_groups(table.group):
        _complete(group, table, cells)
    item = _item(table, cells) or empty(table.kind, usable_id(row.get("id"), repr(found)))
    kept = tuple(column.read(item) for column in table.columns)
    return Mended(kept, list(kept) != found, _dropped(table, found, kept))


def _item(table: Table, cells: list[Cell]) -> Item | None:
    try:
        return msgspec.convert(table.group.tree(cells), table.kind)
    except (ValueError, TypeError):
        return None


@cache
def _needed(kind: type[Item]) -> dict[str, object]:
    hints = typing.get_type_hints(kind)
    fields = [field.name for field in msgspec.structs.fields(kind) if field.required]
    return {name: next(iter(hints[name])).value for name in fields if name != "id"}


def empty(kind: type[_Item], item_id: str) -> _Item:
    """An item of a type with nothing in it; what it must have is the first that it may."""
    return msgspec.convert(_needed(kind) | {"id": item_id}, kind)


def usable_id(said: object, instead: str) -> str:
    """An id as the record allows it: the one that was read, or one made of `instead`."""
    text = str(said)
    if 0 < len(text) <= 64 and all(c in "-_" or (c.isascii() and c.isalnum()) for c in text):
        return text
    return f"rescued-{sha256(instead.encode()).hexdigest()[:16]}"


def state_from(said: Raw) -> str:
    return str(said) if said in {state.value for state in State} else State.DRAFT.value


def moment_from(said: Raw, instead: str) -> str:
    """A time as the archive notes it."""
    try:
        moment = datetime.datetime.fromisoformat(str(said))
    except ValueError:
        return instead
    return str(said) if moment.tzinfo else instead


def _sound(kind: type[Value], column: Column, cell: Cell) -> Cell:
    """The cell, or where it cannot be what its field holds, the nearest thing that can."""
    hint = _hint(kind, column.path)
    if cell is None:
        return None if column.nullable else _blank(hint, column, "")
    try:
        msgspec.convert(bool(cell) if hint is bool and cell in (0, 1) else cell, hint)
    except (ValueError, TypeError):
        return _blank(hint, column, repr(cell))
    return cell


def _blank(hint: object, column: Column, was: str) -> Cell:
    if column.path[-1] == "id":
        return usable_id("", was + column.name)
    if column.nullable:
        return None
    if isinstance(hint, type) and issubclass(hint, Enum):
        return str(next(iter(hint)).value)
    return 0 if column.type == "INTEGER" else ""


@cache
def _hint(kind: type, path: tuple[str, ...]) -> object:
    hint = typing.get_type_hints(kind, include_extras=True)[path[0]]
    if len(path) == 1:
        return hint
    inner = next(part for part in (*typing.get_args(hint), hint) if part is not types.NoneType)
    return _hint(inner, path[1:])


def _optional_groups(group: Group) -> Iterator[Group]:
    for _, part in group.fields:
        if isinstance(part, Group):
            yield from _optional_groups(part)
            if part.marker is not None:
                yield part


def _complete(group: Group, table: Table, cells: list[Cell]) -> None:
    """An optional value of which anything is there is there: no part of it may be missing."""
    places = [part.place for _, part in group.fields if isinstance(part, Leaf)]
    if any(cells[place] for place in places):
        for _, part in group.fields:
            if isinstance(part, Leaf) and not part.optional and cells[part.place] is None:
                column = table.columns[part.place]
                hint = _hint(table.kind, column.path)
                column = column._replace(nullable=False)
                cells[part.place] = _blank(hint, column, repr(cells))


def _cell(value: Raw) -> Cell:
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    return int(value) if isinstance(value, float) else value


def _dropped(table: Table, found: list[Cell], kept: tuple[Cell, ...]) -> tuple[str, ...]:
    """The texts that people read and that are in no cell any more."""
    cells = zip(table.columns, found, kept, strict=True)
    told = (pair for pair in cells if pair[0].prose or pair[0].path[-1].endswith("date"))
    lost = [str(before) for _, before, after in told if before and not after]
    return tuple(text for text in lost if text.strip("\0 \ufffd"))
