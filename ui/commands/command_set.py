"""What every set of commands works with."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from app.language.catalogue import Catalogue
from app.minutes.record import Minutes
from app.settings.preferences import Preferences
from ui.checking import Checker
from ui.desk import Desk
from ui.document_options import DocumentOptions
from ui.exporting import Exporter
from ui.for_archive import ForArchive
from ui.for_many import ForMany
from ui.main_window import MainWindow
from ui.offices import Offices
from ui.printing import PrintDesk
from ui.typing_help import TypingHelper


class Tools(NamedTuple):
    """What the commands work with, besides the window and the desk."""

    exporter: Exporter
    print_desk: PrintDesk
    for_many: ForMany
    checker: Checker
    options: DocumentOptions
    new_sample: Callable[[], Minutes]
    help_folder: Path
    for_archive: ForArchive
    preferences: Preferences
    offices: Offices
    typing: TypingHelper


class CommandSet(QObject):
    """The handler of some actions: a method for each, with the action's name."""

    def __init__(self, window: MainWindow, desk: Desk, tools: Tools, texts: Catalogue) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._tools = tools
        self._texts = texts
        self.listen()

    def listen(self) -> None:
        """Connect what else asks for these commands. For subclasses."""

    def installed(self) -> None:
        """The window's actions are there. For subclasses that show their state."""

    def _settled(self) -> Minutes | None:
        """The open record with the last word typed in it, for a document."""
        self._window.pages.finish()
        self._desk.flush()  # where that fails the status line says so; the document is still wanted
        return self._desk.record
