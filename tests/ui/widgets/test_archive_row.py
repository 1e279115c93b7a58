"""A row of the archive's list is painted so that each thing in it can be read."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from app.language.catalogue import load_catalogue
from app.language.matching import Marked
from app.paths import resources_folder
from ui.listing import MARKS, STATES
from ui.main_window import ARCHIVE_LETTERS
from ui.widgets.archive_row import DATE, EXCERPT, HITS, STATE, RowDelegate

ROLES = {"date": DATE, "state": STATE, "hits": HITS, "excerpt": EXCERPT}


@pytest.fixture
def painted(qtbot):
    """Paints a row, so many letters wide and four lines high."""
    owner = QWidget()
    qtbot.addWidget(owner)

    def paint(letters: int, headline: str = "", **more: object) -> QImage:
        model, item = QStandardItemModel(owner), QStandardItem(headline)
        for name, role in ROLES.items():
            item.setData(more.get(name), role)
        model.appendRow(item)
        option = QStyleOptionViewItem()
        option.initFrom(owner)
        option.font = owner.font()
        width = owner.fontMetrics().averageCharWidth() * letters
        height = owner.fontMetrics().height() * 4 + owner.fontMetrics().averageCharWidth()
        option.rect = QRect(0, 0, width, height)
        image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        RowDelegate(owner).paint(painter, option, model.index(0, 0))
        painter.end()
        return image

    return paint


def test_state_is_not_painted_over_the_date(painted):
    alone = painted(18, date="12/01/2026")
    beside = painted(18, date="12/01/2026", state="A state of many words")
    assert beside != alone
    date = QRect(0, 0, alone.width() // 2, alone.height())
    assert beside.copy(date) == alone.copy(date)


def test_what_was_found_looks_other_than_the_words_around_it(painted):
    found, plain = Marked("giao thông", ((5, 10),)), Marked("giao thông")
    assert painted(30, "Kiều Như", excerpt=plain, hits=((0, 4),)) != painted(
        30, "Kiều Như", excerpt=plain
    )
    assert painted(30, excerpt=found) != painted(30, excerpt=plain)


def test_where_it_was_found_stands_in_the_last_line(painted):
    last = painted(30, excerpt=Marked("giao thông"))
    height = last.height() * 3 // 4
    above, below = QRect(0, 0, last.width(), height), QRect(0, height, last.width(), height // 3)
    without = painted(30, excerpt=Marked())
    assert last.copy(above) == without.copy(above)
    assert last.copy(below) != without.copy(below)


def test_headline_goes_on_where_nothing_was_found_elsewhere(painted):
    long = painted(30, "Thường trực " * 9, excerpt=Marked())
    height = long.height() * 3 // 4
    last = QRect(0, height, long.width(), height // 3)
    assert long.copy(last) != painted(30, "Thường", excerpt=Marked()).copy(last)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_date_and_state_stand_whole_in_the_panel_that_comes_with_a_bar(qapp, language):
    """As on the first day, on the smallest screen."""
    texts = load_catalogue(resources_folder() / "catalogues", language)
    letters, bold = QFontMetrics(qapp.font()), QFont(qapp.font())
    bold.setBold(True)
    room = ARCHIVE_LETTERS * letters.averageCharWidth() - 2 * letters.averageCharWidth()
    room -= qapp.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
    for state, words in STATES.items():
        shown = f" {MARKS[state]} {texts(words)}"
        wide = QFontMetrics(bold).horizontalAdvance("30/12/2026") + letters.horizontalAdvance(shown)
        assert wide <= room, shown
