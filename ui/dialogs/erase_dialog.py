"""Erasing the open minutes for good: what that means, and afterwards where they may still be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from app.archive.erasing import Erased
from app.language.catalogue import Catalogue
from app.marking import N_
from ui.widgets.boxes import ButtonBox
from ui.widgets.marked_text import MarkedText
from ui.widgets.sizes import resize_in_letters, without_default

WHAT_IT_MEANS = N_(
    "These minutes are erased for good, wherever this program can reach them: in the archive, with"
    " all their versions, exported documents and the files kept with them, in the backups here and"
    " in the second place, and in copies that restoring left. This cannot be undone."
)
STAYS = N_("Names and positions that were learnt for type-ahead stay in the directory of people.")


class EraseDialog(QDialog):
    """`erase_chosen`: do it. Then `show_erased` says what came of it."""

    erase_chosen = Signal()

    def __init__(self, texts: Catalogue, headline: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Erase for good"))
        self._texts = texts
        self._told = QLabel(f"{headline}\n\n{texts(WHAT_IT_MEANS)}", self, wordWrap=True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._left = MarkedText(texts("Where they may still be"), self)
        self._left.hide()
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._erase = self._buttons.addButton(
            texts("&Erase for good"), QDialogButtonBox.ButtonRole.ActionRole
        )
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addWidget(self._left, 1)
        column.addWidget(self._buttons)
        self._erase.clicked.connect(self._on_erase)
        self._buttons.rejected.connect(self.reject)
        without_default(self._buttons)
        resize_in_letters(self, 74, 14)

    def show_erased(self, erased: Erased) -> None:
        """Say from how many files they were erased, and where they may still be."""
        texts = self._texts
        files = texts.plural(
            "The minutes are erased from {count} file.",
            "The minutes are erased from {count} files.",
            count=len(erased.files),
        )
        where = texts("This is where they may still be:")
        self._told.setText(f"{files} {where}")
        lines = [(f"{left.path} – {left.why.told(texts)}", ()) for left in erased.left]
        self._left.show_lines([*lines, (texts(STAYS), ())])
        self._left.show()
        self._erase.hide()
        close = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        close.setText(texts("&Close"))
        close.setEnabled(True)
        resize_in_letters(self, 90, 18)

    def _on_erase(self) -> None:
        self._erase.setEnabled(False)
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setEnabled(False)
        self._told.setText(self._texts("Erasing…"))
        self.erase_chosen.emit()
