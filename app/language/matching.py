"""Where the words of a search stand in a text, marks and case aside, for showing what was found."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.language.folding import fold, fold_with_map

_TERM = re.compile(r'"([^"]*)("|$)|([^\s"]+)')
_WORD = re.compile(r"[^\W_]")
_WORDS = re.compile(r"\w+")
_BEFORE = 24
"""Characters of an excerpt before its first hit."""


class Terms(NamedTuple):
    """What is looked for: words and phrases. Unless `ended` the last one is a beginning."""

    texts: tuple[str, ...]
    ended: bool


class Marked(NamedTuple):
    """A text, and the stretches of it that were found: starts and ends, in order."""

    text: str = ""
    ranges: tuple[tuple[int, int], ...] = ()


def terms_of(typed: str) -> Terms:
    """The words typed, those in quotes as a phrase; nothing for what has no letter in it."""
    found = [phrase or word for phrase, _, word in _TERM.findall(typed)]
    texts = tuple(term for term in found if _WORD.search(fold(term)))
    return Terms(texts, typed.rstrip().endswith('"') and typed.count('"') % 2 == 0)


def marked(text: str, terms: Terms) -> Marked:
    """The text with all that was found; of a term typed with marks only what has them, if any."""
    folded = fold_with_map(text)
    found: list[tuple[int, int]] = []
    for term, pattern in zip(terms.texts, _patterns(terms), strict=True):
        hits = [
            (folded.positions[hit.start()], _end(folded.positions, hit.end(), text))
            for hit in pattern.finditer(folded.text)
        ]
        exact = [hit for hit in hits if text[slice(*hit)].lower().startswith(term.lower())]
        found += (exact if not term.isascii() else []) or hits
    return Marked(text, tuple(_joined(found)))


def excerpt(pieces: Iterable[str], terms: Terms, length: int = 120) -> Marked:
    """The piece that has the most of the terms, cut around the first of them."""
    patterns = _patterns(terms)
    best, most = "", 0
    for piece in pieces:
        folded = fold(piece)
        count = sum(pattern.search(folded) is not None for pattern in patterns)
        if count > most:
            best, most = piece, count
            if count == len(patterns):
                break
    return _cut(marked(best, terms), length) if best else Marked()


def has_all(found: Marked, terms: Terms) -> bool:
    """Whether each of the terms stands in the text."""
    folded = fold(found.text)
    return all(pattern.search(folded) for pattern in _patterns(terms))


def _patterns(terms: Terms) -> list[re.Pattern[str]]:
    last = len(terms.texts) - 1
    return [
        _pattern(term, begins=at == last and not terms.ended) for at, term in enumerate(terms.texts)
    ]


def _pattern(term: str, *, begins: bool) -> re.Pattern[str]:
    """Words of the term in a row, whatever stands between them; the index parts words so too."""
    words = [re.escape(word) for word in _WORDS.findall(fold(term))]
    return re.compile(r"(?<!\w)" + r"\W+".join(words) + ("" if begins else r"(?!\w)"))


def _end(positions: Sequence[int], end: int, text: str) -> int:
    """Where a hit ends in the text: without the blanks that were folded away after it."""
    stop = positions[end]
    while stop > 0 and text[stop - 1].isspace():
        stop -= 1
    return stop


def _joined(found: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """In order, with those that touch or overlap as one."""
    start = end = -1
    for first, last in sorted(found):
        if first > end:
            if end > start:
                yield start, end
            start, end = first, last
        end = max(end, last)
    if end > start:
        yield start, end


def _cut(found: Marked, length: int) -> Marked:
    text = found.text
    first = found.ranges[0][0] if found.ranges else 0
    start = 0
    if first > _BEFORE:
        blank = text.find(" ", first - _BEFORE, first)
        start = blank + 1 if blank >= 0 else first
    shown = text[start : start + length].rstrip()
    more = len(text) > start + len(shown)
    before = "…" if start else ""
    shift = len(before) - start
    room = len(before) + len(shown)
    kept = ((a + shift, min(b + shift, room)) for a, b in found.ranges)
    ranges = tuple((a, b) for a, b in kept if a < b)
    return Marked(f"{before}{shown}{'…' if more else ''}".replace("\n", " "), ranges)
