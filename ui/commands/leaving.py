"""Closing the window: everything is written first, and where it cannot be, one is asked."""

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMessageBox

from ui.commands.command_set import CommandSet


class Leaving(CommandSet):
    """Lets the window close when all is saved. It has no actions of its own."""

    def listen(self) -> None:
        self._leave_unsaved = False
        self._window.closing.connect(self._on_closing)

    def _on_closing(self, event: QCloseEvent) -> None:
        self._window.pages.finish()
        if self._leave_unsaved or self._desk.flush():
            event.accept()
            return
        event.ignore()
        self._ask_to_leave_unsaved()

    def _ask_to_leave_unsaved(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self._texts("Not saved"))
        box.setText(
            self._texts(
                "The last changes could not be saved: {reason}", reason=self._window.status.saved
            )
        )
        stay = box.addButton(self._texts("&Stay"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(
            self._texts("&Quit without saving"), QMessageBox.ButtonRole.DestructiveRole
        )
        box.setDefaultButton(stay)
        leave.clicked.connect(self._on_leave_unsaved)
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_leave_unsaved(self) -> None:
        self._leave_unsaved = True
        self._window.close()
