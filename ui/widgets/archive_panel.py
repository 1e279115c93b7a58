"""The left panel: search as one types, the year, and the list of minutes.

It shows whatever model it is given, and knows nothing of where the rows come from: the model resets
itself for each `search_changed`, when the answer is there.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.history_free import HistoryFree
from ui.widgets.quiet_combo import QuietComboBox

DATE = Qt.ItemDataRole.UserRole + 1
ID = Qt.ItemDataRole.UserRole + 2
STATE = Qt.ItemDataRole.UserRole + 3
SEARCH_PAUSE = 120
"""Milliseconds without a key before the archive is searched."""
Index = QModelIndex | QPersistentModelIndex


class _RowDelegate(QStyledItemDelegate):
    """The date small above, the headline in two lines below. All rows are of one height."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        headline, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        margin = option.fontMetrics.averageCharWidth()
        area = option.rect.adjusted(margin, margin // 2, -margin, -margin // 2)
        painter.save()
        painter.setPen(option.palette.color(role))
        painter.drawText(area, _TOP_RIGHT, str(index.data(STATE) or ""))
        self._draw_date(painter, option, area, str(index.data(DATE) or ""))
        rest = area.adjusted(0, option.fontMetrics.height(), 0, 0)
        _draw_two_lines(painter, rest, headline, option.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        metrics = option.fontMetrics
        return QSize(
            metrics.averageCharWidth() * 20, metrics.height() * 3 + metrics.averageCharWidth()
        )

    def _draw_date(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, date: str
    ) -> None:
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, date)


_TOP_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


def _draw_two_lines(painter: QPainter, area: QRect, text: str, font: QFont) -> None:
    """Wrap at words; what does not fit into the second line ends in an ellipsis."""
    layout = QTextLayout(text, font)
    metrics = QFontMetrics(font)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(area.width())
    layout.endLayout()
    cut = first.textLength()
    rest = metrics.elidedText(text[cut:], Qt.TextElideMode.ElideRight, area.width())
    left = area.left()
    painter.setFont(font)
    painter.drawText(left, area.top() + metrics.ascent(), text[:cut])
    painter.drawText(left, area.top() + metrics.ascent() + metrics.height(), rest)


class _SearchField(HistoryFree, QLineEdit):
    """Undo belongs to the minutes, also while one searches. Down goes on to the list."""

    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class ArchivePanel(QWidget):
    """Search and list. `opened` carries the id of a record; `search_changed` what to look for."""

    opened = Signal(str)
    search_changed = Signal(str, object)

    def __init__(self, texts: Callable[..., str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._field = _SearchField(self)
        self._field.setPlaceholderText(texts("Search, with or without diacritics"))
        self._field.setAccessibleName(texts("Search the archive"))
        self._field.setClearButtonEnabled(True)
        self._year = QuietComboBox(texts("Year"), self)
        self._list = QListView(self)
        self._list.setAccessibleName(texts("Minutes in the archive"))
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._list.setItemDelegate(_RowDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._empty = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._goes_to_list = False
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE)
        self._lay_out()
        self._connect()
        self.show_years(())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._field, self._year, self._empty):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        self._empty.hide()

    def _connect(self) -> None:
        self._field.textChanged.connect(self._pause.start)
        self._year.currentIndexChanged.connect(self._ask)
        self._pause.timeout.connect(self._ask)
        self._list.activated.connect(self._on_activated)
        self._list.clicked.connect(self._on_clicked)
        self._field.went_down.connect(self._go_to_list)

    def set_model(self, model: QAbstractItemModel) -> None:
        self._list.setModel(model)
        model.modelReset.connect(self._on_answered)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._on_rows_changed)
        self._on_rows_changed()

    def show_years(self, years: Sequence[int]) -> None:
        """Offer these years; the one chosen stays chosen if it is among them."""
        chosen = self._year.currentData()
        self._year.blockSignals(True)
        self._year.clear()
        self._year.addItem(self._texts("All years"), None)
        for year in years:
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(max(0, self._year.findData(chosen)))
        self._year.setVisible(len(years) > 1)
        self._year.blockSignals(False)

    def mark_current(self, row: int) -> None:
        """Show which row is the open record; -1 for none in sight.

        Where none is in sight and somebody walks the list, their place in it stays.
        """
        if row < 0 and self._list.hasFocus():
            return
        model = self._list.model()
        index = model.index(row, 0) if model and row >= 0 else QModelIndex()
        self._list.setCurrentIndex(index)

    def chosen(self) -> list[str]:
        """The ids of the rows that are selected, from top to bottom."""
        selection = self._list.selectionModel()
        rows = sorted(selection.selectedRows()) if selection else []
        return [index.data(ID) for index in rows]

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
        self.search_changed.emit(self._field.text(), self._year.currentData())

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ID))

    def _on_clicked(self, index: QModelIndex) -> None:
        """A click opens; one that makes a selection of several does not."""
        if self._list.selectionModel().selectedRows() == [index]:
            self._on_activated(index)

    def _on_answered(self) -> None:
        if self._goes_to_list:
            self._arrive_at_list()

    def _on_rows_changed(self) -> None:
        model = self._list.model()
        empty = model is None or model.rowCount() == 0
        searched = bool(self._field.text() or self._year.currentData())
        self._empty.setText(
            self._texts("Nothing found.") if searched else self._texts("No minutes yet.")
        )
        self._empty.setVisible(empty)
