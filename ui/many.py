"""Export of the minutes that are chosen in the archive's list: asks what and where to."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.batch import Batch, Order, orders
from app.language.catalogue import Catalogue
from app.minutes.words import DocumentKind
from ui.batch import BatchJob
from ui.dialogs.batch_dialog import BatchDialog
from ui.exporting import documents_folder
from ui.for_many import ForMany
from ui.main_window import MainWindow


class ManyExporter(QObject):
    """Opens a dialog for a choice of records; the dialog does the rest."""

    def __init__(self, window: MainWindow, given: ForMany, texts: Catalogue) -> None:
        super().__init__(window)
        self._window = window
        self._given = given
        self._texts = texts

    def ask(self, ids: Sequence[str], kind: DocumentKind) -> BatchDialog:
        batch = Batch(self._given.archive.path, self._given.resources, self._given.press.house)
        job = BatchJob(partial(self._given.keeper.run, batch), self)
        make = partial(self._orders, tuple(ids))
        self._given.press.read_forms()  # what is wrong with them is told once, here
        dialog = BatchDialog(self._texts, len(ids), make, job, self._window)
        dialog.choose_kind(kind)
        dialog.choose_folder(self._given.settings.export_folder or documents_folder())
        dialog.folder_used.connect(self._on_folder_used)
        dialog.destroyed.connect(self.deleteLater)
        dialog.open()
        return dialog

    def _orders(self, ids: tuple[str, ...], kind: DocumentKind, folder: Path) -> Sequence[Order]:
        return orders(map(self._given.archive.entry, ids), kind, None, folder, self._given.press)

    def _on_folder_used(self, folder: str) -> None:
        self._given.settings.export_folder = folder
