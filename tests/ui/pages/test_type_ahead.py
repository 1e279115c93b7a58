"""A few letters in a cell, Enter or Tab, and what was written before stands there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.archive.vocabulary import Known, Vocabulary
from app.editing.session import Label, Session
from app.minutes.attendees import Position
from app.minutes.directory import Person
from app.minutes.figures import Indicator, Measure
from app.minutes.place import Place
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Better, Honorific, Purpose, RateKind, Role
from tests.ui.keys import commit, compose, press, type_text
from ui.pages.attendees_page import AttendeesPage
from ui.pages.conclusions_page import ConclusionsPage
from ui.pages.general_page import GeneralPage
from ui.pages.results_page import ResultsPage
from ui.pages.signing_page import SigningPage
from ui.widgets.offers import OfferList
from ui.widgets.suggest_field import SuggestField

TITLES = (Position(id="1", title="UVTV Thành ủy"), Position(id="2", title="Phó Chủ tịch HĐND"))


@pytest.fixture
def vocabulary() -> Vocabulary:
    units = (Measure(id="1", unit="hộ"), Measure(id="2", unit="khẩu"))
    return Vocabulary(
        people=(
            Person(id="k", name="Kiều Như Nguyên", positions=TITLES, body="HĐND thành phố"),
            Person(id="p", name="Nguyễn Thành Phú", honorific=Honorific.MR),
            Person(id="h", name="Lê Thị Hoà"),
        ),
        indicators=(
            Indicator(
                id="i",
                name="Hộ nghèo",
                measures=units,
                rate_kind=RateKind.SHARE,
                better=Better.LOWER,
            ),
        ),
        words={
            Known.BODY: ("UBND phường", "Công an phường", "Phòng Tài chính"),
            Known.POSITION: ("Phó Bí thư Thành ủy", "Chủ tịch UBND thành phố"),
            Known.GROUP: ("lãnh đạo các Ban Đảng",),
            Known.PLACE: ("Hội trường UBND phường",),
            Known.UNIT: ("tỷ đồng", "triệu đồng/người", "hộ", "khẩu", "hạt", "ha"),
        },
    )


@pytest.fixture
def page(open_page: Callable[..., AttendeesPage]) -> AttendeesPage:
    page = open_page(AttendeesPage)
    page.table.view.setFocus()
    return page


def field() -> SuggestField:
    focused = QApplication.focusWidget()
    assert isinstance(focused, SuggestField)
    return focused


def test_a_person_comes_with_the_last_positions(page: AttendeesPage, session: Session) -> None:
    type_text("kieu nhu")
    assert field().offered() == [
        "Kiều Như Nguyên – UVTV Thành ủy, Phó Chủ tịch HĐND (HĐND thành phố)"
    ]
    type_text("\nntp\n")
    kieu, phu = session.record.attendees
    assert (kieu.name, kieu.body, kieu.person_id) == ("Kiều Như Nguyên", "HĐND thành phố", "k")
    assert kieu.titles == ("UVTV Thành ủy", "Phó Chủ tịch HĐND")
    assert {position.id for position in kieu.positions} & {"1", "2"} == set()
    assert (phu.name, phu.honorific) == ("Nguyễn Thành Phú", Honorific.MR)


def test_taking_is_one_step_that_undo_takes_back(page: AttendeesPage, session: Session) -> None:
    type_text("kieu nhu\t")
    session.undo()
    (attendee,) = session.record.attendees
    assert (attendee.name, attendee.titles, attendee.person_id) == ("kieu nhu", (), "")


def test_another_name_is_another_person(page: AttendeesPage, session: Session) -> None:
    type_text("kieu nhu\n")
    page.table.view.edit_cell(1, 0)
    press(Qt.Key.Key_Escape)
    page.table.view.edit_cell(0, 0)
    type_text("Trần An\n")
    attendee = session.record.attendees[0]
    assert (attendee.name, attendee.person_id) == ("Trần An", "")


def test_what_is_spelled_out_stays_as_it_is_typed(page: AttendeesPage, session: Session) -> None:
    type_text("Lê Thị Hoa\nKiều Như\nLê Thị Hoà\n")
    assert [a.name for a in session.record.attendees] == ["Lê Thị Hoa", "Kiều Như", "Lê Thị Hoà"]
    assert [a.person_id for a in session.record.attendees] == ["", "", ""]


def test_an_offer_is_chosen_by_the_arrows(page: AttendeesPage, session: Session) -> None:
    type_text("Kiều")
    press(Qt.Key.Key_Down)
    type_text("\n")
    assert session.record.attendees[0].person_id == "k"


def test_escape_takes_the_offers_away_and_keeps_the_text(
    page: AttendeesPage, session: Session
) -> None:
    type_text("kieu nhu")
    press(Qt.Key.Key_Escape)
    assert field().offered() == []
    type_text("\n")
    assert session.record.attendees[0].name == "kieu nhu"


def test_who_is_there_already_is_not_offered_again(page: AttendeesPage) -> None:
    type_text("knn\nkieu")
    assert field().offered() == []


def test_a_group_is_offered_too(page: AttendeesPage, session: Session) -> None:
    type_text("ldcb\n")
    (group,) = session.record.attendees
    assert (group.name, group.group) == ("lãnh đạo các Ban Đảng", True)
    assert group.honorific is Honorific.NONE


def test_several_positions_are_taken_one_after_the_other(
    page: AttendeesPage, session: Session
) -> None:
    type_text("An\tpbt, ct ubnd\t")
    assert session.record.attendees[0].titles == ("Phó Bí thư Thành ủy", "Chủ tịch UBND thành phố")


def test_a_new_row_has_the_role_of_the_one_before(page: AttendeesPage, session: Session) -> None:
    type_text("A\t\tCha\nB\nC\t\tHost\nD\n")
    roles = [Role.CHAIR, Role.DELEGATION, Role.HOST, Role.HOST]
    assert [attendee.role for attendee in session.record.attendees] == roles


def test_a_word_being_composed_is_shown_what_it_may_become_and_left_alone(
    page: AttendeesPage, session: Session
) -> None:
    type_text("x")
    press(Qt.Key.Key_Backspace)
    compose("k", "ki", "kiê", "kiều")
    assert len(field().offered()) == 1
    assert (field().text(), session.record.attendees) == ("", ())
    press(Qt.Key.Key_Down)  # the input method has the keys while it composes
    commit("kiều")
    type_text(" nhu\n")
    assert session.record.attendees[0].name == "Kiều Như Nguyên"


def test_the_offers_stand_inside_the_window_and_go_with_the_cell(page: AttendeesPage) -> None:
    type_text("kieu")
    (offers,) = (each for each in page.findChildren(OfferList) if each.isVisible())
    assert not offers.isWindow()
    assert offers.focusPolicy() is Qt.FocusPolicy.NoFocus
    place = offers.mapTo(page, QPoint(0, 0))
    assert page.rect().contains(place)
    assert place.y() >= field().mapTo(page, QPoint(0, field().height())).y()
    type_text("\t")
    assert not [each for each in page.findChildren(OfferList) if each.isVisible()]


def test_a_click_takes_an_offer(page: AttendeesPage, session: Session) -> None:
    type_text("kieu")
    (offers,) = (each for each in page.findChildren(OfferList) if each.isVisible())
    place = offers.visualRect(offers.model().index(0, 0)).center()
    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.record.attendees[0].person_id == "k"
    assert field().text() == "Kiều Như Nguyên"


def test_ctrl_space_shows_the_offers_again(page: AttendeesPage) -> None:
    type_text("kieu")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert len(field().offered()) == 1


def test_an_indicator_comes_with_its_kind_and_units(
    open_page: Callable[..., ResultsPage], session: Session
) -> None:
    page = open_page(ResultsPage)
    page.indicators.view.setFocus()
    type_text("ho ng\t7/21\t\t0,24\n")
    (indicator,) = session.record.indicators
    assert (indicator.name, indicator.rate_kind) == ("Hộ nghèo", RateKind.SHARE)
    assert indicator.better is Better.LOWER
    told = [(m.actual and m.actual.written, m.unit, m.plan) for m in indicator.measures]
    assert told == [("7", "hộ", None), ("21", "khẩu", None)]


def test_units_are_offered_after_a_figure(
    open_page: Callable[..., ResultsPage], session: Session
) -> None:
    page = open_page(ResultsPage)
    page.indicators.view.setFocus()
    type_text("Thu nhập\t45,5 trieu\nThu ngân sách\t2.317,8 ty\n")
    page.indicators.view.edit_cell(1, 2)
    type_text("2.500 ty d\t")
    income, budget = session.record.indicators
    assert (income.measures[0].unit, budget.measures[0].unit) == ("triệu đồng/người", "tỷ đồng")
    assert budget.measures[0].plan is not None
    assert budget.measures[0].plan.written == "2.500"


def test_a_known_word_stays_though_another_could_be_meant(
    open_page: Callable[..., ResultsPage], session: Session
) -> None:
    page = open_page(ResultsPage)
    page.indicators.view.setFocus()
    type_text("Rừng\t12 ha\t")
    assert session.record.indicators[0].measures[0].unit == "ha"


def test_a_word_in_small_letters_with_its_marks_stays(
    page: AttendeesPage, session: Session
) -> None:
    type_text("An\t\t\t\t\tcông an\t")
    assert session.record.attendees[0].body == "công an"


def test_one_letter_means_nothing_yet(page: AttendeesPage, session: Session) -> None:
    type_text("n")
    assert len(field().offered()) > 1
    type_text("\n")
    assert session.record.attendees[0].name == "n"


def test_escape_after_taking_keeps_what_was_taken(page: AttendeesPage, session: Session) -> None:
    type_text("kieu")
    field().take()
    press(Qt.Key.Key_Escape)
    assert session.record.attendees[0].name == "Kiều Như Nguyên"


@pytest.mark.parametrize(
    ("column", "typed", "meant"),
    [("body", "cap", "Công an phường"), ("substitute", "lth", "Lê Thị Hoà")],
)
def test_the_body_and_the_substitute_of_an_attendee_are_offered(
    page: AttendeesPage, session: Session, column: str, typed: str, meant: str
) -> None:
    type_text("An\n")
    page.show_place(Place("attendees", session.record.attendees[0].id, column))
    press(Qt.Key.Key_F2)
    type_text(f"{typed}\n")
    assert getattr(session.record.attendees[0], column) == meant


def test_bodies_are_offered_to_tasks(
    open_page: Callable[..., ConclusionsPage], session: Session
) -> None:
    passage = Passage(id="p", text="Làm đi.", purpose=Purpose.ASSIGNMENT)
    session.edit(
        lambda record: record.but(speeches=(Speech(id="s", passages=(passage,)),)),
        Label("put"),
        Place("speeches"),
    )
    page = open_page(ConclusionsPage)
    page.show_place(Place("speeches", "p", "text"))
    page.tasks.table.view.setFocus()
    type_text("up\tcap; ptc\t")
    (task,) = session.record.speeches[0].passages[0].assignments
    assert task.lead is not None
    assert task.lead.name == "UBND phường"
    assert [body.name for body in task.coordinating] == ["Công an phường", "Phòng Tài chính"]


def test_bodies_and_places_are_offered_in_a_form(
    open_page: Callable[..., GeneralPage], session: Session
) -> None:
    page = open_page(GeneralPage)
    page.show_place(Place("meeting", "", "host.name"))
    type_text("up\t")
    page.show_place(Place("meeting", "", "place"))
    type_text("htu")
    assert field().offered() == ["Hội trường UBND phường"]
    type_text("\n")
    meeting = session.record.meeting
    assert meeting.host is not None
    assert (meeting.host.name, meeting.place) == ("UBND phường", "Hội trường UBND phường")
    assert page.current_place() == Place("meeting", "", "place")


def test_the_name_of_a_signatory_is_offered(
    open_page: Callable[..., SigningPage], session: Session
) -> None:
    page = open_page(SigningPage)
    page.signatories.view.setFocus()
    page.signatories.view.add_row()
    press(Qt.Key.Key_Escape)
    page.signatories.view.edit_cell(0, 3)
    type_text("knn\n")
    (signatory,) = session.record.issuances[0].signatories
    assert signatory.name == "Kiều Như Nguyên"
