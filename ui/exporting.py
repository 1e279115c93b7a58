"""Export to Word or PDF: ask where to, write in a thread, say what came of it.

What is written is the record as it was when one asked, and the archive keeps a copy. A file that
somebody has worked on is only replaced by whoever says so.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.archive.evidence import Document
from app.errors import KnownError
from app.keeping import document_of
from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind
from app.press import Press
from ui.jobs import run
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.widgets.boxes import file_dialog
from ui.widgets.message_bar import Choice

Refuse = Callable[[KnownError], object]

CAPTIONS = {
    DocumentKind.REPORT: N_("Export the narrative report"),
    DocumentKind.MINUTES: N_("Export the minutes"),
    DocumentKind.NOTICE: N_("Export the notice of conclusions"),
}


class Paper(NamedTuple):
    """A document to be written: the record as it is now, and as what."""

    record: Minutes
    kind: DocumentKind


class Output(NamedTuple):
    """A kind of file, and how a document is written as one; `bool`: replace what is there."""

    suffix: str
    name_filter: str
    write: Callable[[Press, Paper, Path, bool], bytes]


class Written(NamedTuple):
    """A file that was written; `not_kept` where the archive could not keep a copy of it."""

    path: Path
    not_kept: Exception | None = None


Keep = Callable[[Minutes, Document], object]


def _write_word(press: Press, paper: Paper, path: Path, insist: bool) -> bytes:
    return press.export(paper.record, paper.kind, paper.record.form, path, insist=insist)


def _write_pdf(press: Press, paper: Paper, path: Path, _insist: bool) -> bytes:
    """The dialog has asked whether to replace a PDF; nobody works on one as on a Word file."""
    from app.word.save import save_file
    from ui.preview.pdf import PdfProperties, pdf_of
    from ui.preview.typesetting import typeset

    outline = press.final(paper.record, paper.kind, paper.record.form)
    pages = typeset(outline, press.rules_of(paper.record))
    data = pdf_of(pages, PdfProperties(outline.title, "Biên Bản"))
    save_file(data, path, insist=True)
    return data


WORD = Output("docx", N_("Word documents (*.docx)"), _write_word)
PDF = Output("pdf", N_("PDF files (*.pdf)"), _write_pdf)


class _Export(QObject):
    """One document on its way: it is written, and where the target is taken, one is asked."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, paper: Paper, output: Output, exporter: "Exporter") -> None:
        super().__init__(exporter)
        self._paper = paper
        self._output = output
        self._exporter = exporter
        self._path = Path()
        self._instead = Path()

    def start(self, path: Path, *, insist: bool = False) -> None:
        self._path = path
        run(partial(self._work, path, insist), self, self.done, self._on_failed)

    def again(self) -> None:
        """Write it where it should have been written."""
        self.start(self._path)

    def instead(self) -> None:
        """Write it beside the target that is taken."""
        self.start(self._instead)

    def replace(self) -> None:
        self.start(self._path, insist=True)

    def _work(self, path: Path, insist: bool) -> Written:
        data = self._output.write(self._exporter.press, self._paper, path, insist)
        return Written(path, self._exporter.keep(self._paper, path, data))

    def _on_failed(self, error: Exception) -> None:
        from app.word.save import TargetChanged, TargetLocked

        self.failed.emit(error)
        if isinstance(error, TargetChanged):
            self._instead = error.instead
            self._exporter.ask_to_replace(self, self._path, error.instead)
        elif isinstance(error, TargetLocked):
            self._instead = error.instead
            self._exporter.tell_locked(self, error, error.instead)
        else:
            self._exporter.tell_failed(error)


class Exporter(QObject):
    """One export at a time is asked for; each that was started comes to its end.

    `ended` carries the path that was written, or the exception that came instead; `kept` the id of
    a record of which the archive keeps another document now. `keep` is called in a thread.
    """

    ended = Signal(object)
    kept = Signal(str)

    def __init__(
        self, window: MainWindow, press: Press, texts: Catalogue, settings: Settings, keep: Keep
    ) -> None:
        super().__init__(window)
        self.press = press
        self._window = window
        self._texts = texts
        self._settings = settings
        self._keep = keep
        self._asked: tuple[Paper, Output] | None = None

    def ask(self, record: Minutes, kind: DocumentKind, output: Output = WORD) -> None:
        """Ask where to write; the record is the one to be written, whatever is typed meanwhile."""
        try:
            self.press.check_allowed(record)
        except KnownError as error:
            self.tell_failed(error)
            return
        self._asked = Paper(record, kind), output
        dialog = file_dialog(self._window, self._texts(CAPTIONS[kind]))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._texts(output.name_filter))
        dialog.setDefaultSuffix(output.suffix)
        dialog.setDirectory(self._settings.export_folder or documents_folder())
        dialog.selectFile(f"{self.press.name(record, kind)}.{output.suffix}")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, record: Minutes, kind: DocumentKind, path: Path, output: Output = WORD) -> None:
        """Write one document in a thread, then say so in the message bar."""
        export = _Export(Paper(record, kind), output, self)
        export.done.connect(self._on_done)
        export.failed.connect(self.ended)
        export.start(path)

    def keep(self, paper: Paper, path: Path, data: bytes) -> Exception | None:
        """Have the archive keep what was written. What goes wrong is handed back: the file stands.

        It is called in the thread of the export.
        """
        record, kind = paper
        try:
            self._keep(record, document_of(record, kind, record.form, str(path), data))
        except Exception as error:
            return error
        self.kept.emit(record.id)
        return None

    def ask_to_replace(self, export: _Export, target: Path, other: Path) -> None:
        from ui.dialogs.replace_dialog import ReplaceDialog

        dialog = ReplaceDialog(self._texts, target, other, self._window)
        dialog.replace_chosen.connect(export.replace)
        dialog.other_chosen.connect(export.instead)
        dialog.open()

    def tell_locked(self, export: _Export, error: KnownError, other: Path) -> None:
        """Somebody has the file open: it can be closed there, or another name taken here."""
        words = self._texts("Save as “{name}”", name=other.name.replace("&", "&&"))
        self._window.messages.warn(
            error.told(self._texts),
            Choice(words, export.instead),
            Choice(self._texts("Try again"), export.again),
        )

    def tell_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._window.messages.warn(error.told(self._texts))

    def _on_file_selected(self, chosen: str) -> None:
        path = Path(chosen)
        self._settings.export_folder = str(path.parent)
        if self._asked is not None:
            (record, kind), output = self._asked
            self.write(record, kind, path, output)

    def _on_done(self, written: Written) -> None:
        path, problem = written
        self.ended.emit(path)
        choices = (
            Choice(self._texts("Open"), partial(open_path, path, self.tell_failed)),
            Choice(self._texts("Show in folder"), partial(show_in_folder, path, self.tell_failed)),
        )
        words = self._texts("Exported to {path}.", path=path)
        if problem is None:
            self._window.messages.tell(words, *choices)
            return
        reason = problem.told(self._texts) if isinstance(problem, KnownError) else str(problem)
        words += " " + self._texts("But the archive keeps no copy of it: {reason}", reason=reason)
        self._window.messages.warn(words, *choices)
        if not isinstance(problem, KnownError):
            raise problem


def documents_folder() -> str:
    """The user's documents, or home where there is no such folder: never wherever one stands."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if Path(documents).is_dir() else str(Path.home())


def open_path(path: Path, refuse: Refuse) -> None:
    """Let the system open a file or a folder; `refuse` hears of it where it cannot."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        refuse(KnownError(N_("No program on this computer opens {path}."), path=path))


def show_in_folder(path: Path, refuse: Refuse) -> None:
    if sys.platform == "win32":
        QProcess.startDetached("explorer.exe", ["/select,", str(path)])
    else:
        open_path(path.parent, refuse)
