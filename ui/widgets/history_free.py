"""Fields without a history of their own: there is one, the window's, and its keys must reach it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_CLAIMS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class HistoryFree:
    """A mixin for text fields, before the Qt class: leaves undo and redo to the window."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in _CLAIMS and _is_ours(event):
            event.ignore()
            return False
        return bool(super().event(event))  # type: ignore[misc]


def _is_ours(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _KEYS)
