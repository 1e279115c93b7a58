"""Fields without a history of their own: there is one, the window's, and its keys must reach it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_EMACS = frozenset({Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_U})
"""With Ctrl. Where the screen is X11's, Qt's fields take these as Emacs does: Ctrl+E, which
exports, would go to the end of a line, and Ctrl+U delete all of it. No office types so."""
_CLAIMS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_ENTRIES = ("edit-undo", "edit-redo")
"""What Qt calls the entries of a field's menu."""


class HistoryFree:
    """A mixin for text fields, before the Qt class: leaves undo and redo to the window, and what
    only some systems let a field do with a key.
    """

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in _CLAIMS and _is_ours(event):
            event.ignore()
            return False
        return bool(super().event(event))  # type: ignore[misc]


class HistoryFreeLine(HistoryFree):
    """The same for lines: Qt's keep a history always, so their menu does not offer it."""

    def context_menu(self) -> QMenu:
        """The menu of the right mouse button. Subclasses change it."""
        menu: QMenu = self.createStandardContextMenu()  # type: ignore[attr-defined]
        for action in menu.actions():
            if action.objectName() in _ENTRIES:
                action.setVisible(False)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


def _is_ours(event: QKeyEvent) -> bool:
    if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _EMACS:
        return True
    return any(event.matches(key) for key in _KEYS)
