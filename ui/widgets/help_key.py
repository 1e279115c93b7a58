"""F1 in a dialog: the keys of the window behind it do not reach it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_OWN = Qt.FindChildOption.FindDirectChildrenOnly


class HelpKey(QShortcut):
    """`asked` carries the dialog in which help was asked for."""

    asked = Signal(object)

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(QKeySequence("F1"), dialog)
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self.asked.emit(self.parent())


class HelpKeys(QObject):
    """Gives its key to each dialog of a window, and to theirs, when one first works in it.

    `asked` carries the dialog. A window that hears of its children instead (`childEvent`) makes
    PySide look through every class of Qt at the start, as its first ones are Qt's own.
    """

    asked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        qt = QApplication.instance()
        assert isinstance(qt, QApplication)
        qt.focusWindowChanged.connect(self._on_focus_window)

    def _on_focus_window(self) -> None:
        dialog = QApplication.activeWindow()
        if not isinstance(dialog, QDialog) or not self._is_of_window(dialog):
            return
        if dialog.findChild(HelpKey, options=_OWN) is None:
            HelpKey(dialog).asked.connect(self.asked)

    def _is_of_window(self, widget: QWidget | None) -> bool:
        while widget is not None and widget is not self._window:
            widget = widget.parentWidget()
        return widget is not None
