"""`make screenshots`: a picture of every page and dialog, and a contact sheet for each theme."""

import math
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

# Before Qt is loaded: the smallest screen that the window is made for.
SCREEN = Path(__file__).parents[2] / "data" / "screen.json"
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")

from PySide6.QtCore import QRect, QSize, Qt  # noqa: E402
from PySide6.QtGui import QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.ui.looks.stage import Look, Stage  # noqa: E402
from tests.ui.looks.walking import every_window  # noqa: E402

THEMES = ("light", "dark")
LOOKS = [Look(language, size) for language in ("vi", "en") for size in (100, 200)]
ACROSS = 8
THUMB = QSize(320, 200)
CAPTION = 18
"""Points of the screen below a picture, for its name."""


def draw(qt: QApplication, folder: Path, looks: Sequence[Look], home: Path) -> None:
    """Draw every sight in every look and theme into a folder."""
    sheets: dict[str, list[tuple[str, QPixmap]]] = {theme: [] for theme in THEMES}
    for look in looks:
        name = f"{look.language}-{look.size}"
        stage = Stage(qt, home / name, look, None)
        for theme in THEMES:
            stage.choose_theme(theme)
            stage.open_sample()
            target = folder / theme / name
            target.mkdir(parents=True, exist_ok=True)
            for sight, window in every_window(stage):
                picture = window.grab()
                picture.save(str(target / f"{sight}.png"))
                sheets[theme].append((f"{name} {sight}", picture))
        stage.stop()
    for theme, pictures in sheets.items():
        _sheet(pictures, theme).save(str(folder / f"{theme}.png"))


def _sheet(pictures: Sequence[tuple[str, QPixmap]], theme: str) -> QPixmap:
    cell = THUMB + QSize(8, CAPTION + 8)
    rows = math.ceil(len(pictures) / ACROSS)
    sheet = QPixmap(cell.width() * ACROSS, cell.height() * rows)
    sheet.fill(Qt.GlobalColor.white if theme == "light" else Qt.GlobalColor.black)
    painter = QPainter(sheet)
    painter.setPen(Qt.GlobalColor.black if theme == "light" else Qt.GlobalColor.white)
    for at, (name, picture) in enumerate(pictures):
        corner = QRect(0, 0, *THUMB.toTuple())
        corner.moveTo(at % ACROSS * cell.width() + 4, at // ACROSS * cell.height() + 4)
        small = picture.scaled(
            THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawPixmap(corner.topLeft(), small)
        painter.drawText(corner.left(), corner.bottom() + CAPTION - 4, name)
    painter.end()
    return sheet


def main(folder: str) -> None:
    from ui.qt_start import make_qt

    with tempfile.TemporaryDirectory(prefix="bienban-") as home:
        draw(make_qt(), Path(folder), LOOKS, Path(home))


if __name__ == "__main__":
    main(sys.argv[1])
