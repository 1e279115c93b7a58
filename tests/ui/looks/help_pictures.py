"""`make help-pictures`: the pictures of the user guide and the README, from the real window in
Vietnamese; beside them the words that are seen in each, by which a test sees that one grows old.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

# Before Qt is loaded: the smallest screen that the window is made for.
SCREEN = Path(__file__).parents[2] / "data" / "screen.json"
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtGui import QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from tests.ui.every_dialog import SCENES  # noqa: E402
from tests.ui.looks.speaking import words_in_order  # noqa: E402
from tests.ui.looks.stage import Look, Stage  # noqa: E402

WORDS = "words.txt"
WIDEST = 620
"""Points that the guide's window has for a picture."""
DIALOGS = ("offices", "settings", "find", "abbreviations", "people", "register", "versions")
"""The scenes that the guide shows, under their names."""
WHOLE = "window"
"""The whole window, as large as it is: for the README."""


def draw(qt: QApplication, folder: Path, home: Path) -> None:
    """Draw the pages and some dialogs into a folder, and write down what they say."""
    stage = Stage(qt, home, Look(), None)
    words = {}
    for name, seen in sights(stage):
        picture = seen.grab()
        words[name] = words_in_order(seen)
        if name == WHOLE:
            picture.save(str(folder / f"{name}.png"))
        else:
            _keep(picture, folder / f"{name}.png")
    stage.stop()
    (folder / WORDS).write_text(told(words), "utf-8")


def sights(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """What each picture shows, by its name."""
    for row, page in enumerate(stage.window.pages.all_pages()):
        stage.go_to(row)
        stage.settle()
        yield f"page-{row + 1}", page
    stage.go_to(1)
    for scene in SCENES:
        if scene.name in DIALOGS:
            scene.open(stage)
            yield scene.name, stage.dialog(scene.kind)
            stage.close_dialogs()
    yield "whole", stage.window
    yield WHOLE, stage.window


def told(words: Mapping[str, list[str]]) -> str:
    """The words of each picture, as they are kept."""
    parts = ("\n".join([f"[{name}]", *said]) for name, said in words.items())
    return "\n\n".join(parts) + "\n"


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
