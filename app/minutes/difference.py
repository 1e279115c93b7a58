"""The difference of two records: which items of which section were added, removed or changed.

Records share what an edit did not touch, so parts that are the same object are never looked into.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from app.minutes.items import Item
from app.minutes.record import Minutes
from app.minutes.structure import child_fields, children, own_fields


class What(StrEnum):
    """What happened to an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class Change(NamedTuple):
    """What happened to one item. An added or removed item speaks for all the items inside it.

    `section` is a field of Minutes ("speeches"), or "" for the record itself; `holder` is the id
    of the item that holds this one; `position` counts from 0 among its siblings, now (or, for a
    removed item, before). `fields` names the item's own changed fields.
    """

    what: What
    section: str
    holder: str
    item: Item
    position: int
    fields: tuple[str, ...] = ()


class Difference(NamedTuple):
    """All changes between two records, in the order of the record."""

    changes: tuple[Change, ...]

    @property
    def sections(self) -> frozenset[str]:
        """The sections touched: fields of Minutes, so "meeting", "form" and "tally" too."""
        own = {field for change in self.changes if not change.section for field in change.fields}
        return frozenset({change.section for change in self.changes if change.section} | own)

    def ids(self, section: str) -> frozenset[str]:
        """The ids of the items touched in a section."""
        return frozenset(c.item.id for c in self.changes if c.section == section)

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.changes)


def difference(old: Minutes, new: Minutes) -> Difference:
    """What an edit changed between two versions of the same record."""
    return Difference(tuple(_item_changes(old, new, "", "", 0)))


def _item_changes(
    old: Item, new: Item, section: str, holder: str, position: int
) -> Iterator[Change]:
    if old is new:
        return
    fields = tuple(f for f in own_fields(type(new)) if getattr(old, f) != getattr(new, f))
    if fields:
        yield Change(What.CHANGED, section, holder, new, position, fields)
    for field in child_fields(type(new)):
        below = section or field
        yield from _list_changes(children(old, field), children(new, field), below, new.id)


def _list_changes(
    old: tuple[Item, ...], new: tuple[Item, ...], section: str, holder: str
) -> Iterator[Change]:
    if old is new:
        return
    before = {item.id: (place, item) for place, item in enumerate(old)}
    kept = {item.id for item in new}
    for place, item in enumerate(old):
        if item.id not in kept:
            yield Change(What.REMOVED, section, holder, item, place)
    for place, item in enumerate(new):
        if item.id not in before:
            yield Change(What.ADDED, section, holder, item, place)
            continue
        old_place, old_item = before[item.id]
        if old_place != place:
            yield Change(What.MOVED, section, holder, item, place)
        yield from _item_changes(old_item, item, section, holder, place)
