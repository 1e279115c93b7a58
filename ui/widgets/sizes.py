"""How a dialog opens: so many letters and lines large, but never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

_FRAME_LINES = 3
"""What the frame of a window and a task bar take of the screen, in lines."""


def resize_in_letters(window: QWidget, letters: int, lines: int) -> None:
    """Open a window so many letters wide and lines high, as far as the screen allows."""
    metrics = window.fontMetrics()
    room = window.screen().availableGeometry().size()
    line = metrics.height()
    wanted = QSize(metrics.averageCharWidth() * letters, line * lines)
    layout = window.layout()
    if layout is not None and layout.hasHeightForWidth():  # sentences may need more lines
        wanted.setHeight(max(wanted.height(), layout.minimumHeightForWidth(wanted.width())))
    window.resize(wanted.boundedTo(room - QSize(line, line * _FRAME_LINES)))


def without_default(buttons: QDialogButtonBox) -> None:
    """Let Enter press no button that does not have the focus: where it means a row of a list."""
    for button in buttons.buttons():
        if isinstance(button, QPushButton):
            button.setAutoDefault(False)
            button.setDefault(False)
