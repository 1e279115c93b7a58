import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.editing.session import Session
from app.minutes.findings import MANDATORY, Finding, Severity
from app.minutes.meeting import IssuingBody
from app.minutes.office import Office
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import DayPart, Form, MeetingKind
from tests.ui.keys import commit, compose, paste, press, type_text
from ui.pages.fields import place_at, value_at
from ui.pages.general_page import HEADLINE, PURPOSE, GeneralPage


@pytest.fixture
def page(open_page: Callable[..., GeneralPage]) -> GeneralPage:
    return open_page(GeneralPage)


def go_to(page: GeneralPage, path: str) -> None:
    section, _, field = path.partition(".")
    assert page.show_place(Place(section, "", field))


def test_the_meeting_is_typed_field_by_field(page: GeneralPage, session: Session) -> None:
    go_to(page, "meeting.working_party")
    type_text("Thường trực Thành ủy PRTC\tĐảng ủy phường Thanh Sơn\t\tnăm 2021\tnăm 2022\t")
    go_to(page, "meeting.date")
    type_text("11/5/2022\tMor\t8h30\t")
    meeting = session.record.meeting
    assert meeting.working_party == "Thường trực Thành ủy PRTC"
    assert meeting.host.name == "Đảng ủy phường Thanh Sơn"
    assert (meeting.period_reported, meeting.period_ahead) == ("năm 2021", "năm 2022")
    assert meeting.date == datetime.date(2022, 5, 11)
    assert (meeting.day_part, meeting.start) == (DayPart.MORNING, datetime.time(8, 30))


@pytest.mark.parametrize(
    ("path", "typed", "value"),
    [
        ("meeting.headline", "Đầu đề\t", "Đầu đề"),
        ("meeting.purpose", "nghe báo cáo", "nghe báo cáo"),
        ("meeting.kind", "Conf", MeetingKind.CONFERENCE),
        ("meeting.end", "10 giờ 15\t", datetime.time(10, 15)),
        ("meeting.end_date", "12/5\t", datetime.date(2022, 5, 12)),
        ("meeting.place", "Hội trường", "Hội trường"),
        ("meeting.issuing.name", "Thành ủy PRTC", "Thành ủy PRTC"),
        ("meeting.issuing.parent", "Tỉnh ủy", "Tỉnh ủy"),
        ("meeting.issuing.symbol", "TU", "TU"),
        ("meeting.issuing.place", "Phan Rang", "Phan Rang"),
        ("meeting.documents_used", "Báo cáo số 1", "Báo cáo số 1"),
        ("meeting.press", "Báo X", "Báo X"),
        ("meeting.recording", "có ghi âm", "có ghi âm"),
        ("form", "State", Form.STATE),
    ],
)
def test_every_field_is_typed(
    page: GeneralPage, session: Session, path: str, typed: str, value: object
) -> None:
    go_to(page, path)
    type_text(typed)
    said: object = session.record
    for name in path.split("."):
        said = getattr(said, name)
    assert said == value
    before = value_at(Minutes(id="empty"), place_at(path))
    while session.undo():
        pass
    assert page.fields[path].field.value() == before


def test_lists_are_typed(page: GeneralPage, session: Session) -> None:
    page.agenda.editor.setFocus()
    type_text("Báo cáo\nThảo luận")
    page.unsorted.editor.setFocus()
    type_text("chưa biết để đâu")
    assert [item.title for item in session.record.agenda] == ["Báo cáo", "Thảo luận"]
    assert [item.text for item in session.record.unsorted] == ["chưa biết để đâu"]


def test_a_host_without_a_name_is_no_host(page: GeneralPage, session: Session) -> None:
    go_to(page, "meeting.host.name")
    type_text("Đ")
    press(Qt.Key.Key_Backspace)
    assert session.record.meeting.host is None


def test_a_host_keeps_its_id_while_it_is_typed(page: GeneralPage, session: Session) -> None:
    go_to(page, "meeting.host.name")
    type_text("Đ")
    first = session.record.meeting.host.id
    type_text("ảng")
    assert session.record.meeting.host.id == first


def test_a_date_that_cannot_be_read_is_kept_and_told(page: GeneralPage, session: Session) -> None:
    go_to(page, "meeting.date")
    type_text("hôm qua\t")
    part = page.fields["meeting.date"]
    assert (part.field.text(), session.record.meeting.date) == ("hôm qua", None)
    assert "11/5/2022" in part.note.text()
    page.refresh(None)
    assert part.field.text() == "hôm qua"
    page.open(session)
    assert (part.field.text(), part.note.text()) == ("", "")


def test_undo_and_redo_rewrite_the_focused_field(page: GeneralPage, session: Session) -> None:
    go_to(page, "meeting.headline")
    type_text("Một hai")
    session.undo()
    assert QApplication.focusWidget().text() == "Một "
    session.redo()
    assert QApplication.focusWidget().text() == "Một hai"


def test_steps_are_named_after_fields(page: GeneralPage, session: Session) -> None:
    go_to(page, "meeting.headline")
    type_text("Một")
    assert session.undo_step.label == ("Change {field}", {"field": "Headline"})
    assert session.undo_step.place == Place("meeting", "", "headline")


def test_leaving_a_field_ends_the_typing(page: GeneralPage, session: Session) -> None:
    go_to(page, "meeting.headline")
    type_text("a")
    go_to(page, "meeting.place")
    go_to(page, "meeting.headline")
    press(Qt.Key.Key_End)
    type_text("b")
    session.undo()
    assert session.record.meeting.headline == "a"


def test_a_composed_word_is_taken_when_finishing(page: GeneralPage, session: Session) -> None:
    go_to(page, "meeting.headline")
    compose("v", "việt")
    assert session.record.meeting.headline == ""
    page.finish()
    commit("")
    assert session.record.meeting.headline == "việt"


def test_a_half_typed_date_is_taken_when_finishing(page: GeneralPage, session: Session) -> None:
    go_to(page, "meeting.date")
    type_text("11/5/2022")
    page.finish()
    assert session.record.meeting.date == datetime.date(2022, 5, 11)


def test_a_huge_paste_is_refused_with_a_sentence(page: GeneralPage, session: Session) -> None:
    told: list[str] = []
    page.refused.connect(told.append)
    go_to(page, "meeting.headline")
    paste("x" * 1_000_000)
    assert session.record.meeting.headline == ""
    assert told == [
        "That is too long for this field (at most 2000 characters); nothing was changed."
    ]


def test_findings_stand_under_their_field(page: GeneralPage) -> None:
    place = Place("meeting", field="host.name")
    page.show_findings([Finding("r", Severity.ERROR, place, "No host.", "Write it.")])
    note = page.fields["meeting.host.name"].note
    assert "No host. Write it." in note.text()
    page.show_findings([])
    assert note.text() == ""


def test_what_is_lacking_is_told_once_one_has_been_there(
    page: GeneralPage, session: Session
) -> None:
    place = Place("meeting", field="host.name")
    lacking = [Finding(MANDATORY, Severity.ERROR, place, "No host.", "Write it.")]
    note = page.fields["meeting.host.name"].note
    page.show_findings(lacking)
    assert note.text() == ""
    page.fields["meeting.host.name"].field.setFocus()
    press(Qt.Key.Key_Tab)
    assert "No host." in note.text()
    page.open(session)
    page.show_findings(lacking)
    assert note.text() == ""
    go_to(page, "meeting.host.name")
    assert "No host." in note.text()


def test_composed_texts_are_shown_in_empty_fields(page: GeneralPage, session: Session) -> None:
    go_to(page, "meeting.working_party")
    type_text("A")
    go_to(page, "meeting.period_reported")
    type_text("năm 2021")
    shown = {path: page.fields[path].field.placeholderText() for path in (HEADLINE, PURPOSE)}
    assert shown[HEADLINE].startswith("A làm việc với …")
    assert "kết quả thực hiện nhiệm vụ trong năm 2021" in shown[PURPOSE]


CITY = Office(id="city", name="Thành ủy", issuing=IssuingBody(name="THÀNH ỦY"), writer="Thoa")
WARD = Office(id="ward", form=Form.STATE, issuing=IssuingBody(name="UBND PHƯỜNG"))


@pytest.fixture
def office_page(page: GeneralPage) -> GeneralPage:
    page.offices = lambda: (CITY, WARD)
    page.refresh(None)
    return page


def test_another_office_is_one_step_of_undo(office_page: GeneralPage, session: Session) -> None:
    go_to(office_page, "office")
    press(Qt.Key.Key_Down)
    assert session.record.meeting.issuing.name == "THÀNH ỦY"
    assert session.record.writer.name == "Thoa"
    press(Qt.Key.Key_Down)
    assert session.record.office == "ward"
    assert session.record.meeting.issuing.name == "UBND PHƯỜNG"
    assert session.record.form is Form.STATE
    assert session.record.writer is None
    session.undo()
    assert (session.record.office, session.record.writer.name) == ("city", "Thoa")
    assert value_at(session.record, Place("office")) == office_page.office.value()
    session.undo()
    assert session.record == Minutes(id="record")


def test_an_office_that_is_gone_is_shown_as_none(
    office_page: GeneralPage, session: Session
) -> None:
    go_to(office_page, "office")
    type_text("Th")
    office_page.offices = tuple
    office_page.refresh(None)
    assert office_page.office.currentText() == "None"
    assert session.record.office == "city"
