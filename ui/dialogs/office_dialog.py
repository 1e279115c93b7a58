"""The office's profiles: what is the same in all its minutes. What is typed is kept by itself."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.editing.office_edits import copy_of
from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.office import Office
from ui.dialogs.office_form import OfficeForm
from ui.offices import Offices
from ui.widgets.boxes import ButtonBox
from ui.widgets.button_row import Button, ButtonRow
from ui.widgets.composition import finish_focused
from ui.widgets.form_rows import Sentence, explanation
from ui.widgets.sizes import resize_in_letters, without_default

PAUSE = 800
"""Milliseconds without a key before a profile is written."""
INTRODUCTION = N_(
    "New minutes start with what stands here: letterhead, signatures, recipients, secretary."
    " Everything may stay empty, and everything can be changed in each of the minutes."
)


class OfficeDialog(QDialog):
    """`start_chosen` carries the id of the profile that new minutes are to start from."""

    start_chosen = Signal(str)

    def __init__(
        self,
        texts: Catalogue,
        offices: Offices,
        new_id: Callable[[], str],
        may_choose: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Office profiles"))
        self._texts, self._offices, self._new_id = texts, offices, new_id
        self._may_choose = may_choose
        self._unsaved: Office | None = None
        self._begun: list[Office] = []
        self._list = QListWidget(self)
        self._list.setAccessibleName(texts("Profiles"))
        self._list.setAccessibleDescription(
            texts("The profiles of your office and those set by IT.")
        )
        self._form = OfficeForm(texts, new_id)
        self._starts = QCheckBox(texts("Ne&w minutes start from this profile"), self)
        self._starts.setAccessibleName(texts("New minutes start from this profile"))
        self._starts.setAccessibleDescription(texts("Only one profile can be the start."))
        self._told = Sentence()
        self._buttons = self._make_buttons()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()
        self._fill()

    def start_with_new(self) -> None:
        """Open ready for the first profile: nothing needs to be clicked before typing."""
        if not self._list.count():
            self.add()

    def add(self) -> None:
        """Begin a new profile."""
        self._keep()
        blank = Office(id=self._new_id(), name=self._texts("New profile"))
        self._begun.append(blank)
        self._take(blank)

    def copy(self) -> None:
        """Begin a profile with what the one shown has."""
        self._keep()
        office = self._form.office
        self._take(copy_of(office, self._texts("Copy of {name}", name=office.name), self._new_id))

    def remove(self) -> None:
        """Forget the profile shown."""
        self._pause.stop()
        self._unsaved = None
        if self._try(self._offices.remove, self._form.office.id):
            self._fill()

    def done(self, result: int) -> None:
        self._leave()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        """Keep what was typed; a profile in which nothing was typed is none."""
        self._keep()
        for blank in self._begun:
            if self._offices.find(blank.id) == blank:
                self._try(self._offices.remove, blank.id)
        self._begun.clear()

    def _take(self, office: Office) -> None:
        if self._try(self._offices.save, office):
            self._fill(office.id)
            self._form.first.setFocus()
            self._form.first.selectAll()

    def _make_buttons(self) -> ButtonRow:
        return ButtonRow(
            (
                Button(self._texts("&Add"), self.add, self._texts("Begin a new profile")),
                Button(
                    self._texts("&Copy"),
                    self.copy,
                    self._texts("Begin a profile with what this one has"),
                ),
                Button(
                    self._texts("Remo&ve"),
                    self.remove,
                    self._texts("Minutes made with it stay as they are"),
                ),
            ),
            self,
        )

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._list, 1)
        left.addWidget(self._buttons)
        scroller = QScrollArea(self, widgetResizable=True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(self._form)
        right.addWidget(self._starts)
        right.addWidget(scroller, 1)
        middle = QHBoxLayout()
        middle.addLayout(left, 2)
        middle.addLayout(right, 5)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        without_default(buttons)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(explanation(self._texts(INTRODUCTION)))
        column.addLayout(middle, 1)
        column.addWidget(self._told)
        column.addWidget(buttons)
        self._told.hide()
        resize_in_letters(self, 110, 34)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._on_row)
        self._form.edited.connect(self._on_edited)
        self._form.left.connect(self._keep)
        self._pause.timeout.connect(self._keep)
        self._starts.clicked.connect(self._on_starts)

    def _fill(self, chosen: str = "") -> None:
        """Show the profiles, and the one with this id."""
        blocked = self._list.blockSignals(True)
        self._list.clear()
        for office in self._offices.all():
            item = QListWidgetItem(self._words(office))
            item.setData(Qt.ItemDataRole.UserRole, office.id)
            self._list.addItem(item)
        self._list.blockSignals(blocked)
        wanted = [office.id for office in self._offices.all()]
        first = self._offices.chosen()
        start = chosen or (first.id if first else "")
        self._list.setCurrentRow(wanted.index(start) if start in wanted else -1)
        self._on_row(self._list.currentRow())

    def _words(self, office: Office) -> str:
        name = office.name or office.issuing.name or self._texts("Profile without a name")
        if self._offices.is_fixed(office):
            return self._texts("{name} (set by IT)", name=name)
        return name

    def _on_row(self, row: int) -> None:
        self._keep()
        shown = row >= 0
        office = self._offices.all()[row] if shown else Office(id="")
        fixed = shown and self._offices.is_fixed(office)
        chosen = self._offices.chosen()
        self._form.show_office(office)
        self._form.setEnabled(shown and not fixed)
        self._starts.setEnabled(shown and self._may_choose)
        self._starts.setChecked(chosen is not None and chosen.id == office.id)
        self._buttons.set_enabled(1, shown)
        self._buttons.set_enabled(2, shown and not fixed)
        if not shown:
            self._tell(self._texts("There is no profile yet. Add one, or close and do it later."))
        elif fixed:
            self._tell(self._texts("IT has set this profile. Copy it to have one of your own."))
        else:
            self._tell("")

    def _on_edited(self, office: Office) -> None:
        self._unsaved = office
        item = self._list.currentItem()
        if item is not None:
            item.setText(self._words(office))
        self._pause.start()

    def _on_starts(self, chosen: bool) -> None:
        self.start_chosen.emit(self._form.office.id if chosen else "")
        self._on_row(self._list.currentRow())

    def _keep(self) -> None:
        """Write what was typed, the word that is being composed too."""
        if self.focusWidget() is not None:
            finish_focused()
        self._pause.stop()
        office, self._unsaved = self._unsaved, None
        if office is not None:
            self._try(self._offices.save, office)

    def _try(self, work: Callable[..., None], what: object) -> bool:
        try:
            work(what)
        except KnownError as error:
            self._tell(error.told(self._texts))
            return False
        return True

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
