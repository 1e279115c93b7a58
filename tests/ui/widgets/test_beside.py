"""Fields beside each other, or below each other where the page is narrow."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.beside import Beside


@pytest.fixture
def parts():
    return QPushButton("Loại phát biểu trong cuộc họp"), QPushButton("Giờ bắt đầu phát biểu")


@pytest.fixture
def page(qtbot):
    """What the parts are on: a window of their own would be no narrower than its layout asks."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1000, 300)
    page.show()
    return page


@pytest.fixture
def box(page, parts):
    made = Beside([(part, 1) for part in parts], page)
    made.show()
    return made


def test_parts_stand_beside_each_other_where_there_is_room(box, parts):
    box.resize(sum(part.sizeHint().width() for part in parts) + 40, 60)
    assert parts[0].y() == parts[1].y()
    assert parts[0].geometry().right() < parts[1].x()


def test_parts_stand_below_each_other_in_the_width_of_the_widest(box, parts, qtbot):
    box.resize(box.minimumSizeHint().width(), 120)
    assert box.width() == max(part.minimumSizeHint().width() for part in parts)
    qtbot.waitUntil(lambda: parts[0].geometry().bottom() < parts[1].y())


def test_a_part_that_goes_makes_room_for_the_rest(box, parts, qtbot):
    other = QPushButton("Phần")
    box.layout().addWidget(other)
    box.resize(sum(part.sizeHint().width() for part in parts) + 20, 120)
    qtbot.waitUntil(lambda: parts[1].y() > parts[0].y())
    other.hide()
    qtbot.waitUntil(lambda: parts[0].y() == parts[1].y())
