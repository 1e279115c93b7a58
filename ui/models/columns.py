"""Columns of a table over items of the record, as data: how a cell is shown and what is read."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.language.dates import read_time
from app.minutes.items import Item
from ui.models.offering import Look
from ui.models.reading import short_time

NewId = Callable[[], str]
Show = Callable[..., object]
Read = Callable[..., Item]
"""The item with a text (or a chosen value) read into it; ValueError where it cannot be read."""


class Column(NamedTuple):
    """One column. `field` is what the cell's place names; `width` is in characters."""

    field: str
    label: str
    show: Show
    read: Read
    help: str = ""
    choices: Sequence[tuple[object, str]] = ()
    live: bool = True
    unread: str = ""
    """What is said of a text that cannot be read; it stays in the cell."""
    width: int = 12
    doubt: Callable[..., str] | None = None
    """What is to be said of an item's cell though it was taken: a message, or ""."""
    look: Look | None = None
    """What is offered for letters typed in the cell."""
    ends: str = ""
    """Signs that take the offer too: those between words of a list."""
    take: Callable[..., Item] | None = None
    """The item with the value of an offer taken into it: take(item, value, new_id)."""


def line(
    field: str, label: str, help_text: str = "", width: int = 16, look: Look | None = None
) -> Column:
    """A text of one line."""

    def show(item: Item) -> object:
        return getattr(item, field)

    def read(item: Item, text: str, _new_id: NewId) -> Item:
        return _with(item, field, text.strip())

    return Column(field, label, show, read, help_text, width=width, look=look)


def choice(
    field: str,
    label: str,
    choices: Sequence[tuple[object, str]],
    help_text: str = "",
    width: int = 12,
) -> Column:
    """One of a few words."""

    def show(item: Item) -> object:
        return getattr(item, field)

    def read(item: Item, value: object, _new_id: NewId) -> Item:
        return _with(item, field, value)

    return Column(field, label, show, read, help_text, choices, width=width)


def parsed(
    field: str,
    label: str,
    write: Callable[..., str],
    parse: Callable[[str], object],
    unread: str,
    help_text: str = "",
    width: int = 8,
) -> Column:
    """A value read from its text when editing is finished: an hour, a count."""

    def show(item: Item) -> object:
        value = getattr(item, field)
        return "" if value is None else write(value)

    def read(item: Item, text: str, _new_id: NewId) -> Item:
        value = parse(text.strip()) if text.strip() else None
        if value is None and text.strip():
            raise ValueError(text)
        return _with(item, field, value)

    return Column(field, label, show, read, help_text, (), False, unread, width)


def hour(field: str, label: str, unread: str, help_text: str = "") -> Column:
    """A clock time: "8h30"."""
    return parsed(field, label, short_time, read_time, unread, help_text)


def _with(item: Item, field: str, value: object) -> Item:
    return item if getattr(item, field) == value else item.but(**{field: value})
