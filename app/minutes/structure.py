"""The shape of the record, read from its types: which fields of an item hold further items.

Differences, the archive's rows and the editing of any item by its id all walk this one shape, so
that a new field needs to be said once: in its type.
"""

import typing
from collections.abc import Iterator
from functools import cache

from msgspec import Meta

from app.minutes.items import Item, Value


@cache
def child_fields(kind: type[Value]) -> dict[str, type[Item]]:
    """The fields of a type that hold a tuple of items, with the type of those items."""
    hints = typing.get_type_hints(kind)
    return {name: item for name in kind.__struct_fields__ if (item := _item_type(hints[name]))}


@cache
def own_fields(kind: type[Value]) -> tuple[str, ...]:
    """The fields of a type that it holds itself, in order."""
    return tuple(name for name in kind.__struct_fields__ if name not in child_fields(kind))


@cache
def worded_fields(kind: type[Value]) -> tuple[str, ...]:
    """The fields of a type but ids and links: what may hold words, at some depth."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return tuple(name for name in kind.__struct_fields__ if not _follows_pattern(hints[name]))


def _follows_pattern(hint: object) -> bool:
    marks = typing.get_args(hint)[1:] if typing.get_origin(hint) is typing.Annotated else ()
    return any(isinstance(mark, Meta) and mark.pattern for mark in marks)


def _item_type(hint: object) -> type[Item] | None:
    if typing.get_origin(hint) is not tuple:
        return None
    item = typing.get_args(hint)[0]
    return item if isinstance(item, type) and issubclass(item, Item) else None


def children(item: Value, field: str) -> tuple[Item, ...]:
    """The items that a field of `item` holds."""
    held: tuple[Item, ...] = getattr(item, field)
    return held


def walk(item: Item) -> Iterator[Item]:
    """`item` and all items inside it, parents first, in order."""
    yield item
    for field in child_fields(type(item)):
        for child in children(item, field):
            yield from walk(child)


def find(item: Item, item_id: str) -> Item | None:
    """The item with an id, `item` itself included, or None."""
    return next((found for found in walk(item) if found.id == item_id), None)
