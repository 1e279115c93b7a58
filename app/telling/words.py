"""What changed in a text, word by word: which words stayed, which went, which came."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

_WORDS = re.compile(r"\s+|[^\s]+")
_AROUND = 6
"""Words that are shown on either side of a change."""
_MOST = 4_000
"""Words that are compared; in a longer text that changed all over, all of it is said to change."""
_GAP = "…"


class Mark(Enum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """Some words, and what became of them."""

    text: str
    mark: Mark


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """All of both texts, in pieces. Neighbours never carry the same mark."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    ends = len(before) - tail, len(after) - tail
    found = [
        Piece("".join(before[:head]), Mark.SAME),
        *_between(before[head : ends[0]], after[head : ends[1]]),
        Piece("".join(before[ends[0] :]), Mark.SAME),
    ]
    return tuple(_joined(piece for piece in found if piece.text))


def shortened(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """The same with no more than a few words around each change; "…" stands for the rest."""
    last = len(found) - 1
    return tuple(
        Piece(_cut(piece.text, at > 0, at < last), Mark.SAME) if piece.mark is Mark.SAME else piece
        for at, piece in enumerate(found)
    )


def _between(before: list[str], after: list[str]) -> Iterator[Piece]:
    if max(len(before), len(after)) > _MOST:
        yield Piece("".join(before), Mark.GONE)
        yield Piece("".join(after), Mark.NEW)
        return
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece("".join(before[a:b]), Mark.SAME)
        else:
            yield Piece("".join(before[a:b]), Mark.GONE)
            yield Piece("".join(after[c:d]), Mark.NEW)


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """Words replaced one by one are one change: a blank alone between them belongs to it."""
    gone = new = blank = ""
    for text, mark in found:
        if mark is Mark.SAME and not text.strip() and gone and new:
            blank = text
            continue
        if mark is Mark.SAME:
            yield from _changed(gone, new)
            yield Piece(blank + text, Mark.SAME)
            gone = new = blank = ""
            continue
        gone, new, blank = gone + blank, new + blank, ""
        gone, new = (gone + text, new) if mark is Mark.GONE else (gone, new + text)
    yield from _changed(gone, new)
    if blank:
        yield Piece(blank, Mark.SAME)


def _changed(gone: str, new: str) -> Iterator[Piece]:
    if gone:
        yield Piece(gone, Mark.GONE)
    if new:
        yield Piece(new, Mark.NEW)


def _cut(text: str, after_change: bool, before_change: bool) -> str:
    words = _WORDS.findall(text)
    head = _AROUND * 2 * after_change
    tail = _AROUND * 2 * before_change
    if len(words) <= head + tail + 2:
        return text
    before = "".join(words[:head]).rstrip() + " " if head else ""
    after = " " + "".join(words[-tail:]).lstrip() if tail else ""
    return f"{before}{_GAP}{after}"


def _common(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
