"""F1 in a dialog: the keys of the window behind it do not reach it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog


class HelpKey(QShortcut):
    """`asked` carries the dialog in which help was asked for."""

    asked = Signal(object)

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(QKeySequence("F1"), dialog)
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self.asked.emit(self.parent())
