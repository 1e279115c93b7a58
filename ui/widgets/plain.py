"""Small rules of plain text that every field shares: one line, and the least difference."""

import re
import unicodedata
from os.path import commonprefix

_BREAKS = re.compile("[\t ]*[\r\n\x0b\x0c\x85\u2028\u2029]+[\t ]*")


def one_line(text: str) -> str:
    """`text` on one line, in composed letters; line breaks become single spaces."""
    return unicodedata.normalize("NFC", _BREAKS.sub(" ", text).replace("\t", " "))


def changed_span(before: str, after: str) -> tuple[int, int, int]:
    """Where two texts differ: start, and the end in `before` and in `after`."""
    start = _shared(before, after)
    longest = min(len(before), len(after)) - start
    same = _shared(before[start:][::-1], after[start:][::-1])
    tail = min(same, longest)
    return start, len(before) - tail, len(after) - tail


def _shared(one: str, other: str) -> int:
    return len(commonprefix([one, other]))  # noqa: RUF071 - character by character is what we want


def kept_cursor(before: str, after: str, cursor: int) -> int:
    """Where a cursor in `before` belongs in `after`: it moves with the text around it."""
    start, old_end, new_end = changed_span(before, after)
    if cursor <= start:
        return cursor
    return cursor + new_end - old_end if cursor >= old_end else new_end


def units(text: str) -> int:
    """How long a text is as Qt counts: letters beyond the basic plane are two units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def characters(text: str, length: int) -> int:
    """How many characters the first `length` units of Qt's are."""
    if text.isascii() or units(text) == len(text):
        return min(length, len(text))
    return len(text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore"))
