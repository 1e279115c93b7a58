"""The bar that says how things stand gives its buttons room, however late they come."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def bar(window):
    bar = NoticeBar(window)
    QVBoxLayout(window).addWidget(bar)
    bar.tell("")
    window.resize(700, 200)
    window.show()
    window.grab()  # it lays out what is hidden too, and Qt keeps what it found until it is told
    return bar


def buttons(bar):
    return [button for button in bar.findChildren(QToolButton) if button.isVisible()]


def tell(bar, qtbot):
    bar.tell("In review: sent to the office.", [QAction(words, bar) for words in ("Send", "End")])
    qtbot.waitUntil(lambda: all(inside(button) for button in buttons(bar)))


def inside(button):
    return button.parentWidget().rect().contains(button.geometry())


def test_its_buttons_stand_beside_the_sentence_where_there_is_room(bar, qtbot):
    tell(bar, qtbot)
    first, second = buttons(bar)
    assert first.y() == second.y()
    assert first.mapTo(bar, first.rect().topLeft()).x() > bar.width() // 2


def test_its_buttons_stand_below_the_sentence_where_there_is_none(bar, qtbot):
    tell(bar, qtbot)
    bar.window().resize(bar.window().minimumSizeHint().width(), 300)
    qtbot.waitUntil(lambda: all(b.mapTo(bar, b.rect().topLeft()).x() < 20 for b in buttons(bar)))
    assert all(inside(button) for button in buttons(bar))


def test_tab_comes_to_them_in_their_turn(bar, qtbot):
    tell(bar, qtbot)
    first, second = buttons(bar)
    first.setFocus()
    qtbot.keyClick(first, "\t")
    assert second.hasFocus()
