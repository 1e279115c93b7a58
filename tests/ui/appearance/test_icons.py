"""Icons of one family, in the colour of the words."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette

from app.paths import resources_folder
from ui.actions import ACTIONS, TOOLBAR
from ui.appearance.icons import ACTION_ICONS, Icons
from ui.appearance.palettes import palette

FOLDER = resources_folder() / "icons" / "tabler"


def ink(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """The colours of the fully drawn points."""
    image = icon.pixmap(QSize(20, 20), 1.0, mode).toImage()
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {point.name() for point in points if point.alpha() == 255}


@pytest.mark.parametrize("dark", [False, True])
def test_icon_has_the_colour_of_the_words(qapp, dark):
    colours = palette(dark, QColor("blue"))
    icon = Icons(FOLDER).of_action("new", colours, 20)
    assert ink(icon) == {colours.color(QPalette.ColorRole.ButtonText).name()}
    faded = colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    assert ink(icon, QIcon.Mode.Disabled) == {faded}


def test_icon_is_sharp_on_dense_screens(qapp):
    icon = Icons(FOLDER).of_action("new", QPalette(), 20, 2)
    assert icon.pixmap(QSize(20, 20), 2.0).size() == QSize(40, 40)


def test_an_action_without_drawing_has_an_empty_icon(qapp):
    assert Icons(FOLDER).of_action("nothing", QPalette(), 20).isNull()


def test_every_drawing_is_there_and_used_and_names_an_action():
    there = {path.stem for path in FOLDER.glob("*.svg")}
    used = set(ACTION_ICONS.values())
    assert used <= there
    assert not set(ACTION_ICONS) - {row.name for row in ACTIONS}


def test_every_button_of_the_toolbar_has_an_icon():
    assert [name for name in TOOLBAR if name != "-" and name not in ACTION_ICONS] == []
