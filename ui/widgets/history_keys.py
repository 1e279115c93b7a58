"""Lets undo and redo reach the window from every field.

A focused field claims these keys for its own history; there is one history, and it is the window's.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class HistoryKeys(QObject):
    """An event filter of the application, from which no field gets to claim the two keys."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if any(event.matches(key) for key in _KEYS):
            event.ignore()
            return True
        return False
