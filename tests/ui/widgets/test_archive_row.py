"""A row of the archive's list is painted so that each thing in it can be read."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.widgets.archive_row import DATE, STATE, RowDelegate


@pytest.fixture
def painted(qtbot):
    """Paints the row of a date and a state, so many letters wide."""
    owner = QWidget()
    qtbot.addWidget(owner)

    def paint(date: str, state: str, letters: int) -> QImage:
        model, item = QStandardItemModel(owner), QStandardItem("")
        item.setData(date, DATE)
        item.setData(state, STATE)
        model.appendRow(item)
        option = QStyleOptionViewItem()
        option.initFrom(owner)
        option.font = owner.font()
        width = owner.fontMetrics().averageCharWidth() * letters
        option.rect = QRect(0, 0, width, owner.fontMetrics().height() * 4)
        image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        RowDelegate(owner).paint(painter, option, model.index(0, 0))
        painter.end()
        return image

    return paint


def test_state_is_not_painted_over_the_date(painted):
    alone = painted("12/01/2026", "", 18)
    beside = painted("12/01/2026", "A state of many words", 18)
    assert beside != alone
    date = QRect(0, 0, alone.width() // 2, alone.height())
    assert beside.copy(date) == alone.copy(date)
