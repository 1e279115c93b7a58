"""Merges another archive into this one: which minutes it has, which to take, how far it is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.archive.entries import Entry
from app.errors import KnownError
from app.handing.taking import Standing
from app.language.catalogue import Catalogue
from ui.merging import Found, Merger
from ui.models.merge_model import COLUMNS, MergeModel
from ui.widgets.boxes import ButtonBox
from ui.widgets.headers import calm
from ui.widgets.sizes import resize_in_letters


class MergeDialog(QDialog):
    """`merged`: minutes came into the archive."""

    merged = Signal()

    def __init__(
        self,
        texts: Catalogue,
        name: str,
        merger: Merger,
        called: Callable[[Entry], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Merge an archive"))
        self._texts = texts
        self._merger = merger
        merger.setParent(self)
        self._called = called
        self._busy = True
        self._leaves = False
        self._total = 0
        self._model = MergeModel((), called, texts, self)
        self._told = QLabel(texts("Reading {name}…", name=name), self, wordWrap=True)
        self._table = QTableView(self)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(texts("Progress"))
        self._bar.setRange(0, 0)
        self._buttons = ButtonBox(self)
        self._take = self._buttons.addButton(
            texts("&Take what is ticked"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._close = self._buttons.addButton(
            texts("&Stop"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self._lay_out()
        self._take.clicked.connect(self._on_take)
        self._buttons.rejected.connect(self.reject)
        merger.surveyed.connect(self._on_surveyed)
        merger.came.connect(self._on_came)
        merger.ended.connect(self._on_ended)
        merger.failed.connect(self._on_failed)
        self._show_state()
        merger.survey()

    @property
    def busy(self) -> bool:
        """Whether something is being read or taken."""
        return self._busy

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._busy:
            self.stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def reject(self) -> None:
        if self._busy:
            self.stop()
        else:
            super().reject()

    def stop(self) -> None:
        """Finish what is begun; a dialog that is only reading closes itself then."""
        self._leaves = not self._total
        self._merger.stop()
        self._told.setText(self._texts("Stopping…"))

    def _lay_out(self) -> None:
        self._table.setAccessibleName(self._texts("Minutes of the other archive"))
        self._table.setAccessibleDescription(self._texts("Space ticks the row."))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        calm(self._table.horizontalHeader()).setStretchLastSection(True)
        self._table.setModel(self._model)
        self._widen_columns()
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addWidget(self._table, 1)
        column.addWidget(self._bar)
        column.addWidget(self._buttons)
        resize_in_letters(self, 115, 26)

    def _widen_columns(self) -> None:
        letter, header = self.fontMetrics().averageCharWidth(), self._table.horizontalHeader()
        for column, (_, width) in enumerate(COLUMNS):
            least = header.sectionSizeHint(column)
            self._table.setColumnWidth(column, max(width * letter, least))

    def _show_state(self) -> None:
        self._bar.setVisible(self._busy)
        self._table.setEnabled(not self._busy)
        self._take.setEnabled(not self._busy and self._model.rowCount() > 0)
        self._close.setText(self._texts("&Stop") if self._busy else self._texts("&Close"))

    def _on_surveyed(self, found: Sequence[Found]) -> None:
        self._busy = False
        if self._leaves:
            self.close()
            return
        self._model = MergeModel(found, self._called, self._texts, self)
        self._table.setModel(self._model)
        self._told.setText(self._surveyed(found))
        self._show_state()
        self._table.setCurrentIndex(self._model.index(0, 0))
        self._table.setFocus()

    def _surveyed(self, found: Sequence[Found]) -> str:
        counts = dict.fromkeys(Standing, 0)
        for each in found:
            counts[each.standing] += 1
        return self._texts(
            "Not here yet: {new}. Here and just the same: {same}. Here but different: {other}."
            " Those not here yet are ticked; a different one becomes a copy beside yours.",
            new=counts[Standing.NEW],
            same=counts[Standing.SAME],
            other=counts[Standing.OTHER],
        )

    def _on_take(self) -> None:
        orders = self._model.orders()
        if not orders:
            self._told.setText(self._texts("Nothing is ticked."))
            return
        self._busy = True
        self._total = len(orders)
        self._bar.setRange(0, self._total)
        self._bar.setValue(0)
        self._show_state()
        self._merger.take(orders)

    def _on_came(self, _one: int) -> None:
        self._bar.setValue(self._merger.done)
        self._told.setText(
            self._texts("{done} of {total}", done=self._merger.done, total=self._total)
        )

    def _on_ended(self, problems: Sequence[KnownError]) -> None:
        self._finish()
        count = self._merger.done - len(problems)
        words = self._texts.plural(
            "{count} record was taken over.", "{count} records were taken over.", count=count
        )
        if self._merger.done < self._total:
            words += " " + self._texts("The rest was stopped.")
        words = " ".join([words, *(problem.told(self._texts) for problem in problems[:3])])
        self._told.setText(words)
        self.merged.emit()

    def _on_failed(self, error: Exception) -> None:
        self._finish()
        if not isinstance(error, KnownError):
            self.close()
            raise error
        self._told.setText(error.told(self._texts))

    def _finish(self) -> None:
        self._busy = False
        self._show_state()
        self._table.setEnabled(False)
        self._take.hide()
        self._close.setFocus()
