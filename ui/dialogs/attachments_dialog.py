"""The files kept with minutes: drafts that came back, the scan of the signed copy."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.archive.attachments import Attachment, AttachmentKind
from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.language.dates import short_date
from app.language.numbers import write_number
from app.marking import N_
from app.showing import plain_name
from ui.exporting import documents_folder, open_path
from ui.jobs import run
from ui.keeping_files import FileKeeper
from ui.widgets.boxes import ButtonBox, MessageBox, file_dialog
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.headers import calm
from ui.widgets.sizes import resize_in_letters
from ui.widgets.tab_order import follow_layout

KINDS = {
    AttachmentKind.RETURNED: N_("Draft that came back"),
    AttachmentKind.SIGNED: N_("Signed copy"),
    AttachmentKind.OTHER: N_("Other"),
}
FILTERS = {
    AttachmentKind.RETURNED: N_("Documents (*.docx *.doc *.odt *.pdf);;All files (*)"),
    AttachmentKind.SIGNED: N_("Scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)"),
    AttachmentKind.OTHER: N_("All files (*)"),
}
COLUMNS = (N_("Kind"), N_("File name"), N_("Kept since"), N_("Size"))

RETURNED = N_("The Word file with what the readers wrote into it.")
SIGNED = N_("A scan of the minutes as they were signed.")
OTHER = N_("Anything else that belongs to the meeting.")
OPEN = N_("Opens the file; what is changed in it there is not kept here.")
SAVE = N_("Writes a copy of the file to a place of yours.")
REMOVE = N_("What is removed is gone for good.")


class AttachmentsDialog(QDialog):
    """Lists, takes in, opens, saves elsewhere, removes. The work is done in threads."""

    changed = Signal()

    def __init__(
        self, texts: Catalogue, keeper: FileKeeper, folder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Files kept with the minutes"))
        self._texts = texts
        self._keeper = keeper
        self._folder = folder or documents_folder()
        self._files: list[Attachment] = []
        self._adding = AttachmentKind.OTHER
        self._told = QLabel(self, wordWrap=True)
        self._list = self._table()
        self._buttons = {
            name: self._button(words, does, told)
            for name, words, does, told in (
                ("returned", N_("Add draft that came &back…"), self._on_add_returned, RETURNED),
                ("signed", N_("Add s&igned copy…"), self._on_add_signed, SIGNED),
                ("other", N_("Add o&ther file…"), self._on_add_other, OTHER),
                ("open", N_("&Open"), self._on_open, OPEN),
                ("save", N_("Save &as…"), self._on_save, SAVE),
                ("remove", N_("&Remove"), self._on_remove, REMOVE),
            )
        }
        self._lay_out()
        follow_layout(self)
        self._list.itemSelectionChanged.connect(self._show_usable)
        self._list.cellActivated.connect(self._on_open)
        self._work(keeper.files, self._on_files)

    def _table(self) -> QTableWidget:
        table: QTableWidget = QTableWidget(0, len(COLUMNS), self, showGrid=False)
        table.setAccessibleName(self._texts("Files"))
        table.setAccessibleDescription(self._texts("Enter opens the file."))
        table.setHorizontalHeaderLabels([self._texts(words) for words in COLUMNS])
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        header = calm(table.horizontalHeader())
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return table

    def _button(self, words: str, does: Callable[[], None], told: str) -> QPushButton:
        button = QPushButton(self._texts(words), self, autoDefault=False)
        button.setAccessibleDescription(self._texts(told))
        button.setToolTip(self._texts(told))
        button.clicked.connect(does)
        return button

    def _lay_out(self) -> None:
        adding, chosen = FlowLayout(), FlowLayout()
        for name, button in self._buttons.items():
            (adding if name in ("returned", "signed", "other") else chosen).addWidget(button)
        close = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.close)
        # Enter opens the file that is chosen.
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addLayout(adding)
        column.addWidget(self._list, 1)
        column.addLayout(chosen)
        column.addWidget(close)
        resize_in_letters(self, 90, 20)

    def _chosen(self) -> Attachment | None:
        row = self._list.currentRow()
        return self._files[row] if 0 <= row < len(self._files) else None

    def _show_usable(self) -> None:
        chosen = self._chosen() is not None
        self._buttons["open"].setEnabled(chosen)
        self._buttons["save"].setEnabled(chosen)
        self._buttons["remove"].setEnabled(chosen and not self._keeper.finished)

    def _show_files(self, files: list[Attachment]) -> None:
        self._files = files
        self._list.setRowCount(len(files))
        for row, file in enumerate(files):
            for column, words in enumerate(self._words(file)):
                self._list.setItem(row, column, QTableWidgetItem(words))
        self._list.setCurrentCell(0 if files else -1, 0)
        self._told.setText(self._summed_up())
        self._show_usable()

    def _summed_up(self) -> str:
        if not self._files:
            return self._texts(
                "Nothing is kept with these minutes yet. Drafts that come back and the scan of the"
                " signed copy can be kept here, so that they are found again."
            )
        if self._keeper.finished:
            return self._texts("The minutes are finished: files can be added, none is removed.")
        return self._texts("The files lie in the archive; what is removed is gone for good.")

    def _words(self, file: Attachment) -> tuple[str, ...]:
        at = file.at.astimezone()
        size = self._texts(
            "{count} KB", count=write_number(Decimal(max(1, round(file.size / 1000))))
        )
        return self._texts(KINDS[file.kind]), file.name, f"{short_date(at.date())} {at:%H:%M}", size

    def _on_add_returned(self) -> None:
        self._ask_for(AttachmentKind.RETURNED)

    def _on_add_signed(self) -> None:
        self._ask_for(AttachmentKind.SIGNED)

    def _on_add_other(self) -> None:
        self._ask_for(AttachmentKind.OTHER)

    def _ask_for(self, kind: AttachmentKind) -> None:
        self._adding = kind
        dialog = file_dialog(self, self._texts("Choose a file to keep"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(self._texts(FILTERS[kind]).split(";;"))
        dialog.fileSelected.connect(self._on_added)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_added(self, path: str) -> None:
        self._folder = str(Path(path).parent)
        self._work(partial(self._keeper.keep, Path(path), self._adding), self._on_changed)

    def _on_open(self) -> None:
        file = self._chosen()
        if file is not None:
            self._work(partial(self._keeper.show, file), self._on_shown)

    def _on_shown(self, path: Path) -> None:
        open_path(path, self._on_failed)

    def _on_save(self) -> None:
        file = self._chosen()
        if file is None:
            return
        dialog = file_dialog(self, self._texts("Save a copy"), self._folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(plain_name(file.name))
        dialog.fileSelected.connect(self._on_target)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_target(self, path: str) -> None:
        file = self._chosen()
        if file is not None:
            self._folder = str(Path(path).parent)
            self._work(partial(self._keeper.write, file.id, Path(path)), self._on_written)

    def _on_written(self, path: Path) -> None:
        self._told.setText(self._texts("Saved as {path}.", path=path))

    def _on_remove(self) -> None:
        file = self._chosen()
        if file is None or self._keeper.finished:
            return
        box = MessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self._texts("Remove the file?"))
        box.setText(self._texts("{name} is removed for good.", name=file.name))
        remove = box.addButton(self._texts("&Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(self._on_remove_confirmed)
        box.open()

    def _on_remove_confirmed(self) -> None:
        file = self._chosen()
        if file is not None:
            self._work(partial(self._keeper.remove, file.id), self._on_changed)

    def _on_changed(self, _nothing: object) -> None:
        self.changed.emit()
        self._work(self._keeper.files, self._on_files)

    def _on_files(self, files: list[Attachment]) -> None:
        self._show_files(files)

    def _work(self, function: Callable[[], object], done: Callable[..., None]) -> None:
        # which outlives it, if this dialog does not
        run(function, self.parent(), done, self._on_failed)  # type: ignore[arg-type]

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._told.setText(error.told(self._texts))
