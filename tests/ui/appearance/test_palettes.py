"""Letters can be read on their ground in both themes, whatever accent the system has."""

import pytest
from PySide6.QtGui import QColor, QPalette

from ui.appearance.palettes import READABLE, STRONG, contrast, fitted, of_boxes, palette

R = QPalette.ColorRole
PAIRS = [
    (R.WindowText, R.Window), (R.Text, R.Base), (R.Text, R.AlternateBase), (R.ButtonText, R.Button),
    (R.PlaceholderText, R.Base), (R.PlaceholderText, R.Window),
    (R.PlaceholderText, R.AlternateBase),
    (R.HighlightedText, R.Highlight), (R.Link, R.Base), (R.Link, R.Window),
    (R.ToolTipText, R.ToolTipBase), (R.BrightText, R.Window), (R.BrightText, R.Base),
]  # fmt: skip
SHUT = [
    (R.WindowText, R.Window), (R.Text, R.Base), (R.Text, R.AlternateBase), (R.ButtonText, R.Button),
    (R.HighlightedText, R.Highlight), (R.PlaceholderText, R.Base),
]  # fmt: skip
"""What is shown where nothing can be changed now."""
ACCENTS = ["#1d64a6", "#ffff00", "#ffffff", "#000000", "#ff0000", "#00ff00", "#808080", "#ff8c00"]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read(dark, accent, words, ground):
    colours = palette(dark, QColor(accent))
    assert contrast(colours.color(words), colours.color(ground)) >= READABLE


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("accent", ACCENTS)
def test_words_stand_out_more_in_strong_contrast(dark, accent):
    colours = palette(dark, QColor(accent), strong=True)
    for words, ground in PAIRS:
        assert contrast(colours.color(words), colours.color(ground)) >= STRONG, (words, ground)


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize("dark", [False, True])
def test_what_cannot_be_changed_now_can_be_read(dark, strong):
    """The values of finished minutes, and of settings that somebody has fixed."""
    colours, shut = palette(dark, QColor("blue"), strong=strong), QPalette.ColorGroup.Disabled
    for words, ground in SHUT:
        found = contrast(colours.color(shut, words), colours.color(shut, ground))
        assert found >= (STRONG if strong else READABLE), (words, ground)


@pytest.mark.parametrize("dark", [False, True])
def test_what_cannot_be_used_now_is_quieter_than_what_can(dark):
    colours, shut = palette(dark, QColor("blue")), QPalette.ColorGroup.Disabled
    for words, ground in SHUT[:4]:
        ground_of_both = colours.color(ground)
        quiet = contrast(colours.color(shut, words), ground_of_both)
        assert quiet < contrast(colours.color(words), ground_of_both) * 0.7


@pytest.mark.parametrize("dark", [False, True])
def test_edges_of_fields_can_be_seen_in_strong_contrast(dark):
    colours = palette(dark, QColor("blue"), strong=True)
    edge = of_boxes(colours, dark).color(R.Window).darker(140)  # as Fusion works it out
    assert contrast(edge, colours.color(R.Window)) >= 3
    assert contrast(edge, colours.color(R.Base)) >= 3


def test_contrast_is_that_of_wcag():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
    assert contrast(QColor("red"), QColor("red")) == 1


def test_an_accent_that_can_be_read_stays_the_systems():
    assert palette(False, QColor("#8b1a1a")).color(R.Highlight).name() == "#8b1a1a"


def test_a_fitted_colour_keeps_its_hue():
    fit = fitted(QColor("#30c6c6"), QColor("white"), darker=True)
    assert fit.hslHue() == pytest.approx(QColor("#30c6c6").hslHue(), abs=2)
    assert READABLE <= contrast(fit, QColor("white")) < READABLE * 1.2


def test_dark_is_dark():
    dark, light = palette(True, QColor("blue")), palette(False, QColor("blue"))
    assert dark.color(R.Window).lightnessF() < 0.2
    assert light.color(R.Window).lightnessF() > 0.8
