"""A field in which one of many known things is picked by typing a few of its letters."""

from collections.abc import Callable, Sequence
from operator import itemgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.offers import OfferList
from ui.widgets.read_field import ReadField

Rank = Callable[[str, str], int | None]
"""How well the letters typed go with some words: 0 is best, None not at all."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickField(ReadField):
    """Pairs of a value and its words. Letters that go with some words offer these, best first.

    The marked one is taken by Enter and by leaving the field; Up and Down mark another.
    """

    picked = Signal()
    """Enter, and a value is there: what comes next can be typed."""
    given_up = Signal()
    """Escape, and nothing is typed here."""
    unknown = Signal(str)
    """Enter a second time on words that go with no choice."""

    def __init__(self, rank: Rank, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(self._find, self._words_of, limit, parent)
        self._rank = rank
        self._choices: tuple[tuple[object, str], ...] = ()
        self._offers = OfferList(self)
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
        elif event.key() == Qt.Key.Key_Escape and not self.text():
            self.given_up.emit()
        elif event.key() in _TAKES:
            event.accept()
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        known_unread = self.unread and self.text().strip() == self._written
        self.read()
        if self.value() is not None:
            self.picked.emit()
        elif known_unread:
            self.unknown.emit(self.text().strip())

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
