"""The user guide, read from the files that come with the program: no network."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from app.language.catalogue import Catalogue
from app.marking import N_
from ui.widgets.sizes import resize_in_letters

FIRST = "huong-dan.md"
HEADINGS = {
    N_("General"): "Thông tin chung",
    N_("Attendees"): "Thành phần",
    N_("Results"): "Kết quả",
    N_("Directions"): "Phương hướng",
    N_("Petitions"): "Kiến nghị",
    N_("Speeches"): "Phát biểu",
    N_("Conclusions"): "Kết luận",
    N_("Signing, recipients"): "Ký, nơi nhận",
}
"""The heading of the guide, which is Vietnamese always, that is about a page of the form."""


class GuideDialog(QDialog):
    """Shows the guide; links lead from part to part."""

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
        resize_in_letters(self, 110, 38)

    def show_about(self, title: str) -> None:
        """Go to what the guide says of a page of the form; `title` is the page's message."""
        found = self._heading(HEADINGS.get(title, ""))
        if found is not None:
            self.browser.setTextCursor(QTextCursor(found))
            layout = self.browser.document().documentLayout()
            top = layout.blockBoundingRect(found).top()
            self.browser.verticalScrollBar().setValue(round(top))

    def _heading(self, words: str) -> QTextBlock | None:
        block = self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text() == words:
                return block
            block = block.next()
        return None
