"""Closing the window: everything is written first, and where it cannot be, one is asked."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent

from app.file_names import file_name
from ui.commands.command_set import CommandSet
from ui.widgets.message_bar import Choice

if TYPE_CHECKING:
    from app.minutes.record import Minutes


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
        from PySide6.QtWidgets import QMessageBox

        from ui.widgets.boxes import MessageBox

        box = MessageBox(self._window)
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
        copy = box.addButton(
            self._texts("Save a &copy elsewhere…"), QMessageBox.ButtonRole.ActionRole
        )
        box.setDefaultButton(stay)
        copy.clicked.connect(self._on_copy)
        leave.clicked.connect(self._on_leave_unsaved)
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_copy(self) -> None:
        """Ask where to put what is not saved: a stick, another disk."""
        from PySide6.QtWidgets import QFileDialog

        from ui.exporting import documents_folder
        from ui.widgets.boxes import file_dialog

        unsaved = self._unsaved()
        if not unsaved:
            self._window.close()  # it could be saved meanwhile
            return
        dialog = file_dialog(self._window, self._texts("Save a copy elsewhere"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._texts("Minutes as JSON (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.setDirectory(documents_folder())
        meeting = unsaved[0].meeting
        dialog.selectFile(f"{file_name(self._window.headline, meeting.date)}.json")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _unsaved(self) -> tuple["Minutes", ...]:
        """What is not on disk, the open record first."""
        opened = self._tools.for_archive.life.current
        found = opened.writer.unsaved if opened else ()
        record = self._desk.record
        return tuple(sorted(found, key=lambda each: each is not record))

    def _on_file_selected(self, chosen: str) -> None:
        from app.minutes.canonical import to_json
        from app.word.save import free_name, save_file

        path = Path(chosen)
        for number, record in enumerate(self._unsaved()):
            save_file(to_json(record), free_name(path) if number else path, insist=True)
        self._window.messages.tell(
            self._texts(
                "A copy is in {path}; it can be opened again from the menu File.", path=path
            ),
            Choice(self._texts("Quit now"), self._on_leave_unsaved),
        )

    def _on_leave_unsaved(self) -> None:
        self._leave_unsaved = True
        self._window.close()
