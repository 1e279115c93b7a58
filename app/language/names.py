"""The order of people in a directory: by given name, as every Vietnamese list has it."""

import re
import unicodedata

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"
"""huyền, hỏi, ngã, sắc, nặng, in dictionary order; ngang, without a mark, comes before them."""

SyllableKey = tuple[tuple[int, ...], tuple[int, ...]]
NameKey = tuple[SyllableKey, tuple[SyllableKey, ...], tuple[SyllableKey, ...], str]

_TONE = re.compile(f"[{TONES}]")
_NO_SYLLABLE: SyllableKey = ((), ())


def given_name_key(name: str) -> NameKey:
    """Sorts by given name (the last syllable), then middle names, then family name."""
    syllables = [_syllable_key(syllable) for syllable in name.split()]
    given = syllables[-1] if syllables else _NO_SYLLABLE
    # The text itself decides last, so that names that differ by case alone keep one order.
    return given, tuple(syllables[1:-1]), tuple(syllables[:-1][:1]), name


def _syllable_key(syllable: str) -> SyllableKey:
    """The letters first, then the tone: "ban, bàn, bạn" stand together, before "băn"."""
    marked = unicodedata.normalize("NFD", syllable.lower())
    tones = tuple(TONES.index(tone) for tone in _TONE.findall(marked))
    letters = unicodedata.normalize("NFC", _TONE.sub("", marked))
    return tuple(_letter_rank(letter) for letter in letters), tones


def _letter_rank(letter: str) -> int:
    """Digits and signs before the alphabet, letters of other languages after it."""
    place = ALPHABET.find(letter)
    if place >= 0:
        return place
    return ord(letter) if letter.isalpha() else ord(letter) - 0x110000
