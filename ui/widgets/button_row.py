"""A row of buttons from data, above or below what they work on."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form_rows import plain_label


class Button(NamedTuple):
    """Words with a mnemonic, what it does, and help that names its key."""

    words: str
    clicked: Callable[[], object]
    help: str = ""


class ButtonRow(QWidget):
    """Buttons side by side, as wide as their words, in as many lines as it takes."""

    def __init__(self, buttons: Sequence[Button], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        self._made: list[QPushButton] = []
        for button in buttons:
            made = QPushButton(button.words)
            made.setAutoDefault(False)
            made.setToolTip(button.help)
            made.setAccessibleName(plain_label(button.words))
            made.setAccessibleDescription(button.help)
            made.clicked.connect(button.clicked)
            row.addWidget(made)
            self._made.append(made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A splitter does not ask what is inside it for the height that goes with its width.
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def set_enabled(self, at: int, enabled: bool) -> None:
        """Let one of the buttons be used, or not."""
        self._made[at].setEnabled(enabled)
