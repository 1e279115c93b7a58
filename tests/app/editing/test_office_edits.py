"""Profiles edited, and records that change from one profile to another."""

from itertools import count

import pytest

from app.editing.edits import set_field
from app.editing.from_office import with_office
from app.editing.office_edits import (
    change_office,
    copy_of,
    signatory,
    with_paper,
    with_recipients,
    with_signatory,
)
from app.minutes.meeting import IssuingBody
from app.minutes.office import Choice, Office
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Speech
from app.minutes.structure import walk
from app.minutes.words import DocumentKind, Form, Side

NOTICE, MINUTES = DocumentKind.NOTICE, DocumentKind.MINUTES


@pytest.fixture
def new_id():
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


@pytest.fixture
def city(new_id):
    office = Office(
        id="city",
        name="Thành ủy",
        issuing=IssuingBody(name="THÀNH ỦY", parent="TỈNH ỦY", symbol="TU", place="PRTC"),
        writer="Xuân Thoa",
        writer_title="Chuyên viên",
    )
    office = with_signatory(office, NOTICE, Side.RIGHT, new_id, title="CHÁNH VĂN PHÒNG")
    return with_recipients(office, NOTICE, "Như trên\n\n Lưu ", new_id)


@pytest.fixture
def ward():
    issuing = IssuingBody(name="UBND PHƯỜNG", symbol="UBND")
    return Office(id="ward", form=Form.STATE, issuing=issuing)


def test_recipients_are_lines(city):
    assert [each.text for each in city.paper(NOTICE).recipients] == ["Như trên", "Lưu"]


def test_a_signatory_is_made_changed_and_dropped_when_blank(city, new_id):
    changed = with_signatory(city, NOTICE, Side.RIGHT, new_id, name="Bùi Văn Phú")
    found = signatory(changed, NOTICE, Side.RIGHT)
    assert (found.title, found.name) == ("CHÁNH VĂN PHÒNG", "Bùi Văn Phú")
    assert found.id == signatory(city, NOTICE, Side.RIGHT).id
    assert signatory(changed, NOTICE, Side.LEFT) is None
    blank = with_signatory(changed, NOTICE, Side.RIGHT, new_id, title="", name="")
    assert signatory(blank, NOTICE, Side.RIGHT) is None
    assert [each.text for each in blank.paper(NOTICE).recipients] == ["Như trên", "Lưu"]


def test_other_signatories_keep_their_order(city, new_id):
    both = with_signatory(city, NOTICE, Side.LEFT, new_id, name="A")
    again = with_signatory(both, NOTICE, Side.RIGHT, new_id, name="B")
    sides = [each.side for each in again.paper(NOTICE).signatories]
    assert sides == [Side.RIGHT, Side.LEFT]


def test_a_paper_with_nothing_goes(ward, new_id):
    symbol = with_paper(ward, MINUTES, "BB", new_id)
    assert symbol.paper(MINUTES).symbol == "BB"
    assert with_paper(symbol, MINUTES, "", new_id) == ward


def test_a_copy_shares_no_id(city, new_id):
    chosen = city.but(choices=(Choice(id="c", name="body_size", value="15"),))
    copied = copy_of(chosen, "Bản sao", new_id)
    assert copied.name == "Bản sao"
    assert copied.choice("body_size") == "15"
    assert copied.issuing == city.issuing
    assert not {item.id for item in walk(chosen)} & {item.id for item in walk(copied)}


def test_another_office_takes_the_place_of_what_nobody_changed(city, ward, new_id):
    record = with_office(Minutes(id="m"), city, new_id)
    moved = change_office(record, city, ward, new_id)
    assert (moved.office, moved.form) == ("ward", Form.STATE)
    assert moved.meeting.issuing == ward.issuing
    assert moved.attendees == ()
    assert moved.issuances == ()


def test_what_was_typed_stays(city, ward, new_id):
    record = with_office(Minutes(id="m"), city, new_id)
    record = set_field(Place("meeting", field="issuing.place"), "Huế")(record)
    issuance = record.issuances[0].but(number="12")
    record = record.but(issuances=(issuance,), attendees=(record.writer.but(name="Lan"),))
    moved = change_office(record, city, ward, new_id)
    assert moved.meeting.issuing.place == "Huế"
    assert moved.meeting.issuing.name == "UBND PHƯỜNG"
    assert moved.issuances[0].number == "12"
    assert moved.writer.name == "Lan"


def test_a_writer_who_speaks_stays(city, ward, new_id):
    record = with_office(Minutes(id="m"), city, new_id)
    record = record.but(speeches=(Speech(id="s", speaker=record.writer.id),))
    assert change_office(record, city, ward, new_id).writer is not None


def test_there_and_back_is_the_same(city, ward):
    numbers = count(1)
    first = with_office(Minutes(id="m"), city, lambda: f"a{next(numbers)}")
    again = change_office(change_office(first, city, ward, str), ward, city, lambda: "x")
    assert again.meeting == first.meeting
    assert again.writer.name == first.writer.name
    assert [each.but(id="") for each in again.issuances[0].recipients] == [
        each.but(id="") for each in first.issuances[0].recipients
    ]


def test_no_office_takes_the_offices_things_away(city, new_id):
    record = with_office(Minutes(id="m"), city, new_id)
    assert change_office(record, city, None, new_id) == Minutes(id="m", form=city.form)


def test_an_office_that_is_gone_takes_nothing_away(city, ward, new_id):
    record = with_office(Minutes(id="m"), city, new_id)
    moved = change_office(record, None, ward, new_id)
    assert moved.meeting.issuing == city.issuing
    assert moved.office == "ward"
