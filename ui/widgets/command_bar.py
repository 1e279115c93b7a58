"""A bar of commands from data: words, keys and help; what does not fit waits behind its arrow."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from ui.widgets.more_button import draw_more


class Command(NamedTuple):
    """One command. `data` is what its action carries."""

    words: str
    keys: str = ""
    help: str = ""
    data: object = None
    shows_keys: bool = False


class CommandBar(QToolBar):
    """The keys work while the focus is inside `area`, which is where the commands belong."""

    def __init__(self, title: str, commands: Sequence[Command], area: QWidget) -> None:
        super().__init__(title)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setMovable(False)
        self.made = tuple(self.add(command, area) for command in commands)
        draw_more(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            draw_more(self)

    def add(self, command: Command, area: QWidget) -> QAction:
        """Add a command whose keys work in another area."""
        action = QAction(command.words, self)
        action.setData(command.data)
        keys = QKeySequence(command.keys)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        told = keys.toString(QKeySequence.SequenceFormat.NativeText)
        help_text = command.help or command.words
        action.setToolTip(f"{help_text} ({told})" if told else help_text)
        action.setStatusTip(command.help)
        if command.shows_keys:
            action.setIconText(f"{command.words} {told}")
        area.addAction(action)
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setAutoRaise(False)
        return action
