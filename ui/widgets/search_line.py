"""A line in which something is looked for at every key, also of a word that is being composed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.composition import ComposingLine
from ui.widgets.dropped import TakesNoFiles
from ui.widgets.history_free import HistoryFreeLine


class SearchLine(TakesNoFiles, HistoryFreeLine, ComposingLine, QLineEdit):
    """`looked_for`: `so_far` is another text now. Undo belongs to the window."""

    looked_for = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self.looked_for)
        self.growing.connect(self.looked_for)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish()
        super().focusOutEvent(event)
