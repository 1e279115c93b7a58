"""Finds again what a text was made of after somebody has changed it. Knows texts only, no Word.

A text is known as pieces, some of which are held (they are a field's own text), the others fixed
wording. What is written between two pieces goes to the one that is held, first to the one before.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, groupby, pairwise, product
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"\w+|[^\w\s]")
_LONG: Final = 4_000
"""Words from which the commonest are not looked at: comparing all would take too long."""
_MOST_PAIRS: Final = 250_000
_RETYPED: Final = 0.05
"""Likeness of two texts that have nothing in common but their place."""


class Held(NamedTuple):
    """A piece of a text as it was; `held` when it is some field's own text."""

    text: str
    held: bool


class _Match(NamedTuple):
    """A stretch that is the same in both texts: where in the old, where in the new, how long."""

    old: int
    new: int
    size: int


class _Place(NamedTuple):
    """A place in the old text between two pieces, and whether each of them is held."""

    at: int
    first: bool
    second: bool


def parts_now(pieces: Sequence[Held], now: str, *, before: bool, after: bool) -> list[str]:
    """What each of the pieces has become in `now`; first and last what has come to stand beside.

    `before`, `after`: whether that which stands beside the whole is held.
    """
    old = "".join(piece.text for piece in pieces)
    starts = accumulate((len(piece.text) for piece in pieces), initial=0)
    holds = [before, *(piece.held for piece in pieces), after]
    cuts = [0, *accumulate(_places_now([*map(_Place, starts, holds, holds[1:])], old, now), max)]
    return [now[start:end] for start, end in pairwise([*cuts, len(now)])]


def pairs(old: Sequence[str], new: Sequence[str], least: float) -> list[tuple[int, int]]:
    """Which of the old paragraphs has become which of the new, in order.

    The same text first; between those the most alike, if they are `least` alike. With 0 their
    place decides where nothing is alike.
    """
    found: list[tuple[int, int]] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            found.extend(zip(range(i1, i2), range(j1, j2), strict=True))
        elif what == "replace":
            alike = _most_alike(old[i1:i2], new[j1:j2], least)
            found.extend((i1 + i, j1 + j) for i, j in alike)
    return found


def longest_rise(values: Sequence[int]) -> list[int]:
    """The places of the most values of which each is higher than the one before."""
    lows: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for at, value in enumerate(values):
        rank = bisect_left(lows, value)
        previous.append(ends[rank - 1] if rank else -1)
        lows[rank : rank + 1] = [value]
        ends[rank : rank + 1] = [at]
    taken: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        taken.append(at)
        at = previous[at]
    return taken[::-1]


def likeness(first: str, second: str) -> float:
    """How many of their words two texts share, from 0 to 1."""
    return _alike(_words(first), _words(second))


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _alike(first: Counter[str], second: Counter[str]) -> float:
    most = first.total() + second.total()
    return 2 * (first & second).total() / most if most else 1.0


def _most_alike(old: Sequence[str], new: Sequence[str], least: float) -> list[tuple[int, int]]:
    """The pairs, in order in both, that are together the most alike."""
    if len(old) * len(new) > _MOST_PAIRS:
        return []
    old_words, new_words = [*map(_words, old)], [*map(_words, new)]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, j in product(range(len(old)), range(len(new))):
        alike = _alike(old_words[i], new_words[j])
        paired = best[i][j] + alike + _RETYPED if alike >= least else 0
        best[i + 1][j + 1] = max(paired, best[i][j + 1], best[i + 1][j])
    return _way_back(best)


def _way_back(best: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs that made up the best of all."""
    found: list[tuple[int, int]] = []
    i, j = len(best) - 1, len(best[0]) - 1
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.append((i, j))
    return found[::-1]


def _matches(old: str, now: str) -> list[_Match]:
    """The words both texts share, in order; first and last an empty match."""
    old_words, new_words = [*_WORD.finditer(old)], [*_WORD.finditer(now)]
    matcher = SequenceMatcher(
        None,
        [word.group() for word in old_words],
        [word.group() for word in new_words],
        autojunk=max(len(old_words), len(new_words)) > _LONG,
    )
    same = (
        _Match(old_words[i + k].start(), new_words[j + k].start(), len(old_words[i + k].group()))
        for i, j, size in matcher.get_matching_blocks()
        for k in range(size)
    )
    return [_Match(0, 0, 0), *same, _Match(len(old), len(now), 0)]


def _places_now(places: Sequence[_Place], old: str, now: str) -> Iterator[int]:
    """Where places have come to lie: in what stands between the matches on both sides of them."""
    matches = _matches(old, now)
    ends = [match.old + match.size for match in matches[:-1]]
    for after, group in groupby(places, key=lambda place: bisect_right(ends, place.at)):
        left, right = matches[after - 1], matches[after]
        start, new_start = left.old + left.size, left.new + left.size
        stretch = _Stretch(old[start : right.old], now[new_start : right.new])
        here = [place._replace(at=place.at - start) for place in group]
        # One order for all of the stretch: else two pieces would both get what was added.
        to_first = any(place.first for place in here) or not any(place.second for place in here)
        start_same, end_same = stretch.shared(end_first=to_first)
        for place in here:
            yield new_start + stretch.place_now(place, start_same, end_same)


class _Stretch(NamedTuple):
    """What stands between two words that both texts share."""

    old: str
    now: str

    def place_now(self, place: _Place, start_same: int, end_same: int) -> int:
        """Where a place has come to lie; it may be in the word after, where two pieces meet."""
        core_end = len(self.old) - end_same
        if place.at < start_same:
            return place.at
        if place.at > core_end:
            return len(self.now) - (len(self.old) - place.at)
        if start_same < core_end and place.at in (start_same, core_end):  # all was one piece's
            return start_same if place.at == start_same else len(self.now) - end_same
        to_first = place.first or not place.second
        return len(self.now) - end_same if to_first else start_same

    def shared(self, *, end_first: bool) -> tuple[int, int]:
        """How many letters are the same at the start and at the end, none counted twice."""
        old, now = self
        if end_first:
            end = _shared(old[::-1], now[::-1])
            return _shared(old[: len(old) - end], now[: len(now) - end]), end
        start = _shared(old, now)
        return start, _shared(old[start:][::-1], now[start:][::-1])


def _shared(first: str, second: str) -> int:
    """How many letters are the same at the start."""
    letters = enumerate(zip(first, second, strict=False))
    return next((at for at, (a, b) in letters if a != b), min(len(first), len(second)))
