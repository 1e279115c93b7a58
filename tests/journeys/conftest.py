"""The whole program with its real pages, spoken to in Vietnamese and by keyboard alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.minutes.record import Minutes
from tests.ui.keys import press, type_text
from ui.application import Application
from ui.options import Options
from ui.pages.kinds import PAGES

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MOST_TABS = 60


class Hands:
    """A secretary at the keyboard: she knows what stands on the screen, and no widget."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application = application
        self.qtbot = qtbot

    @property
    def record(self) -> Minutes:
        """The open record, for comparing at the end."""
        desk = self.application.desk
        assert desk is not None
        assert desk.record is not None
        return desk.record

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        press(key, modifier, into=QApplication.focusWidget() or self.application.window)

    def page(self, number: int) -> None:
        self.press(Qt.Key(Qt.Key.Key_0 + number), CTRL)

    def go_to(self, name: str) -> None:
        """Tab until the thing called `name` (its label, its words) has the focus."""
        self.qtbot.waitUntil(lambda: self._sees(name))
        seen: list[str] = []
        for _ in range(MOST_TABS):
            focused = QApplication.focusWidget()
            if focused is not None and self._called(focused) == name:
                return
            seen.append(self._called(focused) if focused else "nothing")
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {name!r}, but to {seen}")

    def fill(self, name: str, text: str) -> None:
        self.go_to(name)
        type_text(text)

    def push(self, name: str) -> None:
        self.go_to(name)
        self.press(Qt.Key.Key_Space)

    def type(self, text: str) -> None:
        type_text(text)

    def select(self, words: str) -> None:
        """Select words of the text that has the focus, with the arrow keys."""
        editor = QApplication.focusWidget()
        text = editor.toPlainText()  # type: ignore[union-attr]
        self.press(Qt.Key.Key_Home, CTRL)
        for _ in range(text.index(words)):
            self.press(Qt.Key.Key_Right)
        for _ in range(len(words)):
            self.press(Qt.Key.Key_Right, SHIFT)
        assert editor.textCursor().selectedText() == words  # type: ignore[union-attr]

    def words(self) -> str:
        """All that the labels on the screen say."""
        labels = self.application.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def open_first(self) -> None:
        """Open the first of the archive's list."""
        self.go_to("Biên bản trong kho")
        rows = QApplication.focusWidget()
        self.qtbot.waitUntil(lambda: rows.model().rowCount() > 0)  # read in a thread of its own
        self.press(Qt.Key.Key_Home)
        self.press(Qt.Key.Key_Return)

    def export(self, kind: str) -> Path:
        """Export by the keys of the menu, to the place and under the name that are proposed."""
        self.press(Qt.Key.Key_E, CTRL)
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        words = next(a.text() for a in menu.actions() if kind in a.text().replace("&", ""))
        press(Qt.Key(ord(words[words.index("&") + 1].upper())), into=menu)
        self.qtbot.waitUntil(lambda: self._file_dialog() is not None)
        dialog = self._file_dialog()
        name = dialog.findChild(QLineEdit)
        target = Path(dialog.directory().path()) / name.text()
        press(Qt.Key.Key_Return, into=name)
        self.qtbot.waitUntil(lambda: str(target) in self.application.window.messages.text)
        return target

    def _file_dialog(self) -> QFileDialog | None:
        dialog = self.application.window.findChild(QFileDialog)
        return dialog if dialog is not None and dialog.isVisible() else None

    def _sees(self, name: str) -> bool:
        widgets = self.application.window.findChildren(QWidget)
        return any(self._called(w) == name for w in widgets if w.isVisible())

    def _called(self, widget: QWidget) -> str:
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        return widget.accessibleName() or words.replace("&", "")


Start = Callable[..., Hands]


@pytest.fixture(autouse=True)
def own_dialogs() -> Iterator[None]:
    """Qt's own file dialog, which a test can type into, and not the desktop's."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    """Starts the program; what still runs is stopped at the end of the test."""
    running: list[Application] = []

    def started(archive: Path | None = None) -> Hands:
        application = Application(qapp, Options(archive, "vi"), PAGES)
        running.append(application)
        with qtbot.waitSignal(application.ready):
            application.start()
        application.window.resize(1400, 900)
        application.window.activateWindow()
        qtbot.waitUntil(application.window.isActiveWindow)
        return Hands(application, qtbot)

    def stop(hands: Hands) -> None:
        running.remove(hands.application)
        assert hands.application.stop()
        hands.application.deleteLater()

    started.stop = stop  # type: ignore[attr-defined]
    yield started
    for application in running:
        application.stop()
        application.deleteLater()
