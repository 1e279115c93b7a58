"""A combo box that leaves the wheel to what scrolls, unless it has the focus."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from ui.widgets.unturned import Unturned


class QuietComboBox(Unturned, QComboBox):
    """Scrolling over it changes nothing. `told` says more of it than its label."""

    def __init__(self, label: str, parent: QWidget | None = None, *, told: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        # Qt forgets what it found before its words came for the size it wants, but not for this.
        if self.sizeAdjustPolicy() is self.SizeAdjustPolicy.AdjustToContents:
            return self.sizeHint()
        return super().minimumSizeHint()
