"""A line that says a value (a date, an hour, a count), read when one has finished typing it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.line_field import LineField

Read = Callable[[str], object]
Write = Callable[[Any], str]
"""It is given what `Read` gave."""


class ReadField(LineField):
    """Typed as text, held as a value. Text that cannot be read stays, with the value None."""

    edited = Signal(object, object)
    """The value before and after, when editing is finished; None is no value."""
    expands = False
    told = Signal(bool)
    """Whether the text cannot be read, each time that changes."""

    def __init__(self, read: Read, write: Write, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(limit, parent)
        self._read, self._write = read, write
        self._value: object = None
        self._written = ""
        self._unread = False
        self.editingFinished.connect(self.read)

    @property
    def unread(self) -> bool:
        """Whether there is text that says no value."""
        return self._unread

    def value(self) -> object:
        """The value last read; None where there is none."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show a value, in its usual spelling. Unread text stays as long as there is no value."""
        if value is None and self._value is None and self._unread:
            return
        self._value = value
        self._written = "" if value is None else self._write(value)
        super().set_value(self._written)
        self._tell(False)

    def forget(self) -> None:
        """Drop text that could not be read: another record is about to be shown."""
        self._tell(False)
        self._value = None

    def finish(self) -> None:
        super().finish()
        self.read()

    def read(self) -> None:
        """Take the text as the value, if it was changed since."""
        text = super().value().strip()
        if text == self._written:
            return
        before, self._value = self._value, self._read(text) if text else None
        readable = self._value is not None or not text
        self._written = self._write(self._value) if self._value is not None else text
        if readable:
            LineField.set_value(self, self._written)
        self._tell(not readable)
        if before != self._value:
            self.edited.emit(before, self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and super().value() != self._written:
            LineField.set_value(self, self._written)
            return
        super().keyPressEvent(event)

    def _report(self, before: str, after: str) -> None:
        """Typing alone says nothing yet."""

    def _tell(self, unread: bool) -> None:
        if unread != self._unread:
            self._unread = unread
            self.told.emit(unread)
