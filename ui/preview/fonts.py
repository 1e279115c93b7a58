"""The letters of a page: Times New Roman, or where it is missing a font of the same widths."""

from collections.abc import Collection, Iterator
from itertools import product
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from app.documents.forms import Look

FAMILIES = ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "FreeSerif")
"""The font of the rules; then its metric twins, and last what at least looks like it."""
SINGLE = 1.149
"""The height of a line of Times New Roman, in its size."""
POINT = 20
"""Units of a page in a point: a page is measured in twentieths of a point, as in Word. So every
size of type is a whole number of units, and no rounding moves a line break."""
_VIETNAMESE = "ộ"


def family(installed: Collection[str] | None = None) -> str:
    """The first of the families that is here. Where none is, Qt chooses something."""
    here = frozenset(QFontDatabase.families() if installed is None else installed)
    return next((name for name in FAMILIES if name in here), FAMILIES[0])


def complete(name: str) -> None:
    """See that all faces of a family are of a version that has the Vietnamese letters.

    Debian 12 lets an old and a new Liberation Serif stand side by side. Where Qt has taken a face
    of the old one, every second letter would come from another font, and be too wide.
    """
    if all(map(_has_vietnamese, _faces(name))):
        return
    for path in _files_of(name):
        if QRawFont(str(path), POINT).supportsCharacter(ord(_VIETNAMESE)):
            QFontDatabase.addApplicationFont(str(path))


def font_of(paragraph: Look, own: Look, family_name: str) -> QFont:
    """The font of a run whose role looks like `own`, in a paragraph that looks like `paragraph`."""
    font = QFont(family_name)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(round((own.size or paragraph.size or 14) * POINT))
    font.setBold(own.bold or paragraph.bold)
    font.setItalic(own.italic or paragraph.italic)
    font.setUnderline(own.underline or paragraph.underline)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)  # as Word sets it
    if own.caps or paragraph.caps:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    return font


def _faces(name: str) -> Iterator[QFont]:
    for bold, italic in product((False, True), repeat=2):
        font = QFont(name)
        font.setBold(bold)
        font.setItalic(italic)
        yield font


def _has_vietnamese(font: QFont) -> bool:
    return bool(QRawFont.fromFont(font).supportsCharacter(ord(_VIETNAMESE)))


def _files_of(name: str) -> Iterator[Path]:
    folders = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.FontsLocation)
    for folder in folders:
        yield from sorted(Path(folder).rglob(f"{name.replace(' ', '')}-*.ttf"))
