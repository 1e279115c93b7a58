"""Print: ask which printer and which pages, then print the record as it was when one asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind
from app.press import Press
from ui.main_window import MainWindow
from ui.preview.printing import make_printer, print_pages
from ui.preview.typesetting import typeset

if TYPE_CHECKING:
    from ui.preview.pages import Pages


class PrintDesk(QObject):
    """`ended` carries whether the printer took the pages. `pdf`: whether IT lets PDF files be
    written: Qt's dialog has a printer that is a file."""

    ended = Signal(bool)

    def __init__(self, window: MainWindow, press: Press, texts: Catalogue, pdf: bool) -> None:
        super().__init__(window)
        self._pdf = pdf
        self._window = window
        self._press = press
        self._texts = texts
        self._pages: Pages | None = None
        self._printer: QPrinter | None = None

    def ask(self, record: Minutes, kind: DocumentKind) -> None:
        try:
            outline = self._press.final(record, kind, record.form)
        except KnownError as error:
            self._window.messages.warn(error.told(self._texts))
            return
        self._pages = typeset(outline, self._press.rules_of(record))
        self._printer = make_printer(self._pages, self._press.name(record, kind))
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setWindowTitle(self._texts("Print"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, self._pdf)
        dialog.setMinMax(1, self._pages.count)
        dialog.finished.connect(self._on_finished)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own `open` wants a slot by name

    def _on_finished(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self.print()

    def print(self) -> None:
        """Print what was asked for."""
        if self._pages is None or self._printer is None:
            return
        taken = print_pages(self._pages, self._printer)
        if taken:
            count = self._pages.count
            words = self._texts.plural(
                "{count} page was sent to the printer.",
                "{count} pages were sent to the printer.",
                count=count,
            )
            self._window.messages.tell(words)
        else:
            self._window.messages.warn(
                self._texts("The printer does not take the pages. See that it is on and ready.")
            )
        self.ended.emit(taken)
