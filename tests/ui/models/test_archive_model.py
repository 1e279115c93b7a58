"""The list of the archive: read a window at a time, kept in place when it is read anew."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from ui.models.archive_model import WINDOW, ArchiveModel, ArchiveRow, Wanted
from ui.widgets.archive_panel import DATE, ID


class Source:
    """Rows "0" … "n", and a note of what was asked."""

    def __init__(self, count: int) -> None:
        self.rows = [ArchiveRow(str(n), "1/1/2022", f"Họp {n}") for n in range(count)]
        self.asked: list[tuple[Wanted, int, int]] = []

    def fetch(self, wanted, offset, limit):
        self.asked.append((wanted, offset, limit))
        found = [row for row in self.rows if wanted.text in row.headline]
        return found[offset : offset + limit]


@pytest.fixture
def source():
    return Source(WINDOW * 2 + 5)


@pytest.fixture
def model(qapp, source):
    model = ArchiveModel(source.fetch)
    model.reload()
    return model


def test_only_the_first_window_is_read(model, source):
    assert model.rowCount() == WINDOW
    assert source.asked == [(Wanted(), 0, WINDOW)]


def test_scrolling_reads_on_until_the_end(model):
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == WINDOW * 2 + 5
    assert [model.index(row).data(ID) for row in (0, 100, 204)] == ["0", "100", "204"]


def test_end_that_falls_on_a_window_is_noticed(qapp):
    model = ArchiveModel(Source(WINDOW).fetch)
    model.reload()
    model.fetchMore(QModelIndex())
    assert model.rowCount() == WINDOW
    assert not model.canFetchMore(QModelIndex())


def test_reading_anew_keeps_as_many_rows(model):
    model.fetchMore(QModelIndex())
    model.reload()
    assert model.rowCount() == WINDOW * 2


def test_search_starts_anew_with_clean_words(model, source):
    model.look_for("  Họp 204 ", 2022)
    assert source.asked[-1][0] == Wanted("Họp 204", 2022)
    assert model.rowCount() == 1


def test_row_that_changed_is_shown_in_place(model, qtbot):
    with qtbot.waitSignal(model.dataChanged):
        assert model.refresh(ArchiveRow("3", "2/2/2022", "Khác"))
    index = model.index(3)
    assert (index.data(), index.data(DATE)) == ("Khác", "2/2/2022")


def test_row_that_is_not_there_is_not_shown(model):
    assert not model.refresh(ArchiveRow("none", "", ""))


def test_screen_reader_hears_date_and_headline(model):
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "1/1/2022 Họp 0"


def test_invalid_index_has_no_data_and_rows_have_no_children(model):
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0
