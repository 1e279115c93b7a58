"""What a field leaves to the window: the history, and keys that it takes on some systems only."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import type_text
from tests.ui.widgets.text_fields import MAKERS
from ui.widgets.history_free import HistoryFree

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_its_menu_offers_no_undo_of_the_field_alone(
    make: Callable[[], QWidget], qtbot: QtBot
) -> None:
    field = make()
    qtbot.addWidget(field)
    field.show()
    type_text("abc", into=field)
    clicked = field.viewport() if isinstance(field, QPlainTextEdit) else field
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(clicked, QContextMenuEvent(reason, QPoint(1, 1), QPoint(1, 1)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {
        each.objectName() for each in menu.actions() if each.isVisible() and each.isEnabled()
    }
    assert "select-all" in offered
    assert not offered & {"edit-undo", "edit-redo"}
    menu.close()


class Claiming:
    """Takes every key, as Qt's fields take some of them on X11."""

    def event(self, event: QEvent) -> bool:
        event.accept()
        return True


class Field(HistoryFree, Claiming):
    pass


def takes(key: Qt.Key, modifiers: Qt.KeyboardModifier, kind: QEvent.Type) -> bool:
    event = QKeyEvent(kind, key, modifiers)
    event.ignore()
    return Field().event(event) and event.isAccepted()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", [QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress])
def test_keys_of_the_window_are_not_the_fields(kind: QEvent.Type) -> None:
    for key in (Qt.Key.Key_Z, Qt.Key.Key_E, Qt.Key.Key_U, Qt.Key.Key_K, Qt.Key.Key_D):
        assert not takes(key, CTRL, kind), key
    assert takes(Qt.Key.Key_A, CTRL, kind)
    assert takes(Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier, kind)
    assert takes(Qt.Key.Key_E, CTRL | SHIFT, kind)
