from itertools import count

import pytest

from app.editing.from_office import with_office
from app.minutes.attendees import Attendee
from app.minutes.issuance import Issuance, Recipient, Signatory
from app.minutes.meeting import IssuingBody, Meeting
from app.minutes.office import Office, Paper
from app.minutes.record import Minutes
from app.minutes.structure import walk
from app.minutes.words import DocumentKind, Form, Role

OFFICE = Office(
    id="city",
    form=Form.STATE,
    issuing=IssuingBody(name="UBND THÀNH PHỐ", parent="UBND TỈNH", place="PRTC"),
    writer="Xuân Thoa",
    writer_title="Chuyên viên, Văn phòng UBND",
    papers=(
        Paper(
            id="p",
            kind=DocumentKind.NOTICE,
            symbol="TB-UBND",
            signatories=(Signatory(id="s", authority="TL. CHỦ TỊCH"),),
            recipients=(Recipient(id="r", text="Như trên"),),
        ),
    ),
)


@pytest.fixture
def new_id():
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def test_new_minutes_have_what_the_office_says(new_id):
    record = with_office(Minutes(id="m"), OFFICE, new_id)
    assert (record.office, record.form) == ("city", Form.STATE)
    assert record.meeting.issuing == OFFICE.issuing
    assert (record.writer.name, record.writer.titles) == (
        "Xuân Thoa",
        ("Chuyên viên", "Văn phòng UBND"),
    )
    issuance = record.issuance(DocumentKind.NOTICE, Form.STATE)
    assert issuance.symbol == "TB-UBND"
    assert issuance.signatories[0].authority == "TL. CHỦ TỊCH"
    assert issuance.recipients[0].text == "Như trên"
    ids = [item.id for item in walk(record)]
    assert len(set(ids)) == len(ids)
    assert not {"s", "r", "p"} & set(ids)


def test_what_the_record_says_already_stays(new_id):
    own = Issuance(id="i", kind=DocumentKind.NOTICE, form=Form.STATE, symbol="mine")
    writer = Attendee(id="w", name="Lan", role=Role.SECRETARY)
    meeting = Meeting(issuing=IssuingBody(name="SỞ Y TẾ"))
    before = Minutes(id="m", meeting=meeting, attendees=(writer,), issuances=(own,))
    record = with_office(before, OFFICE, new_id)
    assert record.form is Form.PARTY
    assert (record.attendees, record.issuances) == ((writer,), (own,))
    assert record.meeting.issuing == IssuingBody(name="SỞ Y TẾ", parent="UBND TỈNH", place="PRTC")


def test_twice_is_once(new_id):
    once = with_office(Minutes(id="m"), OFFICE, new_id)
    assert with_office(once, OFFICE, new_id) == once


def test_an_office_without_a_writer_adds_nobody(new_id):
    assert with_office(Minutes(id="m"), OFFICE.but(writer=""), new_id).attendees == ()
