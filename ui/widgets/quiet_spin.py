"""A box for a number that leaves the wheel to what scrolls, unless it has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QWidget

from ui.widgets.unturned import Unturned


class QuietSpinBox(Unturned, QSpinBox):
    """Reports a number when its typing is finished, not at every digit."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
