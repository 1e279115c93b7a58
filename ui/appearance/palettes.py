"""The colours of the program, light and dark, each in strong contrast too, as data.

Qt's own palette changes with the platform, and on some it stays light whatever is asked, so that
neither its contrast nor a choice of the user could be kept. The accent is the system's, moved until
white letters can be read on it.
"""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

READABLE = 4.5
"""The least contrast of letters and their ground that everybody can read (WCAG 2, level AA)."""
STRONG = 7.0
"""The same where the system asks for strong contrast (level AAA)."""
ACCENT = "#1d64a6"
"""Where the system has no accent of its own."""
QTS_ACCENT = "#308cc6"
"""What Qt says there."""
_ROLES = QPalette.ColorRole
_STEP = 1.06

_Colours = Mapping[QPalette.ColorRole, str]

LIGHT: _Colours = {
    _ROLES.Window: "#f1f2f4",
    _ROLES.WindowText: "#1b1c1e",
    _ROLES.Base: "#ffffff",
    _ROLES.AlternateBase: "#f6f7f9",
    _ROLES.Text: "#1b1c1e",
    _ROLES.PlaceholderText: "#65686e",
    _ROLES.Button: "#e9ebee",
    _ROLES.ButtonText: "#1b1c1e",
    _ROLES.BrightText: "#b3261e",
    _ROLES.ToolTipBase: "#fffdf0",
    _ROLES.ToolTipText: "#1b1c1e",
    _ROLES.Light: "#ffffff",
    _ROLES.Midlight: "#f0f1f3",
    _ROLES.Mid: "#b9bcc2",
    _ROLES.Dark: "#9a9da3",
    _ROLES.Shadow: "#6f7278",
}
DARK: _Colours = {
    _ROLES.Window: "#202124",
    _ROLES.WindowText: "#ececee",
    _ROLES.Base: "#2b2c30",
    _ROLES.AlternateBase: "#313237",
    _ROLES.Text: "#ececee",
    _ROLES.PlaceholderText: "#a9abb0",
    _ROLES.Button: "#3b3d42",
    _ROLES.ButtonText: "#ececee",
    _ROLES.BrightText: "#ff8a80",
    _ROLES.ToolTipBase: "#3b3c40",
    _ROLES.ToolTipText: "#ececee",
    _ROLES.Light: "#4e5056",
    _ROLES.Midlight: "#404246",
    _ROLES.Mid: "#55575c",
    _ROLES.Dark: "#17181a",
    _ROLES.Shadow: "#0c0c0d",
}
_STRONG_LIGHT: _Colours = {
    **LIGHT,
    _ROLES.Window: "#ffffff",
    _ROLES.WindowText: "#000000",
    _ROLES.AlternateBase: "#f4f4f4",
    _ROLES.Text: "#000000",
    _ROLES.PlaceholderText: "#3f3f3f",
    _ROLES.Button: "#ffffff",
    _ROLES.ButtonText: "#000000",
    _ROLES.BrightText: "#8a0f08",
    _ROLES.ToolTipBase: "#ffffff",
    _ROLES.ToolTipText: "#000000",
    _ROLES.Mid: "#a6a6a6",
    _ROLES.Dark: "#5f5f5f",
    _ROLES.Shadow: "#000000",
}
_STRONG_DARK: _Colours = {
    **DARK,
    _ROLES.Window: "#000000",
    _ROLES.WindowText: "#ffffff",
    _ROLES.Base: "#000000",
    _ROLES.AlternateBase: "#161616",
    _ROLES.Text: "#ffffff",
    _ROLES.PlaceholderText: "#d0d0d0",
    _ROLES.Button: "#1c1c1c",
    _ROLES.ButtonText: "#ffffff",
    _ROLES.BrightText: "#ffb4ab",
    _ROLES.ToolTipBase: "#000000",
    _ROLES.ToolTipText: "#ffffff",
    _ROLES.Mid: "#4a4a4a",
}
_BY_LOOK = {
    (False, False): LIGHT,
    (True, False): DARK,
    (False, True): _STRONG_LIGHT,
    (True, True): _STRONG_DARK,
}
_SHUT = {False: "#6a6d73", True: "#505357"}
"""The ground of what is selected where nothing can be chosen now; `True`: in strong contrast."""
_BOXES = {False: "#a4a7ae", True: "#b8bbc2"}
"""The ground from which Fusion works out the edge of a box to tick, a good deal darker."""
_FADED_ROLES = (_ROLES.WindowText, _ROLES.Text, _ROLES.ButtonText)


def palette(dark: bool, accent: QColor, *, strong: bool = False) -> QPalette:
    """The palette, with the system's accent made readable; `strong`: for eyes that need more."""
    made, least = QPalette(), STRONG if strong else READABLE
    for role, colour in _BY_LOOK[dark, strong].items():
        made.setColor(role, QColor(colour))
    # What cannot be changed now may have to be read all the same: finished minutes, a setting that
    # somebody has fixed. It is as quiet as a hint, and no fainter. Fusion draws a button lighter
    # than its colour, and would leave less.
    made.setColor(QPalette.ColorGroup.Disabled, _ROLES.Button, made.color(_ROLES.Window))
    for role in _FADED_ROLES:
        faded = made.color(_ROLES.PlaceholderText)
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    white = QColor("white")
    ground = fitted(accent, white, darker=True, least=least)
    made.setColor(_ROLES.Highlight, ground)
    made.setColor(_ROLES.Accent, ground)
    made.setColor(_ROLES.HighlightedText, white)
    made.setColor(QPalette.ColorGroup.Disabled, _ROLES.Highlight, QColor(_SHUT[strong]))
    link = fitted(accent, made.color(_ROLES.Window), darker=not dark, least=least)
    link = fitted(link, made.color(_ROLES.Base), darker=not dark, least=least)
    made.setColor(_ROLES.Link, link)
    made.setColor(_ROLES.LinkVisited, link)
    return made


def of_boxes(colours: QPalette, dark: bool) -> QPalette:
    """The same for boxes to tick: from the window's ground their edge would be hard to see.

    In strong contrast, for every field and button.
    """
    made = QPalette(colours)
    made.setColor(_ROLES.Window, QColor(_BOXES[dark]))
    return made


def fitted(colour: QColor, other: QColor, *, darker: bool, least: float = READABLE) -> QColor:
    """The colour itself, or the nearest darker or lighter one that can be read with `other`."""
    for _step in range(64):
        if contrast(colour, other) >= least:
            break
        lightness = colour.lightnessF()
        wanted = lightness / _STEP if darker else min(1.0, max(lightness, 0.05) * _STEP)
        colour = QColor.fromHslF(max(colour.hslHueF(), 0.0), colour.hslSaturationF(), wanted)
    return colour


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG 2 counts it, from 1 to 21."""
    brighter, dimmer = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (dimmer + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
