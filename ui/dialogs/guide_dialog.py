"""The user guide, read from the files that come with the program: no network."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from app.language.catalogue import Catalogue
from ui.widgets.sizes import resize_in_letters

FIRST = "huong-dan.md"


class GuideDialog(QDialog):
    """Shows the pages of a folder; links lead from page to page."""

    def __init__(self, texts: Catalogue, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("User guide"))
        self.browser = QTextBrowser(self)
        self.browser.setAccessibleName(texts("User guide"))
        self.browser.setAccessibleDescription(texts("Links lead from page to page."))
        self.browser.setSource(QUrl.fromLocalFile(str(folder / FIRST)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.browser)
        column.addWidget(buttons)
        resize_in_letters(self, 90, 34)
