"""Text written for the fonts of before Unicode (TCVN3: .VnTime; VNI: VNI-Times) read as Unicode.

In such text each byte, or pair of bytes, is a letter only in its own fonts; copied, "Tiếng Việt"
comes out as "TiÕng ViÖt" (TCVN3) or "Tieáng Vieät" (VNI).

Sources. TCVN3 is the third set of TCVN 5712:1993 (VN3), whose letters stand where those of the
first set (VN1) stand, as in glibc's charmap TCVN5712-1; capitals with a tone have no place in it,
and are the small ones in a font whose name ends in H (.VnTimeH). VNI is the table "VNI for
Windows" of the fonts VNI-*, as every keyboard driver (UniKey, WinVNKey) has it.

Right Unicode must come through untouched. So it is not the letters alone that decide: a word
counts as old where it is no Vietnamese syllable as it stands and is one when it is read as old;
several such words have to be there, or a font that says so; and a line with words of another
language stays as it is.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from app.language.font_runs import font_of_letters, old_fonts
from app.language.syllables import is_syllable

_LATIN1 = re.compile("[\u00a1-\u00ff]")
_WORD = re.compile("[A-Za-z\u00a1-\u024f\u0300-\u036f\u1e00-\u1eff]+")
_DROPPED_HORN = re.compile("(?<![uưUƯ])([ơờớởỡợ])(?=c|ng)", re.IGNORECASE)
"""PDF and the web drop TCVN3's ư, a soft hyphen; "ơc" and "ơng" are no Vietnamese."""

_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_VNI_ALONE = dict(zip("ñôöìíæóòîÑÔÖÌÍÆÓÒÎ", "đơưìíỉĩịỵĐƠƯÌÍỈĨỊỴ", strict=True))
_VNI_TONES = dict(zip("øùûõï", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_VNI_ROOFS = {
    "â": "\u0302",
    **{
        mark: "\u0302" + tone
        for mark, tone in zip("àáåãä", "\u0300\u0301\u0309\u0303\u0323", strict=True)
    },
}
_VNI_BOWLS = {
    "ê": "\u0306",
    **{
        mark: "\u0306" + tone
        for mark, tone in zip("èéúüë", "\u0300\u0301\u0309\u0303\u0323", strict=True)
    },
}


def _vni_pairs() -> dict[str, str]:
    """Letter and mark -> letter. A capital may have a small mark after it."""
    pairs = {}
    for letters, marks in (
        ("aeouyôö", _VNI_TONES),
        ("aeo", _VNI_ROOFS),
        ("a", _VNI_BOWLS),
    ):
        for letter in letters:
            for mark, marked in marks.items():
                made = unicodedata.normalize("NFC", _VNI_ALONE.get(letter, letter) + marked)
                pairs[letter + mark] = made
                pairs[letter.upper() + mark] = pairs[letter.upper() + mark.upper()] = made.upper()
    return pairs


_VNI_PAIRS = _vni_pairs()
_VNI = re.compile("|".join(map(re.escape, (*_VNI_PAIRS, *_VNI_ALONE))))


def from_tcvn3(text: str) -> str:
    """What text for a font such as .VnTime says."""
    read = "".join(_TCVN3.get(letter, letter) for letter in text)
    return _DROPPED_HORN.sub(lambda found: _with_horn(found[1]), read)


def from_vni(text: str) -> str:
    """What text for a font such as VNI-Times says."""
    return _VNI.sub(lambda found: _VNI_PAIRS.get(found[0]) or _VNI_ALONE[found[0]], text)


def _with_horn(letter: str) -> str:
    return ("ư" if letter.islower() else "Ư") + letter


class _Writing(NamedTuple):
    name: str
    read: Callable[[str], str]
    is_font: Callable[[str], bool]


_WRITINGS = (
    _Writing("TCVN3", from_tcvn3, lambda font: font.lower().startswith(".vn")),
    _Writing("VNI", from_vni, lambda font: font.lower().startswith("vni-")),
)


class _Is(Enum):
    """How a word is written, as far as it tells by itself."""

    PLAIN = auto()
    """It reads the same."""
    OLD = auto()
    UNICODE = auto()
    EITHER = auto()
    FOREIGN = auto()


class Read(NamedTuple):
    """Text in Unicode, and the names of the old writings that were found in it."""

    text: str
    found: tuple[str, ...] = ()


def read_old_fonts(text: str, html: str = "") -> Read:
    """`text` with what is written for old fonts in Unicode; all else as it was.

    `html` is the same text as it was copied, where it tells its fonts.
    """
    if not _LATIN1.search(text):
        return Read(text)
    fonts = old_fonts(html)
    found = []
    for writing in _WRITINGS:
        hinted = any(map(writing.is_font, fonts))
        read = _read(text, writing, hinted, html)
        if read != text:
            text = read
            found.append(writing.name)
    return Read(text, tuple(found))


class _Line(NamedTuple):
    """A line, its words with how each is written, and whether it may be old at all."""

    text: str
    words: tuple[tuple[re.Match[str], _Is], ...]
    may_be: bool


def _read(text: str, writing: _Writing, hinted: bool, html: str) -> str:
    lines = [_look(line, writing, hinted) for line in text.split("\n")]
    if not _is_enough([line for line in lines if line.may_be], hinted):
        return text
    capital = _capitals(text, html)
    unsure = hinted or not any(kind is _Is.UNICODE for line in lines for _, kind in line.words)
    read, at = [], 0
    for line in lines:
        made, end = [], 0
        for (found, _), old in zip(line.words, _old_ones(line, unsure), strict=True):
            made.append(line.text[end : found.start()])
            made.append(_word(found[0], line.text, writing, capital[at + found.start()], old))
            end = found.end()
        read.append("".join((*made, line.text[end:])))
        at += len(line.text) + 1
    return "\n".join(read)


def _look(text: str, writing: _Writing, hinted: bool) -> _Line:
    words = tuple((found, _kind(found[0], writing)) for found in _WORD.finditer(text))
    counts = Counter(kind for _, kind in words)
    against = counts[_Is.FOREIGN] + (0 if hinted else counts[_Is.UNICODE])
    plain = [found[0] for found, kind in words if kind is _Is.PLAIN and len(found[0]) > 1]
    spelt = sum(map(is_syllable, plain))
    return _Line(text, words, against <= counts[_Is.OLD] and 2 * spelt >= len(plain))


def _kind(word: str, writing: _Writing) -> _Is:
    if any(letter > "\u00ff" for letter in word):
        return _Is.UNICODE
    read = writing.read(word)
    if read == word or (len(word) == 1 and not word.isalpha()):
        return _Is.PLAIN
    as_it_is, as_old = is_syllable(word), is_syllable(read)
    if as_old:
        return _Is.EITHER if as_it_is else _Is.OLD
    return _Is.UNICODE if as_it_is else _Is.FOREIGN


def _is_enough(lines: Sequence[_Line], hinted: bool) -> bool:
    """Whether what is there can only be text for an old font."""
    words = [word for line in lines for word in line.words]
    counts = Counter(kind for _, kind in words)
    if hinted:
        return counts[_Is.OLD] > 0 or (counts[_Is.EITHER] > 0 and not counts[_Is.UNICODE])
    different = {found[0].lower() for found, kind in words if kind is _Is.OLD}
    return len(different) > 1 and counts[_Is.OLD] >= 4 * counts[_Is.FOREIGN]


def _old_ones(line: _Line, unsure: bool) -> list[bool]:
    """Which words of a line are old. What tells nothing by itself goes with its neighbours."""
    kinds = [kind for _, kind in line.words]
    if not line.may_be:
        return [False] * len(kinds)
    sure = [at for at, kind in enumerate(kinds) if kind in (_Is.OLD, _Is.UNICODE)]
    old = []
    for at, kind in enumerate(kinds):
        if kind in (_Is.EITHER, _Is.FOREIGN) and sure:
            old.append(kinds[_nearest(at, sure)] is _Is.OLD)
        else:
            old.append(kind is _Is.OLD or (kind is _Is.EITHER and unsure))
    return old


def _nearest(at: int, places: Sequence[int]) -> int:
    return min(places, key=lambda place: abs(place - at))


def _word(word: str, line: str, writing: _Writing, capital: bool, old: bool) -> str:
    read = writing.read(word) if old else word
    if writing.read is from_tcvn3 and (capital or (old and _is_in_capitals(word, line))):
        return read.upper()
    return read


def _is_in_capitals(word: str, line: str) -> bool:
    """Whether TCVN3 was typed with capitals, of which those with a tone look small."""
    letters = [letter for letter in word if letter.isascii()]
    if len(letters) < 2:
        letters = [letter for letter in line if letter.isascii() and letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _capitals(text: str, html: str) -> Sequence[bool]:
    """For each character, whether it is written in a font that shows capitals alone."""
    return [
        font.lower().startswith(".vn") and font.endswith("H")
        for font in font_of_letters(text, html)
    ]
