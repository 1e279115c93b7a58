"""Why the archive cannot be opened, and what one may do instead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.language.catalogue import Catalogue


class StartDialog(QDialog):
    """`archive_chosen` carries the path of another archive; `rejected`: quit."""

    archive_chosen = Signal(str)

    def __init__(self, texts: Catalogue, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("The archive cannot be opened"))
        self._texts = texts
        label = QLabel(sentence, self, wordWrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        another = buttons.addButton(texts("&Choose another file…"), roles.ActionRole)
        new = buttons.addButton(texts("Make a &new archive…"), roles.ActionRole)
        buttons.addButton(texts("&Quit"), roles.RejectRole)
        another.clicked.connect(self._on_another)
        new.clicked.connect(self._on_new)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def _on_another(self) -> None:
        self._ask(QFileDialog.AcceptMode.AcceptOpen)

    def _on_new(self) -> None:
        self._ask(QFileDialog.AcceptMode.AcceptSave)

    def _ask(self, mode: QFileDialog.AcceptMode) -> None:
        dialog = QFileDialog(self, self._texts("Archive of minutes"))
        dialog.setAcceptMode(mode)
        if mode is QFileDialog.AcceptMode.AcceptOpen:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._texts("Archives of minutes (*.sqlite)"))
        dialog.setDefaultSuffix("sqlite")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file_selected(self, path: str) -> None:
        self.accept()
        self.archive_chosen.emit(path)
