"""A field to choose one of a few words. The wheel does not change it; typing its letters does."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

LEAST, MOST = 8, 30
"""The width of a choice in letters: as long as its longest words, within these."""


class ChoiceField(QComboBox):
    """A choice among (value, words) pairs; the values may be anything that compares."""

    edited = Signal(object, object)
    """What the user chose: the value before and after. Not sent for `set_value`."""
    entered = Signal()
    left = Signal()

    def __init__(
        self, choices: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _words in choices]
        self.addItems([words for _value, words in choices])
        self._known: object = self._values[0]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        longest = max(len(words) for _value, words in choices)
        self.setMinimumContentsLength(max(LEAST, min(MOST, longest)))
        self.currentIndexChanged.connect(self._on_index_changed)

    def minimumSizeHint(self) -> QSize:
        """Room for the longest of its words: a narrow form lets its label stand above it."""
        words = (self.itemText(row) for row in range(self.count()))
        return self._with_room_for(max(map(self.fontMetrics().horizontalAdvance, words), default=0))

    def value(self) -> object:
        """The value chosen."""
        return self._known

    def set_value(self, value: object) -> None:
        """Show another choice."""
        self._known = value
        self.setCurrentIndex(self._values.index(value))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _with_room_for(self, width: int) -> QSize:
        """Its size around words of a width."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words = QSize(width, self.fontMetrics().height())
        return (
            self.style()
            .sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, words, self)
            .expandedTo(QSize(0, super().minimumSizeHint().height()))
        )

    def _on_index_changed(self, index: int) -> None:
        before, after = self._known, self._values[index]
        self._known = after
        if before != after:
            self.edited.emit(before, after)
