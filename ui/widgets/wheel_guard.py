"""Keeps the wheel from changing values: scrolling a form must never alter what it holds."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget

# Spin boxes, date and time boxes (all QAbstractSpinBox) and combo boxes take the wheel by default.
_TURNED_BY_WHEEL = (QAbstractSpinBox, QComboBox)


class WheelGuard(QObject):
    """An event filter of the application: the wheel passes boxes without focus to what scrolls."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Wheel or not isinstance(watched, QWidget):
            return False
        if isinstance(watched, _TURNED_BY_WHEEL) and not watched.hasFocus():
            event.ignore()  # … so that it travels on to the scroll area around it
            return True
        return False
