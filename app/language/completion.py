"""Type-ahead: what known words a few typed letters mean, best first. No marks are needed.

A typed word is the beginning of a word ("kieu nhu"), or the first letters of several in a row
("knn", "pct ubnd").
"""

import re
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from app.language.folding import fold

T = TypeVar("T")
_WORDS = re.compile(r"\w+")
_BEST = (False, 0)
OFFERED = 8
"""As many offers as can be taken in at a glance."""


class _Entry(NamedTuple):
    words: tuple[str, ...]
    text: str
    """As written, in small letters."""
    initials: str
    folded: str
    """The words, each after a space."""


class Index(Generic[T]):
    """Things by their words, folded once. Among equals the order is the one they came in."""

    def __init__(self, things: Iterable[tuple[str, T]]) -> None:
        self._things = [(_entry(text), thing) for text, thing in things]
        # Beside the entries, so that looking through all of them at a key is one short loop.
        self._searched = [(entry.folded, entry.initials) for entry, _ in self._things]

    def __len__(self) -> int:
        return len(self._things)

    def find(self, typed: str, limit: int = OFFERED) -> list[T]:
        """The things that `typed` may mean, best first; the first ones where nothing is typed."""
        tokens = _WORDS.findall(fold(typed))
        if not tokens:
            return [] if typed.strip() else [thing for _, thing in self._things[:limit]]
        marked = "" if typed.isascii() else typed.strip().lower()
        found: list[tuple[bool, int, int, T]] = []
        best = 0
        for place in self._maybe(tokens):
            entry, thing = self._things[place]
            rank = _rank(tokens, entry)
            if rank is None:
                continue
            found.append((marked not in entry.text, rank, place, thing))
            best += found[-1][:2] == _BEST
            if best == limit:
                break  # none that comes later is better
        found.sort(key=lambda each: each[:3])
        return [each[-1] for each in found[:limit]]

    def _maybe(self, tokens: Sequence[str]) -> Iterable[int]:
        """Places where each token begins a word, or may say first letters: few of all."""
        places: Iterable[int] = range(len(self._searched))
        for token in tokens:
            begins, searched = f" {token}", self._searched
            places = [at for at in places if begins in searched[at][0] or token in searched[at][1]]
        return places


def means(typed: str, text: str) -> bool:
    """Whether `typed` may mean a text; no letters may mean any."""
    tokens = _WORDS.findall(fold(typed))
    return not tokens or _rank(tokens, _entry(text)) is not None


def spelled_out(typed: str, offered: str, *, any_case: bool = False) -> bool:
    """Whether `typed` is being written as it is to stand, so that no offer should be put for it.

    So it is where it is the beginning of the offer letter by letter, and where it has marks that
    the offer has not: "Lê Thị Hoa" is nobody called Hoà. `any_case`: small letters with marks stand
    too, for words that are no names: "công an" need not go on to "Công an phường".
    """
    text = " ".join(typed.split())
    if offered.startswith(text):
        return True
    small, known = text.lower(), offered.lower()
    return not text.isascii() and (small not in known or (any_case and known.startswith(small)))


def _entry(text: str) -> _Entry:
    words = tuple(_WORDS.findall(fold(text)))
    initials = "".join(word[0] for word in words)
    return _Entry(words, text.lower(), initials, "".join(f" {word}" for word in words))


def _rank(tokens: Sequence[str], entry: _Entry) -> int | None:
    """0: from the first word on; 1: further on; 2: in any order; None: not at all."""
    if _follows(tokens, entry, 0):
        return 0
    if any(_follows(tokens, entry, start) for start in range(1, len(entry.words))):
        return 1
    each = all(any(word.startswith(token) for word in entry.words) for token in tokens)
    return 2 if each else None


def _follows(tokens: Sequence[str], entry: _Entry, start: int) -> bool:
    """Whether the tokens stand for words of the entry in a row, the first at `start`."""
    if not tokens:
        return True
    if start >= len(entry.words):
        return False
    token, rest = tokens[0], tokens[1:]
    if entry.words[start].startswith(token) and _further(rest, entry, start + 1):
        return True
    several = len(token) > 1 and entry.initials.startswith(token, start)
    return several and _further(rest, entry, start + len(token))


def _further(tokens: Sequence[str], entry: _Entry, start: int) -> bool:
    """Words between may be left out: "chu tich thanh pho"."""
    if not tokens:
        return True
    return any(_follows(tokens, entry, at) for at in range(start, len(entry.words)))
