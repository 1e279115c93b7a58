"""How marked words look: a tint taken from the palette and an underline, never colour alone."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette, QTextCharFormat

Underline = QTextCharFormat.UnderlineStyle

TINT = 0.20
"""How much of the hue is mixed into the ground; little enough to read the text on it."""


class Look(NamedTuple):
    """A hue in degrees, and the line under the words."""

    hue: int
    underline: Underline


def tinted(look: Look, palette: QPalette) -> QTextCharFormat:
    """The look on the ground that the palette has now, light or dark."""
    ground = palette.color(QPalette.ColorRole.Base)
    dark = ground.lightnessF() < 0.5
    strong = QColor.fromHslF(look.hue / 360, 0.75, 0.62 if dark else 0.36)
    form = QTextCharFormat()
    form.setBackground(_mixed(ground, strong, TINT))
    form.setUnderlineStyle(look.underline)
    form.setUnderlineColor(strong)
    return form


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    rest = 1 - share
    return QColor.fromRgbF(
        one.redF() * rest + other.redF() * share,
        one.greenF() * rest + other.greenF() * share,
        one.blueF() * rest + other.blueF() * share,
    )
