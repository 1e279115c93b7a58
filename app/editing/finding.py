"""Find and replace over the whole record: the words that people wrote, never ids or closed words.

A match lies inside one field, so that replacing it leaves every item where it is. Figures and
deadlines are found, and not replaced: what was read from them would no longer be what they say.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.editing.edits import Edit, in_turn, set_field
from app.language.folding import fold, fold_with_map, unmarked
from app.minutes.attendees import Position
from app.minutes.figures import Figure, Measure
from app.minutes.items import Item, Value
from app.minutes.meeting import Body
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Deadline
from app.minutes.wordy import ITEMS, TEXT, VALUE, limit_of, wordy_fields

READ = (Figure, Deadline)
"""Texts from which something was read."""
_SHOWN_BY_HOLDER = (Position, Body, Measure)
"""Items that have no row of their own: whoever holds them shows them in one field."""


class Wanted(NamedTuple):
    """What is looked for. Without `marks`, "kieu nhu" finds "Kiều Như"."""

    text: str
    marks: bool = False
    case: bool = False
    whole: bool = False


class Written(NamedTuple):
    """A text of the record: where it is, where it is shown, and how long it may become."""

    place: Place
    shown: Place
    text: str
    limit: int
    fixed: bool


class Match(NamedTuple):
    """Characters `start` to `end` of a text."""

    written: Written
    start: int
    end: int


def find(record: Minutes, wanted: Wanted) -> tuple[Match, ...]:
    """Every match, in the order in which the record is read."""
    if not fold(wanted.text):
        return ()
    return tuple(
        Match(written, start, end)
        for written in texts_of(record)
        for start, end in spans(written.text, wanted)
    )


def replaceable(matches: Sequence[Match], text: str) -> tuple[Match, ...]:
    """Those that can be replaced by `text`: not read from, and with room for it."""
    found: list[Match] = []
    for of_one in _by_place(matches).values():
        length = len(of_one[0].written.text)
        for match in of_one:
            longer = length + len(text) - (match.end - match.start)
            if not match.written.fixed and longer <= match.written.limit:
                found.append(match)
                length = longer
    return tuple(found)


def replace(matches: Sequence[Match], text: str) -> Edit:
    """Put `text` for each match, as one edit. The matches are those of the record it is done to."""
    edits = []
    for place, of_one in _by_place(matches).items():
        whole = of_one[0].written.text
        for match in sorted(of_one, key=lambda match: match.start, reverse=True):
            whole = whole[: match.start] + text + whole[match.end :]
        edits.append(set_field(place, whole))
    return in_turn(*edits)


def count_words(record: Minutes) -> int:
    """How many words people wrote, counted as Word counts them: what stands between spaces."""
    return sum(len(written.text.split()) for written in texts_of(record))


def texts_of(record: Minutes) -> Iterator[Written]:
    """Every text of the record that is not empty."""
    for section, kind in wordy_fields(Minutes):
        held = getattr(record, section)
        if kind is TEXT:
            continue  # the record itself has no words of its own, only sections
        if kind is ITEMS:
            for item in held:
                yield from _of_item(section, item, None)
        elif held is not None:
            yield from _of_value(Place(section), held, "", fixed=False)


def spans(text: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Where a text has what is looked for, from character to character."""
    found = _exact(text, wanted) if wanted.marks else _folded(text, wanted)
    for start, end in found:
        if not wanted.whole or _is_whole(text, start, end):
            yield start, end


def _exact(text: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    words = unicodedata.normalize("NFC", wanted.text).split()
    pattern = r"\s+".join(map(re.escape, words))
    for match in re.finditer(pattern, text, re.NOFLAG if wanted.case else re.IGNORECASE):
        yield match.span()


def _folded(text: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    sought, folded = fold(wanted.text), fold_with_map(text)
    at = folded.text.find(sought)
    while at >= 0:
        start, end = folded.positions[at], folded.positions[at + len(sought)]
        same_case = not wanted.case or unmarked(text[start:end]) == unmarked(wanted.text)
        if start < end and same_case:
            yield start, end
            at += len(sought) - 1
        at = folded.text.find(sought, at + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )


def _by_place(matches: Sequence[Match]) -> dict[Place, list[Match]]:
    found: dict[Place, list[Match]] = defaultdict(list)
    for match in matches:
        found[match.written.place].append(match)
    return found


def _of_item(section: str, item: Item, shown: Place | None) -> Iterator[Written]:
    place = Place(section, item.id)
    yield from _of_value(place, item, "", fixed=False, shown=shown)


def _of_value(
    place: Place, value: Value, path: str, *, fixed: bool, shown: Place | None = None
) -> Iterator[Written]:
    fixed = fixed or isinstance(value, READ)
    for name, kind in wordy_fields(type(value)):
        held, inner = getattr(value, name), f"{path}.{name}" if path else name
        here = place._replace(field=inner)
        if kind is TEXT and held:
            yield Written(here, shown or here, held, limit_of(type(value), name), fixed)
        elif kind is VALUE and held is not None:
            yield from _of_value(place, held, inner, fixed=fixed, shown=shown)
        elif kind is ITEMS:
            for child in held:
                holder = (shown or here) if isinstance(child, _SHOWN_BY_HOLDER) else None
                yield from _of_item(place.section, child, holder)
