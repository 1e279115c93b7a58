"""Asks before a file that somebody has worked on is replaced, and offers another name."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from app.language.catalogue import Catalogue
from ui.widgets.boxes import MessageBox


class ReplaceDialog(MessageBox):
    """`replace_chosen`: write over it. `other_chosen`: write beside it, under the offered name."""

    replace_chosen = Signal()
    other_chosen = Signal()

    def __init__(self, texts: Catalogue, target: Path, other: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Replace the file?"))
        self.setIcon(QMessageBox.Icon.Warning)
        self.setText(
            texts(
                "{name} has been changed since it was exported, or was not made by this program."
                " If it is replaced, what was changed there is lost.",
                name=target.name,
            )
        )
        self.setInformativeText(
            texts("If both are kept, the new one is called “{name}”.", name=other.name)
        )
        roles = QMessageBox.ButtonRole
        self._other: QPushButton = self.addButton(texts("&Keep both"), roles.AcceptRole)
        self._other.setToolTip(other.name)
        self._replace: QPushButton = self.addButton(texts("&Replace it"), roles.DestructiveRole)
        self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(self._other)
        self._other.clicked.connect(self.other_chosen)
        self._replace.clicked.connect(self.replace_chosen)
