"""A bar above the pages that says how things stand, for as long as they do: finished, in review."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.widgets.beside import Beside
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.tab_order import follow_layout


class NoticeBar(QFrame):
    """One sentence, with buttons for actions. Unlike a message it cannot be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QToolButton] = []
        answers = QWidget(self)
        self._row = FlowLayout(answers)
        QVBoxLayout(self).addWidget(Beside([(self._label, 1), (answers, 0)]))
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says; "" while there is nothing to say."""
        return self._label.text()

    def tell(self, text: str, actions: Sequence[QAction] = ()) -> None:
        """Say how things stand, and offer these actions; "" takes the bar away."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(action) for action in actions] if text else []
        follow_layout(self)
        self._label.setText(text)
        self._label.setAccessibleName(text)
        self.setVisible(bool(text))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(action.text().replace("&", ""))
        self._row.addWidget(button)
        button.show()  # now: where the bar is shown already, a layout does it later
        return button
