"""A bar above the pages that tells what was done and offers what one may do next.

It never asks and never blocks: whoever ignores it loses nothing.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.beside import Beside
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.tab_order import follow_layout

TOLD_FOR = 15_000
"""Milliseconds after which a message goes away; a problem stays until it is closed."""


class Choice(NamedTuple):
    """What a message offers: the words of a button, and what it does."""

    label: str
    do: Callable[[], object]


class _ChoiceButton(QPushButton):
    """Holds what it does, so that nothing but a bound method is connected."""

    def __init__(self, choice: Choice, bar: "MessageBar") -> None:
        super().__init__(choice.label, bar)
        self._do = choice.do
        self._bar = bar
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._bar.dismiss()
        self._do()


class MessageBar(QFrame):
    """One message at a time: the newest."""

    def __init__(self, close_label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._close = QPushButton(close_label, self)
        self._close.setFlat(True)
        self._close.clicked.connect(self.dismiss)
        self._timer = QTimer(self, singleShot=True, interval=TOLD_FOR)
        self._timer.timeout.connect(self.dismiss)
        answers = QWidget(self)
        self._row = FlowLayout(answers)
        self._row.addWidget(self._close)
        QVBoxLayout(self).addWidget(Beside([(self._label, 1), (answers, 0)]))
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says now; "" while it is hidden."""
        return self._label.text() if not self.isHidden() else ""

    def tell(self, text: str, *choices: Choice) -> None:
        """Say what was done, for a while."""
        self._show(text, choices)
        self._timer.start()

    def warn(self, text: str, *choices: Choice) -> None:
        """Say what could not be done; it stays until it is closed or another message comes."""
        self._timer.stop()
        self._show(text, choices)

    def dismiss(self) -> None:
        self._timer.stop()
        self._drop_buttons()
        self.hide()

    def _show(self, text: str, choices: tuple[Choice, ...]) -> None:
        self._drop_buttons()
        self._label.setText(text)
        self._label.setAccessibleName(text)
        for choice in choices:
            button = _ChoiceButton(choice, self)
            self._buttons.append(button)
            self._row.addWidget(button)
            button.show()  # now: where the bar is shown already, a layout does it later
        self._row.removeWidget(self._close)
        self._row.addWidget(self._close)  # the last of them
        for each in (*self._buttons, self._close):
            each.setAccessibleDescription(text)
        follow_layout(self)
        self.show()
        _announce(self, text)

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()


def _announce(source: QObject, text: str) -> None:
    """Let a screen reader say it: the bar takes no focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 190 words, seldom wanted

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
