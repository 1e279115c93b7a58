"""Rows of buttons and questions without Qt's icons on the buttons: they are not of our family.

A style that says so for all of Qt is asked thousands of questions, each in Python.
"""

from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMessageBox


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


def file_dialog(*given: Any) -> QFileDialog:  # noqa: ANN401 - as Qt takes them
    """A dialog for files. No class of ours: Qt would not show the system's own in its place."""
    made = QFileDialog(*given)
    for box in made.findChildren(QDialogButtonBox):  # none where the system has a dialog
        _without_icons(box)
    return made


def _without_icons(box: QDialogButtonBox | QMessageBox) -> None:
    for button in box.buttons():
        button.setIcon(QIcon())
