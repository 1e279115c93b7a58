"""Why the archive cannot be opened, and what one may do about it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.archive.errors import (
    DamagedArchiveError,
    DiskFullError,
    MissingArchiveError,
    NewerArchiveError,
    NotAnArchiveError,
    ReadOnlyArchiveError,
)
from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.marking import N_
from ui.widgets.boxes import ButtonBox, file_dialog

AGAIN = N_("Try &again")
RESCUE = N_("Rescue what can be rea&d…")
RESTORE = N_("Restore a &backup…")
READ = N_("Open to &read only")
OTHER = N_("&Choose another file…")
NEW = N_("Make a &new archive…")
HELP = {
    AGAIN: N_("Open the archive as if nothing had been."),
    RESCUE: N_("The damaged file stays as it is; what can be read goes into a new one beside it."),
    RESTORE: N_("What is replaced is kept."),
    READ: N_("Nothing can be changed, nothing is written."),
    OTHER: N_("An archive in another place."),
    NEW: N_("Begin with an empty archive; the other file stays as it is."),
}

_MENDED_BY: tuple[tuple[type[KnownError], tuple[str, ...]], ...] = (
    (DamagedArchiveError, (RESCUE, RESTORE)),
    # A file whose first page is lost looks like one of another program.
    (NotAnArchiveError, (RESCUE, RESTORE)),
    (NewerArchiveError, ()),
    (MissingArchiveError, (AGAIN, RESTORE)),
    (ReadOnlyArchiveError, (AGAIN, READ)),
    (DiskFullError, (AGAIN, READ)),
)
_USUALLY = (AGAIN,)


class StartDialog(QDialog):
    """One signal for each way out; `rejected`: quit. `archive_chosen` carries the path of another.

    It stays until a way has been gone to its end: `accept` it then.
    """

    archive_chosen = Signal(str)
    again_chosen = Signal()
    read_chosen = Signal()
    rescue_chosen = Signal()
    restore_chosen = Signal()

    def __init__(
        self,
        texts: Catalogue,
        error: KnownError,
        parent: QWidget | None = None,
        *,
        opened: bool = False,
    ) -> None:
        """`opened`: it is open, but damaged: one may mend it, or leave it at that."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = N_("The archive is damaged") if opened else N_("The archive cannot be opened")
        self.setWindowTitle(texts(title))
        self._texts = texts
        self._label = QLabel(error.told(texts), self, wordWrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._ways = QVBoxLayout()
        self._add_ways((RESCUE, RESTORE) if opened else _ways_out(error))
        buttons = ButtonBox(self)
        leave = N_("&Later") if opened else N_("&Quit")
        buttons.addButton(texts(leave), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._label)
        column.addLayout(self._ways)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def tell(self, error: KnownError) -> None:
        """Say what went wrong on the way that was tried; the others are still there."""
        self._label.setText(error.told(self._texts))

    def _add_ways(self, ways: tuple[str, ...]) -> None:
        does = {
            AGAIN: self.again_chosen.emit,
            RESCUE: self.rescue_chosen.emit,
            RESTORE: self.restore_chosen.emit,
            READ: self.read_chosen.emit,
            OTHER: self._on_another,
            NEW: self._on_new,
        }
        for words in ways:
            button = QPushButton(self._texts(words), self)
            button.setAccessibleDescription(self._texts(HELP[words]))
            button.setToolTip(self._texts(HELP[words]))
            button.clicked.connect(does[words])
            self._ways.addWidget(button)

    def _on_another(self) -> None:
        self._ask(QFileDialog.AcceptMode.AcceptOpen)

    def _on_new(self) -> None:
        self._ask(QFileDialog.AcceptMode.AcceptSave)

    def _ask(self, mode: QFileDialog.AcceptMode) -> None:
        dialog = file_dialog(self, self._texts("Archive of minutes"))
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
        self.archive_chosen.emit(str(Path(path)))


def _ways_out(error: KnownError) -> tuple[str, ...]:
    found = (ways for kind, ways in _MENDED_BY if isinstance(error, kind))
    return (*next(found, _USUALLY), OTHER, NEW)
