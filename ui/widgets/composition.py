"""The word that an input method is composing: Vietnamese ones keep it outside the field's text.

Such a word must neither be lost when the field is left, nor read or rewritten while it grows.
"""

from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.plain import characters


class Finishes(Protocol):
    """A field that can be told: what is half typed in you counts now."""

    def finish(self) -> None: ...


class Composing:
    """A mixin for text fields, before the Qt class: knows the composed word and can commit it."""

    growing = Signal()
    """The word that is being composed is another one than a moment ago."""
    _composed = ""

    @property
    def composing(self) -> bool:
        """Whether a word is being composed right now."""
        return bool(self._composed)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():  # type: ignore[attr-defined]
            event.ignore()
            return
        # Before the field sees it: a commit makes the field report an edit, and whoever
        # listens must find that nothing is being composed any more.
        before, self._composed = self._composed, event.preeditString()
        super().inputMethodEvent(event)  # type: ignore[misc]
        if self._composed != before:
            self.growing.emit()

    def finish(self) -> None:
        """Make the composed word part of the text, if the platform has not done so already."""
        if not self._composed:
            return
        event = QInputMethodEvent("", [])
        event.setCommitString(self._composed)
        QCoreApplication.sendEvent(cast("QObject", self), event)


class ComposingLine(Composing):
    """A mixin before QLineEdit."""

    @property
    def so_far(self) -> str:
        """The text with the word that is being composed in its place."""
        text: str = self.text()  # type: ignore[attr-defined]
        at = characters(text, self.cursorPosition())  # type: ignore[attr-defined]
        return text[:at] + self._composed + text[at:]


def finish_focused() -> None:
    """Finish what is half typed in the focused field: before undo, saving, export and closing."""
    QGuiApplication.inputMethod().commit()
    field = QApplication.focusWidget()
    finish = getattr(field, "finish", None)
    if finish is not None:
        finish()
    while (field := field.parentWidget() if field else None) is not None:
        finish_inside = getattr(field, "finish_inside", None)
        if finish_inside is not None:
            finish_inside()
