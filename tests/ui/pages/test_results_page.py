from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from app.archive.vocabulary import Reported, Vocabulary
from app.editing.session import Label, Session
from app.minutes.figures import Figure, Indicator, Measure, Tally
from app.minutes.findings import findings
from app.minutes.meeting import Body, Meeting
from app.minutes.place import Place
from app.minutes.record import Result
from app.minutes.words import RateKind, Reading
from tests.ui.keys import commit, compose, paste, press, type_text
from ui.pages.kinds import RESULTS
from ui.pages.results_page import ResultsPage
from ui.widgets.table_model import CellRole

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def page(open_page: Callable[..., ResultsPage]) -> ResultsPage:
    page = open_page(ResultsPage)
    page.results.editor.setFocus()
    return page


def said(session: Session) -> list[tuple[str, str]]:
    return [(result.field, result.text) for result in session.record.results]


def shown(page: ResultsPage) -> list[str]:
    return [paragraph.text for paragraph in page.results.editor.paragraphs()]


def type_indicator(page: ResultsPage, cells: str) -> None:
    page.indicators.view.setFocus()
    page.indicators.view.add_row()
    type_text(cells + "\n")
    press(Qt.Key.Key_Escape)


def test_paragraphs_are_typed(page: ResultsPage, session: Session) -> None:
    type_text("Một hai\nBa")
    assert said(session) == [("", "Một hai"), ("", "Ba")]


def test_undo_takes_words_back_and_keeps_the_rest(page: ResultsPage, session: Session) -> None:
    type_text("Một hai\nBa bốn")
    session.undo()
    assert (said(session), shown(page)) == ([("", "Một hai"), ("", "Ba ")], ["Một hai", "Ba "])
    session.undo()
    assert shown(page) == ["Một hai"]
    session.undo()
    assert shown(page) == ["Một "]
    while session.redo():
        pass
    assert said(session) == [("", "Một hai"), ("", "Ba bốn")]


def test_going_to_another_paragraph_ends_the_typing(page: ResultsPage, session: Session) -> None:
    type_text("Một\nHai")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_End)
    type_text("!")
    session.undo()
    assert shown(page) == ["Một", "Hai"]


def test_ids_are_kept_when_paragraphs_are_split_and_joined(
    page: ResultsPage, session: Session
) -> None:
    type_text("Một hai")
    (first,) = session.record.results
    press(Qt.Key.Key_Left, CTRL)
    press(Qt.Key.Key_Return)
    assert said(session) == [("", "Một "), ("", "hai")]
    assert session.record.results[0].id == first.id
    press(Qt.Key.Key_Backspace)
    assert session.record.results == (first,)


def test_typing_after_undo_goes_on_in_the_same_paragraph(
    page: ResultsPage, session: Session
) -> None:
    type_text("Một hai")
    session.undo()
    type_text("ba")
    assert said(session) == [("", "Một ba")]


def test_a_composed_word_is_one_step(page: ResultsPage, session: Session) -> None:
    type_text("Nước ")
    compose("v", "vi", "việt")
    assert said(session) == [("", "Nước ")]
    commit("việt")
    assert said(session) == [("", "Nước việt")]
    session.undo()
    assert shown(page) == ["Nước "]


def test_finishing_takes_the_composed_word(page: ResultsPage, session: Session) -> None:
    type_text("Nước ")
    compose("việt")
    page.finish()
    assert said(session) == [("", "Nước việt")]


def test_a_heading_is_the_field_of_what_follows(page: ResultsPage, session: Session) -> None:
    type_text("Kinh tế")
    press(Qt.Key.Key_H, CTRL | SHIFT)
    assert said(session) == [("Kinh tế", "")]
    type_text("\nMột\nHai")
    assert said(session) == [("Kinh tế", "Một"), ("Kinh tế", "Hai")]


def test_moving_a_paragraph_is_one_step(page: ResultsPage, session: Session) -> None:
    type_text("Một\nHai\nBa")
    press(Qt.Key.Key_Up, ALT)
    assert said(session) == [("", "Một"), ("", "Ba"), ("", "Hai")]
    assert session.undo_step.label.message == "Reorder {field}"
    session.undo()
    assert shown(page) == ["Một", "Hai", "Ba"]


def test_pasting_paragraphs_is_one_step(page: ResultsPage, session: Session) -> None:
    paste("Một\n\nHai\n")
    assert said(session) == [("", "Một"), ("", "Hai")]
    session.undo()
    assert (said(session), session.undo_step) == ([], None)


def test_a_huge_paste_is_refused(page: ResultsPage, session: Session) -> None:
    told: list[str] = []
    page.refused.connect(told.append)
    paste("x" * 1_000_000)
    assert (said(session), len(told)) == ([], 1)


def test_changes_from_elsewhere_are_shown(page: ResultsPage, session: Session) -> None:
    page.results.editor.clearFocus()
    results = (Result(id="a", text="A", field="F"), Result(id="b", text="B"))
    session.edit(lambda r: r.but(results=results), ("", {}), Place("results"))
    assert shown(page) == ["F", "A", "", "B"]


def test_the_focused_editor_is_not_rewritten_from_elsewhere(
    page: ResultsPage, session: Session
) -> None:
    type_text("Một")
    session.edit(lambda r: r.but(results=()), ("", {}), Place("results"))
    assert shown(page) == ["Một"]


def test_a_paragraph_is_shown_and_told_as_a_place(page: ResultsPage, session: Session) -> None:
    type_text("Một\nHai")
    first = session.record.results[0].id
    places: list[Place] = []
    page.place_changed.connect(places.append)
    assert page.show_place(Place("results", first, "text"))
    assert page.current_place() == places[-1] == Place("results", first, "text")


def test_indicators_are_typed(page: ResultsPage, session: Session) -> None:
    type_indicator(page, "Hộ nghèo\t7 hộ/21 khẩu\t\t0,24%\tSha\tMis\tEst\tLow")
    (row,) = session.record.indicators
    assert [(m.actual.written, m.unit) for m in row.measures] == [("7", "hộ"), ("21", "khẩu")]
    assert row.rate == Figure(value=Decimal("0.24"), written="0,24")
    assert (row.rate_kind, row.reading) == (RateKind.SHARE, Reading.MISSED)
    assert row.estimated
    assert row.better == "lower"


def test_figure_and_plan_are_typed_in_one_cell(page: ResultsPage, session: Session) -> None:
    type_indicator(page, "Đảng viên mới\t12/10 đảng viên\t\t120")
    shown = [page.indicators.model.index(0, column).data() for column in range(4)]
    assert shown == ["Đảng viên mới", "12 đảng viên", "10", "120"]


def test_a_number_that_cannot_be_read_is_marked(page: ResultsPage, session: Session) -> None:
    type_indicator(page, "Thu\t2,317.8 tỷ")
    cell = page.indicators.model.index(0, 1)
    assert cell.data() == "2,317.8 tỷ"
    assert "2.317,8" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert cell.data(Qt.ItemDataRole.DecorationRole) is not None


def test_finishing_takes_the_figures_being_typed(page: ResultsPage, session: Session) -> None:
    page.indicators.view.setFocus()
    type_text("Thu\t12 tỷ")
    page.finish()
    assert session.record.indicators[0].measures[0].unit == "tỷ"


def test_the_tally_stands_beside_the_counted_one(page: ResultsPage, session: Session) -> None:
    type_indicator(page, "Đảng viên mới\t12/10 đảng viên\t\t120")
    page.show_place(Place("tally", "", "met"))
    type_text("12\t14\t")
    assert session.record.tally == Tally(met=12, total=14)
    assert page.counted.text() == "counted in the table: 1/1 met or exceeded"
    type_indicator(page, "Thu ngân sách\t9/10 tỷ\t\t90")
    assert page.counted.text() == "counted in the table: 1/2 met or exceeded, 1 missed"


def test_findings_are_marked_in_their_cells(page: ResultsPage, session: Session) -> None:
    type_indicator(page, "Đảng viên mới\t12/10 đảng viên\t\t150")
    page.show_findings(findings(session.record))
    rate = page.indicators.model.index(0, 3)
    assert "150" in rate.data(Qt.ItemDataRole.ToolTipRole)
    assert RESULTS.badge(session.record) == "⚠1"


def test_a_target_without_a_record_changes_nothing(page: ResultsPage) -> None:
    page.open(None)
    assert (shown(page), page.isEnabled()) == ([""], False)


def test_rows_are_made_by_the_page(page: ResultsPage, session: Session) -> None:
    type_indicator(page, "Thu")
    assert session.record.indicators == (Indicator(id=session.record.indicators[0].id, name="Thu"),)


def test_a_rate_is_worked_out_when_one_asks_for_it(page: ResultsPage, session: Session) -> None:
    type_indicator(page, "Thu ngân sách\t2.317,8/2.500 tỷ đồng")
    type_indicator(page, "Đảng viên mới\t12/10 người")
    assert [row.rate for row in session.record.indicators] == [None, None]
    refused: list[str] = []
    page.refused.connect(refused.append)
    page.indicators.view.selectAll()
    page.work_out_rates()
    assert refused == []
    rates = [row.rate for row in session.record.indicators]
    assert rates == [
        Figure(value=Decimal("92.71"), written="92,71"),
        Figure(value=Decimal(120), written="120"),
    ]
    assert session.undo_step.label.places == {"field": "Rate (%)"}
    session.undo()
    assert [row.rate for row in session.record.indicators] == [None, None]


def test_an_equals_sign_works_the_rate_out(page: ResultsPage, session: Session) -> None:
    type_indicator(page, "Thu ngân sách\t2.317,8/2.500 tỷ\t\t=")
    assert session.record.indicators[0].rate.written == "92,71"
    assert page.indicators.model.index(0, 3).data() == "92,71"


def test_a_rate_that_cannot_be_worked_out_is_told(page: ResultsPage, session: Session) -> None:
    refused: list[str] = []
    page.refused.connect(refused.append)
    type_indicator(page, "Thu ngân sách\t2.317,8 tỷ\t\t=")
    page.indicators.view.show_cell(0, 3)
    assert "needs one plan" in page.indicators.note.text()
    page.work_out_rates()
    assert len(refused) == 1
    assert session.record.indicators[0].rate is None


def test_a_rate_that_does_not_follow_is_told_beside_the_table(
    page: ResultsPage, session: Session
) -> None:
    type_indicator(page, "Đảng viên mới\t12/10 đảng viên\t\t150")
    page.show_findings(findings(session.record))
    page.indicators.view.show_cell(0, 3)
    assert "does not follow" in page.indicators.note.text()
    assert session.record.indicators[0].rate.written == "150"
    page.indicators.view.show_cell(0, 0)
    assert page.indicators.note.isHidden()


def test_what_the_rate_says_of_the_plan_is_shown(page: ResultsPage, session: Session) -> None:
    type_indicator(page, "A\t\t\t93")
    type_indicator(page, "B\t\t\t120\t\tExc")
    type_indicator(page, "C\t\t\t0,24\tSha")
    readings = [page.indicators.model.index(row, 5).data() for row in range(3)]
    assert readings == ["Missed (by the rate)", "Exceeded", "Not said"]
    assert session.record.indicators[0].reading is None


def test_a_bar_shows_how_far_a_rate_goes(page: ResultsPage) -> None:
    for row in ("A\t\t\t93", "B\t\t\t120", "C\t\t\t0,24\tSha", "D"):
        type_indicator(page, row)
    bars = [page.indicators.model.index(row, 3).data(CellRole.BAR) for row in range(4)]
    assert bars == [(0.93, True), (1.0, False), (0.0024, False), None]
    assert page.indicators.model.index(0, 0).data(CellRole.BAR) is None


def test_the_bar_is_painted(page: ResultsPage) -> None:
    type_indicator(page, "A\t\t\t100")
    press(Qt.Key.Key_Escape)
    page.indicators.view.show_cell(0, 0)
    picture = page.indicators.view.viewport().grab().toImage()
    cell = page.indicators.view.visualRect(page.indicators.model.index(0, 3))
    colour = page.palette().color(QPalette.ColorRole.Highlight)
    assert picture.pixelColor(cell.center().x(), cell.bottom() - 2) == colour


def test_the_paragraphs_get_more_room_as_they_grow(page: ResultsPage, qtbot: QtBot) -> None:
    page.resize(900, 520)
    qtbot.waitUntil(lambda: page.height() == 520)
    before = page.results.editor.height()
    type_text("\n".join("abcdefghijklmnop"))
    qtbot.waitUntil(lambda: page.results.editor.height() > before)


@pytest.mark.parametrize(
    "written", ["ước 2.317,8 tỷ đồng", "Ước đạt 2.317,8 tỷ đồng", "~2.317,8 tỷ đồng"]
)
def test_what_is_written_as_an_estimate_is_one(
    page: ResultsPage, session: Session, written: str
) -> None:
    type_indicator(page, f"Tổng giá trị\t{written}")
    (indicator,) = session.record.indicators
    (measure,) = indicator.measures
    assert indicator.estimated
    assert measure.actual == Figure(value=Decimal("2317.8"), written="2.317,8")
    assert measure.unit == "tỷ đồng"


class TestFromTheLastMeeting:
    @pytest.fixture
    def vocabulary(self) -> Vocabulary:
        units = (Measure(id="1", unit="hộ"), Measure(id="2", unit="khẩu"))
        poor = Indicator(id="p", name="Hộ nghèo", measures=units, rate_kind=RateKind.SHARE)
        near = Indicator(id="n", name="Hộ cận nghèo", measures=units)
        here = Reported("m", (Indicator(id="x", name="Chính nó"),))
        return Vocabulary(reported={"Phường 5": (here, Reported("last", (poor, near)))})

    @pytest.fixture
    def page(self, open_page: Callable[..., ResultsPage], session: Session) -> ResultsPage:
        place = Place("meeting", field="host.name")
        host = Body(id="h", name="Phường 5")
        with_host = session.record.but(id="m", meeting=Meeting(host=host))
        session.edit(lambda _: with_host, Label("x"), place)
        return open_page(ResultsPage)

    def test_its_indicators_wait_for_their_figures(
        self, page: ResultsPage, session: Session
    ) -> None:
        page.take_last()
        type_text("7/21\n16/36\n")
        press(Qt.Key.Key_Escape)
        poor, near = session.record.indicators
        assert [(m.actual.written, m.unit) for m in poor.measures] == [("7", "hộ"), ("21", "khẩu")]
        assert (near.name, poor.rate_kind) == ("Hộ cận nghèo", RateKind.SHARE)
        assert {poor.id, near.id} & {"p", "n"} == set()

    def test_taking_them_is_one_step_and_none_comes_twice(
        self, page: ResultsPage, session: Session, qtbot: QtBot
    ) -> None:
        type_indicator(page, "Hộ nghèo\t5 hộ")
        page.take_last()
        assert [row.name for row in session.record.indicators] == ["Hộ nghèo", "Hộ cận nghèo"]
        assert session.record.indicators[0].measures[0].actual is not None
        with qtbot.waitSignal(page.refused) as told:
            page.take_last()
        assert "Phường 5" in told.args[0]
        session.undo()
        assert [row.name for row in session.record.indicators] == ["Hộ nghèo"]
