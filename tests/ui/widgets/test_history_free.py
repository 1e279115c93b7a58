"""What a field's menu offers: no history of its own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import type_text
from ui.widgets.line_field import LineField
from ui.widgets.paragraphs_edit import ParagraphsEdit
from ui.widgets.passages_edit import PassagesEdit
from ui.widgets.search_line import SearchLine
from ui.widgets.text_field import TextField

MAKERS = {
    "line": lambda: LineField(50),
    "search": SearchLine,
    "text": lambda: TextField(50),
    "paragraphs": lambda: ParagraphsEdit(lambda: "k", 50),
    "passages": lambda: PassagesEdit(50),
}


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
