"""The minutes of another archive as rows that can be ticked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.archive.entries import Entry
from app.handing.taking import Standing
from app.language.catalogue import Catalogue
from app.language.dates import short_date
from app.marking import N_
from ui.merging import Found, Order

COLUMNS = ((N_("Date"), 18), (N_("Meeting"), 54), (N_("In this archive"), 34))
STANDINGS = {
    Standing.NEW: N_("Not here yet"),
    Standing.SAME: N_("Here, just the same"),
    Standing.OTHER: N_("Here, but different: taken as a copy"),
}
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class MergeModel(QAbstractTableModel):
    """New ones are ticked at first; what is just the same here cannot be."""

    def __init__(
        self,
        found: Sequence[Found],
        called: Callable[[Entry], str],
        texts: Catalogue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._found = tuple(found)
        self._called = called
        self._texts = texts
        self._chosen = {row for row, each in enumerate(found) if each.standing is Standing.NEW}

    def orders(self) -> list[Order]:
        """What is ticked, the oldest first, so that numbers follow the days."""
        rows = sorted(self._chosen, reverse=True)
        return [
            Order(self._found[row].entry.id, self._found[row].standing is Standing.OTHER)
            for row in rows
        ]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._texts(COLUMNS[section][0])
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._found[index.row()].standing is Standing.SAME:
            return flags & ~Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry, standing = self._found[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            ticked = index.row() in self._chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        day = short_date(entry.date) if entry.date else self._texts("no date")
        return (day, self._called(entry), self._texts(STANDINGS[standing]))[index.column()]

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._chosen.add(index.row())
        else:
            self._chosen.discard(index.row())
        self.dataChanged.emit(index, index)
        return True
