"""Minutes came that are here already and say something else: what differs, and which to keep."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from app.archive.entries import State
from app.handing.taking import Arrival
from app.language.catalogue import Catalogue
from app.minutes.record import Minutes
from app.telling.differences import told
from ui.widgets.boxes import ButtonBox
from ui.widgets.marked_text import MarkedText
from ui.widgets.sizes import resize_in_letters


class ArrivalDialog(QDialog):
    """`theirs_chosen`: let the minutes here become what came. `both_chosen`: keep a copy beside.

    Whatever else closes it keeps what is here.
    """

    theirs_chosen = Signal()
    both_chosen = Signal()

    def __init__(
        self,
        texts: Catalogue,
        name: str,
        here: Arrival,
        came: Minutes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("These minutes are here already"))
        words = texts(
            "{name} holds minutes that are in this archive too, but say something else. What is in"
            " the file and not here is underlined; what is here and not in the file is struck out.",
            name=name,
        )
        shown = MarkedText(texts("Differences"), self)
        shown.setAccessibleDescription(words)
        mine = here.mine or came
        shown.show_lines(
            [
                (each.about, [(piece.text, piece.mark.value) for piece in each.pieces])
                for each in told(mine, came, texts)
            ]
        )
        column = QVBoxLayout(self)
        column.addWidget(QLabel(words, self, wordWrap=True))
        column.addWidget(shown, 1)
        hindrance = _hindrance(texts, here)
        if hindrance:
            column.addWidget(QLabel(hindrance, self, wordWrap=True))
        column.addWidget(self._buttons(texts, bool(hindrance)))
        resize_in_letters(self, 90, 26)

    def _buttons(self, texts: Catalogue, fixed: bool) -> QDialogButtonBox:
        buttons = ButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        keep = buttons.addButton(texts("&Keep mine"), roles.RejectRole)
        theirs = buttons.addButton(texts("Take &theirs"), roles.AcceptRole)
        both = buttons.addButton(texts("Keep &both"), roles.ActionRole)
        keep.setDefault(True)
        theirs.setEnabled(not fixed)
        theirs.setToolTip(texts("This can be undone."))
        both.setToolTip(texts("What came becomes minutes of its own."))
        theirs.clicked.connect(self._on_theirs)
        both.clicked.connect(self._on_both)
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_theirs(self) -> None:
        self.accept()
        self.theirs_chosen.emit()

    def _on_both(self) -> None:
        self.accept()
        self.both_chosen.emit()


def _hindrance(texts: Catalogue, here: Arrival) -> str:
    if here.binned:
        return texts("Here they lie in the bin: take them out first, or keep both.")
    if here.state is State.FINAL:
        return texts("Here they are finished: reopen them first, or keep both.")
    return ""
