"""The directory of people: who is known, what they are and were; doubles merged; in and out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListView,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.directory import Person
from ui.dialogs.paste_dialog import PasteDialog
from ui.dialogs.person_form import PersonForm
from ui.directory import Directory
from ui.models.attendees_model import person_words
from ui.models.attendees_pasting import TARGETS
from ui.models.items_model import ItemsModel, Step
from ui.models.pasting import Filled, Target
from ui.models.people_model import PeopleModel
from ui.widgets.boxes import ButtonBox, MessageBox, file_dialog
from ui.widgets.button_row import Button, ButtonRow
from ui.widgets.form_rows import Note
from ui.widgets.search_line import SearchLine
from ui.widgets.sizes import resize_in_letters, without_default
from ui.widgets.tab_order import follow_layout

T = TypeVar("T")
FILES = N_("Tables (*.csv *.txt)")
FILE_NAME = N_("Directory of people")
EMPTY = N_(
    "Nobody is known yet. The people of your minutes are remembered when you leave or export them;"
    " you can also take them from minutes that are there, or from a table file."
)
NAMED = 6
"""People that are named at most before they are forgotten."""
IMPORTED = ("name", "honorific", "positions", "body")
"""Fields of a person that a file can give."""


class PeopleDialog(QDialog):
    """`correction_wanted` carries the person whose name is to be corrected everywhere."""

    correction_wanted = Signal(object)
    gathering_wanted = Signal()
    """The people of minutes that are there already are to be learnt."""

    def __init__(
        self,
        texts: Catalogue,
        directory: Directory,
        new_id: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("People"))
        self._texts, self._directory, self._new_id = texts, directory, new_id
        self._shown: Person | None = None
        self._asked: list[Person] = []
        self._model = PeopleModel(self)
        self._search = SearchLine(self)
        self._search.setPlaceholderText(texts("Search without diacritics"))
        self._search.setAccessibleName(texts("Search the people"))
        self._search.setAccessibleDescription(texts("By name, position or body."))
        self._doubles = QCheckBox(texts("Only &doubles"), self)
        self._doubles.setToolTip(texts("Those whose names others have too."))
        self._list = QListView(self)
        self._list.setAccessibleDescription(texts("Sorted by given name."))
        self._list.setModel(self._model)
        self._list.setAccessibleName(texts("People"))
        self._list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._count = QLabel(self, wordWrap=True)
        self._form = PersonForm(texts, new_id, self)
        self._note = Note()
        self._lay_out()
        follow_layout(self)
        self._search.looked_for.connect(self._on_looked_for)
        self._doubles.toggled.connect(self._on_looked_for)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._form.left.connect(self.keep)
        directory.changed.connect(self.read)
        self.read()
        self._search.setFocus()

    def keep(self) -> None:
        """Keep what was typed of the person shown."""
        person = self._form.person
        if person is not None and person != self._shown:
            self._shown = person
            self._guarded(self._directory.keep, person)

    def add(self) -> None:
        """Begin somebody new; they are kept when there is a name."""
        self.keep()
        self._list.clearSelection()
        self._show(self._directory.new())
        self._form.name.setFocus()

    def remove(self) -> None:
        chosen = self._chosen()
        if chosen:
            names = ", ".join(person.name for person in chosen[:NAMED])
            more = "…" if len(chosen) > NAMED else ""
            words = self._texts("Forget {names}? Minutes stay as they are.", names=names + more)
            self._asked = chosen
            self._ask(words, self._texts("&Forget"), self._on_forget)

    def merge(self) -> None:
        """Let those selected be one person: the one that has the focus."""
        chosen, kept = self._chosen(), self._model.at(self._list.currentIndex().row())
        doubles = [person for person in chosen if person != kept]
        if kept is None or kept not in chosen or not doubles:
            self._note.tell(self._texts("Select two or more people first: hold Ctrl or Shift."))
            return
        self._note.tell("")
        told = "\n".join(f"– {person_words(person)}" for person in doubles)
        words = self._texts(
            "{kept} stays. Merged into it, and found under it from now on:\n{doubles}",
            kept=person_words(kept),
            doubles=told,
        )
        self._asked = [kept, *doubles]
        self._ask(words, self._texts("&Merge"), self._on_merge)

    def correct(self) -> None:
        """Ask for another name for the person, everywhere."""
        self.keep()
        person = self._model.at(self._list.currentIndex().row())
        if person is not None:
            self.correction_wanted.emit(person)

    def reject(self) -> None:
        # However it is closed, it comes here; `close` from here would be a circle, and stay open.
        self._form.finish()
        self.keep()
        super().reject()

    def _lay_out(self) -> None:
        texts = self._texts
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._search, self._doubles, self._list, self._count):
            column.addWidget(widget)
        column.setStretch(2, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._form)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        buttons = ButtonRow(
            (
                Button(texts("N&ew"), self.add, texts("Begins somebody new.")),
                Button(texts("F&orget…"), self.remove, texts("Takes the selected ones out.")),
                Button(
                    texts("&Merge…"),
                    self.merge,
                    texts("Makes the selected ones one person; links of minutes lead there."),
                ),
                Button(
                    texts("&Correct the name…"),
                    self.correct,
                    texts("Writes a name as it should be, here and in drafts."),
                ),
                Button(
                    texts("From the m&inutes"),
                    self._on_gather,
                    texts("Learns the people of the newest minutes in the archive."),
                ),
                Button(texts("Read a &file…"), self._ask_what_to_read, texts("Takes people in.")),
                Button(texts("&Write to a file…"), self._ask_where_to_write, texts("For Excel.")),
            )
        )
        whole = QVBoxLayout(self)
        whole.addWidget(splitter, 1)
        whole.addWidget(self._note)
        whole.addWidget(buttons)
        close = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        without_default(close)
        close.rejected.connect(self.close)
        whole.addWidget(close)
        resize_in_letters(self, 120, 30)

    def read(self) -> None:
        """Read everybody again, and stay where one is."""
        shown = self._shown
        self._model.show(self._directory.everyone())
        if shown is not None:
            self._select(shown)
        self._tell_count()

    def _select(self, person: Person) -> None:
        row = self._model.row_of(person.id)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))

    def _tell_count(self) -> None:
        count = self._model.rowCount()
        words = self._texts.plural("{count} person", "{count} people", count=count)
        self._count.setText(words if self._model.everyone else self._texts(EMPTY))

    def _on_looked_for(self, _on: bool = False) -> None:
        self.keep()
        self._model.look_for(self._search.so_far, doubles=self._doubles.isChecked())
        self._tell_count()
        if self._shown is not None:
            self._select(self._shown)

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        person = self._model.at(current.row())
        if person is not None and (self._shown is None or person.id != self._shown.id):
            self.keep()
            self._show(person)
        elif person is not None:
            self._show(person)

    def _show(self, person: Person) -> None:
        self._shown = person
        self._form.show_person(person, self._directory.past(person.id))

    def _chosen(self) -> list[Person]:
        rows = sorted(index.row() for index in self._list.selectionModel().selectedIndexes())
        return [person for row in rows if (person := self._model.at(row)) is not None]

    def tell(self, sentence: str) -> None:
        """Say how something went, where the people are counted."""
        self._count.setText(sentence)

    def _on_gather(self) -> None:
        self.keep()
        self.gathering_wanted.emit()

    def _ask(self, words: str, does: str, act: Callable[[], None]) -> None:
        box = MessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.windowTitle())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words)
        button = box.addButton(does, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        button.clicked.connect(act)
        box.open()

    def _on_forget(self) -> None:
        self._shown = None
        self._form.show_person(None, ())
        self._guarded(self._directory.remove, self._asked)

    def _on_merge(self) -> None:
        kept, *doubles = self._asked
        self._guarded(self._directory.merge, kept, doubles)
        self._select(kept)

    def _ask_what_to_read(self) -> None:
        self.keep()
        dialog = self._file_dialog(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_to_read)
        dialog.open()

    def _ask_where_to_write(self) -> None:
        self.keep()
        dialog = self._file_dialog(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{self._texts(FILE_NAME)}.csv")
        dialog.fileSelected.connect(self._on_file_to_write)
        dialog.open()

    def _file_dialog(self, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = file_dialog(self, self.windowTitle(), str(Path.home()), self._texts(FILES))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        return dialog

    def _on_file_to_read(self, name: str) -> None:
        rows = self._guarded(self._directory.read, Path(name))
        if rows is None:
            return
        targets = [target for target in TARGETS if target.column.field in IMPORTED]
        models = self._table(targets), self._table(targets)
        dialog = PasteDialog(self._texts, rows, targets, models, (-1, 0), self)
        dialog.call(self._texts("Read people from a file"), self._texts("&Take in"))
        for model in models:
            model.setParent(dialog)
        dialog.taken.connect(self._on_taken)
        dialog.open()

    def _table(self, targets: Sequence[Target]) -> ItemsModel:
        columns = [target.column for target in targets]
        return ItemsModel(columns, self._directory.new, self._stored, self._texts, self._new_id)

    def _stored(self, _step: Step) -> None:
        """What is only looked at is stored nowhere."""

    def _on_taken(self, filled: Filled, _row: object) -> None:
        people = [item for item in filled.items if isinstance(item, Person) and item.name]
        counts = self._guarded(self._directory.take, people)
        if counts is not None:
            new, changed = counts
            self._note.tell("")
            self.tell(self._texts("{new} new, {changed} changed.", new=new, changed=changed))

    def _on_file_to_write(self, name: str) -> None:
        self._guarded(self._directory.write, self._model.everyone, Path(name))

    def _guarded(self, do: Callable[..., T], *values: object) -> T | None:
        """Do it, and say why it could not be done; None then."""
        try:
            found = do(*values)
        except KnownError as error:
            self._note.tell(error.told(self._texts))
            return None
        self._note.tell("")
        return found
