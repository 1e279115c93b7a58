"""Export to Word: ask where to, write in a thread from the record as it is, say what came of it."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind
from app.press import Press
from ui.jobs import Job
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.widgets.message_bar import Choice

CAPTIONS = {
    DocumentKind.REPORT: N_("Export the narrative report"),
    DocumentKind.MINUTES: N_("Export the minutes"),
    DocumentKind.NOTICE: N_("Export the notice of conclusions"),
}


class Exporter(QObject):
    """One export at a time is asked for; each that was started comes to its end.

    `ended` carries the path that was written, or the exception that came instead.
    """

    ended = Signal(object)

    def __init__(
        self, window: MainWindow, press: Press, texts: Catalogue, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._press = press
        self._texts = texts
        self._settings = settings
        self._record: Minutes | None = None
        self._kind = DocumentKind.MINUTES

    def ask(self, record: Minutes, kind: DocumentKind) -> None:
        """Ask where to write; the record is the one to be written, whatever is typed meanwhile."""
        self._record = record
        self._kind = kind
        dialog = QFileDialog(self._window, self._texts(CAPTIONS[kind]))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._texts("Word documents (*.docx)"))
        dialog.setDefaultSuffix("docx")
        dialog.setDirectory(self._settings.export_folder or _documents_folder())
        dialog.selectFile(f"{self._press.name(record, kind)}.docx")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, record: Minutes, kind: DocumentKind, path: Path) -> None:
        """Write one document in a thread, then say so in the message bar."""
        job = Job(partial(self._work, record, kind, path), self)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.done.connect(job.deleteLater)
        job.failed.connect(job.deleteLater)
        job.start()

    def _work(self, record: Minutes, kind: DocumentKind, path: Path) -> Path:
        outline = self._press.compose(record, kind, record.form)
        self._press.write(outline, path)
        return path

    def _on_file_selected(self, chosen: str) -> None:
        path = Path(chosen)
        self._settings.export_folder = str(path.parent)
        if self._record is not None:
            self.write(self._record, self._kind, path)

    def _on_done(self, path: Path) -> None:
        self.ended.emit(path)
        self._window.messages.tell(
            self._texts("Exported to {path}.", path=path),
            Choice(self._texts("Open"), partial(_open, path)),
            Choice(self._texts("Show in folder"), partial(_show_in_folder, path)),
        )

    def _on_failed(self, error: Exception) -> None:
        self.ended.emit(error)
        if not isinstance(error, KnownError):
            raise error
        self._window.messages.warn(error.told(self._texts))


def _documents_folder() -> str:
    """The user's documents, or home where there is no such folder: never wherever one stands."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if Path(documents).is_dir() else str(Path.home())


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _show_in_folder(path: Path) -> None:
    if sys.platform == "win32":
        QProcess.startDetached("explorer.exe", ["/select,", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
