"""A combo box that leaves the wheel to what scrolls, unless it has the focus.

Every event of the program passing a filter in Python would cost each key; a class costs nothing.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class QuietComboBox(QComboBox):
    """Scrolling over it changes nothing. `told` says more of it than its label."""

    def __init__(self, label: str, parent: QWidget | None = None, *, told: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
