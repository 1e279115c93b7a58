"""Items of the record as the paragraphs of an editor, and back. A heading is the field of what
follows it; blank paragraphs are not kept, save one that a field would be lost without."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.minutes.items import Item
from ui.widgets.paragraphs import Paragraph

NO_FIELD = ""


class Shape(NamedTuple):
    """Which fields of an item the editor shows. `field` "" where items have no heading."""

    kind: type[Item]
    text: str = "text"
    field: str = ""
    follows: str = ""
    """A field that a new item takes over from the one before it (its item of the agenda)."""


def paragraphs_of(
    items: Sequence[Item], shape: Shape, new_key: Callable[[], str]
) -> tuple[Paragraph, ...]:
    """What the editor shows for items; headings get new keys."""
    return tuple(_shown(items, shape, new_key))


def items_of(
    paragraphs: Sequence[Paragraph], old: Sequence[Item], shape: Shape
) -> tuple[Item, ...]:
    """The items that an editor's paragraphs mean; what did not change stays the same object."""
    known = {item.id: item for item in old}
    made: list[Item] = []
    for key, text, field in _texts(paragraphs):
        made.append(_item(key, text, field, known, made[-1:], shape))
    return tuple(made)


def _shown(items: Sequence[Item], shape: Shape, new_key: Callable[[], str]) -> Iterator[Paragraph]:
    field = NO_FIELD
    for item in items:
        own = getattr(item, shape.field) if shape.field else NO_FIELD
        if own != field:
            yield Paragraph(new_key(), own, heading=True)
            field = own
        yield Paragraph(item.id, getattr(item, shape.text))


def _texts(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, str, str]]:
    """Key, text and field of each paragraph that is kept."""
    field, above, lone = NO_FIELD, "", ""
    for key, text, is_heading in paragraphs:
        if is_heading:
            if lone:
                yield lone, "", field
            field = text.strip()
            above = lone = key if field else ""
        elif text.strip():
            yield key, text, field
            lone = ""
        elif lone and lone == above:
            lone = key  # the blank paragraph under a heading is where its first text will be
    if lone:
        yield lone, "", field


def _item(
    key: str,
    text: str,
    field: str,
    known: Mapping[str, Item],
    before: Sequence[Item],
    shape: Shape,
) -> Item:
    values: dict[str, object] = {shape.text: text}
    if shape.field:
        values[shape.field] = field
    old = known.get(key)
    if old is None:
        if shape.follows and before:
            values[shape.follows] = getattr(before[0], shape.follows)
        return shape.kind(id=key, **values)
    return old if _has(old, values) else old.but(**values)


def _has(item: Item, values: Mapping[str, object]) -> bool:
    return all(getattr(item, name) == value for name, value in values.items())
