"""A look at pasted rows before they are taken in: which column is what, and what comes of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.language.catalogue import Catalogue
from app.marking import N_
from ui.models.items_model import ItemsModel
from ui.models.pasting import LEFT_OUT, Filled, Target, guess
from ui.widgets.boxes import ButtonBox
from ui.widgets.form_rows import Note
from ui.widgets.headers import calm
from ui.widgets.quiet_combo import QuietComboBox
from ui.widgets.sizes import resize_in_letters
from ui.widgets.tab_order import follow_layout
from ui.widgets.table_model import Cells

SAMPLES = 3
"""Cells of a column that are shown beside what it is."""
SEEN_LINES = 10
"""Lines of text that the list of columns shows at most without scrolling."""
LEFT = N_("(left out)")
BELOW = N_("As new rows below the others")
OVER = N_("Into the rows from row {row} on")
COLUMN = N_("Column {number}")


class PasteDialog(QDialog):
    """`taken` carries what the rows make, and the row they go over, or None for new ones."""

    taken = Signal(object, object)

    def __init__(
        self,
        texts: Catalogue,
        cells: Cells,
        targets: Sequence[Target],
        models: tuple[ItemsModel, ItemsModel],
        cell: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        """`models`: the table's own, and one like it to look at; `cell`: where one is in it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Paste rows"))
        self._texts, self._targets = texts, tuple(targets)
        self._model, self._preview = models
        row, first = cell
        self._paste = guess(cells, targets, texts, first)
        self._choices: list[QuietComboBox] = []
        self._samples: list[QLabel] = []
        self._told = QLabel(self, wordWrap=True)
        self._heading = QCheckBox(texts("The first row is &headings"), self)
        self._heading.setAccessibleDescription(texts("Then it is not pasted."))
        self._heading.setToolTip(texts("Then it is not pasted."))
        self._heading.setChecked(self._paste.heading)
        self._heading.setEnabled(len(cells) > 1)
        self._where = QuietComboBox(
            texts("Where the rows go"), self, told=texts("One step of undo takes it all back.")
        )
        self._where.addItem(texts(BELOW), None)
        if 0 <= row < self._model.rowCount() and not self._model.is_blank(row):
            self._where.addItem(texts(OVER, row=row + 1), row)
            # Cells without the first column say more of rows that are there.
            self._where.setCurrentIndex(0 if 0 in self._paste.goes else 1)
        self._table = self._make_table()
        self._note = Note()
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._take = self._buttons.addButton(
            texts("&Paste"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._take.setDefault(True)
        self._lay_out()
        follow_layout(self)
        self._connect()
        self._show()
        self._take.setFocus()

    def call(self, title: str, take: str) -> None:
        """Call it otherwise, where the rows come from a file: its title, and what takes them."""
        self.setWindowTitle(title)
        self._take.setText(take)

    def accept(self) -> None:
        row = self._where.currentData()
        filled = self._model.filled(self._paste, self._targets, row)
        super().accept()
        self.taken.emit(filled, row)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._preview)
        table.setAccessibleName(self._texts("What the rows become"))
        table.setAccessibleDescription(self._texts("A look at the rows; nothing is pasted yet."))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 3 // 2)
        letter, header = self.fontMetrics().averageCharWidth(), calm(table.horizontalHeader())
        for number, column in enumerate(self._preview.columns):
            least = header.sectionSizeHint(number)
            table.setColumnWidth(number, max((column.width + 2) * letter, least))
        return table

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addWidget(self._columns_box(), 2)
        column.addWidget(self._heading)
        column.addWidget(self._where)
        self._where.setVisible(self._where.count() > 1)
        column.addWidget(self._table, 3)
        column.addWidget(self._note)
        column.addWidget(self._buttons)
        resize_in_letters(self, 110, 36)

    def _columns_box(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setColumnStretch(2, 1)
        for number in range(len(self._paste.goes)):
            words = self._texts(COLUMN, number=number + 1)
            told = self._texts("The column of the table that it goes into.")
            choice = QuietComboBox(words, content, told=told)
            choice.addItem(self._texts(LEFT), LEFT_OUT)
            for place, target in enumerate(self._targets):
                choice.addItem(self._texts(target.column.label), place)
            sample = QLabel(content)
            sample.setTextFormat(Qt.TextFormat.PlainText)
            sample.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            caption = QLabel(words)
            caption.setBuddy(choice)
            for at, widget in enumerate((caption, choice, sample)):
                grid.addWidget(widget, number, at)
            self._choices.append(choice)
            self._samples.append(sample)
        grid.setRowStretch(len(self._paste.goes), 1)
        scroller = QScrollArea(self)
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(content)
        seen = min(content.sizeHint().height(), self.fontMetrics().height() * SEEN_LINES)
        scroller.setMinimumHeight(seen)
        return scroller

    def _connect(self) -> None:
        for choice in self._choices:
            choice.currentIndexChanged.connect(self._on_sent)
        self._heading.toggled.connect(self._on_heading)
        self._where.currentIndexChanged.connect(self._on_where)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _on_sent(self, _index: int) -> None:
        choice = self.sender()
        if isinstance(choice, QuietComboBox):
            number = self._choices.index(choice)
            self._paste = self._paste.sending(number, choice.currentData())
            self._show()

    def _on_heading(self, heading: bool) -> None:
        self._paste = self._paste._replace(heading=heading)
        self._show()

    def _on_where(self, _index: int) -> None:
        self._show()

    def _show(self) -> None:
        for choice, goes in zip(self._choices, self._paste.goes, strict=True):
            choice.blockSignals(True)
            choice.setCurrentIndex(choice.findData(goes))
            choice.blockSignals(False)
        rows = self._paste.rows
        for number, sample in enumerate(self._samples):
            cells = [line[number] for line in rows if line[number]][:SAMPLES]
            sample.setText(" · ".join(cells))
        self._told.setText(
            self._texts.plural(
                "{count} row. Look at what goes where.",
                "{count} rows. Look at what goes where.",
                count=len(rows),
            )
        )
        self._show_preview()

    def _show_preview(self) -> None:
        filled = self._model.filled(self._paste, self._targets, self._where.currentData())
        self._preview.show_filled(filled)
        used = {at for at in self._paste.goes if at != LEFT_OUT}
        for number in range(len(self._preview.columns)):
            self._table.setColumnHidden(number, number not in used)
        self._note.tell(" ".join(self._problems(filled)))

    def _problems(self, filled: Filled) -> list[str]:
        texts, said = self._texts, []
        if filled.lost:
            said.append(
                texts.plural(
                    "{count} cell was not understood and is left out.",
                    "{count} cells were not understood and are left out.",
                    count=filled.lost,
                )
            )
        if filled.unread:
            said.append(
                texts.plural(
                    "{count} cell cannot be read as it is; it is marked.",
                    "{count} cells cannot be read as they are; they are marked.",
                    count=len(filled.unread),
                )
            )
        return said
