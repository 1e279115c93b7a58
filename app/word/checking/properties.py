"""What one `w:rPr` or `w:pPr` says, as plain values; what it inherits is not known here.

Lengths across the page are millimetres; type, spacing and lines are points, but a line spacing of
the rule "auto" is a multiple of single spacing.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from app.word.elements import Element, name

Plain = str | float | bool
Properties = dict[str, Plain]

TOGGLES: Final = ("bold", "italic", "caps", "vanish")
"""Properties that switch what the style below says, rather than replace it."""

_MILLIMETRES = 25.4 / 1440
_AUTO_SPACE = 14.0  # points that Word takes for "automatic" space around a paragraph
_LINE = 12.0  # points that a "line" of space is, where nothing sets a grid
_UNITS: Final = {"": 1.0, "pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4}
_MEASURE = re.compile(r"(-?[0-9]{1,7}(?:\.[0-9]{1,6})?)(pt|in|cm|mm|)")
_SWITCHES: Final = (("bold", "w:b"), ("italic", "w:i"), ("caps", "w:caps"), ("vanish", "w:vanish"))
_FONT_SLOTS: Final = (
    ("ascii", "w:ascii", "w:asciiTheme"),
    ("hansi", "w:hAnsi", "w:hAnsiTheme"),
    ("east_asian", "w:eastAsia", "w:eastAsiaTheme"),
    ("complex", "w:cs", "w:cstheme"),
)
_ALIGN: Final = {
    "left": "left",
    "start": "left",
    "right": "right",
    "end": "right",
    "center": "center",
    "both": "justify",
    "distribute": "justify",
    "thaiDistribute": "justify",
    "lowKashida": "justify",
    "mediumKashida": "justify",
    "highKashida": "justify",
}
_VAL = name("w:val")


def run_properties(source: Element | None, theme_fonts: Mapping[str, str]) -> Properties:
    """What a `w:rPr` says. `theme_fonts` names the fonts of the theme ("minorHAnsi")."""
    found: Properties = {}
    if source is None:
        return found
    found.update(_fonts(source.find(name("w:rFonts")), theme_fonts))
    for key, tag in _SWITCHES:
        element = source.find(name(tag))
        if element is not None:
            found[key] = is_on(element)
    size = measure(value_of(source, "w:sz"))
    if size is not None:
        # A bare number counts half points, one with a unit says itself what it counts.
        found["size"] = size / 2 if (value_of(source, "w:sz") or "").isdecimal() else size / 20
    underline = value_of(source, "w:u")
    if underline is not None:
        found["underline"] = underline != "none"
    colour = value_of(source, "w:color")
    if colour is not None:
        found["colour"] = "" if colour == "auto" else colour.upper()
    raised = value_of(source, "w:vertAlign")
    if raised is not None:
        found["raised"] = raised != "baseline"
    border = value_of(source, "w:bdr")
    if border is not None:
        found["box"] = border not in ("none", "nil")
    return found


def paragraph_properties(source: Element | None) -> Properties:
    """What a `w:pPr` says."""
    found: Properties = {}
    if source is None:
        return found
    align = _ALIGN.get(value_of(source, "w:jc") or "")
    if align:
        found["align"] = align
    frame = source.find(name("w:framePr"))
    if frame is not None and frame.get(name("w:xAlign")) in _ALIGN:
        found["align"] = _ALIGN[frame.get(name("w:xAlign"), "")]  # the frame itself stands there
    found.update(_indents(source.find(name("w:ind"))))
    found.update(_spacing(source.find(name("w:spacing"))))
    contextual = source.find(name("w:contextualSpacing"))
    if contextual is not None:
        found["contextual"] = is_on(contextual)
    level = value_of(source, "w:outlineLvl") or ""
    if level.isdecimal():
        found["outline"] = float(level)
    found.update(_borders(source.find(name("w:pBdr"))))
    return found


def value_of(source: Element, tag: str) -> str | None:
    """The `w:val` of the child `tag`, None where there is no such child."""
    child = source.find(name(tag))
    return None if child is None else child.get(_VAL, "")


def is_on(element: Element) -> bool:
    """Whether a switch is on: it is when it stands there without a value."""
    return element.get(_VAL, "true") not in ("false", "0", "off")


def measure(text: str | None) -> float | None:
    """A length in twips, as a bare number or with its unit; None where it is none."""
    match = _MEASURE.fullmatch(text or "")
    return float(match[1]) * _UNITS[match[2]] if match else None


def millimetres(text: str | None) -> float | None:
    """A length in millimetres."""
    twips = measure(text)
    return None if twips is None else twips * _MILLIMETRES


def _fonts(source: Element | None, theme_fonts: Mapping[str, str]) -> Iterator[tuple[str, Plain]]:
    if source is None:
        return
    for key, plain, themed in _FONT_SLOTS:
        theme = theme_fonts.get(source.get(name(themed), ""))
        font = theme or source.get(name(plain))
        if font:
            yield key, font
            yield f"{key}_theme", bool(theme)


def _indents(source: Element | None) -> Iterator[tuple[str, Plain]]:
    if source is None:
        return
    for key, tags in (("left", ("w:left", "w:start")), ("right", ("w:right", "w:end"))):
        for tag in tags:
            length = millimetres(source.get(name(tag)))
            if length is not None:
                yield key, length
    for tag, sign in (("w:firstLine", 1), ("w:hanging", -1)):
        length = millimetres(source.get(name(tag)))
        if length is not None:
            yield "first_line", sign * length
        letters = measure(source.get(name(f"{tag}Chars")))
        if letters is not None:
            yield "first_line_letters", sign * letters / 100


def _spacing(source: Element | None) -> Iterator[tuple[str, Plain]]:
    if source is None:
        return
    for key, tag in (("before", "w:before"), ("after", "w:after")):
        points = measure(source.get(name(tag)))
        if points is not None:
            yield key, points / 20
        lines = measure(source.get(name(f"{tag}Lines")))
        if lines:
            yield key, lines / 100 * _LINE
        automatic = source.get(name(f"{tag}Autospacing"))
        if automatic in ("1", "true", "on"):
            yield key, _AUTO_SPACE
    line = measure(source.get(name("w:line")))
    if line is not None:
        rule = source.get(name("w:lineRule"), "auto")
        yield "line_rule", rule if rule in ("exact", "atLeast") else "auto"
        yield "line", line / 20 if rule in ("exact", "atLeast") else line / 240


def _borders(source: Element | None) -> Iterator[tuple[str, Plain]]:
    if source is None:
        return
    for key, tag in (("border_below", "w:bottom"), ("border_above", "w:top")):
        border = value_of(source, tag)
        if border is not None:
            yield key, border not in ("none", "nil")
