"""`make help-pictures`: the pictures of the user guide, from the real window in Vietnamese."""

import os
import sys
import tempfile
from pathlib import Path

# Before Qt is loaded: the smallest screen that the window is made for.
SCREEN = Path(__file__).parents[2] / "data" / "screen.json"
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtGui import QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.ui.every_dialog import SCENES  # noqa: E402
from tests.ui.looks.stage import Look, Stage  # noqa: E402

WIDEST = 620
"""Points that the guide's window has for a picture."""
DIALOGS = ("offices", "settings", "find", "abbreviations", "people", "register", "versions")
"""The scenes that the guide shows, under their names."""


def draw(qt: QApplication, folder: Path, home: Path) -> None:
    """Draw the pages and some dialogs into a folder."""
    stage = Stage(qt, home, Look(), None)
    for row, page in enumerate(stage.window.pages.all_pages()):
        stage.go_to(row)
        stage.settle()
        _keep(page.grab(), folder / f"page-{row + 1}.png")
    stage.go_to(1)
    for scene in SCENES:
        if scene.name in DIALOGS:
            scene.open(stage)
            _keep(stage.dialog(scene.kind).grab(), folder / f"{scene.name}.png")
            stage.close_dialogs()
    _keep(stage.window.grab(), folder / "whole.png")
    stage.stop()


def _keep(picture: QPixmap, path: Path) -> None:
    if picture.width() > WIDEST:
        smooth = Qt.TransformationMode.SmoothTransformation
        picture = picture.scaledToWidth(WIDEST, smooth)
    picture.save(str(path))


def main(folder: str) -> None:
    from ui.qt_start import make_qt

    with tempfile.TemporaryDirectory(prefix="bienban-") as home:
        draw(make_qt(), Path(folder), Path(home))


if __name__ == "__main__":
    main(sys.argv[1])
