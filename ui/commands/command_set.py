"""What every set of commands works with."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.errors import KnownError
    from app.language.catalogue import Catalogue
    from app.minutes.record import Minutes
    from ui.commands.tools import Tools
    from ui.desk import Desk
    from ui.main_window import MainWindow


class CommandSet(QObject):
    """The handler of some actions: a method for each, with the action's name."""

    def __init__(
        self, window: "MainWindow", desk: "Desk", tools: "Tools", texts: "Catalogue"
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._tools = tools
        self._texts = texts
        self.listen()

    def listen(self) -> None:
        """Connect what else asks for these commands. For subclasses."""

    def _refuse(self, error: "KnownError") -> None:
        """Say why something was not done."""
        self._window.messages.warn(error.told(self._texts))

    def _settled(self) -> "Minutes | None":
        """The open record with the last word typed in it, for a document."""
        self._window.pages.finish()
        self._desk.flush()  # where that fails the status line says so; the document is still wanted
        return self._desk.record
