"""What a table made for typing asks of its model, beyond what Qt's views ask."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Cells = Sequence[Sequence[str]]
"""Pasted rows of texts."""


class CellRole(IntEnum):
    """What a cell says about itself."""

    CHOICES = Qt.ItemDataRole.UserRole
    """(value, words) pairs where the cell is a choice; else None."""
    LIVE = CHOICES + 1
    """Whether each key counts at once; else the text is read when editing is finished."""
    OFFERS = CHOICES + 2
    """(what is offered for a text, the signs that take it too), where things are offered."""
    BAR = CHOICES + 3
    """(how full a bar behind the text is, from 0 to 1; whether that is too little), or None."""


class TableModel(QAbstractTableModel):
    """Rows that can be added, removed, moved, typed into and pasted, each as one step."""

    limit = 2_000
    """The most characters that a cell takes."""
    expands = True
    """Whether abbreviations are written out in the cells."""

    def add_row(self, position: int) -> None:
        """Make a new blank row at a position."""
        raise NotImplementedError

    def is_blank(self, row: int) -> bool:
        """Whether nothing was typed into a row yet."""
        raise NotImplementedError

    def drop_blank(self) -> None:
        """Forget new rows into which nothing was typed."""

    def remove_rows(self, rows: Sequence[int]) -> None:
        """Remove rows, together or apart, as one step."""
        raise NotImplementedError

    def move_rows(self, rows: Sequence[int], by: int) -> bool:
        """Move rows up or down as one step; False where there is no room."""
        raise NotImplementedError

    def move_to(self, rows: Sequence[int], before: int) -> bool:
        """Let rows, together or apart, stand before another one; False: they stand there."""
        raise NotImplementedError

    def type_into(self, index: Index, before: str, after: str) -> None:
        """A key was pressed in a cell: its text before and after."""
        raise NotImplementedError

    def take(self, index: Index, value: object) -> None:
        """Take the value of an offer into the row, as one step."""
        raise NotImplementedError

    def end_typing(self) -> None:
        """A cell was left."""

    def clear_cells(self, indexes: Sequence[Index]) -> None:
        """Empty the text of cells, as one step."""
        raise NotImplementedError

    def paste(self, row: int, column: int, cells: Cells) -> bool:
        """Take pasted rows in, beginning at a cell, as one step; False: too large, not taken."""
        raise NotImplementedError
