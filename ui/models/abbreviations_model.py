"""The table of abbreviations while it is edited: two columns of text, and what does not fit."""

import unicodedata
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt

from app.language.abbreviations import LONG_LIMIT, fits
from app.language.catalogue import Catalogue
from app.marking import N_
from ui.widgets.table_model import CellRole, Cells, Index, TableModel

HEADS = (N_("Abbreviation"), N_("Written out"))
BAD_ROW = N_(
    "Row {row} is not complete: it needs a short word of letters and digits, without spaces, and"
    " what it stands for."
)
TWICE = N_("“{short}” stands in rows {row} and {other}; one of them has to go.")
_ROOT = QModelIndex()


class AbbreviationsModel(TableModel):
    """Rows of a short word and what it stands for. Nothing holds until it is saved."""

    limit = LONG_LIMIT
    expands = False

    def __init__(self, texts: Catalogue, table: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self._rows = [[short, long] for short, long in table.items()]

    def problem(self) -> str:
        """What stands in the way of saving, as a sentence; "" where nothing does."""
        seen: dict[str, int] = {}
        for number, (short, long) in enumerate(self._told(), 1):
            if not (short or long):
                continue
            if not fits(short, long):
                return self._texts(BAD_ROW, row=number)
            if short in seen:
                return self._texts(TWICE, short=short, row=seen[short], other=number)
            seen[short] = number
        return ""

    def table(self) -> dict[str, str]:
        """The table as it is typed now; blank rows are none."""
        return {short: long for short, long in self._told() if short or long}

    def add(self, table: Mapping[str, str]) -> None:
        """Take more in: a short word that is there gets its new meaning."""
        told = {**self.table(), **table}
        self.beginResetModel()
        self._rows = [[short, long] for short, long in told.items()]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, _parent: Index = _ROOT) -> int:
        return len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self._texts(HEADS[section]) if orientation is Qt.Orientation.Horizontal else section + 1
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._rows[index.row()][index.column()]
        return True if role == CellRole.LIVE else None

    def setData(self, index: Index, value: object, _role: int = Qt.ItemDataRole.EditRole) -> bool:
        self._rows[index.row()][index.column()] = str(value)
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def add_row(self, position: int) -> None:
        self.beginInsertRows(_ROOT, position, position)
        self._rows.insert(position, ["", ""])
        self.endInsertRows()

    def is_blank(self, row: int) -> bool:
        return not any(self._rows[row])

    def drop_blank(self) -> None:
        for row in reversed(range(len(self._rows))):
            if self.is_blank(row):
                self.remove_rows([row])

    def remove_rows(self, rows: Sequence[int]) -> None:
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(_ROOT, row, row)
            del self._rows[row]
            self.endRemoveRows()

    def move_rows(self, _rows: Sequence[int], _by: int) -> bool:
        return False  # the table is kept in the order of its short words

    def type_into(self, index: Index, _before: str, after: str) -> None:
        self.setData(index, after)

    def clear_cells(self, indexes: Sequence[Index]) -> None:
        for index in indexes:
            self.setData(index, "")

    def paste(self, row: int, column: int, cells: Cells) -> bool:
        if any(len(text) > self.limit for line in cells for text in line):
            return False
        for down, line in enumerate(cells):
            if row + down >= len(self._rows):
                self.add_row(len(self._rows))
            for across, text in enumerate(line[: len(HEADS) - column]):
                self.setData(self.index(row + down, column + across), text.strip())
        return True

    def _told(self) -> list[tuple[str, str]]:
        composed = [
            [unicodedata.normalize("NFC", text).strip() for text in row] for row in self._rows
        ]
        return [(short, long) for short, long in composed]
