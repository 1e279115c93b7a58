"""Says what the program is doing while nothing else can be done, and how far it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.boxes import ButtonBox


class BusyDialog(QDialog):
    """Whoever opens it closes it with `finish`; nobody else can.

    After `let_stop` there is a button, and Escape, that ask for an end; it may take a moment.
    """

    stop_wanted = Signal()

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._finished = False
        self._buttons: QDialogButtonBox | None = None
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(words, self, wordWrap=True))
        column.addWidget(self._bar)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 50)

    def let_stop(self) -> None:
        """Let the work be stopped."""
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._buttons.rejected.connect(self.reject)
        self.layout().addWidget(self._buttons)

    def show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def finish(self) -> None:
        self._finished = True
        self.close()

    def reject(self) -> None:
        if self._finished:
            super().reject()
        elif self._buttons is not None and self._buttons.isEnabled():
            self._buttons.setEnabled(False)
            self.stop_wanted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._finished:
            super().closeEvent(event)
        else:
            event.ignore()
            self.reject()
