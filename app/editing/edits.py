"""Edits that any item understands: set a field, insert, remove, move. Functions of the record.

An edit that names an item which is not there changes nothing and returns the same record.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from app.minutes.items import Item, Value
from app.minutes.record import Minutes
from app.minutes.structure import child_fields, children

if TYPE_CHECKING:
    from app.minutes.place import Place

V = TypeVar("V", bound=Value)
Edit = Callable[[Minutes], Minutes]
"""An edit is a function from record to record."""


def in_turn(*edits: Edit) -> Edit:
    """Several edits as one."""

    def edit(record: Minutes) -> Minutes:
        for each in edits:
            record = each(record)
        return record

    return edit


def set_field(place: "Place", value: object) -> Edit:
    """Set one field of the item at `place`, or of a section that is a value (the meeting)."""
    if place.item:
        return change_item(
            place.section, place.item, lambda item: with_field(item, place.field, value)
        )
    path = f"{place.section}.{place.field}" if place.field else place.section
    return lambda record: with_field(record, path, value)


def with_field(holder: V, path: str, value: object) -> V:
    """`holder` with the field at a dotted path changed; the same object where nothing differs."""
    name, _, rest = path.partition(".")
    old = getattr(holder, name)
    new = with_field(old, rest, value) if rest else value
    return holder if new is old or new == old else holder.but(**{name: new})


def change_item(section: str, item_id: str, change: Callable[[Item], Item | None]) -> Edit:
    """Put what `change` makes of an item in its place, at any depth; None removes the item."""

    def edit(record: Minutes) -> Minutes:
        return _with_list(record, section, _changed(children(record, section), item_id, change))

    return edit


def insert(section: str, item: Item, position: int | None = None, holder: str = "") -> Edit:
    """Insert an item at `position` (None: last) of a section, or of the list inside `holder`."""

    def into(held: tuple[Item, ...]) -> tuple[Item, ...]:
        at = len(held) if position is None else position
        return (*held[:at], item, *held[at:])

    if not holder:
        return lambda record: _with_list(record, section, into(children(record, section)))
    return change_item(section, holder, lambda found: _with_child_list(found, type(item), into))


def remove(section: str, item_id: str) -> Edit:
    """Remove an item, with all that is inside it."""
    return change_item(section, item_id, lambda _item: None)


def move(section: str, item_id: str, position: int) -> Edit:
    """Move an item to `position` among its siblings, counted without itself."""

    def edit(record: Minutes) -> Minutes:
        return _with_list(record, section, _moved(children(record, section), item_id, position))

    return edit


def _with_list(holder: V, field: str, items: tuple[Item, ...]) -> V:
    return holder if items is children(holder, field) else holder.but(**{field: items})


def _with_child_list(
    holder: Item, kind: type[Item], change: Callable[[tuple[Item, ...]], tuple[Item, ...]]
) -> Item:
    field = next(name for name, item in child_fields(type(holder)).items() if item is kind)
    return _with_list(holder, field, change(children(holder, field)))


def _changed(
    items: tuple[Item, ...], item_id: str, change: Callable[[Item], Item | None]
) -> tuple[Item, ...]:
    for place, item in enumerate(items):
        new = change(item) if item.id == item_id else _changed_inside(item, item_id, change)
        if new is not item:
            return (*items[:place], *((new,) if new is not None else ()), *items[place + 1 :])
    return items


def _changed_inside(item: Item, item_id: str, change: Callable[[Item], Item | None]) -> Item:
    for field in child_fields(type(item)):
        old = children(item, field)
        new = _changed(old, item_id, change)
        if new is not old:
            return item.but(**{field: new})
    return item


def _moved(items: tuple[Item, ...], item_id: str, position: int) -> tuple[Item, ...]:
    for place, item in enumerate(items):
        if item.id == item_id:
            if place == position:
                return items
            others = items[:place] + items[place + 1 :]
            return (*others[:position], item, *others[position:])
        inside = _moved_inside(item, item_id, position)
        if inside is not item:
            return (*items[:place], inside, *items[place + 1 :])
    return items


def _moved_inside(item: Item, item_id: str, position: int) -> Item:
    for field in child_fields(type(item)):
        old = children(item, field)
        new = _moved(old, item_id, position)
        if new is not old:
            return item.but(**{field: new})
    return item
