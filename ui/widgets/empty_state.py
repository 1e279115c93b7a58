"""What stands where a page would be while nothing is open: a sentence that says what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """A sentence, and the actions that lead on from it as buttons."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(text, self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(label)
        self._column.addStretch(1)

    def offer(self, actions: Sequence[QAction]) -> None:
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._column.insertWidget(
                self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter
            )
