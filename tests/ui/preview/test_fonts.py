"""The letters of the page: Times New Roman, or a font of the same widths, Vietnamese and all."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont

from app.minutes.words import Form
from app.paths import resources_folder
from app.press import Press
from app.word.widths import text_width
from ui.preview.fonts import complete, family, font_of

LOOKS = {
    name: role.look() for name, role in Press(resources_folder()).rules(Form.PARTY).roles.items()
}


@pytest.mark.parametrize(
    ("installed", "chosen"),
    [
        (("Liberation Serif", "Times New Roman"), "Times New Roman"),
        (("Arial", "Liberation Serif"), "Liberation Serif"),
        (("Arial", "FreeSerif", "Tinos"), "Tinos"),
        (("Arial",), "Times New Roman"),
    ],
)
def test_metric_twin_stands_in_where_the_font_is_missing(installed, chosen):
    assert family(installed) == chosen


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("bold", [False, True])
def test_vietnamese_letters_are_as_wide_as_in_times(bold):
    complete(family())
    look = LOOKS["body"]._replace(bold=bold)
    font = font_of(look, look, family())
    for text in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Đảng ủy phường, người được bầu"):
        wanted = text_width(text, look.size, bold=bold)
        assert QFontMetricsF(font).horizontalAdvance(text) / 20 == pytest.approx(wanted, rel=0.002)


@pytest.mark.usefixtures("qapp")
def test_every_face_has_the_vietnamese_letters():
    complete(family())
    for bold in (False, True):
        for italic in (False, True):
            font = QFont(family())
            font.setBold(bold)
            font.setItalic(italic)
            assert QRawFont.fromFont(font).supportsCharacter(ord("ộ"))


def test_size_is_a_whole_number_of_units():
    look = LOOKS["body"]._replace(size=13.5)
    assert font_of(look, look, family(("Tinos",))).pixelSize() == 270
