"""Any valid record, for Hypothesis: read from the types, so that a new field is covered too."""

import datetime
import types
import typing
from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import count

from hypothesis import strategies as st
from msgspec import Meta

from app.minutes.items import Item, Value
from app.minutes.record import Minutes
from app.minutes.structure import child_fields, children, own_fields, walk

MOST_SIBLINGS = 2
# Vietnamese composed and not, đ, figures, quotes, what SQL and XML find special, a wide character.
LETTERS = "aàảãáạăằâậbđeêệiìoôơờuưựyỳ AĐƯ 12,5%'\"<&\n\t\0\u0300\u0301\u0323😀"
TEXTS = st.text(LETTERS, max_size=8)
LINKS = st.sampled_from(["", "i0", "i1", "i7", "nowhere"])

_PLAIN: dict[object, st.SearchStrategy[object]] = {
    bool: st.booleans(),
    str: TEXTS,
    Decimal: st.decimals(allow_nan=False, allow_infinity=False),
    datetime.date: st.dates(),
    datetime.time: st.times(),
}


@cache
def values_of(hint: object) -> st.SearchStrategy[typing.Any]:
    """Anything that a field of this type may hold. Ids are not unique yet."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return _within(*arguments)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(st.none(), *(values_of(a) for a in arguments if a is not types.NoneType))
    if origin is tuple:
        return st.lists(values_of(arguments[0]), max_size=MOST_SIBLINGS).map(tuple)
    return _of_class(typing.cast("type", hint))


def items(kind: type[Item], prefix: str = "i") -> st.SearchStrategy[typing.Any]:
    """Any item of a type with all in it; the ids are `prefix` and a number, each once."""
    return values_of(kind).map(lambda item: _numbered(item, _ids(prefix)))


def minutes(record_id: str = "m") -> st.SearchStrategy[Minutes]:
    """Any record. Two of them share most ids, for other things: a hard case for a difference."""
    return items(Minutes).map(lambda record: record.but(id=record_id))


@st.composite
def edited(draw: st.DrawFn, record: Minutes, most: int = 4, prefix: str = "n") -> Minutes:
    """`record` after a few edits of a secretary: little is touched, the rest is shared.

    New items get ids that begin with `prefix`: another one for each call on the same record.
    """
    for number in range(draw(st.integers(1, most))):
        record = draw(st.sampled_from(EDITS))(draw, record, f"{prefix}{number}-")
    return record


def _within(kind: type, limits: Meta) -> st.SearchStrategy[typing.Any]:
    if kind is int:
        return st.integers(typing.cast("int", limits.ge), typing.cast("int", limits.le))
    if limits.pattern is None:
        return TEXTS
    return st.just("x") if limits.min_length else LINKS


def _of_class(kind: type) -> st.SearchStrategy[typing.Any]:
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    assert issubclass(kind, Value), f"tests/strategies.py has no values for {kind}"
    hints = typing.get_type_hints(kind, include_extras=True)
    # Deferred: passages hold assignments hold bodies, and not every test draws them.
    fields = {name: st.deferred(lambda h=hint: values_of(h)) for name, hint in hints.items()}
    return st.builds(kind, **fields)


def _ids(prefix: str) -> Iterator[str]:
    return (f"{prefix}{number}" for number in count())


def _numbered(value: typing.Any, ids: Iterator[str]) -> typing.Any:
    if isinstance(value, tuple):
        return tuple(_numbered(part, ids) for part in value)
    if not isinstance(value, Value):
        return value
    own = {"id": next(ids)} if isinstance(value, Item) else {}
    return value.but(
        **{f: _numbered(getattr(value, f), ids) for f in value.__struct_fields__} | own
    )


Siblings = tuple[Item, ...]
Slot = tuple[str, str, type[Item]]
"""The id of a holder, its field, and what the field holds."""


def _slots(record: Minutes) -> list[Slot]:
    return [
        (item.id, field, kind)
        for item in walk(record)
        for field, kind in child_fields(type(item)).items()
    ]


def _with(item: Item, slot: Slot, change: Callable[[Siblings], Siblings]) -> typing.Any:
    """`item` with the siblings in a slot changed; all else is the same object."""
    changes: dict[str, object] = {}
    for field in child_fields(type(item)):
        old = children(item, field)
        new = tuple(_with(child, slot, change) for child in old)
        if (item.id, field) == slot[:2]:
            new = change(old)
        if [*map(id, old)] != [*map(id, new)]:
            changes[field] = new
    return item.but(**changes) if changes else item


def _without(record: Minutes, slot: Slot, item: Item) -> Minutes:
    return _with(record, slot, lambda old: tuple(other for other in old if other is not item))


def _insert(draw: st.DrawFn, record: Minutes, prefix: str) -> Minutes:
    slot = draw(st.sampled_from(_slots(record)))
    item, place = draw(items(slot[2], prefix)), draw(st.integers(0, MOST_SIBLINGS))
    return _with(record, slot, lambda old: (*old[:place], item, *old[place:]))


def _remove(draw: st.DrawFn, record: Minutes, _: str) -> Minutes:
    slot, item = _pick(draw, record)
    return _without(record, slot, item) if slot else record


def _move(draw: st.DrawFn, record: Minutes, _: str) -> Minutes:
    """To another place, among its siblings or in another holder of the same kind of item."""
    slot, item = _pick(draw, record)
    if slot is None:
        return record
    without = _without(record, slot, item)
    target = draw(st.sampled_from([s for s in _slots(without) if s[2] is slot[2]]))
    place = draw(st.integers(0, MOST_SIBLINGS))
    return _with(without, target, lambda old: (*old[:place], item, *old[place:]))


def _change(draw: st.DrawFn, record: Minutes, prefix: str) -> Minutes:
    slot, item = _pick(draw, record)
    changed = _with_new_field(draw, item or record, prefix)
    if slot is None:
        return changed
    return _with(record, slot, lambda old: tuple(changed if i is item else i for i in old))


def _with_new_field(draw: st.DrawFn, item: Item, prefix: str) -> typing.Any:
    hints = typing.get_type_hints(type(item), include_extras=True)
    field = draw(st.sampled_from([name for name in own_fields(type(item)) if name != "id"]))
    return item.but(**{field: _numbered(draw(values_of(hints[field])), _ids(prefix))})


def _pick(draw: st.DrawFn, record: Minutes) -> tuple[Slot, Item] | tuple[None, None]:
    """An item of the record and its slot; nothing in an empty record, and now and then anyway."""
    held = [
        (slot, item)
        for slot in _slots(record)
        for holder in walk(record)
        if holder.id == slot[0]
        for item in children(holder, slot[1])
    ]
    return draw(st.sampled_from([(None, None), *held]))


EDITS = (_insert, _remove, _move, _change)
