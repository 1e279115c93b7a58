"""A walk on a screen of 3840×2160, in a process of its own: Qt has its screens from the start on.

Prints what is wrong, one complaint a line.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

SCREEN = Path(__file__).parents[2] / "data" / "large_screen.json"
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"

from PySide6.QtCore import QRect  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget  # noqa: E402

from tests.ui.looks import seeing  # noqa: E402
from tests.ui.looks.stage import Look, Stage  # noqa: E402
from tests.ui.looks.walking import every_page, every_window  # noqa: E402
from ui.qt_start import make_qt  # noqa: E402

LETTERS = 160
"""How long a line of text may be."""
CORNER = QRect(2400, 1300, 1300, 800)
LARGER_THAN_SMALLEST = 1280


def walk(qt: QApplication, home: Path, size: int) -> Iterator[str]:
    """Start, look at everything, fill the screen, and start again where the window was."""
    stage = Stage(qt, home, Look(size=size), None)
    screen, window = qt.primaryScreen().availableGeometry(), stage.window
    room = window._room()  # noqa: SLF001 - the screen less the frame around a window
    yield from _first_place(window, screen)
    for name, seen in every_window(stage):
        place = seen.frameGeometry()
        yield from (f"{name}: {said}" for said in (*seeing.cut_off(seen), *seeing.off_screen(seen)))
        if not screen.contains(place):
            yield f"{name} is at {place}"
        if isinstance(seen, QDialog) and place.width() > screen.width() * 3 // 4:
            yield f"{name} is {place.width()} wide"
    stage.open_sample()
    window.setGeometry(room)
    for name, _seen in every_page(stage):
        yield from (f"{name}: {said}" for said in _long_lines(window))
    window.setGeometry(CORNER)
    stage.settle()
    stage.stop()
    again = Stage(qt, home, Look(size=size), None)
    if again.window.geometry() != CORNER:
        yield f"the window was at {CORNER}, and is at {again.window.geometry()}"
    again.stop()


def _first_place(window: QWidget, screen: QRect) -> Iterator[str]:
    place = window.frameGeometry()
    off = place.center() - screen.center()
    if off.manhattanLength() > 40 or place.width() <= LARGER_THAN_SMALLEST:
        yield f"on the first day the window is at {place}"


def _long_lines(window: QWidget) -> Iterator[str]:
    for field in seeing.shown(window):
        letters = field.width() // field.fontMetrics().averageCharWidth()
        if isinstance(field, QPlainTextEdit) and letters > LETTERS:
            yield f"lines of {seeing.told(field)} have {letters} letters"


def main(home: str) -> None:
    qt = make_qt()
    for size in (100, 200):
        for complaint in walk(qt, Path(home) / str(size), size):
            print(f"{size} %: {complaint}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
