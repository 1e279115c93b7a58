"""The rail: the sections of the form one below the other, each with its number and its badge."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyleOptionViewItem,
    QWidget,
)

from ui.widgets.own_words import OwnWords

BADGE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _BadgeDelegate(OwnWords):
    """Draws an item as the style does, and its badge at the right end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        title, badge = str(index.data()), str(index.data(BADGE) or "")
        self.draw_ground(painter, option, index)
        selected = self.is_selected(index)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        metrics, margin = option.fontMetrics, option.fontMetrics.averageCharWidth()
        area = option.rect.adjusted(margin, 0, -margin, 0)
        left = area.adjusted(0, 0, -metrics.horizontalAdvance(f" {badge}") if badge else 0, 0)
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, left.width())
        painter.save()
        painter.setPen(option.palette.color(role))
        painter.drawText(left, _LEFT, shown)
        painter.drawText(area, _RIGHT, badge)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        badge = option.fontMetrics.horizontalAdvance(f"   {index.data(BADGE) or ''}")
        return QSize(size.width() + badge, int(option.fontMetrics.height() * 1.9))


class Rail(QListWidget):
    """Sections by number; `chosen` says which one the user went to."""

    chosen = Signal(int)

    def __init__(self, label: str, titles: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setItemDelegate(_BadgeDelegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for number, title in enumerate(titles, start=1):
            self.addItem(QListWidgetItem(f"{number}  {title}"))
        self._titles = titles
        self._measured: QFont | None = None
        self._widest = 0
        self.currentRowChanged.connect(self.chosen)

    def go_to(self, row: int) -> None:
        self.setCurrentRow(row)
        self._light()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._light()

    def _light(self) -> None:
        """Light the section one is in; while nothing is open one is in none."""
        item = self.currentItem()
        if item is not None:
            item.setSelected(self.isEnabled())

    def set_badge(self, row: int, badge: str) -> None:
        item = self.item(row)
        if item.data(BADGE) == badge:
            return
        item.setData(BADGE, badge)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()} {badge}".strip())

    def badge(self, row: int) -> str:
        return self.item(row).data(BADGE) or ""

    def sizeHint(self) -> QSize:
        if self._measured != self.font():  # it is asked for dozens of times
            self._measured, widest = self.font(), "⚠99"
            self._widest = max(
                (self.fontMetrics().horizontalAdvance(f"8  {t}   {widest}") for t in self._titles),
                default=0,
            )
        frame = 2 * self.frameWidth() + 3 * self.fontMetrics().averageCharWidth()
        return QSize(self._widest + frame, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height() * 4)
