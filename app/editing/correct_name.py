"""Correct somebody's name in a record: where it stands alone, and as a whole in every text."""

import re
from collections.abc import Callable
from typing import TypeVar

from app.editing.edits import Edit
from app.minutes.items import Value
from app.minutes.record import Minutes
from app.minutes.structure import worded_fields

V = TypeVar("V", bound=Value)


def correct_name(old: str, new: str, person: frozenset[str], *, in_texts: bool = True) -> Edit:
    """The edit that writes `new` for `old`.

    `person` are the ids of the person in the directory. A record in which the name is a namesake's
    stays as it is. Without `in_texts` only fields that hold the name and nothing else change.
    """
    name = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")

    def corrected(text: str) -> str:
        if text == old:
            return new
        return name.sub(lambda _found: new, text) if in_texts else text

    def edit(record: Minutes) -> Minutes:
        if not old or old == new or _is_about_another(record, old, person):
            return record
        return _with_texts(record, corrected)

    return edit


def _is_about_another(record: Minutes, name: str, person: frozenset[str]) -> bool:
    named = [attendee for attendee in record.attendees if attendee.name == name]
    return any(each.person_id and each.person_id not in person for each in named)


def _with_texts(value: V, change: Callable[[str], str]) -> V:
    """The value with every text in it changed, at any depth; ids and links stay."""
    changes: dict[str, object] = {}
    for field in worded_fields(type(value)):
        old = getattr(value, field)
        new = _changed(old, change)
        if new is not old and new != old:
            changes[field] = new
    return value.but(**changes) if changes else value


def _changed(old: object, change: Callable[[str], str]) -> object:
    if type(old) is str:
        return change(old)
    if isinstance(old, Value):
        return _with_texts(old, change)
    if isinstance(old, tuple):
        return tuple(_changed(each, change) for each in old)
    return old
