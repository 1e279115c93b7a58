"""A table made for typing: Tab goes to the next cell, Enter to the next row, as in a spreadsheet.

Rows are added at the end by going on, removed, moved, copied and pasted by keys.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QTableView,
    QWidget,
)

from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.headers import calm, shared_out
from ui.widgets.helped import TypingHelp
from ui.widgets.pasted_table import rows_of
from ui.widgets.table_model import TableModel

LEAST_ROWS = 4
_WORDY = 20
"""Letters from which on a column holds words that may go on, and takes what room there is."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_NO_TRIGGERS = QAbstractItemView.EditTrigger.NoEditTriggers
_TRIGGERS = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)
_SELECT = QItemSelectionModel.SelectionFlag


class TableView(QTableView):
    """Shows a `TableModel`. While a cell is edited Tab leads on; else Tab leaves the table."""

    current_changed = Signal()
    left = Signal()
    refused = Signal(int)
    rows_pasted = Signal(object)
    """Rows of cells were pasted, where `asks_what_is_pasted`: somebody has to say what they are."""
    asks_what_is_pasted = False
    helper: TypingHelp | None = None
    """Puts pasted cells right; without it they are taken as they are."""

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._table = model
        self._first_typed = 0
        self._widths: tuple[int, ...] = ()
        self._fits = self._drawn = False
        self._hint = ""
        self._read_only = False
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self._cells.went_down.connect(self._on_went_down)
        self._cells.stepped.connect(self._on_stepped)
        self._cells.move_wanted.connect(self._on_move_wanted)
        self._cells.rows_pasted.connect(self.paste)
        self._cells.refused.connect(self.refused)
        self.setTabKeyNavigation(False)
        calm(self.horizontalHeader()).setStretchLastSection(True)
        self.horizontalHeader().sectionResized.connect(self._on_resized)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(_TRIGGERS)

    def set_widths(self, characters: Sequence[int]) -> None:
        """How wide the columns are, in characters; the rows are as high as the font asks."""
        self._widths = tuple(characters)
        self._fit_font()

    def isReadOnly(self) -> bool:
        """Whether the cells can only be looked at and copied."""
        return self._read_only

    def setReadOnly(self, read_only: bool) -> None:
        """Let the cells be looked at and copied only; named as Qt's own fields name it."""
        self.finish_inside()
        self._read_only = read_only
        self.setEditTriggers(_NO_TRIGGERS if read_only else _TRIGGERS)

    def set_hint(self, hint: str) -> None:
        """What an empty table says: how to begin."""
        self._hint = hint
        self.setAccessibleDescription(hint)

    def has_focus_inside(self) -> bool:
        """Whether the table, or the cell being edited, has the focus."""
        inside = QApplication.focusWidget()
        return inside is self or (inside is not None and self.isAncestorOf(inside))

    def show_cell(self, row: int, column: int) -> None:
        """Go to a cell, if there is such a row. A cell that is being edited there stays open."""
        index = self._table.index(row, column)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        if not self.has_focus_inside():
            self.setFocus()

    def finish_inside(self) -> None:
        """Take the text of a cell that is read when editing is finished."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.commitData(QApplication.focusWidget())  # type: ignore[arg-type]

    def selected_rows(self) -> list[int]:
        """The rows that hold a selected cell, else the current one."""
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        current = self.currentIndex()
        return sorted(rows or ({current.row()} if current.isValid() else set()))

    def edit_cell(self, row: int, column: int) -> None:
        """Go to a cell and type in it."""
        index = self._table.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if index.isValid() and self.state() is not QAbstractItemView.State.EditingState:
            self.edit(index)

    def add_row(self) -> None:
        """Add a row at the end and type in it; a blank one that is there already will do."""
        last = self._table.rowCount() - 1
        if last < 0 or not self._table.is_blank(last):
            last += 1
            self._table.add_row(last)
        self.edit_cell(last, 0)

    def insert_row(self) -> None:
        """Add a row above the current one and type in it."""
        row = max(0, self.currentIndex().row())
        self._table.add_row(row)
        self.edit_cell(row, 0)

    def remove_rows(self) -> None:
        """Remove the selected rows; the next one becomes the current."""
        rows = self.selected_rows()
        column = max(0, self.currentIndex().column())
        if rows:
            self._table.remove_rows(rows)
            self._choose(min(rows[0], self._table.rowCount() - 1), column)

    def move_up(self) -> None:
        """Move the selected rows up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the selected rows down."""
        self._move(1)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as a spreadsheet takes them."""
        indexes = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        lines = [
            "\t".join(str(self._table.index(row, column).data() or "") for column in columns)
            for row in rows
        ]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Take pasted cells in, from the current one on; or let it be asked what they are."""
        source = QGuiApplication.clipboard().mimeData()
        rows = rows_of(source)
        if self.helper is not None:
            rows = self.helper.cleaned_cells(source, rows)
        current = self.currentIndex()
        row = current.row() if current.isValid() else self._table.rowCount()
        several = len(rows) > 1 or any(len(line) > 1 for line in rows) or not current.isValid()
        if any(len(cell) > self._table.limit for line in rows for cell in line):
            self.refused.emit(self._table.limit)
        elif rows and several and self.asks_what_is_pasted:
            self.rows_pasted.emit(rows)
        elif rows and self._table.paste(row, max(0, current.column()), rows):
            self._choose(row, max(0, current.column()))

    def let_rows_be_dragged(self) -> None:
        """Rows that are selected can be dragged to another place."""
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Rows come down above or below the row under the mouse, whichever half it is in."""
        if event.source() is not self:
            event.ignore()
            return
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = self._table.rowCount()
        if index.isValid():
            row = index.row() + (place.y() > self.visualRect(index).center().y())
        self._table.move_to(self.selected_rows(), row)
        event.accept()  # Qt would take the old rows away now; the model removes none for it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handle(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._leave()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        if hint is hints.EditNextItem:
            self._go_on(1)
        elif hint is hints.EditPreviousItem:
            self._go_on(-1)
        else:
            self._leave()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self._first_typed = max(0, current.column())
        self.current_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._table.rowCount() or not self._hint:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        margin = self.fontMetrics().height() // 2
        around = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
        painter.drawText(around, Qt.TextFlag.TextWordWrap, self._hint)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_font()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._drawn:
            self._fit_columns()

    def minimumSizeHint(self) -> QSize:
        rows = LEAST_ROWS * self.verticalHeader().defaultSectionSize()
        header = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(super().minimumSizeHint().width(), rows + header + bar)

    def _fit_font(self) -> None:
        self._drawn = False
        self._fit_columns()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 3 // 2)
        self.updateGeometry()

    def _fit_columns(self) -> None:
        letter, header = self.fontMetrics().averageCharWidth(), self.horizontalHeader()
        least = [
            max((width + 2) * letter, header.sectionSizeHint(column))
            for column, width in enumerate(self._widths)
        ]
        wordy = [width >= _WORDY for width in self._widths]
        self._fits = True
        for column, width in enumerate(shared_out(least, wordy, self.viewport().width())):
            self.setColumnWidth(column, width)
        self._fits = False

    def _on_resized(self, column: int, _before: int, _after: int) -> None:
        """A width that somebody drew stays; the last column is only stretched."""
        last = self.horizontalHeader().count() - 1
        self._drawn = self._drawn or not (self._fits or column == last)

    def _handle(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if self._read_only:
            return self._copies(event)
        if modifiers & _ALT and Qt.Key(key) in _STEPS:
            self._move(_STEPS[Qt.Key(key)])
        elif key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_Insert and not modifiers:
            self.insert_row()
        elif key == Qt.Key.Key_Delete and (modifiers & _CTRL or self._whole_rows()):
            self.remove_rows()
        elif key == Qt.Key.Key_Delete:
            self._table.clear_cells(self.selectionModel().selectedIndexes())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif not self._table.rowCount() and event.text().isprintable() and event.text():
            self._table.add_row(0)
            self._choose(0, 0)
            return False  # … and the key opens the cell
        else:
            return False
        return True

    def _copies(self, event: QKeyEvent) -> bool:
        copies = event.matches(QKeySequence.StandardKey.Copy)
        if copies:
            self.copy()
        return copies

    def _enter(self) -> None:
        current = self.currentIndex()
        if current.isValid():
            self.edit_cell(current.row(), current.column())
        else:
            self.add_row()

    def _whole_rows(self) -> bool:
        return bool(self.selectionModel().selectedRows())

    def _go_on(self, by: int) -> None:
        """To the next cell or the one before; past the last one a row is added."""
        current = self.currentIndex()
        columns = self._table.columnCount()
        place = current.row() * columns + current.column() + by
        row, column = divmod(place, columns)
        if row >= self._table.rowCount():
            self.add_row()
        elif row >= 0:
            began = self._first_typed if row == current.row() else column
            self.edit_cell(row, column)
            self._first_typed = began

    def _on_went_down(self) -> None:
        """To the next row, to the column in which typing in this one began."""
        row = self.currentIndex().row() + 1
        if row >= self._table.rowCount():
            self.add_row()
        else:
            self.edit_cell(row, self._first_typed)

    def _on_stepped(self, by: int) -> None:
        row = self.currentIndex().row() + by
        if 0 <= row < self._table.rowCount():
            self.edit_cell(row, self.currentIndex().column())

    def _on_move_wanted(self, by: int) -> None:
        self._move(by)
        self.edit_cell(self.currentIndex().row(), self.currentIndex().column())

    def _move(self, by: int) -> None:
        rows = self.selected_rows()
        if rows and self._table.move_rows(rows, by):
            self.scrollTo(self.currentIndex())

    def _choose(self, row: int, column: int) -> None:
        index = self._table.index(row, column)
        self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)

    def _leave(self) -> None:
        if self.has_focus_inside():
            return
        self._table.end_typing()
        self._table.drop_blank()
        self.left.emit()
