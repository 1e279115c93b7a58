"""The base of every part of the record: a frozen value, and an item that has an id of its own."""

import typing
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Annotated, NamedTuple, Self, get_args

import msgspec
from msgspec import Meta

from app.minutes.text import LINE_LIMIT, TEXT_LIMIT, clean, is_plainly_clean

Id = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[0-9A-Za-z_-]+$")]
"""The id of an item: UUIDv7 text, made at the edge and passed in."""
Link = Annotated[str, Meta(max_length=64, pattern=r"^[0-9A-Za-z_-]*$")]
"""The id of another item, or "" for none."""
Line = Annotated[str, Meta(max_length=LINE_LIMIT)]
Text = Annotated[str, Meta(max_length=TEXT_LIMIT)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]


class Value(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A frozen part of the record without an id: it belongs to the item that holds it."""

    def __post_init__(self) -> None:
        """Clean every text and refuse figures that are not numbers, whatever edge they came by."""
        texts, read_texts, figures = _checked_fields(type(self))
        # Looked at in one piece, and nothing else is done: nearly every text is clean already, and
        # this is most of what reading a record costs.
        if not is_plainly_clean("".join(read_texts(self))):
            for name in texts:
                msgspec.structs.force_setattr(self, name, clean(getattr(self, name)))
        for name in figures:
            figure = getattr(self, name)
            if figure is not None and not figure.is_finite():
                raise ValueError(f"{name} is not a finite number")

    def but(self, **changes: object) -> Self:
        """The same value with some fields changed. An unknown field is a TypeError."""
        return msgspec.structs.replace(self, **changes)


class Item(Value, frozen=True, kw_only=True):
    """A part with its own id: rows, undo, differences and anchors speak of the same thing by it."""

    id: Id


class _Checked(NamedTuple):
    """The fields that hold a text, how they are read, and those that may hold a figure."""

    texts: tuple[str, ...]
    read_texts: Callable[[Value], Iterable[str]]
    figures: tuple[str, ...]


@cache
def _checked_fields(kind: type[Value]) -> _Checked:
    hints = typing.get_type_hints(kind)
    names = kind.__struct_fields__
    texts = tuple(name for name in names if hints[name] is str)
    figures = tuple(name for name in names if Decimal in (hints[name], *get_args(hints[name])))
    # With one name alone the getter gives no tuple: a text, which is as good a row of texts.
    return _Checked(texts, attrgetter(*texts) if texts else _no_texts, figures)


def _no_texts(_value: Value) -> Iterable[str]:
    return ()
