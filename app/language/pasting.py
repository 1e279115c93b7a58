"""Pasted text put right: what Word, Zalo and PDF leave in it, never the words themselves.

Letters, digits and marks stay in their order; only white space, invisible characters, marks of
lists at the beginning of lines and one quote of a mixed pair change.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

_SOFT_BREAK = re.compile("[ \t]*[\x0b\u2028][ \t]*")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_JOINERS = re.compile("[\u200c-\u200f\u202a-\u202e]")
# Scripts and pictures in which a joiner or a mark of direction is part of what is read.
_NEEDS_JOINERS = re.compile("[\u0590-\u1cff\u2600-\u27bf\u3000-\ud7ff\U0001f000-\U0001faff]")
_BLANKS = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BLANK_BEFORE_MARK = re.compile(r"(?<=[\w)\]}”’»%]) +(?=[,;:.!?](?:\s|$))")
_MIXED_QUOTES = re.compile('“([^“”"]*)"|"([^“”"]*)”')
_ETH = str.maketrans({"ð": "đ", "Ð": "Đ"})
"""Old keyboards typed the Icelandic letter that looks the same."""

# Word's own bullets come in letters of the Symbol font, and as "o" with a tab after it.
_BULLET = re.compile(
    "^[ \t\u00a0]*(?:[•·●○▪■□◦‣➢➤✓✔❖\uf0a7\uf0b7\uf0d8\uf0fc][ \t\u00a0]*|[-–+*o]\t+)"
)
_DASH = re.compile('^[ \t\u00a0]*[-–+*][ \u00a0]+(?=[^\\W\\d_]|[“"(])')
_NUMBER = re.compile(
    "^[ \t\u00a0]*\\(?(?P<number>[0-9]{1,2}|[a-zđ]|[IVX]{1,5})(?P<mark>[.)])"
    "(?P<gap>[ \t\u00a0]+)(?=\\S)"
)
_ROMAN = tuple("I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split())  # noqa: SIM905
_ORDERS = (_ROMAN, tuple("abcdefghijklmnopqrstuvwxyz"), tuple("abcdđeghiklmnopqrstuvxy"))
_ENDED = re.compile('[.;:!?…][)\\]”’»"]*$')


def cleaned(text: str, lines: bool = True) -> str:
    """The text put right: a paragraph on each line. Without `lines` it becomes one line."""
    text = _INVISIBLE.sub("", text)
    if not _NEEDS_JOINERS.search(text):
        text = _JOINERS.sub("", text)
    text = unicodedata.normalize("NFC", text.translate(_ETH))
    written = _SOFT_BREAK.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    told = [(_line(line), line != as_it_was) for line, as_it_was in _without_marks(written)]
    paragraphs = [line for line in _joined(told) if line]
    whole = "\n".join(paragraphs) if lines else " ".join(paragraphs)
    return _MIXED_QUOTES.sub(_in_one_kind, _with_edges(whole, text) if len(written) == 1 else whole)


def _with_edges(whole: str, text: str) -> str:
    """Words from the middle of a line keep the space that parts them from what stands there."""
    blank = _BLANKS.fullmatch
    before = " " if whole and blank(text[:1]) else ""
    return before + whole + (" " if whole and blank(text[-1:]) else "")


def _line(line: str) -> str:
    return _BLANK_BEFORE_MARK.sub("", _BLANKS.sub(" ", line)).strip()


def _without_marks(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line without its bullet, or the number of a list that counts on; and as it was."""
    bare = [_DASH.sub("", _BULLET.sub("", line)) for line in lines]
    counted = _counting(bare)
    for at, (line, as_it_was) in enumerate(zip(bare, lines, strict=True)):
        yield _NUMBER.sub("", line) if at in counted else line, as_it_was


def _counting(lines: Sequence[str]) -> set[int]:
    """The lines whose number is a mark of a list: Word's own, with a tab; or one that goes on."""
    found = [(at, match) for at, line in enumerate(lines) if (match := _NUMBER.match(line))]
    counted = {at for at, match in found if "\t" in match["gap"]}
    for (at, one), (after, other) in pairwise(found):
        if _follows(one["number"], other["number"]) and one["mark"] == other["mark"]:
            counted |= {at, after}
    return counted


def _follows(one: str, other: str) -> bool:
    if one.isdigit() and other.isdigit():
        return int(other) == int(one) + 1
    return any(
        one in row and other in row and row.index(other) == row.index(one) + 1 for row in _ORDERS
    )


def _joined(lines: Sequence[tuple[str, bool]]) -> Iterator[str]:
    """Lines that a page was too narrow for made one: the sentence goes on in small letters.

    A line that had the mark of a list begins anew.
    """
    paragraph = ""
    for line, marked in lines:
        goes_on = line[:1].islower() and not marked
        if paragraph and goes_on and not _ENDED.search(paragraph):
            paragraph = f"{paragraph} {line}"
        else:
            yield paragraph
            paragraph = line
    yield paragraph


def _in_one_kind(match: re.Match[str]) -> str:
    return f"“{match[1] if match[1] is not None else match[2]}”"
