"""The base of every part of the record: a frozen value, and an item that has an id of its own."""

from decimal import Decimal
from typing import Annotated, Self

import msgspec
from msgspec import Meta

from app.minutes.text import LINE_LIMIT, TEXT_LIMIT, clean

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
        for at, value in enumerate(msgspec.structs.astuple(self)):
            if type(value) is str:
                if value.isascii() and value.isprintable():
                    continue  # ids, words of ours, and nothing at all: most of a record
                cleaned = clean(value)
                if cleaned is not value:
                    msgspec.structs.force_setattr(self, self.__struct_fields__[at], cleaned)
            elif type(value) is Decimal and not value.is_finite():
                raise ValueError(f"{self.__struct_fields__[at]} is not a finite number")

    def but(self, **changes: object) -> Self:
        """The same value with some fields changed. An unknown field is a TypeError."""
        return msgspec.structs.replace(self, **changes)


class Item(Value, frozen=True, kw_only=True):
    """A part with its own id: rows, undo, differences and anchors speak of the same thing by it."""

    id: Id
