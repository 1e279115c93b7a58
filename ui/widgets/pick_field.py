"""A field in which one of many known things is picked by typing a few of its letters.

What matches is offered below the field, inside the window: a window of its own would take the
keys away from the input method.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter

from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.widgets.read_field import ReadField

SHOWN_ROWS = 8
Rank = Callable[[str, str], int | None]
"""How well the letters typed go with some words: 0 is best, None not at all."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickField(ReadField):
    """Pairs of a value and its words. Letters that go with some words offer these, best first.

    The marked one is taken by Enter and by leaving the field; Up and Down mark another.
    """

    def __init__(self, rank: Rank, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(self._find, self._words_of, limit, parent)
        self._rank = rank
        self._choices: tuple[tuple[object, str], ...] = ()
        self._offers = _Offers(self)
        self._offers.clicked.connect(self._on_clicked)
        self.textEdited.connect(self._offer)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """What can be picked, in order. The value stays, in its new words."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        if not self.hasFocus():
            self.set_value(self.value())

    def offered(self) -> list[str]:
        """The words that are offered now."""
        return self._offers.words() if self._offers.isVisible() else []

    def read(self) -> None:
        self._offers.hide()
        super().read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self._mark(step)
        elif event.key() == Qt.Key.Key_Escape and self._offers.isVisible():
            self._offers.hide()
        elif event.key() in _TAKES:
            self.read()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._offers.hide()

    def _find(self, text: str) -> object:
        exact = (value for value, words in self._choices if words == text)
        found = self._found(text)
        marked = (value for value, words in found if words == self._offers.marked())
        first = (value for value, _ in found)
        return next(exact, None) or next(marked, None) or next(first, None)

    def _found(self, text: str) -> list[tuple[object, str]]:
        ranked = [(self._rank(text, words), (value, words)) for value, words in self._choices]
        going = [(rank, choice) for rank, choice in ranked if rank is not None]
        return [choice for _, choice in sorted(going, key=itemgetter(0))]

    def _words_of(self, value: object) -> str:
        return next((words for known, words in self._choices if known == value), "")

    def _offer(self, text: str) -> None:
        self._offers.offer([words for _, words in self._found(text)])

    def _mark(self, step: int) -> None:
        if self._offers.isVisible():
            self._offers.mark(step)
        else:
            self._offer("")
        if self._offers.marked():
            self._on_text_edited(self._offers.marked())

    def _on_clicked(self) -> None:
        self._on_text_edited(self._offers.marked())
        self.read()


class _Offers(QListView):
    """The words offered, under the field, over whatever is there. It never takes the focus."""

    def __init__(self, field: PickField) -> None:
        super().__init__(field)
        self._field = field
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.hide()

    def words(self) -> list[str]:
        """What is offered."""
        return self._words.stringList()

    def marked(self) -> str:
        """The words that are marked, or ""."""
        return str(self.currentIndex().data() or "")

    def offer(self, words: Sequence[str]) -> None:
        """Show what is offered, the first marked; nothing where there is nothing."""
        self._words.setStringList(list(words))
        self.setCurrentIndex(self._words.index(0))
        self._place(len(words))
        self.setVisible(bool(words))

    def mark(self, step: int) -> None:
        """Mark the next one, or the one before."""
        row = self.currentIndex().row() + step
        if 0 <= row < self._words.rowCount():
            self.setCurrentIndex(self._words.index(row))

    def _place(self, count: int) -> None:
        """Under the field; over it where there is more room."""
        window = self._field.window()
        self.setParent(window)
        height = min(count, SHOWN_ROWS) * max(1, self.sizeHintForRow(0)) + 2 * self.frameWidth()
        top = self._field.mapTo(window, QPoint(0, 0))
        under = top.y() + self._field.height()
        above = under + height > window.height() and top.y() > window.height() - under
        place = top.y() - height if above else under
        self.setGeometry(top.x(), place, self._field.width(), height)
        self.raise_()
