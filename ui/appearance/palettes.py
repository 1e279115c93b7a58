"""The colours of the program, light and dark, as data.

Qt's own palette changes with the platform, and on some it stays light whatever is asked, so that
neither its contrast nor a choice of the user could be kept. The accent is the system's, moved until
white letters can be read on it.
"""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

READABLE = 4.5
"""The least contrast of letters and their ground that everybody can read (WCAG 2, level AA)."""
ACCENT = "#1d64a6"
"""Where the system has no accent of its own."""
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
_FADED = {False: "#85888e", True: "#7d7f85"}
"""Words that cannot be used now, in the light and in the dark palette."""
_BOXES = {False: "#a4a7ae", True: "#b8bbc2"}
"""The ground from which Fusion works out the edge of a box to tick, a good deal darker."""
_FADED_ROLES = (_ROLES.WindowText, _ROLES.Text, _ROLES.ButtonText)


def palette(dark: bool, accent: QColor) -> QPalette:
    """The palette, with the system's accent made readable."""
    made = QPalette()
    for role, colour in (DARK if dark else LIGHT).items():
        made.setColor(role, QColor(colour))
    for role in _FADED_ROLES:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(_FADED[dark]))
    white = QColor("white")
    ground = fitted(accent, white, darker=True)
    made.setColor(_ROLES.Highlight, ground)
    made.setColor(_ROLES.Accent, ground)
    made.setColor(_ROLES.HighlightedText, white)
    made.setColor(QPalette.ColorGroup.Disabled, _ROLES.Highlight, QColor(_FADED[dark]))
    link = fitted(accent, made.color(_ROLES.Window), darker=not dark)
    made.setColor(_ROLES.Link, fitted(link, made.color(_ROLES.Base), darker=not dark))
    made.setColor(_ROLES.LinkVisited, made.color(_ROLES.Link))
    return made


def of_boxes(colours: QPalette, dark: bool) -> QPalette:
    """The same for boxes to tick: from the window's ground their edge would be hard to see."""
    made = QPalette(colours)
    made.setColor(_ROLES.Window, QColor(_BOXES[dark]))
    return made


def fitted(colour: QColor, other: QColor, *, darker: bool) -> QColor:
    """The colour itself, or the nearest darker or lighter one that can be read with `other`."""
    for _step in range(64):
        if contrast(colour, other) >= READABLE:
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
