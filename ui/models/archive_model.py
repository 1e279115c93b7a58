"""The rows of the archive as an item model: read a window at a time, as one scrolls."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.archive_panel import DATE, ID, STATE

WINDOW = 100
"""Rows read at once: some screens full."""


class ArchiveRow(NamedTuple):
    """What the list shows of one record."""

    id: str
    date: str
    headline: str
    state: str = ""


class Wanted(NamedTuple):
    """What is looked for in the archive."""

    text: str = ""
    year: int | None = None


Fetch = Callable[[Wanted, int, int], Sequence[ArchiveRow]]
"""(what is wanted, how many rows to leave out, how many to give) -> rows."""


class ArchiveModel(QAbstractListModel):
    """Grows while the list is scrolled; `look_for` starts it anew."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._wanted = Wanted()
        self._rows: list[ArchiveRow] = []
        self._complete = True

    def look_for(self, text: str, year: int | None) -> None:
        self._wanted = Wanted(text.strip(), year)
        self.reload()

    def reload(self) -> None:
        """Read again what is wanted, as many rows as were there."""
        count = max(WINDOW, len(self._rows))
        self.beginResetModel()
        self._rows = list(self._fetch(self._wanted, 0, count))
        self._complete = len(self._rows) < count
        self.endResetModel()

    def refresh(self, row: ArchiveRow) -> bool:
        """Show a record that changed in place; False where it is not among the rows."""
        position = self.position(row.id)
        if position < 0:
            return False
        if self._rows[position] != row:
            self._rows[position] = row
            index = self.index(position)
            self.dataChanged.emit(index, index)
        return True

    def position(self, record_id: str) -> int:
        """The row of a record, or -1."""
        found = (at for at, row in enumerate(self._rows) if row.id == record_id)
        return next(found, -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, _parent: QModelIndex | QPersistentModelIndex) -> None:
        more = self._fetch(self._wanted, len(self._rows), WINDOW)
        self._complete = len(more) < WINDOW
        if not more:
            return
        start = len(self._rows)
        self.beginInsertRows(QModelIndex(), start, start + len(more) - 1)
        self._rows.extend(more)
        self.endInsertRows()

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        shown: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.headline,
            Qt.ItemDataRole.ToolTipRole: row.headline,
            Qt.ItemDataRole.AccessibleTextRole: " ".join(
                (row.date, row.headline, row.state)
            ).strip(),
            DATE: row.date,
            STATE: row.state,
            ID: row.id,
        }
        return shown.get(role)
