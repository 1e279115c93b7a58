"""All commands of one window: the sets that listen from the start, the others when first wanted."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from ui.commands import SETS, SetRow

if TYPE_CHECKING:
    from app.language.catalogue import Catalogue
    from ui.commands.command_set import CommandSet
    from ui.commands.tools import Tools
    from ui.desk import Desk
    from ui.main_window import MainWindow


def class_of(row: SetRow) -> type["CommandSet"]:
    """The class of a set, imported now if it was not before."""
    return cast("type[CommandSet]", getattr(import_module(f"ui.commands.{row.module}"), row.name))


class Commands(QObject):
    """Finds for each action what does it."""

    made = Signal(object, object)
    """The SetRow and the set that was just made for it."""

    def __init__(
        self, window: "MainWindow", desk: "Desk", tools: "Tools", texts: "Catalogue"
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._tools, self._texts = window, desk, tools, texts
        self._sets: dict[SetRow, CommandSet] = {}
        self._rows = {action: row for row in SETS for action in row.actions}
        self._stand_ins = {
            action: _StandIn(self, action) for action, row in self._rows.items() if not row.listens
        }

    def listen(self) -> None:
        """Make the sets that hear of what happens in the window."""
        for row in SETS:
            if row.listens:
                self.set_of(row)

    def set_of(self, row: SetRow) -> "CommandSet":
        """A set of commands, made if it is wanted for the first time."""
        if row not in self._sets:
            made = class_of(row)(self._window, self._desk, self._tools, self._texts)
            self._sets[row] = made
            self.made.emit(row, made)
        return self._sets[row]

    def method(self, action: str) -> Callable[..., object]:
        """What does an action."""
        return cast("Callable[..., object]", getattr(self.set_of(self._rows[action]), action))

    def slot(self, action: str, *, checkable: bool) -> Callable[..., object]:
        """What to connect an action to: its method, or what makes the set of the method first."""
        if action not in self._stand_ins:
            return self.method(action)
        return self._stand_ins[action].switch if checkable else self._stand_ins[action].do


class _StandIn:
    """In place of a method of a set that may not be there yet."""

    def __init__(self, commands: Commands, action: str) -> None:
        self._commands, self._action = commands, action

    def do(self) -> None:
        self._commands.method(self._action)()

    def switch(self, on: bool) -> None:
        self._commands.method(self._action)(on)
