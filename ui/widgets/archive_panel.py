"""The left panel: search as one types, the year, and the list of minutes.

It shows whatever model it is given, and knows nothing of where the rows come from: the model resets
itself for each `search_changed`, when the answer is there.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QKeyCombination,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QListView, QVBoxLayout, QWidget

from ui.widgets.archive_filters import ArchiveFilters, Chosen
from ui.widgets.archive_row import ID, RowDelegate
from ui.widgets.search_line import SearchLine

SEARCH_PAUSE = 120
"""Milliseconds without a key before the archive is searched."""
LEAST_LETTERS = 22
"""The width of the list that is left to it: the date of a meeting, and how far its minutes are."""

_MENU_KEYS = (
    QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F10),
    QKeyCombination(Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Menu),
)
"""Some platforms ask for the menu by themselves then; it is opened once all the same."""
_SELECT = QItemSelectionModel.SelectionFlag


class Looked(NamedTuple):
    """What is looked for: the words typed, and what the list is narrowed to."""

    text: str = ""
    chosen: Chosen = Chosen()


class _SearchField(SearchLine):
    """Down goes on to the list."""

    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class _List(QListView):
    """The list: Delete and the menu keys are for what is selected in it."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_pressed.emit()
        elif event.keyCombination() in _MENU_KEYS:
            at = self.visualRect(self.currentIndex()).center()
            self.customContextMenuRequested.emit(at)
        else:
            super().keyPressEvent(event)


class ArchivePanel(QWidget):
    """Search and list. `opened` carries the id of a record; `search_changed` a `Looked`.

    `menu_requested` carries a point of the screen; `delete_pressed`: for what is selected.
    """

    opened = Signal(str)
    search_changed = Signal(object)
    menu_requested = Signal(object)
    delete_pressed = Signal()

    def __init__(self, texts: Callable[..., str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._field = _SearchField(self)
        self._field.setPlaceholderText(texts("Search, with or without diacritics"))
        self._field.setAccessibleName(texts("Search the archive"))
        told = texts("In all that was written, with or without diacritics.")
        self._field.setAccessibleDescription(told)
        self._field.setToolTip(told)
        self.filters = ArchiveFilters(texts, self)
        self._list = _List(self)
        self._list.setAccessibleName(texts("Minutes in the archive"))
        self._list.setAccessibleDescription(texts("Enter opens the minutes."))
        self._list.setUniformItemSizes(True)
        self._list.setMinimumWidth(self.fontMetrics().averageCharWidth() * LEAST_LETTERS)
        self._list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._list.setItemDelegate(RowDelegate(self._list))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._empty = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._goes_to_list = self._begins = False
        self._kept: list[str] = []
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE)
        self._lay_out()
        self._connect()
        self.filters.show_years(())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._field, self.filters, self._empty):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        self._empty.hide()

    def _connect(self) -> None:
        self._field.looked_for.connect(self._pause.start)
        self.filters.changed.connect(self._pause.start)
        self._list.customContextMenuRequested.connect(self._on_menu)
        self._list.delete_pressed.connect(self.delete_pressed)
        self._pause.timeout.connect(self._ask)
        self._list.activated.connect(self._on_activated)
        self._list.clicked.connect(self._on_clicked)
        self._field.went_down.connect(self._go_to_list)

    def set_model(self, model: QAbstractItemModel) -> None:
        self._list.setModel(model)
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._choose_again)
        model.modelReset.connect(self._on_answered)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._on_rows_changed)
        self._on_rows_changed()

    def mark_current(self, row: int, *, moving: bool = False) -> None:
        """Show which row is the open record; -1 for none in sight.

        Where none is in sight and somebody walks the list, their place in it stays, unless they
        are `moving` to another record.
        """
        if row < 0 and self._list.hasFocus() and not moving:
            return
        model = self._list.model()
        index = model.index(row, 0) if model and row >= 0 else QModelIndex()
        if len(self.chosen()) > 1:  # several were selected for something to be done with them
            self._list.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)
        else:
            self._list.setCurrentIndex(index)
            if moving and row < 0:
                self._list.clearSelection()

    def chosen(self) -> list[str]:
        """The ids of the rows that are selected, from top to bottom."""
        selection = self._list.selectionModel()
        rows = sorted(selection.selectedRows()) if selection else []
        return [index.data(ID) for index in rows]

    def _on_about_to_be_reset(self) -> None:
        self._kept = self.chosen()

    def _choose_again(self) -> None:
        """The list was read again: several that were selected stay so."""
        if len(self._kept) < 2:
            return
        model, selection = self._list.model(), QItemSelection()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.data(ID) in self._kept:
                selection.select(index, index)
        self._list.selectionModel().select(selection, _SELECT.ClearAndSelect)

    def start_search(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _go_to_list(self) -> None:
        """Ask for what is typed; the focus goes to the list when that is there."""
        self._goes_to_list = True
        self._ask()

    def _arrive_at_list(self) -> None:
        self._goes_to_list = False
        model = self._list.model()
        if not (model.rowCount() and self._field.hasFocus()):
            return
        self._list.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(model.index(0, 0))

    def _ask(self) -> None:
        self._pause.stop()
        self._begins = True
        self.search_changed.emit(Looked(self._field.so_far, self.filters.chosen))

    def _on_menu(self, point: QPoint) -> None:
        if QApplication.activePopupWidget() is None:
            self.menu_requested.emit(self._list.viewport().mapToGlobal(point))

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ID))

    def _on_clicked(self, index: QModelIndex) -> None:
        """A click opens; one that makes a selection of several does not."""
        if self._list.selectionModel().selectedRows() == [index]:
            self._on_activated(index)

    def _on_answered(self) -> None:
        if self._begins:  # what fits best stands first
            self._begins = False
            self._list.scrollToTop()
        if self._goes_to_list:
            self._arrive_at_list()

    def _on_rows_changed(self) -> None:
        model = self._list.model()
        empty = model is None or model.rowCount() == 0
        searched = bool(self._field.so_far) or self.filters.chosen != Chosen()
        self._empty.setText(
            self._texts("Nothing found.") if searched else self._texts("No minutes yet.")
        )
        self._empty.setVisible(empty)
