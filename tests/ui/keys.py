"""Hands on the keyboard: typing any letters, composing words as Vietnamese input methods do."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_SPECIAL = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


def type_text(text: str, into: QWidget | None = None) -> None:
    """Type letters into the focused widget (QTest knows ASCII only); "\\n" is Enter, "\\t" Tab."""
    for letter in text:
        widget = into or _focused()
        if letter in _SPECIAL:
            press(_SPECIAL[letter], into=widget)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(widget, event)


def press(
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    into: QWidget | None = None,
) -> None:
    """Press a key in the focused widget."""
    QTest.keyClick(into or _focused(), key, modifier)


def compose(*steps: str, into: QWidget | None = None) -> None:
    """Let an input method show a word as it grows ("d", "đ", "đơ"), without committing it."""
    for step in steps:
        QCoreApplication.sendEvent(into or _focused(), QInputMethodEvent(step, []))


def commit(word: str, into: QWidget | None = None) -> None:
    """Let the input method commit what it composed."""
    event = QInputMethodEvent("", [])
    event.setCommitString(word)
    QCoreApplication.sendEvent(into or _focused(), event)


def paste(text: str, into: QWidget | None = None) -> None:
    """Put text on the clipboard and press Ctrl+V."""
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, into)


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "no field has the focus, and Qt crashes where keys go nowhere"
    return widget
