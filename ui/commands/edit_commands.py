"""Commands of the menu Edit: the history, searching, checking."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.minutes.words import Form
from ui.commands.command_set import CommandSet

if TYPE_CHECKING:
    from app.editing.session import Step
    from app.minutes.place import Place
    from ui.dialogs.findings_dialog import FindingsDialog


class EditCommands(CommandSet):
    """Undo, redo, find, check."""

    def listen(self) -> None:
        self._findings: FindingsDialog | None = None
        self._window.preview.place_chosen.connect(self.show_place)
        self._window.status.findings_requested.connect(self.check)

    def undo(self) -> None:
        self._window.pages.finish()
        session, deleted = self._desk.session, self._desk.deleted
        if session is not None and session.undo_step is not None:
            self._travel(session.undo_step, session.undo)
        elif deleted is not None:
            self._window.messages.dismiss()
            self._desk.bring_back(deleted)

    def redo(self) -> None:
        self._window.pages.finish()
        session = self._desk.session
        if session is not None and session.redo_step is not None:
            self._travel(session.redo_step, session.redo)

    def find(self) -> None:
        self._window.actions_by_name["archive_panel"].setChecked(True)
        self._window.archive.start_search()

    def check(self) -> None:
        from ui.dialogs.findings_dialog import FindingsDialog

        self._window.pages.finish()
        if self._findings is None:
            self._findings = FindingsDialog(self._texts, self._window)
            self._findings.place_chosen.connect(self.show_place)
            self._findings.destroyed.connect(self._on_findings_closed)
            self._tools.checker.found.connect(self._findings.show_findings)
        self._tools.checker.check_now()
        self._findings.show()
        self._findings.activateWindow()

    def check_file(self) -> None:
        from ui.dialogs.format_dialog import FormatDialog
        from ui.format_checking import FormatChecker

        folder = self._tools.for_many.settings.export_folder
        checker = FormatChecker(self._tools.for_many.press)
        dialog = FormatDialog(self._texts, checker.check, folder, self._window)
        record = self._desk.record
        dialog.expect(self._window.preview.kind, record.form if record else Form.PARTY)
        dialog.show()
        dialog.choose()

    def show_place(self, place: "Place") -> None:
        if self._window.pages.show_place(place):
            self._window.activateWindow()

    def _travel(self, step: "Step", go: Callable[[], object]) -> None:
        """Show where the step happened, then take it; what the step brings back is shown after.

        Where it takes something away, one stays on the page that showed it.
        """
        self._window.pages.show_place(step.place)
        go()
        if not self._window.pages.show_place(step.place):
            self._window.pages.take_focus()

    def _on_findings_closed(self) -> None:
        self._findings = None
