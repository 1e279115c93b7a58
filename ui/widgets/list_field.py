"""A field to choose one of a few things that come and go."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import QWidget

from ui.widgets.choice_field import ChoiceField

LONGEST = 60
"""Characters of a thing's words that are shown; a list as wide as a sentence helps nobody."""
NARROW = 16
"""The width, in letters, that a narrow window leaves of one."""


class ListField(ChoiceField):
    """A choice whose things are told anew with `set_choices`; a value that is gone shows none.

    They are the user's own words, as long as may be: where there is no room they end in dots.
    """

    def __init__(self, none: str, parent: QWidget | None = None) -> None:
        self._none = none
        super().__init__([("", none)], parent)

    def minimumSizeHint(self) -> QSize:
        return self._with_room_for(self.fontMetrics().averageCharWidth() * NARROW)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """What can be chosen, after "none"."""
        wanted = [("", self._none), *((value, _short(words)) for value, words in choices)]
        shown = [(value, self.itemText(row)) for row, value in enumerate(self._values)]
        if wanted == shown:
            return
        with QSignalBlocker(self):
            self._values = [value for value, _ in wanted]
            self.clear()
            self.addItems([words for _, words in wanted])
        self.set_value(self.value())

    def set_value(self, value: object) -> None:
        self._known = value
        with QSignalBlocker(self):
            self.setCurrentIndex(self._values.index(value) if value in self._values else 0)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
