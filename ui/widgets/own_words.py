"""What delegates share that write the words of an item themselves, on the style's ground."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex


class OwnWords(QStyledItemDelegate):
    """Nothing here asks the style by name: its 600 words cost the start of the program 8 ms."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self._silent = False

    def is_selected(self, index: Index) -> bool:
        """Whether an item is selected in the view that this delegate is for."""
        view = self._view
        return isinstance(view, QAbstractItemView) and view.selectionModel().isSelected(index)

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an item as the style does, without its words."""
        self._silent = True
        QStyledItemDelegate.paint(self, painter, option, index)
        self._silent = False

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if self._silent:
            option.text = ""
