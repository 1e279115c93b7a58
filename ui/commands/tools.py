"""What the commands of a window work with. What is not wanted at the start is made when it is."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.identity import new_id
from app.keeping import Keeper
from app.settings.declared import PDF
from ui.checking import Checker
from ui.for_many import ForMany

if TYPE_CHECKING:
    from app.language.catalogue import Catalogue
    from app.minutes.record import Minutes
    from app.press import Press
    from app.settings.preferences import Preferences
    from ui.desk import Desk
    from ui.document_options import DocumentOptions
    from ui.exporting import Exporter
    from ui.for_archive import ForArchive
    from ui.main_window import MainWindow
    from ui.offices import Offices
    from ui.printing import PrintDesk
    from ui.typing_help import TypingHelper


class Program(NamedTuple):
    """What all windows of the program share."""

    press: "Press"
    preferences: "Preferences"
    offices: "Offices"
    typing: "TypingHelper"
    resources: Path
    new_sample: Callable[[], "Minutes"]
    on_kept: Callable[[], object]
    """What to do when a document was kept: bound methods alone."""


class Tools:
    """For one window and the archive that is open in it."""

    def __init__(
        self,
        window: "MainWindow",
        desk: "Desk",
        for_archive: "ForArchive",
        program: Program,
        texts: "Catalogue",
    ) -> None:
        self._window, self._desk, self._texts = window, desk, texts
        self._program = program
        self.for_archive = for_archive
        self.checker = Checker(window)
        self.preferences, self.offices = program.preferences, program.offices
        self.typing, self.new_sample = program.typing, program.new_sample
        self.help_folder = program.resources / "help"
        self._keeper = Keeper(for_archive.archive)

    @property
    def for_many(self) -> ForMany:
        return ForMany(
            self._program.press,
            self.for_archive.archive,
            self._keeper,
            self.for_archive.settings,
            self._program.resources,
        )

    @cached_property
    def exporter(self) -> "Exporter":
        from ui.exporting import Exporter

        made = Exporter(
            self._window,
            self._program.press,
            self._texts,
            self.for_archive.settings,
            self._keeper.keep,
        )
        made.kept.connect(self._program.on_kept)
        return made

    @cached_property
    def print_desk(self) -> "PrintDesk":
        from ui.printing import PrintDesk

        return PrintDesk(self._window, self._program.press, self._texts, self.preferences[PDF])

    @cached_property
    def options(self) -> "DocumentOptions":
        from ui.document_options import DocumentOptions

        return DocumentOptions(
            self._window, self._desk, self.offices, self._program.press, self._texts, new_id
        )
