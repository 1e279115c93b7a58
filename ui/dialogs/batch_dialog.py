"""Exports many minutes at once: what and where to, how far it is, and what failed and why."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.batch import Order, Outcome
from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.minutes.text import LINE_LIMIT
from app.minutes.words import DocumentKind
from ui.batch import BatchJob
from ui.preview.preview_panel import KINDS
from ui.widgets.boxes import ButtonBox, file_dialog
from ui.widgets.composition import finish_focused
from ui.widgets.line_field import LineField
from ui.widgets.quiet_combo import QuietComboBox
from ui.widgets.sizes import resize_in_letters

MakeOrders = Callable[[DocumentKind, Path], Sequence[Order]]


class BatchDialog(QDialog):
    """`folder_used` carries the folder that was written to, so that it is offered again."""

    folder_used = Signal(str)

    def __init__(
        self,
        texts: Catalogue,
        count: int,
        orders: MakeOrders,
        job: BatchJob,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Export selected minutes"))
        self._texts = texts
        self._orders = orders
        self._job = job
        job.setParent(self)
        self._running = False
        self._failures: list[str] = []
        self._not_kept: KnownError | None = None
        words = texts.plural(
            "{count} record is exported to Word.",
            "{count} records are exported to Word.",
            count=count,
        )
        self._told = QLabel(words, self, wordWrap=True)
        self._kind = QuietComboBox(
            texts("Kind of document"), self, told=texts("All are exported as this kind.")
        )
        for kind, label in KINDS:
            self._kind.addItem(texts(label), kind)
        self._folder = LineField(LINE_LIMIT, self)
        self._folder.expands = False  # a path is no running text
        self._folder.setAccessibleName(texts("Folder"))
        self._folder.setAccessibleDescription(texts("Where the documents are written."))
        self._choose = QPushButton(texts("&Choose…"), self)
        self._choose.setAccessibleDescription(texts("Where the documents are written."))
        self._choose.setToolTip(texts("Where the documents are written."))
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(texts("Progress"))
        self._failed = QListWidget(self)
        self._failed.setWordWrap(True)
        self._failed.setAccessibleName(texts("What failed, and why"))
        self._failed.setAccessibleDescription(texts("The others are written all the same."))
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._start = self._buttons.addButton(
            texts("&Export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._cancel = self._buttons.addButton(
            texts("&Stop"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._lay_out()
        self._connect()
        self._show_state()

    def choose_kind(self, kind: DocumentKind) -> None:
        self._kind.setCurrentIndex([each for each, _ in KINDS].index(kind))

    def choose_folder(self, folder: str) -> None:
        self._folder.set_value(folder)

    @property
    def failures(self) -> tuple[str, ...]:
        return tuple(self._failures)

    def start(self) -> None:
        finish_focused()
        folder = Path(self._folder.value().strip())
        if not (folder.is_absolute() and folder.is_dir()):
            self._told.setText(self._texts("There is no folder {path}.", path=folder))
            self._folder.setFocus()
            return
        orders = self._orders(DocumentKind(self._kind.currentData()), folder)
        self._running = True
        self.folder_used.emit(str(folder))
        self._bar.setRange(0, len(orders))
        self._bar.setValue(0)
        self._show_state()
        self._told.setText(self._texts("Exporting…"))
        self._job.start(orders)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running:  # it closes itself when what is begun is finished
            self.stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def reject(self) -> None:
        if self._running:
            self.stop()
        else:
            super().reject()

    def stop(self) -> None:
        self._job.stop()
        self._cancel.setEnabled(False)
        self._told.setText(self._texts("Stopping…"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._folder, 1)
        row.addWidget(self._choose)
        self._form = QFormLayout()
        self._form.addRow(self._texts("&Kind of document"), self._kind)
        caption = QLabel(self._texts("Fo&lder"), self)
        caption.setBuddy(self._folder)
        self._form.addRow(caption, row)
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addLayout(self._form)
        column.addWidget(self._bar)
        column.addWidget(self._failed, 1)
        column.addStretch()
        column.addWidget(self._buttons)
        resize_in_letters(self, 80, 16)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._on_choose)
        self._start.clicked.connect(self.start)
        self._cancel.clicked.connect(self.stop)
        self._buttons.rejected.connect(self.close)
        self._job.came.connect(self._on_came)
        self._job.ended.connect(self._on_ended)
        self._job.failed.connect(self._on_failed)

    def _show_state(self) -> None:
        for widget in (self._kind, self._folder, self._choose, self._start):
            widget.setEnabled(not self._running)
        self._cancel.setVisible(self._running)
        self._bar.setVisible(self._running)
        self._failed.setVisible(bool(self._failures))

    def _on_choose(self) -> None:
        dialog = file_dialog(self, self._texts("Choose a folder"), self._folder.value())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder.set_value)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_came(self, outcome: Outcome) -> None:
        self._bar.setValue(self._job.done)
        if outcome.error:
            self._add_failure(outcome.error)
        self._not_kept = outcome.not_kept or self._not_kept
        self._told.setText(self._progress())

    def _add_failure(self, error: KnownError) -> None:
        self._failures.append(error.told(self._texts))
        self._failed.addItem(self._failures[-1])
        self._failed.show()

    def _progress(self) -> str:
        done, total, left = self._job.done, self._job.total, self._job.seconds_left
        if left is None or left < 1:
            return self._texts("{done} of {total}", done=done, total=total)
        if left < 90:
            return self._texts(
                "{done} of {total}, about {seconds} seconds left",
                done=done,
                total=total,
                seconds=round(left),
            )
        minutes = round(left / 60)
        return self._texts(
            "{done} of {total}, about {minutes} minutes left",
            done=done,
            total=total,
            minutes=minutes,
        )

    def _on_ended(self) -> None:
        self._finish()
        written = self._job.done - len(self._failures)
        words = self._texts.plural(
            "{count} document was written.", "{count} documents were written.", count=written
        )
        if self._job.done < self._job.total:
            words += " " + self._texts("The rest was stopped.")
        if self._failures:
            words += " " + self._texts.plural(
                "{count} failed:", "{count} failed:", count=len(self._failures)
            )
        if self._not_kept:
            reason = self._not_kept.told(self._texts)
            words += " " + self._texts(
                "But the archive does not keep all of them: {reason}", reason=reason
            )
        self._told.setText(words)

    def _on_failed(self, error: Exception) -> None:
        self._finish()
        if not isinstance(error, KnownError):
            self.close()
            raise error
        self._told.setText(error.told(self._texts))

    def _finish(self) -> None:
        self._running = False
        self._show_state()
        for widget in (self._kind, self._folder, self._choose):
            widget.setEnabled(False)
        self._start.hide()
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
