"""The documents that were made of the open minutes, each of which can be shown just as it was."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.archive.history import Export
from app.language.catalogue import Catalogue
from app.language.dates import local_moment
from app.marking import N_
from app.minutes.spoken import DOCUMENT_KINDS, FORMS
from ui.widgets.boxes import ButtonBox, file_dialog
from ui.widgets.headers import calm
from ui.widgets.sizes import resize_in_letters, without_default

HEADINGS = (N_("When"), N_("Document"), N_("Draft no."), N_("File"), N_("Size"))
_FILE_COLUMN, _SIZE_COLUMN = 3, 4
_KILO = 1000
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ExportsDialog(QDialog):
    """`show_chosen` carries an Export; `copy_chosen` one, and the path to copy it to."""

    show_chosen = Signal(object)
    copy_chosen = Signal(object, object)

    def __init__(
        self,
        texts: Catalogue,
        exports: Sequence[Export],
        folder: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Exported documents"))
        self._texts = texts
        self._exports: Sequence[Export] = exports
        self._folder = folder
        self._table = QTableWidget(len(exports), len(HEADINGS), self, showGrid=False)
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        roles = QDialogButtonBox.ButtonRole
        self._show = self._buttons.addButton(texts("&Show as it was"), roles.ActionRole)
        self._copy = self._buttons.addButton(texts("Save a &copy…"), roles.ActionRole)
        self._fill()
        self._lay_out()
        self._connect()

    def _fill(self) -> None:
        self._table.setAccessibleName(self._texts("Exported documents"))
        self._table.setAccessibleDescription(self._texts("The newest first."))
        self._table.setHorizontalHeaderLabels([self._texts(words) for words in HEADINGS])
        self._table.verticalHeader().hide()
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        for row, export in enumerate(self._exports):
            for column, words in enumerate(self._words(export)):
                item = QTableWidgetItem(words)
                item.setToolTip(export.path if column == _FILE_COLUMN else words)
                if column == _SIZE_COLUMN:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self._table.setItem(row, column, item)
        header = calm(self._table.horizontalHeader())
        header.setMinimumSectionSize(header.sectionSizeHint(_FILE_COLUMN))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_FILE_COLUMN, QHeaderView.ResizeMode.Stretch)
        if self._exports:
            self._table.setCurrentCell(0, 0)

    def _words(self, export: Export) -> tuple[str, ...]:
        texts = self._texts
        kind, form = texts(dict(DOCUMENT_KINDS)[export.kind]), texts(dict(FORMS)[export.form])
        return (
            local_moment(export.at),
            f"{kind} ({form})",
            str(export.draft) if export.draft is not None else "",
            Path(export.path).name or texts("only in the archive"),
            texts("{count} kB", count=-(-export.size // _KILO)),
        )

    def _lay_out(self) -> None:
        words = (
            self._texts("Each is kept as it was written, whatever became of the file.")
            if self._exports
            else self._texts("No document has been made of these minutes yet.")
        )
        column = QVBoxLayout(self)
        column.addWidget(QLabel(words, self, wordWrap=True))
        column.addWidget(self._table, 1)
        column.addWidget(self._buttons)
        for button in (self._show, self._copy):
            button.setEnabled(bool(self._exports))
        resize_in_letters(self, 110, 20)

    def _connect(self) -> None:
        self._show.clicked.connect(self._on_show)
        self._table.cellActivated.connect(self._on_show)
        self._copy.clicked.connect(self._on_copy)
        self._buttons.rejected.connect(self.reject)
        without_default(self._buttons)  # Enter shows the row one is on

    def _chosen(self) -> Export:
        row: int = self._table.currentRow()
        return self._exports[max(0, row)]

    def _on_show(self) -> None:
        self.show_chosen.emit(self._chosen())

    def _on_copy(self) -> None:
        name = Path(self._chosen().path).name or "document.docx"
        dialog = file_dialog(self, self._texts("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.setDirectory(self._folder)
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file_selected(self, path: str) -> None:
        self.copy_chosen.emit(self._chosen(), Path(path))
