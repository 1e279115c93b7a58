"""Going back to a backup: which there are, and what is inside before it replaces anything."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.archive.backups import Backup, Inside
from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.language.dates import local_moment
from app.language.numbers import write_number
from ui.widgets.boxes import ButtonBox, file_dialog
from ui.widgets.sizes import resize_in_letters, without_default

_MEGA = 1_000_000


class RestoreDialog(QDialog):
    """`looked_at` asks what is in a file: answer by `show_inside` or `show_problem`.

    `restore_chosen` carries the path of the backup that is to take the archive's place.
    """

    looked_at = Signal(object)
    restore_chosen = Signal(object)

    def __init__(
        self, texts: Catalogue, backups: Sequence[Backup], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Restore a backup"))
        self._texts = texts
        self._paths = [backup.path for backup in backups]
        self._list = QListWidget(self)
        self._list.setAccessibleName(texts("Backups"))
        self._list.setAccessibleDescription(texts("The newest first."))
        self._inside = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self._inside.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        roles = QDialogButtonBox.ButtonRole
        self._other = self._buttons.addButton(texts("Another &file…"), roles.ActionRole)
        self._restore = self._buttons.addButton(texts("&Restore this backup"), roles.ActionRole)
        self._lay_out()
        self._connect()
        for backup in backups:
            self._list.addItem(self._line(backup))
        self._restore.setEnabled(False)

    def look_at_first(self) -> None:
        """Show what is in the newest, once somebody listens."""
        if self._paths:
            self._list.setCurrentRow(0)
        else:
            self._inside.setText(
                self._texts("There is no backup yet; a copy elsewhere can be chosen.")
            )

    def show_inside(self, path: Path, inside: Inside) -> None:
        """What is in the backup at a path; nothing where another is chosen by now."""
        if path == self._path():
            self._inside.setText("\n\n".join(self._told(path, inside)))
            self._restore.setEnabled(True)

    def show_problem(self, path: Path, error: KnownError) -> None:
        if path == self._path():
            self._inside.setText(error.told(self._texts))

    def _lay_out(self) -> None:
        splitter = QSplitter(self, childrenCollapsible=False)
        splitter.addWidget(self._list)
        splitter.addWidget(self._inside)
        splitter.setStretchFactor(1, 1)
        kept = QLabel(
            self._texts(
                "The backup takes the place of the archive. What it replaces is kept beside it,"
                " under another name; nothing is lost."
            ),
            self,
            wordWrap=True,
        )
        column = QVBoxLayout(self)
        column.addWidget(splitter, 1)
        column.addWidget(kept)
        column.addWidget(self._buttons)
        letter = self.fontMetrics().averageCharWidth()
        splitter.setSizes([letter * 40, letter * 50])
        resize_in_letters(self, 92, 20)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._other.clicked.connect(self._on_other)
        self._restore.clicked.connect(self._on_restore)
        self._buttons.rejected.connect(self.reject)
        without_default(self._buttons)

    def _line(self, backup: Backup) -> str:
        size = self._texts("{size} MB", size=_megabytes(backup.size))
        where = "" if backup.path.parent == self._paths[0].parent else f" – {backup.path.parent}"
        return f"{local_moment(backup.at)} – {size}{where}"

    def _told(self, path: Path, inside: Inside) -> list[str]:
        texts = self._texts
        records = texts.plural("{count} record", "{count} records", count=inside.records)
        if inside.binned:
            records += texts(", and {count} in the bin", count=inside.binned)
        told = [str(path), records]
        if inside.years:
            oldest, newest = inside.years[-1], inside.years[0]
            years = str(newest) if oldest == newest else f"{oldest} – {newest}"
            told.append(texts("Years: {years}", years=years))
        if inside.newest_change is not None:
            told.append(texts("Last change: {time}", time=local_moment(inside.newest_change)))
        if inside.program:
            told.append(texts("Written by Biên Bản {version}", version=inside.program))
        return told

    def _path(self) -> Path | None:
        row = self._list.currentRow()
        return self._paths[row] if row >= 0 else None

    def _on_row_changed(self) -> None:
        self._restore.setEnabled(False)
        path = self._path()
        if path is not None:
            self._inside.setText(self._texts("Looking inside…"))
            self.looked_at.emit(path)

    def _on_other(self) -> None:
        dialog = file_dialog(self, self._texts("Archive of minutes"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._texts("Archives of minutes (*.sqlite)"))
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file_selected(self, chosen: str) -> None:
        self._paths.append(Path(chosen))
        self._list.addItem(Path(chosen).name)
        self._list.setCurrentRow(len(self._paths) - 1)

    def _on_restore(self) -> None:
        path = self._path()
        if path is not None:
            self.accept()
            self.restore_chosen.emit(path)


def _megabytes(size: int) -> str:
    return write_number(max(Decimal(size) / _MEGA, Decimal("0.1")).quantize(Decimal("0.1")))
