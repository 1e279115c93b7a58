"""Asks why finished minutes are reopened; the reason is kept with them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from app.language.catalogue import Catalogue
from app.minutes.text import LINE_LIMIT
from ui.widgets.boxes import ButtonBox
from ui.widgets.composition import finish_focused
from ui.widgets.line_field import LineField


class ReopenDialog(QDialog):
    """`reopen_chosen` carries the reason, which is never empty."""

    reopen_chosen = Signal(str)

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Reopen the minutes"))
        told = texts(
            "What was finished is kept as it was; the minutes become a draft again. Say why: the"
            " reason is kept."
        )
        self._reason = LineField(LINE_LIMIT, self)
        self._reason.setAccessibleName(texts("Reason"))
        self._reason.setAccessibleDescription(told)
        caption = QLabel(texts("&Reason"), self)
        caption.setBuddy(self._reason)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._reopen = buttons.addButton(texts("Re&open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._reopen.setDefault(True)
        self._reopen.setEnabled(False)
        self._reason.textChanged.connect(self._look)
        self._reason.growing.connect(self._look)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (QLabel(told, self, wordWrap=True), caption, self._reason, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def _look(self) -> None:
        self._reopen.setEnabled(bool(self._reason.so_far.strip()))

    def _on_accepted(self) -> None:
        finish_focused()
        reason = self._reason.value().strip()
        self.accept()
        self.reopen_chosen.emit(reason)
