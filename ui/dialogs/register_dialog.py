"""The register of tasks over the whole archive: overdue ones first, each to be marked as done."""

import datetime
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.archive.archive import Archive
from app.archive.register import Task, Wanted, Which
from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.language.completion import Index
from app.marking import N_
from app.minutes.text import LINE_LIMIT
from app.minutes.words import AssignmentState
from ui.fetching import Fetcher
from ui.jobs import run
from ui.models.register_model import COLUMNS, RegisterModel
from ui.widgets.boxes import ButtonBox, file_dialog
from ui.widgets.composition import finish_focused
from ui.widgets.headers import calm
from ui.widgets.line_field import LineField
from ui.widgets.offers import Offer, Offered
from ui.widgets.quiet_combo import QuietComboBox
from ui.widgets.sizes import resize_in_letters, without_default
from ui.widgets.suggest_field import SuggestField

WHICH = (
    (Which.OPEN, N_("Not done yet")),
    (Which.OVERDUE, N_("Overdue")),
    (Which.DONE, N_("Done")),
    (Which.ALL, N_("All")),
)
OpenArchive = Callable[[], Archive]


class RegisterDialog(QDialog):
    """Stays open beside the work. `open_chosen` carries a Task, `marked` a Task, state and note,
    `export_chosen` what is listed and the path to write it to.
    """

    open_chosen = Signal(object)
    marked = Signal(object, object, str)
    export_chosen = Signal(object, object)

    def __init__(
        self,
        texts: Catalogue,
        open_archive: OpenArchive,
        today: datetime.date,
        target: Path,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Register of tasks"))
        self._texts = texts
        self._today = today
        self._target = target
        self._row = 0
        self._bodies: Index[str] = Index(())
        self._fetcher = Fetcher(open_archive, self)
        self._model = RegisterModel(self._fetcher, texts, self)
        self._which = QuietComboBox(
            texts("Which tasks"), self, told=texts("Overdue ones come first.")
        )
        for which, words in WHICH:
            self._which.addItem(texts(words), which)
        self._body = SuggestField(self._find_body, LINE_LIMIT, self)
        self._told = QLabel(self, wordWrap=True)
        self._table = QTableView(self)
        self._note = LineField(LINE_LIMIT, self)
        self._done = QPushButton(self, autoDefault=False)
        self._open = QPushButton(texts("&Open the minutes"), self, autoDefault=False)
        self._export = QPushButton(texts("&Export to Word…"), self, autoDefault=False)
        self._close = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        without_default(self._close)  # Enter opens the minutes of the row one is on
        self._lay_out()
        self._connect()
        self._show_chosen()  # nothing yet
        self._ask()
        self._read_bodies(open_archive)

    def done(self, result: int) -> None:
        self._fetcher.close()
        super().done(result)

    def reload(self) -> None:
        """Read the list again, staying where one is: something in it was changed."""
        self._row = max(0, self._table.currentIndex().row())
        self._model.reload()

    def say(self, sentence: str) -> None:
        """Tell what came of what was asked for."""
        self._told.setText(sentence)

    def _lay_out(self) -> None:
        texts = self._texts
        self._body.setPlaceholderText(texts("Any body"))
        self._body.setAccessibleName(texts("Body"))
        self._body.setAccessibleDescription(texts("A few letters, without marks; empty is any."))
        self._note.setAccessibleName(texts("Note on the task"))
        self._note.setAccessibleDescription(texts("Kept with the task when it is marked."))
        for button, told in (
            (self._done, N_("The chosen task, with the note above.")),
            (self._open, N_("The minutes that the task stands in.")),
            (self._export, N_("The tasks that are listed now, as a Word document.")),
        ):
            button.setAccessibleDescription(texts(told))
            button.setToolTip(texts(told))
        self._fill_table()
        filters = QHBoxLayout()
        for words, field in ((texts("&Show"), self._which), (texts("&Body"), self._body)):
            caption = QLabel(words, self)
            caption.setBuddy(field)
            filters.addWidget(caption)
            filters.addWidget(field, 1 if field is self._body else 0)
        marking = QHBoxLayout()
        caption = QLabel(texts("&Note"), self)
        caption.setBuddy(self._note)
        marking.addWidget(caption)
        marking.addWidget(self._note, 1)
        marking.addWidget(self._done)
        last = QHBoxLayout()
        last.addWidget(self._open)
        last.addWidget(self._export)
        last.addStretch()
        last.addWidget(self._close)
        column = QVBoxLayout(self)
        column.addLayout(filters)
        column.addWidget(self._told)
        column.addWidget(self._table, 1)
        column.addLayout(marking)
        column.addLayout(last)
        resize_in_letters(self, 150, 30)

    def _fill_table(self) -> None:
        self._table.setModel(self._model)
        self._table.setAccessibleName(self._texts("Tasks"))
        self._table.setAccessibleDescription(self._texts("Enter opens the minutes."))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setAlternatingRowColors(True)
        self._table.setWordWrap(True)
        letter, header = self.fontMetrics(), calm(self._table.horizontalHeader())
        for column, (_, width) in enumerate(COLUMNS):
            least = header.sectionSizeHint(column)
            self._table.setColumnWidth(column, max(width * letter.averageCharWidth(), least))
        header.setStretchLastSection(True)
        self._table.verticalHeader().setDefaultSectionSize(letter.height() * 5 // 2)

    def _connect(self) -> None:
        self._which.currentIndexChanged.connect(self._ask)
        self._body.edited.connect(self._on_body_edited)
        self._model.modelReset.connect(self._on_reset)
        self._fetcher.failed.connect(self._on_not_read)
        self._table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self._table.activated.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._close.rejected.connect(self.reject)
        self._done.clicked.connect(self._on_done)
        self._export.clicked.connect(self._on_export)

    def _read_bodies(self, open_archive: OpenArchive) -> None:
        # the list itself tells what is wrong with the file
        run(_Bodies(open_archive), self.parent(), self._on_bodies)  # type: ignore[arg-type]

    def _on_bodies(self, names: Sequence[str]) -> None:
        self._bodies = Index((name, name) for name in names)

    def _find_body(self, typed: str) -> Offered:
        if not typed.strip():
            return Offered()
        return Offered([Offer(name) for name in self._bodies.find(typed)], meant=True)

    def _on_body_edited(self, _before: str, _after: str) -> None:
        self._ask()

    def _ask(self) -> None:
        """List what is chosen; a body counts once it is one that tasks were given to."""
        self._row = 0
        named = self._body.value().strip()
        known = bool(self._bodies.find(named)) if named else True
        which = Which(self._which.currentData())
        if not named or named in self._bodies.find(named):
            self._model.look_for(Wanted(self._today, which, named))
        elif not known:
            self._told.setText(self._texts("No task was given to “{name}”.", name=named))

    def _chosen(self) -> Task | None:
        return self._model.task(self._table.currentIndex().row())

    def _on_reset(self) -> None:
        count = self._model.rowCount()
        row = min(self._row, count - 1)
        self._table.setCurrentIndex(self._model.index(row, 0) if count else QModelIndex())
        self._told.setText(self._summed_up(count))
        self._show_chosen()

    def _summed_up(self, count: int) -> str:
        if count:
            more = self._model.canFetchMore(QModelIndex())
            told = self._texts.plural("{count} task", "{count} tasks", count=count)
            first = self._texts("The first {count} tasks; more come as you scroll.", count=count)
            return first if more else told
        if self._model.wanted.body or self._model.wanted.which is not Which.ALL:
            return self._texts("No such task.")
        return self._texts(
            "No minutes of the archive give a task yet. Tasks are written on the page Conclusions."
        )

    def _show_chosen(self) -> None:
        task = self._chosen()
        for widget in (self._note, self._done, self._open):
            widget.setEnabled(task is not None)
        self._export.setEnabled(self._model.rowCount() > 0)
        self._note.set_value(task.note if task else "")
        undone = task is not None and task.state is AssignmentState.DONE
        self._done.setText(self._texts(N_("Mark as not &done") if undone else N_("Mark as &done")))

    def _on_open(self) -> None:
        task = self._chosen()
        if task is not None:
            self.open_chosen.emit(task)

    def _on_done(self) -> None:
        finish_focused()
        task = self._chosen()
        if task is None:
            return
        open_, done = AssignmentState.OPEN, AssignmentState.DONE
        state = open_ if task.state is done else done
        self.marked.emit(task, state, self._note.value().strip())
        self._table.setFocus()

    def _on_export(self) -> None:
        dialog = file_dialog(self, self._texts("Export the register"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._texts("Word documents (*.docx)"))
        dialog.setDefaultSuffix("docx")
        dialog.setDirectory(str(self._target.parent))
        dialog.selectFile(self._target.name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file_selected(self, path: str) -> None:
        self._target = Path(path)
        self.export_chosen.emit(self._model.wanted, Path(path))

    def _on_not_read(self, _number: int, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._told.setText(error.told(self._texts))


class _Bodies:
    """Reads the bodies in the thread that calls it."""

    def __init__(self, open_archive: OpenArchive) -> None:
        self._open = open_archive

    def __call__(self) -> Sequence[str]:
        with closing(self._open()) as archive:
            return archive.register.bodies()
