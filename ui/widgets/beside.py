"""Fields side by side where there is room for them, else one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayoutItem, QWidget

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Beside(QWidget):
    """Asks for the width of its widest part alone, so that no page must be scrolled sideways."""

    def __init__(self, parts: Sequence[tuple[QWidget, int]], parent: QWidget | None = None) -> None:
        """`parts`: each with the share of the rest of the width that it takes."""
        super().__init__(parent)
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part, share in parts:
            self._row.addWidget(part, share)

    def minimumSizeHint(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def width_of_one_line(self) -> int:
        """The width from which on its parts stand beside each other."""
        wanted = [
            max(item.minimumSize().width(), item.sizeHint().width()) for item in self._shown()
        ]
        return sum(wanted) + self._row.spacing() * (len(wanted) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # a part came, went, or says something else
            self._turn()
        return done

    def _turn(self) -> None:
        beside = self.width_of_one_line() <= self.width()
        self._row.setDirection(_BESIDE if beside else _BELOW)

    def _shown(self) -> list[QLayoutItem]:
        items = [self._row.itemAt(at) for at in range(self._row.count())]
        return [item for item in items if not item.isEmpty()]  # type: ignore[misc]
