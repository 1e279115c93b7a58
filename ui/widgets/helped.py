"""Help for whoever types: abbreviations written out, pasted text put right, for every text field.

A field knows what to do with text; what is to be done comes from its `helper`, which the program
gives to the field that has the focus. A field without a helper is a plain field.
"""

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)

from ui.widgets.plain import units

if TYPE_CHECKING:
    from ui.widgets.pasted_table import Rows

_LEADS_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_PASTE_AS_IT_IS = QKeySequence("Ctrl+Shift+V")


class Expanded(NamedTuple):
    """A word of so many characters, at the end of some text, and what it stands for."""

    short: str
    long: str


class TypingHelp(Protocol):
    """What a field or a table asks. Each may have been switched off."""

    @property
    def ends(self) -> str:
        """The characters that end a word."""

    def expansion(self, before: str) -> tuple[str, str] | None:
        """The last word of `before`, and what it stands for."""

    def cleaned(self, source: QMimeData, lines: bool) -> str:
        """What is pasted, put right: a paragraph a line, or all of it on one line."""

    def cleaned_cells(self, source: QMimeData, rows: "Rows") -> "Rows":
        """Pasted cells, each put right as text on one line is."""


class Helped:
    """A mixin for text fields, before `Composing` and the Qt class.

    The Qt class makes `words_before`, `replace_before` and `take_pasted` its own.
    """

    paused = Signal()
    """What comes next is a step of its own in the history."""
    helper: TypingHelp | None = None
    expands = True
    """Whether what is typed here is running text, in which abbreviations are written out."""
    one_line = False
    _expanded: tuple[Expanded, str] | None = None

    def words_before(self) -> str:
        """The text of the line that stands before the cursor; "" while something is selected."""
        raise NotImplementedError

    def replace_before(self, back: int, length: int, text: str) -> bool:
        """Put `text` for `length` units of Qt's that end `back` units before the cursor.

        False where there is no room for it; the cursor stays after what it was after.
        """
        raise NotImplementedError

    def take_pasted(self, text: str) -> None:
        """Put text in the place of what is selected, if there is room for it."""
        raise NotImplementedError

    def expand_word(self, end: str = "") -> None:
        """Write out the word before the cursor, or before `end`, which was just typed after it."""
        if self.helper is None or not self.expands or self.composing or self.isReadOnly():  # type: ignore[attr-defined]
            return
        before = self.words_before()
        if not before.endswith(end):
            return
        given = self.helper.expansion(before.removesuffix(end))
        if given is None:
            return
        found = Expanded(*given)
        self.paused.emit()
        if self.replace_before(units(end), units(found.short), found.long):
            self._expanded = (found, self.words_before())
        self.paused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key == Qt.Key.Key_Backspace and not modifiers and self._take_back():
            return
        if event.text():
            self._expanded = None
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_clean()
        elif _is_paste_as_it_is(event):
            self.paste_as_it_is()
        else:
            if key in _LEADS_ON and not modifiers:
                self.expand_word()
            super().keyPressEvent(event)  # type: ignore[misc]
            if event.text() and self.helper is not None and event.text() in self.helper.ends:
                self.expand_word(event.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._expanded = None
        super().inputMethodEvent(event)  # type: ignore[misc]
        end = event.commitString()[-1:]
        if end and self.helper is not None and end in self.helper.ends:
            self.expand_word(end)

    def event(self, event: QEvent) -> bool:
        """Claims the keys that paste as it is, before the window sees them."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _is_paste_as_it_is(event):
            event.accept()
            return True
        return bool(super().event(event))  # type: ignore[misc]

    def focusNextPrevChild(self, following: bool) -> bool:
        if following:
            self.expand_word()
        return bool(super().focusNextPrevChild(following))  # type: ignore[misc]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._expanded = None
        super().mousePressEvent(event)  # type: ignore[misc]

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._expanded = None
        super().focusOutEvent(event)  # type: ignore[misc]

    def paste_clean(self) -> None:
        """Paste what is on the clipboard, put right."""
        self.put_pasted(QGuiApplication.clipboard().mimeData())

    def paste_as_it_is(self) -> None:
        """Paste what is on the clipboard and leave it so."""
        if self.isReadOnly():  # type: ignore[attr-defined]
            return
        self._settle()
        self.take_pasted(QGuiApplication.clipboard().mimeData().text())
        self.paused.emit()

    def put_pasted(self, source: QMimeData) -> None:
        """Take what is pasted or dropped here, put right, as one step."""
        if self.isReadOnly():  # type: ignore[attr-defined]
            return
        self._settle()
        help_ = self.helper
        self.take_pasted(help_.cleaned(source, not self.one_line) if help_ else source.text())
        self.paused.emit()

    def _settle(self) -> None:
        self._expanded = None
        self.finish()  # type: ignore[attr-defined]
        self.paused.emit()

    def _take_back(self) -> bool:
        """Give the abbreviation back that was written out just now."""
        if self._expanded is None:
            return False
        (short, long), before = self._expanded
        self._expanded = None
        if self.words_before() != before:
            return False
        end = before[before.rindex(long) + len(long) :]
        self.paused.emit()
        self.replace_before(units(end), units(long), short)
        self.paused.emit()
        return True


def _is_paste_as_it_is(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) == _PASTE_AS_IT_IS
