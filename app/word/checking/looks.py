"""How a run and a paragraph look in the end, as typed values with where each of them is set."""

from collections.abc import Mapping
from typing import NamedTuple

from app.word.checking.effective import DEFAULTS, HeldProperties, Level

_FONT = "Times New Roman"  # what Word takes where a file says nothing
_SIZE = 10.0
SINGLE = 1.15  # height of a single line of Times New Roman, in its size


class RunLook(NamedTuple):
    """The letters. `colour` "" is the automatic one, black; `raised`: or lowered."""

    fonts: Mapping[str, str]
    themed: bool
    size: float
    bold: bool
    italic: bool
    underline: bool
    caps: bool
    hidden: bool
    colour: str
    box: bool
    raised: bool
    levels: Mapping[str, Level]

    def level(self, key: str) -> Level:
        """Where the property `key` is set."""
        return self.levels.get(key, DEFAULTS)

    def fonts_of(self, text: str) -> dict[str, str]:
        """The slots that `text` is written in, with their fonts. White space has no font."""
        letters = dict.fromkeys(text)  # each once: texts are long, alphabets are not
        slots = dict.fromkeys(_slot(letter) for letter in letters if not letter.isspace())
        return {slot: self.fonts[slot] for slot in slots}


class ParagraphLook(NamedTuple):
    """The shape. Indents are in millimetres, spacing in points, `line` as `line_rule` counts it."""

    style: str
    align: str
    left: float
    right: float
    first_line: float
    before: float
    after: float
    line: float
    line_rule: str
    contextual: bool
    outline: int | None
    border_above: bool
    border_below: bool
    levels: Mapping[str, Level]

    def level(self, key: str) -> Level:
        """Where the property `key` is set."""
        return self.levels.get(key, DEFAULTS)


def run_look(held: HeldProperties) -> RunLook:
    """The look of a run from its resolved properties."""
    slots = ("ascii", "hansi", "east_asian", "complex")
    return RunLook(
        fonts={slot: _text(held, slot, _FONT) for slot in slots},
        themed=any(_is(held, f"{slot}_theme") for slot in slots[:2]),
        size=_number(held, "size", _SIZE),
        bold=_is(held, "bold"),
        italic=_is(held, "italic"),
        underline=_is(held, "underline"),
        caps=_is(held, "caps"),
        hidden=_is(held, "vanish"),
        colour=_text(held, "colour", ""),
        box=_is(held, "box"),
        raised=_is(held, "raised"),
        levels={key: each.level for key, each in held.items()},
    )


def paragraph_look(held: HeldProperties, style: str, size: float) -> ParagraphLook:
    """The look of a paragraph in the style named `style`, whose letters are of `size`."""
    outline = _number(held, "outline", -1)
    letters = _number(held, "first_line_letters", 0)
    first_line = letters * size * 25.4 / 72 if letters else _number(held, "first_line", 0)
    return ParagraphLook(
        style=style,
        align=_text(held, "align", "left"),
        left=_number(held, "left", 0),
        right=_number(held, "right", 0),
        first_line=first_line,
        before=_number(held, "before", 0),
        after=_number(held, "after", 0),
        line=_number(held, "line", 1),
        line_rule=_text(held, "line_rule", "auto"),
        contextual=_is(held, "contextual"),
        outline=int(outline) + 1 if 0 <= outline < 9 else None,
        border_above=_is(held, "border_above"),
        border_below=_is(held, "border_below"),
        levels={key: each.level for key, each in held.items()},
    )


def _slot(letter: str) -> str:
    """Which of the four fonts of a run a letter is written in (as far as Vietnamese needs it)."""
    code = ord(letter)
    if code < 0x80:
        return "ascii"
    if 0x2E80 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7AF or 0xFF00 <= code <= 0xFFEF:
        return "east_asian"
    if 0x0590 <= code <= 0x07BF or 0x0E00 <= code <= 0x0EFF:
        return "complex"
    return "hansi"


def _text(held: HeldProperties, key: str, default: str) -> str:
    found = held.get(key)
    return found.value if found and isinstance(found.value, str) else default


def _number(held: HeldProperties, key: str, default: float) -> float:
    found = held.get(key)
    return found.value if found and isinstance(found.value, int | float) else default


def _is(held: HeldProperties, key: str) -> bool:
    found = held.get(key)
    return bool(found and found.value)
