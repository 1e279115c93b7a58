"""Rows of buttons and questions without Qt's icons on the buttons: they are not of our family.

A style that says so for all of Qt is asked thousands of questions, each in Python.
"""

from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox


class ButtonBox(QDialogButtonBox):
    """The buttons of a dialog."""

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 - as Qt takes them
        super().__init__(*given)
        _without_icons(self)

    def addButton(self, *given: Any) -> Any:  # noqa: ANN401
        made = super().addButton(*given)
        _without_icons(self)
        return made


class MessageBox(QMessageBox):
    """A question with its answers."""

    def addButton(self, *given: Any) -> Any:  # noqa: ANN401
        made = super().addButton(*given)
        _without_icons(self)
        return made


def _without_icons(box: QDialogButtonBox | QMessageBox) -> None:
    for button in box.buttons():
        button.setIcon(QIcon())
