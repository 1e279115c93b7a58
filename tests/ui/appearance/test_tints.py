"""Words that are marked or found can be read on their tint, whatever its hue."""

from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette

from ui.appearance.palettes import READABLE, STRONG, contrast, palette
from ui.appearance.tints import Look, Underline, tinted


@pytest.mark.parametrize(("dark", "strong"), list(product((False, True), repeat=2)))
def test_every_tint_lets_its_words_be_read(dark, strong):
    colours = palette(dark, QColor("blue"), strong=strong)
    words = colours.color(QPalette.ColorRole.Text)
    grounds = [
        tinted(Look(hue, Underline.SingleUnderline), colours).background().color()
        for hue in range(0, 360, 5)
    ]
    assert min(contrast(words, ground) for ground in grounds) >= (STRONG if strong else READABLE)
