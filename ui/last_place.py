"""Where one was, kept while the program runs: after an end that nobody asked for one gets back.

A program that ends as it should leaves nothing. Losing what is kept costs nothing, so nothing waits
for the disk here.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.archive.errors import MissingRecordError
from app.minutes.place import Place

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.main_window import MainWindow

PAUSE = 500
"""Milliseconds after a move before it is noted."""
NAME = "last_place.json"


class LastPlace(QObject):
    """Follows the desk and the pages of a window."""

    def __init__(self, window: "MainWindow", desk: "Desk", archive: Path, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._archive = str(archive)
        self._file = folder / NAME
        self._place: Place | None = None
        self._over = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.note)
        desk.opened.connect(self._on_opened)
        window.pages.went_to.connect(self._on_went)
        window.pages.place_changed.connect(self._on_place)

    def note(self) -> None:
        """Write down where one is now."""
        self._pause.stop()
        if self._over:
            return
        if self._desk.record is None:
            self._forget()
            return
        said = {
            "archive": self._archive,
            "record": self._desk.record.id,
            "page": self._window.pages.row,
            "place": list(self._place or ()),
        }
        beside = self._file.with_suffix(".new")
        with suppress(OSError):
            beside.write_text(json.dumps(said), "utf-8")
            beside.replace(self._file)

    def go_back(self) -> bool:
        """Open what was open, at the page and in the field that it was open at."""
        said = self._read()
        try:
            record, page = str(said["record"]), int(str(said["page"]))
            self._desk.open(record)
        except (KeyError, ValueError, MissingRecordError):
            return False
        self._window.pages.go_to(page)
        match said.get("place"):
            case [str(section), str(item), str(field)]:
                self._window.pages.show_place(Place(section, item, field))
        return True

    def end(self) -> None:
        """The program ends as it should: forget, and note nothing any more."""
        self._over = True
        self._forget()

    def _forget(self) -> None:
        self._pause.stop()
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _read(self) -> dict[str, object]:
        try:
            said = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        is_ours = isinstance(said, dict) and said.get("archive") == self._archive
        return said if is_ours else {}

    def _on_opened(self) -> None:
        self._place = None
        self._pause.start()

    def _on_went(self) -> None:
        self._place = None
        self._pause.start()

    def _on_place(self, place: Place) -> None:
        self._place = place
        self._pause.start()
