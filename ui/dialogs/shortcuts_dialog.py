"""The sheet of all keys: read as a table, narrowed by a few letters."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.language.catalogue import Catalogue
from app.language.folding import fold
from app.marking import N_
from ui.shortcuts import Shortcut
from ui.widgets.boxes import ButtonBox
from ui.widgets.form_rows import FormRows
from ui.widgets.headers import calm
from ui.widgets.line_field import LineField
from ui.widgets.sizes import resize_in_letters, without_default
from ui.widgets.tab_order import follow_layout

LIMIT = 100
HEADS = (N_("Where"), N_("What it does"), N_("Keys"))


class ShortcutsDialog(QDialog):
    """Stays open beside the work, so that one can try the keys."""

    def __init__(
        self, texts: Catalogue, shortcuts: Sequence[Shortcut], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Keys"))
        self._texts, self._shortcuts = texts, tuple(shortcuts)
        self._field = LineField(LIMIT)
        self._field.expands = False
        rows = FormRows()
        help_text = texts("A few letters of what you want to do, without diacritics too.")
        rows.add(texts("&Look for"), self._field, help_text)
        self._table = self._make_table()
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        without_default(buttons)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addLayout(rows)
        column.addWidget(self._table, 1)
        column.addWidget(buttons)
        follow_layout(self)
        self._field.edited.connect(self._on_edited)
        self._show("")
        resize_in_letters(self, 100, 40)

    def _make_table(self) -> QTableWidget:
        table: QTableWidget = QTableWidget(0, len(HEADS), self, showGrid=False, wordWrap=True)
        table.setAccessibleName(self._texts("Keys"))
        table.setAccessibleDescription(self._texts("Where each key works, and what it does."))
        table.setHorizontalHeaderLabels([self._texts(words) for words in HEADS])
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        header = calm(table.horizontalHeader())
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return table

    def _show(self, typed: str) -> None:
        wanted = fold(typed)
        rows = [each for each in self._shortcuts if wanted in fold(" ".join(each))]
        self._table.setRowCount(len(rows))
        for row, each in enumerate(rows):
            for column, words in enumerate(each):
                self._table.setItem(row, column, QTableWidgetItem(words))

    def _on_edited(self, _before: str, after: str) -> None:
        self._show(after)
