"""What the actions of the window do: each method here has the name of its row in `actions.py`."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QMessageBox

from app import __version__
from app.editing.session import Step
from app.language.catalogue import Catalogue
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form
from ui.checking import Checker
from ui.desk import Desk
from ui.dialogs.findings_dialog import FindingsDialog
from ui.dialogs.format_dialog import FormatDialog
from ui.dialogs.guide_dialog import GuideDialog
from ui.exporting import PDF, Exporter
from ui.for_many import ForMany
from ui.format_checking import FormatChecker
from ui.main_window import MainWindow
from ui.printing import PrintDesk
from ui.widgets.message_bar import Choice


class Tools(NamedTuple):
    """What the commands work with, besides the window and the desk."""

    exporter: Exporter
    print_desk: PrintDesk
    for_many: ForMany
    checker: Checker
    new_sample: Callable[[], Minutes]
    help_folder: Path


class Commands(QObject):
    """The handler of the window's actions."""

    language_chosen = Signal(str)

    def __init__(self, window: MainWindow, desk: Desk, tools: Tools, texts: Catalogue) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._tools = tools
        self._texts = texts
        self._findings: FindingsDialog | None = None
        self._leave_unsaved = False
        window.closing.connect(self._on_closing)
        window.archive.opened.connect(self.open_record)
        window.preview.place_chosen.connect(self.show_place)
        window.status.findings_requested.connect(self.check)
        window.sections.triggered.connect(self._on_section)
        window.languages.triggered.connect(self._on_language)

    # --- file

    def new(self) -> None:
        self._window.pages.finish()
        self._desk.new()
        self._window.pages.go_to(0)
        self._window.pages.take_focus()

    def open_record(self, record_id: str) -> None:
        self._window.pages.finish()
        self._desk.open(record_id)

    def open_sample(self) -> None:
        self._window.pages.finish()
        self._desk.take(self._tools.new_sample())

    def duplicate(self) -> None:
        self._window.pages.finish()
        self._desk.duplicate()
        self._window.messages.tell(self._texts("This is the copy; the original stays as it was."))

    def delete(self) -> None:
        self._window.pages.finish()
        name = self._window.headline or self._texts("minutes without a name")
        record = self._desk.delete()
        if record is not None:
            self._window.messages.tell(
                self._texts("Deleted: {name}.", name=name),
                Choice(self._texts("Undo"), partial(self._desk.bring_back, record)),
            )

    def save(self) -> None:
        self._window.pages.finish()
        self._desk.flush()

    def export(self) -> None:
        """Open the menu of the kinds, from where its button stands."""
        self._window.open_menu_of("export")

    def paper(self) -> None:
        self._window.open_menu_of("paper")

    def print(self) -> None:
        record = self._settled()
        if record is not None:
            self._tools.print_desk.ask(record, self._window.preview.kind)

    def export_pdf(self) -> None:
        record = self._settled()
        if record is not None:
            self._tools.exporter.ask(record, self._window.preview.kind, PDF)

    def export_report(self) -> None:
        self._export(DocumentKind.REPORT)

    def export_minutes(self) -> None:
        self._export(DocumentKind.MINUTES)

    def export_notice(self) -> None:
        self._export(DocumentKind.NOTICE)

    def export_selected(self) -> None:
        from ui.many import ManyExporter  # processes and all: not before they are needed

        self._settled()
        ids = self._window.archive.chosen()
        if not ids:
            self._window.messages.warn(
                self._texts(
                    "Select minutes in the list first: hold Ctrl or Shift while you click them."
                )
            )
            return
        many = ManyExporter(self._window, self._tools.for_many, self._texts)
        many.ask(ids, self._window.preview.kind)

    def quit(self) -> None:
        self._window.close()

    # --- edit

    def undo(self) -> None:
        self._window.pages.finish()
        session = self._desk.session
        if session is not None and session.undo_step is not None:
            self._travel(session.undo_step, session.undo)

    def redo(self) -> None:
        self._window.pages.finish()
        session = self._desk.session
        if session is not None and session.redo_step is not None:
            self._travel(session.redo_step, session.redo)

    def find(self) -> None:
        self._window.actions_by_name["archive_panel"].setChecked(True)
        self._window.archive.start_search()

    def check(self) -> None:
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
        folder = self._tools.for_many.settings.export_folder
        checker = FormatChecker(self._tools.for_many.press)
        dialog = FormatDialog(self._texts, checker.check, folder, self._window)
        record = self._desk.record
        dialog.expect(self._window.preview.kind, record.form if record else Form.PARTY)
        dialog.show()
        dialog.choose()

    def show_place(self, place: object) -> None:
        if self._window.pages.show_place(place):
            self._window.activateWindow()

    # --- view

    def archive_panel(self, shown: bool) -> None:
        self._window.archive.setVisible(shown)

    def rail_panel(self, shown: bool) -> None:
        self._window.rail.setVisible(shown)

    def preview_panel(self, shown: bool) -> None:
        self._window.preview.setVisible(shown)

    def zoom_in(self) -> None:
        self._window.preview.view.zoom_in()

    def zoom_out(self) -> None:
        self._window.preview.view.zoom_out()

    def fit_width(self) -> None:
        self._window.preview.view.fit_width()

    # --- help

    def guide(self) -> None:
        GuideDialog(self._texts, self._tools.help_folder, self._window).show()

    def about(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self._texts("About Biên Bản"))
        box.setText(
            self._texts("Biên Bản {version}: an editor of meeting minutes.", version=__version__)
        )
        box.finished.connect(box.deleteLater)
        box.open()

    def _export(self, kind: DocumentKind) -> None:
        record = self._settled()
        if record is not None:
            self._tools.exporter.ask(record, kind)

    def _settled(self) -> Minutes | None:
        """The open record with the last word typed in it, for a document."""
        self._window.pages.finish()
        self._desk.flush()  # where that fails the status line says so; the document is still wanted
        return self._desk.record

    def _travel(self, step: Step, go: Callable[[], object]) -> None:
        """Show where the step happened, then take it; what the step brings back is shown after."""
        self._window.pages.show_place(step.place)
        go()
        self._window.pages.show_place(step.place)

    def _on_findings_closed(self) -> None:
        self._findings = None

    def _on_section(self, action: QAction) -> None:
        self._window.pages.go_to(action.data())
        self._window.pages.take_focus()

    def _on_language(self, action: QAction) -> None:
        self._window.pages.finish()
        self.language_chosen.emit(action.data())

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
