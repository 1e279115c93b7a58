"""The list of the archive: read a window at a time, kept in place when it is read anew."""

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from app.errors import KnownError
from app.language.matching import Marked
from ui.models.archive_model import WINDOW, ArchiveModel, ArchiveRow, Wanted
from ui.widgets.archive_row import DATE, EXCERPT, HITS, ID


class Source(QObject):
    """Rows "0" … "n", a note of what was asked; answers come when the test says so."""

    answered = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, count: int) -> None:
        super().__init__()
        self.rows = [ArchiveRow(str(n), "1/1/2022", f"Họp {n}") for n in range(count)]
        self.asked: list[tuple[Wanted, int, int]] = []
        self.questions = []

    def ask(self, question):
        self.questions.append(question)
        return len(self.questions)

    def answer(self, number: int = 0) -> None:
        """Answer the newest question, or the one with a number."""
        number = number or len(self.questions)
        self.answered.emit(number, self.questions[number - 1](self))

    def fetch(self, archive, wanted, offset, limit):
        assert archive is self
        self.asked.append((wanted, offset, limit))
        found = [row for row in self.rows if wanted.text in row.headline]
        return found[offset : offset + limit]


@pytest.fixture
def source(qapp):
    return Source(WINDOW * 2 + 5)


@pytest.fixture
def model(source):
    return model_of(source)


def model_of(source: Source) -> ArchiveModel:
    model = ArchiveModel(source, source.fetch)
    model.reload()
    source.answer()
    return model


def test_only_the_first_window_is_read(model, source):
    assert model.rowCount() == WINDOW
    assert source.asked == [(Wanted(), 0, WINDOW)]


def test_scrolling_reads_on_until_the_end(model, source):
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        source.answer()
    assert model.rowCount() == WINDOW * 2 + 5
    assert [model.index(row).data(ID) for row in (0, 100, 204)] == ["0", "100", "204"]


def test_end_that_falls_on_a_window_is_noticed(qapp):
    source = Source(WINDOW)
    model = model_of(source)
    model.fetchMore(QModelIndex())
    source.answer()
    assert model.rowCount() == WINDOW
    assert not model.canFetchMore(QModelIndex())


def test_reading_anew_keeps_as_many_rows(model, source):
    model.fetchMore(QModelIndex())
    source.answer()
    model.reload()
    source.answer()
    assert model.rowCount() == WINDOW * 2


def test_search_starts_anew_with_clean_words(model, source):
    model.look_for(Wanted("Họp 204", 2022))
    source.answer()
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


def test_rows_stay_until_the_answer_comes_and_no_more_is_asked_for_meanwhile(model):
    model.look_for(Wanted("Họp 204"))
    assert model.waiting
    assert model.rowCount() == WINDOW
    assert not model.canFetchMore(QModelIndex())


def test_an_answer_that_was_overtaken_is_passed_over(model, source):
    model.look_for(Wanted("Họp 204"))
    model.look_for(Wanted("Họp 3"))
    source.answer(len(source.questions) - 1)
    assert model.waiting
    source.answer()
    assert not model.waiting
    assert model.index(0).data() == "Họp 3"


def test_a_search_overtakes_the_reading_on(model, source):
    model.fetchMore(QModelIndex())
    model.look_for(Wanted("Họp 204"))
    source.answer(len(source.questions) - 1)
    source.answer()
    assert model.rowCount() == 1


def test_what_changes_while_rows_are_read_is_read_again(model, source):
    model.reload()
    stale = source.questions[-1](source)
    source.rows[3] = ArchiveRow("3", "2/2/2022", "Khác")
    model.refresh(source.rows[3])
    source.answered.emit(len(source.questions) - 1, stale)
    source.answer()
    assert model.index(3).data() == "Khác"


def test_rows_stay_where_reading_fails_and_can_be_asked_for_again(model, source):
    model.fetchMore(QModelIndex())
    source.failed.emit(len(source.questions), KnownError("The disk is gone."))
    assert model.rowCount() == WINDOW
    assert model.canFetchMore(QModelIndex())


def test_a_search_that_finds_nothing_resets_the_model_too(model, source, qtbot):
    model.look_for(Wanted("nothing of the kind"))
    with qtbot.waitSignal(model.modelReset):
        source.answer()
    assert model.rowCount() == 0


def test_a_row_that_changes_keeps_where_it_was_found(model, source):
    found = Marked("… tiếng lóng …", ((2, 7),))
    source.rows[3] = source.rows[3]._replace(hits=((0, 3),), excerpt=found)
    model.reload()
    source.answer()
    model.refresh(ArchiveRow("3", "2/1/2022", "Họp 3"))
    index = model.index(3)
    assert (index.data(DATE), index.data(EXCERPT), index.data(HITS)) == (
        "2/1/2022",
        found,
        ((0, 3),),
    )
    model.refresh(ArchiveRow("3", "2/1/2022", "Tên khác"))
    assert model.index(3).data(HITS) == ()
