"""The user guide, read from the files that come with the program: no network."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from app.language.catalogue import Catalogue
from app.marking import N_
from ui.widgets.boxes import ButtonBox
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


_RECORD, _PEOPLE = "Xin ý kiến, hoàn tất, các phiên bản", "Thành phần"
_FILES, _ARCHIVE, _TROUBLE = "Kho biên bản và sao lưu", "Kho biên bản", "Khi có lỗi"
OF_DIALOGS = {
    "AbbreviationsDialog": "Gõ nhanh",
    "ArrivalDialog": _ARCHIVE,
    "AttachmentsDialog": _RECORD,
    "BatchDialog": _ARCHIVE,
    "BusyDialog": _FILES,
    "CarriedDialog": _ARCHIVE,
    "EraseDialog": _FILES,
    "ExportsDialog": _FILES,
    "FindDialog": "Gõ nhanh",
    "FindingsDialog": "Bắt đầu",
    "FinishDialog": _RECORD,
    "FormatDialog": "Tùy chọn văn bản",
    "MergeDialog": _ARCHIVE,
    "NameDialog": _PEOPLE,
    "NextDraftDialog": _RECORD,
    "OfficeDialog": "Hồ sơ cơ quan",
    "OptionsDialog": "Tùy chọn văn bản",
    "PasteDialog": _PEOPLE,
    "PeopleDialog": _PEOPLE,
    "ProblemDialog": _TROUBLE,
    "RegisterDialog": "Kết luận",
    "ReopenDialog": _RECORD,
    "ReplaceDialog": _TROUBLE,
    "RestoreDialog": _FILES,
    "ReviewDialog": _RECORD,
    "SettingsDialog": "Cài đặt",
    "ShortcutsDialog": "Bắt đầu",
    "StartDialog": _TROUBLE,
    "VersionsDialog": _RECORD,
}
"""The heading that is about a dialog, by its class."""


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
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.browser)
        column.addWidget(buttons)
        resize_in_letters(self, 118, 38)

    def show_about(self, title: str) -> None:
        """Go to what the guide says of a page of the form; `title` is the page's message."""
        self._go_to(HEADINGS.get(title, ""))

    def show_about_dialog(self, kind: str) -> None:
        """Go to what the guide says of a dialog; `kind` is its class."""
        self._go_to(OF_DIALOGS.get(kind, ""))

    def _go_to(self, heading: str) -> None:
        found = self._heading(heading)
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
