"""The bar tells one thing at a time, offers what one may do, and forgets both."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.message_bar import Choice, MessageBar


@pytest.fixture
def bar(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    bar = MessageBar("Close", holder)
    QVBoxLayout(holder).addWidget(bar)
    holder.show()
    yield bar
    bar.dismiss()


def button(bar, words):
    found = [b for b in bar.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    return found[0] if found else None


def test_says_nothing_at_first(bar):
    assert bar.text == ""
    assert not bar.isVisible()


def test_choice_is_done_once_and_the_bar_goes(bar):
    done = []
    bar.tell("Deleted.", Choice("Undo", lambda: done.append(1)))
    button(bar, "Undo").click()
    assert done == [1]
    assert not bar.isVisible()


def test_newer_message_takes_the_place_of_the_older(bar):
    bar.tell("Deleted.", Choice("Undo", lambda: None))
    bar.tell("Exported.")
    assert bar.text == "Exported."
    assert button(bar, "Undo") is None


def test_what_a_newer_message_offers_is_there_at_once(bar):
    bar.tell("Deleted.", Choice("Undo", lambda: None))
    bar.tell("Exported.", Choice("Show", lambda: None))
    assert button(bar, "Show") is not None


def test_what_was_done_goes_by_itself_and_a_problem_stays(bar, qtbot, monkeypatch):
    bar._timer.setInterval(1)  # noqa: SLF001
    bar.tell("Exported.")
    qtbot.waitUntil(lambda: not bar.isVisible())
    bar.tell("Exported.")
    bar.warn("The disk is full.")
    assert not bar._timer.isActive()  # noqa: SLF001
    assert bar.text == "The disk is full."


def test_message_can_be_closed(bar):
    bar.warn("The disk is full.")
    button(bar, "Close").click()
    assert bar.text == ""


def test_choice_may_tell_something_new(bar):
    bar.tell("Deleted.", Choice("Undo", lambda: bar.tell("It is back.")))
    button(bar, "Undo").click()
    assert bar.text == "It is back."
