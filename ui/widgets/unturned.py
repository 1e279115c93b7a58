"""What the wheel must not turn while one scrolls past it."""

from PySide6.QtGui import QWheelEvent


class Unturned:
    """A mixin, before the Qt class: the wheel goes to the page behind, unless the field has the
    focus. An event filter in Python would cost each key of the program; a class costs nothing.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():  # type: ignore[attr-defined]
            super().wheelEvent(event)  # type: ignore[misc]
        else:
            event.ignore()
