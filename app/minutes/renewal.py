"""A record with new ids for all its items: what a duplicate starts from.

Links between items are kept right; links out of the record (to the directories) stay as they are.
"""

import typing
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeVar

from app.minutes.items import Id, Item, Link, Value
from app.minutes.record import Minutes

V = TypeVar("V", bound=Value)


def with_new_ids(record: Minutes, new_id: Callable[[], str]) -> Minutes:
    """A copy of `record` in which everything with an id has a new one, and links follow."""
    renamed = {item.id: new_id() for item in _items(record)}
    return _renewed(record, renamed)


def _items(holder: Value) -> Iterator[Item]:
    """`holder` and all items inside it, those in single fields (the host body) too, in order."""
    if isinstance(holder, Item):
        yield holder
    for name in holder.__struct_fields__:
        for value in _values(getattr(holder, name)):
            yield from _items(value)


def _values(field: object) -> Iterator[Value]:
    for part in field if isinstance(field, tuple) else (field,):
        if isinstance(part, Value):
            yield part


def _renewed(value: V, renamed: Mapping[str, str]) -> V:
    changes = {name: _field(getattr(value, name), renamed) for name in value.__struct_fields__}
    for name in _naming_fields(type(value)):
        old = getattr(value, name)
        changes[name] = renamed.get(old, old)
    return value.but(**changes)


def _field(held: object, renamed: Mapping[str, str]) -> object:
    if isinstance(held, tuple):
        return tuple(_field(part, renamed) for part in held)
    return _renewed(held, renamed) if isinstance(held, Value) else held


@cache
def _naming_fields(kind: type[Value]) -> tuple[str, ...]:
    """The fields of a type that hold an id: its own, or that of another item."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return tuple(name for name in kind.__struct_fields__ if hints[name] in (Id, Link))
