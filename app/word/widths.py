"""How wide a text prints in Times New Roman: only for the lines drawn below titles.

Advance widths of Liberation Serif 2.1.5, the metric twin of Times New Roman, in 1/2048 of the size.
A Vietnamese letter is as wide as its base letter, except those with a horn.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

_REGULAR: Final = {
    369: "'",
    410: "|",
    512: " ,.\xa0",
    569: "/:;\\ijlt",
    614: "²³",
    682: "!()-I[]`fr·‘’",
    717: "•",
    797: "Js",
    819: "°",
    836: '"',
    909: "?acez“”",
    961: "^",
    983: "{}",
    1024: "#$*0123456789_bdghknopquvxy§«»đ–",
    1083: "ơ",
    1108: "~",
    1110: "ư",
    1139: "FPS",
    1155: "+<=>×",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOƠQUVXYwĐ",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1886: "@",
    1933: "W",
    2048: "—…",
}
_BOLD: Final = {
    451: "|",
    512: " ,.\xa0",
    569: "'/\\il",
    614: "²³",
    682: "!()-:;[]`fjt‘’",
    683: "·",
    717: "•",
    797: "Is",
    807: "{}",
    819: "°",
    909: "cerz",
    1024: "#$*0123456789?J_agovxy§«»–“”",
    1065: "~",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>×",
    1190: "^",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1593: "GHKOƠQ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W—…",
}
_UNKNOWN = 1024  # half an em, for what is not in the table
_HORN = "\u031b"


def text_width(text: str, size: float, *, bold: bool) -> float:
    """The width of the longest line of `text`, in points, when nothing makes it break."""
    widths = _by_letter(_BOLD if bold else _REGULAR)
    return max(_width(line, widths) for line in text.split("\n")) * size / 2048


def broken_width(text: str, size: float, room: float, *, bold: bool) -> float:
    """The width of the longest line of `text`, in points, when lines break after `room` points."""
    widths = _by_letter(_BOLD if bold else _REGULAR)
    most = room * 2048 / size
    longest = max(max(_broken(line, widths, most)) for line in text.split("\n"))
    return min(longest, most) * size / 2048


def _broken(line: str, widths: Mapping[str, int], most: float) -> Iterator[int]:
    """The width of each line that `line` becomes."""
    so_far, space = 0, widths[" "]
    for word in line.split(" "):
        wide = _width(word, widths)
        if so_far and so_far + space + wide > most:
            yield so_far
            so_far = 0
        so_far += wide + (space if so_far else 0)
    yield so_far


def _width(text: str, widths: Mapping[str, int]) -> int:
    return sum(widths.get(_base(letter), _UNKNOWN) for letter in text)


def _by_letter(widths: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in widths.items() for letter in letters}


def _base(letter: str) -> str:
    """The letter without its marks, but with its horn: the horn of "ơ" takes room."""
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]
