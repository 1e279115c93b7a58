"""Correct a name: here, in the directory, in the drafts one chooses; never in what is finished."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.text import LINE_LIMIT
from ui.correcting import Correction, Found
from ui.listing import Listing
from ui.widgets.boxes import ButtonBox
from ui.widgets.composition import finish_focused
from ui.widgets.form_rows import FormRows, Note
from ui.widgets.line_field import LineField
from ui.widgets.quiet_combo import QuietComboBox
from ui.widgets.sizes import resize_in_letters
from ui.widgets.tab_order import follow_layout

LOOKING = N_("Looking for other drafts with this name…")
NONE = N_("No other draft has this name.")
FOUND = N_("Other drafts with this name; choose those to be corrected too:")
FINISHED = N_("Finished minutes keep the name as it was on the day.")


class NameDialog(QDialog):
    """`name_chosen`: another name is to be corrected, so other drafts have it. `chosen` carries
    the Correction."""

    name_chosen = Signal(str)
    chosen = Signal(object)

    def __init__(
        self,
        texts: Catalogue,
        names: Sequence[str],
        listing: Listing,
        parent: QWidget | None = None,
    ) -> None:
        """`names`: those that can be corrected, the one that is meant first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Correct a name"))
        self._texts, self._listing = texts, listing
        self._whose = QuietComboBox(texts("Name as it is written now"), self)
        self._whose.addItems(list(names))
        self._new = LineField(LINE_LIMIT, self)
        self._in_texts = QCheckBox(texts("Also where it stands in running &text"), self)
        self._in_texts.setAccessibleDescription(texts("In speeches, results and directions."))
        self._in_texts.setToolTip(texts("In speeches, results and directions."))
        self._in_texts.setChecked(True)
        self._told = QLabel(texts(LOOKING), self, wordWrap=True)
        self._drafts = QListWidget(self)
        self._drafts.setWordWrap(True)
        self._drafts.setAccessibleName(texts("Other drafts"))
        self._drafts.setAccessibleDescription(texts("Those with a tick are corrected too."))
        self._note = Note()
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._correct = self._buttons.addButton(
            texts("&Correct"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._correct.setDefault(True)
        self._lay_out()
        follow_layout(self)
        self._whose.currentTextChanged.connect(self._on_whose)
        self._new.textChanged.connect(self._look)
        self._new.growing.connect(self._look)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._on_whose(self._whose.currentText())
        self._new.setFocus()

    @property
    def old(self) -> str:
        """The name that is to be corrected."""
        return self._whose.currentText()

    def show_found(self, found: Found) -> None:
        """Show the other drafts that have the name; none is chosen until one says so."""
        if found.name != self.old:
            return  # another name was chosen since
        self._drafts.clear()
        for entry in found.drafts:
            item = QListWidgetItem(self._listing.line(entry))
            item.setData(Qt.ItemDataRole.UserRole, entry.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self._drafts.addItem(item)
        self._drafts.setVisible(bool(found.drafts))
        self._told.setText(self._texts(FOUND if found.drafts else NONE))

    def tell(self, problem: str) -> None:
        """Say why the other drafts could not be looked for."""
        self._told.setText("")
        self._note.tell(problem)

    def _lay_out(self) -> None:
        form = FormRows()
        form.add(
            self._texts("&Name as it is written now"),
            self._whose,
            self._texts("Whose name is wrong."),
        )
        form.add(
            self._texts("&As it should be"),
            self._new,
            self._texts("Corrected here and in the directory; finished minutes stay as they are."),
        )
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._in_texts)
        column.addWidget(self._told)
        column.addWidget(self._drafts, 1)
        column.addWidget(QLabel(self._texts(FINISHED), self, wordWrap=True))
        column.addWidget(self._note)
        column.addStretch()
        column.addWidget(self._buttons)
        self._drafts.hide()
        resize_in_letters(self, 76, 22)

    def _on_whose(self, name: str) -> None:
        self._new.set_value(name)
        self._new.selectAll()
        self._drafts.hide()
        self._told.setText(self._texts(LOOKING))
        self._look()
        self.name_chosen.emit(name)

    def _look(self) -> None:
        name = " ".join(self._new.so_far.split())
        self._correct.setEnabled(bool(name) and name != self.old)

    def _on_accepted(self) -> None:
        finish_focused()
        items = [self._drafts.item(row) for row in range(self._drafts.count())]
        drafts = tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )
        new = " ".join(self._new.value().split())
        correction = Correction(self.old, new, self._in_texts.isChecked(), drafts)
        self.accept()
        self.chosen.emit(correction)
