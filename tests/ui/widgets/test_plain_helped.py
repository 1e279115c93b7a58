"""What every editor of several lines does alike."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ui.widgets.paragraphs_edit import ParagraphsEdit
from ui.widgets.passages_edit import PassagesEdit
from ui.widgets.text_field import TextField

MAKERS = {
    "text": lambda: TextField(50),
    "paragraphs": lambda: ParagraphsEdit(lambda: "k", 50),
    "passages": lambda: PassagesEdit(50),
}


class Painted(QObject):
    """Counts how often a widget is drawn."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() is QEvent.Type.Paint
        return False


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_another_hint_is_drawn_at_once(make: Callable[[], QPlainTextEdit], qtbot: QtBot) -> None:
    field = make()
    qtbot.addWidget(field)
    field.resize(400, 200)
    field.setPlaceholderText("one")
    field.show()
    qtbot.waitExposed(field)
    painted = Painted(field)
    field.viewport().installEventFilter(painted)
    qtbot.waitUntil(lambda: _at_rest(painted))
    painted.times = 0
    field.setPlaceholderText("two")
    QApplication.processEvents()
    assert painted.times


def _at_rest(painted: Painted) -> bool:
    """Whether nothing more is to be drawn."""
    before = painted.times
    QApplication.processEvents()
    return painted.times == before
