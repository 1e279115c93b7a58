"""Text as search sees it: without marks, without case. "Kiều Như" and "kieu nhu" fold to one."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

# Combining marks of Latin letters, and the invisible characters that pasting from the web, from
# Zalo and from PDF leaves inside words. Marks of other scripts are letters, not decoration.
_DROPPED = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
_WORDS = re.compile(r"\w+")


class Folded(NamedTuple):
    """A folded text that still knows where its characters come from.

    A hit `text[i:j]` stands at `positions[i]:positions[j]` in the original, marks included.
    """

    text: str
    positions: tuple[int, ...]


def fold(text: str) -> str:
    """`text` without marks and case, đ as d, white space as single spaces. Idempotent."""
    if not text.isascii():
        text = _strip(text)
    return " ".join(text.lower().split())


def unmarked(text: str) -> str:
    """`text` without marks, đ as d, white space as single spaces; capitals stay."""
    bare = _DROPPED.sub("", unicodedata.normalize("NFD", text))
    return " ".join(bare.replace("đ", "d").replace("Đ", "D").split())


def fold_with_map(text: str) -> Folded:
    """`fold(text)` with the place of each of its characters in `text`, and one for its end."""
    letters: list[str] = []
    positions: list[int] = []
    end = 0
    for start, stop in _clusters(text):
        piece = _strip(text[start:stop]).lower()
        if not piece:
            continue
        if piece.isspace():
            piece = " " if letters and letters[-1] != " " else ""
        else:
            end = stop
        letters.extend(piece)
        positions.extend([start] * len(piece))
    if letters and letters[-1] == " ":
        letters.pop()
        positions.pop()
    return Folded("".join(letters), (*positions, end))


def matches(query: str, text: str) -> bool:
    """Whether every word of `query` begins some word of `text`, marks and case aside."""
    words = _WORDS.findall(fold(text))
    return all(any(w.startswith(q) for w in words) for q in _WORDS.findall(fold(query)))


def _strip(text: str) -> str:
    bare = _DROPPED.sub("", unicodedata.normalize("NFD", text))
    # A sigma is the one letter that lower() treats by its place in the word.
    return bare.replace("đ", "d").replace("Đ", "d").replace("Σ", "σ").replace("ς", "σ")


def _clusters(text: str) -> Iterable[tuple[int, int]]:
    """Each character with the marks that follow it: composing reorders marks, within these only."""
    starts = [i for i, character in enumerate(text) if i == 0 or not _is_mark(character)]
    return pairwise([*starts, len(text)])


def _is_mark(character: str) -> bool:
    if character.isascii():
        return False
    return unicodedata.combining(unicodedata.normalize("NFD", character)[0]) != 0
