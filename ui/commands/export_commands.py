"""Commands that make documents: Word, PDF, paper."""

from app.minutes.words import DocumentKind
from ui.commands.command_set import CommandSet
from ui.drafts import sent_before, set_draft
from ui.exporting import PDF


class ExportCommands(CommandSet):
    """Export and print, of the open record or of those selected in the list."""

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

    def document_options(self) -> None:
        self._tools.options.ask()

    def _export(self, kind: DocumentKind) -> None:
        """Ask where to; before that, whether what was sent for review is now another draft."""
        from ui.dialogs.next_draft_dialog import NextDraftDialog

        record = self._settled()
        if record is None:
            return
        sent = sent_before(self._tools.for_many.archive, record, kind, self._desk.state)
        if sent is None:
            self._tools.exporter.ask(record, kind)
            return
        dialog = NextDraftDialog(self._texts, sent, record, self._window)
        dialog.draft_chosen.connect(self._on_draft_chosen)
        dialog.open()

    def _on_draft_chosen(self, kind: DocumentKind, draft: int) -> None:
        if self._desk.session is not None:
            set_draft(self._desk.session, kind, draft)
        record = self._settled()
        if record is not None:
            self._tools.exporter.ask(record, kind)
