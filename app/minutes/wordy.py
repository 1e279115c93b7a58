"""Which fields of the record hold words that people wrote, read from its types."""

import types
import typing
from functools import cache

from msgspec import Meta

from app.minutes.items import Value

TEXT, VALUE, ITEMS = "text", "value", "items"
"""A field with words; one with a value that may have some; one with a tuple of such items."""


@cache
def wordy_fields(kind: type[Value]) -> tuple[tuple[str, str], ...]:
    """The fields of a type that hold words, or something with words, and how. No ids, no links."""
    hints = typing.get_type_hints(kind, include_extras=True)
    told = ((name, _how(hints[name])) for name in kind.__struct_fields__)
    return tuple((name, how) for name, how in told if how)


@cache
def limit_of(kind: type[Value], name: str) -> int:
    """How many characters a text may have."""
    hint = typing.get_type_hints(kind, include_extras=True)[name]
    return next(int(m.max_length or 0) for m in hint.__metadata__ if isinstance(m, Meta))


def _how(hint: object) -> str:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        metas = [meta for meta in arguments[1:] if isinstance(meta, Meta)]
        is_text = arguments[0] is str and any(meta.max_length for meta in metas)
        return TEXT if is_text and not any(meta.pattern for meta in metas) else ""
    if origin in (types.UnionType, typing.Union):
        return next(filter(None, map(_how, arguments)), "")
    if origin is tuple:
        return ITEMS if _how(arguments[0]) == VALUE else ""
    return VALUE if isinstance(hint, type) and issubclass(hint, Value) else ""
