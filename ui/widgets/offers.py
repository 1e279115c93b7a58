"""What is offered under a field while one types in it, inside the window.

A window of its own would take the keys away from the input method.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

SHOWN_ROWS = 8


class Offer(NamedTuple):
    """One of the things that what was typed may mean."""

    text: str
    """What it puts into the field."""
    words: str = ""
    """What the list says of it, if more than the text."""
    value: object = None
    """The thing itself, where taking it means more than its text."""


class Offered(NamedTuple):
    """Offers, best first. They stand for the text before the cursor from `start` on."""

    offers: Sequence[Offer] = ()
    start: int = 0
    meant: bool = False
    """Whether the first one is taken unless another is chosen: it is hardly meant otherwise."""


Find = Callable[[str], Offered]
"""What is offered for the text before the cursor."""


class OfferList(QListView):
    """The offers of a field, under it, over whatever is there. It never takes the focus."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.hide()
        # It becomes a child of the window, and must go with the field nevertheless.
        field.destroyed.connect(self.deleteLater)

    def words(self) -> list[str]:
        """What is offered."""
        return self._words.stringList()

    def marked(self) -> str:
        """The words that are marked, or ""."""
        return str(self.currentIndex().data() or "")

    @property
    def row(self) -> int:
        """Which offer is marked, or -1."""
        return self.currentIndex().row() if self.isVisible() else -1

    def offer(self, words: Sequence[str], *, mark: bool = True) -> None:
        """Show what is offered, the first one marked or none; nothing where there is nothing."""
        self._words.setStringList(list(words))
        if mark:
            self.setCurrentIndex(self._words.index(0))
        self.place()
        self.setVisible(bool(words))

    def mark(self, step: int) -> None:
        """Mark the next one, or the one before; before the first, none."""
        row = self.currentIndex().row() + step
        if 0 <= row < self._words.rowCount():
            self.setCurrentIndex(self._words.index(row))

    def place(self) -> None:
        """Stand under the field; over it where there is more room."""
        window = self._field.window()
        self.setParent(window)
        self.setFont(self._field.font())
        rows = min(self._words.rowCount(), SHOWN_ROWS)
        height = rows * max(1, self.sizeHintForRow(0)) + 2 * self.frameWidth()
        wanted = self.sizeHintForColumn(0) + 4 * self.frameWidth()
        width = min(max(self._field.width(), wanted), window.width())
        top = self._field.mapTo(window, QPoint(0, 0))
        under = top.y() + self._field.height()
        above = under + height > window.height() and top.y() > window.height() - under
        left = max(0, min(top.x(), window.width() - width))
        self.setGeometry(left, top.y() - height if above else under, width, height)
        self.raise_()
