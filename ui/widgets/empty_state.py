"""What stands where a page would be while nothing is open: it says what one can do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ui.widgets.form_rows import Sentence, explanation, heading
from ui.widgets.tab_order import follow_layout

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WIDTH = 28
"""The width of a button, in letters: all are alike, so that they stand as a list."""


class EmptyState(QScrollArea):
    """A heading, a sentence, and the actions that lead on from it as buttons with their help."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self.setWidget(content)
        centre = Qt.AlignmentFlag.AlignCenter
        label, sentence = heading(title), Sentence(text)
        self._column = QVBoxLayout(content)
        self._column.addStretch(1)
        for words in (label, sentence):
            words.setAlignment(centre)
            self._column.addWidget(words)
        self._column.addSpacing(self.fontMetrics().height())
        self._column.addStretch(1)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Show a button for each action, and below it what the action does."""
        for action in actions:
            button = QToolButton(self.widget())
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH)
            button.setMinimumHeight(round(self.fontMetrics().height() * 2.2))
            button.setIconSize(button.iconSize())
            help_text = explanation(action.toolTip())
            help_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._insert(button, Qt.AlignmentFlag.AlignHCenter)
            self._insert(help_text, Qt.AlignmentFlag(0))
        follow_layout(self.widget())  # type: ignore[arg-type]

    def take_focus(self) -> None:
        """Put the keys on the first button, unless they are somewhere already."""
        if self.window().focusWidget() is None:
            first = self.findChild(QToolButton)
            if first is not None:
                first.show()  # its layout does a moment later, and what is hidden has no focus
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter pushes the button that has the focus, as in a dialog."""
        button = self.focusWidget()
        if event.key() in _ENTER and isinstance(button, QToolButton) and button.hasFocus():
            button.animateClick()
        else:
            super().keyPressEvent(event)

    def _insert(self, widget: QWidget, alignment: Qt.AlignmentFlag) -> None:
        self._column.insertWidget(self._column.count() - 1, widget, 0, alignment)
