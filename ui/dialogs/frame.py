"""What dialogs have in common: how large they open, and the button that closes them."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox


def open_at(dialog: QDialog, letters: int, lines: int) -> None:
    """Give a dialog room for so many letters and lines, as far as the screen has it."""
    metrics = dialog.fontMetrics()
    wanted = QSize(metrics.averageCharWidth() * letters, metrics.height() * lines)
    # The desktop puts a frame around it: leave room for that too.
    room = dialog.screen().availableSize() * 0.94
    dialog.resize(wanted.boundedTo(room))


def close_button(dialog: QDialog) -> QDialogButtonBox:
    """A button that closes the dialog. Enter in a field takes its text, and closes nothing."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    button = buttons.button(QDialogButtonBox.StandardButton.Close)
    button.setAutoDefault(False)
    button.setDefault(False)
    buttons.rejected.connect(dialog.close)
    return buttons
