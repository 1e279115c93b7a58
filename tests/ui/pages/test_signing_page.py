import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.editing.session import Label, Session
from app.minutes.issuance import Issuance
from app.minutes.place import Place
from app.minutes.words import DocumentKind, Form, Security, Side, Urgency
from tests.ui.keys import press, type_text
from ui.pages.signing_page import SigningPage


@pytest.fixture
def page(open_page: Callable[..., SigningPage]) -> SigningPage:
    return open_page(SigningPage)


def type_into(page: SigningPage, number: int, text: str) -> None:
    page.fields[number].part.field.setFocus()
    type_text(text)


def test_the_first_key_makes_the_issuance(page: SigningPage, session: Session) -> None:
    type_into(page, 0, "12")
    (issuance,) = session.record.issuances
    assert (issuance.kind, issuance.form) == (DocumentKind.MINUTES, Form.PARTY)
    assert issuance.number == "12"
    session.undo()
    assert session.record.issuances == ()
    session.redo()
    assert session.record.issuances == (issuance,)


def test_every_field_is_typed(page: SigningPage, session: Session) -> None:
    type_into(page, 0, "12\tBB/TU\tPhan Rang\t20/5\t2\t10\tVery\tSec")
    (issuance,) = session.record.issuances
    assert (issuance.number, issuance.symbol, issuance.place) == ("12", "BB/TU", "Phan Rang")
    assert issuance.date == datetime.date(2022, 5, 20)
    assert (issuance.draft, issuance.copies) == (2, 10)
    assert (issuance.urgency, issuance.security) == (Urgency.VERY_URGENT, Security.SECRET)


def test_each_document_has_its_own(page: SigningPage, session: Session) -> None:
    type_into(page, 0, "12")
    page.kind.setFocus()
    type_text("Not")
    assert page.fields[0].part.field.text() == ""
    type_into(page, 0, "13")
    assert [(i.kind, i.number) for i in session.record.issuances] == [
        (DocumentKind.MINUTES, "12"),
        (DocumentKind.NOTICE, "13"),
    ]


def test_signatories_and_recipients_are_typed(page: SigningPage, session: Session) -> None:
    page.signatories.view.setFocus()
    page.signatories.view.add_row()
    type_text("Left\tT/M BAN THƯỜNG VỤ\tPHÓ BÍ THƯ\tBùi Văn Phú\n")
    press(Qt.Key.Key_Escape)
    page.recipients.editor.setFocus()
    type_text("Như trên\nLưu VT")
    (issuance,) = session.record.issuances
    (signatory,) = issuance.signatories
    assert (signatory.side, signatory.authority) == (Side.LEFT, "T/M BAN THƯỜNG VỤ")
    assert (signatory.title, signatory.name) == ("PHÓ BÍ THƯ", "Bùi Văn Phú")
    assert [recipient.text for recipient in issuance.recipients] == ["Như trên", "Lưu VT"]


def test_a_place_of_another_document_is_shown(page: SigningPage, session: Session) -> None:
    type_into(page, 0, "12")
    page.recipients.editor.setFocus()
    type_text("Như trên")
    (issuance,) = session.record.issuances
    page.kind.setFocus()
    type_text("Not")
    place = Place("issuances", issuance.recipients[0].id, "text")
    assert page.show_place(place)
    assert page.kind.value() is DocumentKind.MINUTES
    assert page.current_place() == place


def test_the_form_of_the_record_is_chosen_at_first(page: SigningPage, session: Session) -> None:
    record = session.record.but(form=Form.STATE)
    page.open(Session(record, lambda: 0.0))
    assert page.form.value() is Form.STATE


@pytest.fixture
def forbidding(open_page: Callable[..., SigningPage]) -> SigningPage:
    """The page on a computer where classified minutes are forbidden."""
    return open_page(SigningPage, classified=False)


def test_mark_is_refused_with_the_reason_where_policy_forbids_it(
    forbidding: SigningPage, session: Session
) -> None:
    told: list[str] = []
    forbidding.refused.connect(told.append)
    type_into(forbidding, 7, "Sec")
    assert session.record.issuances == ()
    assert forbidding.fields[7].part.field.value() is Security.NONE
    (reason,) = set(told)
    assert "forbidden on this computer by policy" in reason


def test_mark_that_is_there_can_be_taken_away_where_policy_forbids_it(
    forbidding: SigningPage, session: Session
) -> None:
    marked = Issuance(id="i", kind=DocumentKind.MINUTES, form=Form.PARTY, security=Security.SECRET)
    session.edit(lambda record: record.but(issuances=(marked,)), Label("x"), Place("issuances"))
    field = forbidding.fields[7].part.field
    assert field.value() is Security.SECRET
    field.setFocus()
    press(Qt.Key.Key_Home)
    assert session.record.issuances[0].security is Security.NONE


def test_other_fields_are_not_refused_where_marks_are(
    forbidding: SigningPage, session: Session
) -> None:
    type_into(forbidding, 6, "Very")
    assert session.record.issuances[0].urgency is Urgency.VERY_URGENT
