from itertools import count

import pytest

from app.minutes.attendees import Attendee, Position
from app.minutes.directory import KnownBody, Person
from app.minutes.meeting import Body, Meeting
from app.minutes.record import Minutes
from app.minutes.words import Honorific

TITLES = (Position(id="1", title="Phó Bí thư"), Position(id="0", title="Chủ tịch"))
PHU = Person(id="phu", name="Nguyễn Thành Phú", positions=TITLES, body="UBND thành phố")
PHU_2 = Person(id="phu2", name="Bùi Văn Phủ", honorific=Honorific.MR)


@pytest.fixture
def people(archive):
    archive.people.save(PHU)
    archive.people.save(PHU_2)
    return archive.people


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [PHU_2, PHU]),
        ("phu", [PHU_2, PHU]),
        ("Phú", [PHU, PHU_2]),
        ("thanh ng", [PHU]),
        ("hanh", []),
        ("%", []),
        ("_", []),
    ],
)
def test_people_are_found_by_beginnings_of_words(people, typed, found):
    assert people.people(typed) == found


def test_as_many_as_asked_for_are_found(people):
    assert people.people("phu", limit=1) == [PHU_2]


def test_saving_again_replaces_the_person(people):
    changed = PHU.but(name="Phú", positions=(TITLES[1],))
    people.save(changed)
    assert people.people("phú") == [changed, PHU_2]


def test_what_is_removed_is_forgotten(people):
    people.remove("phu")
    assert people.people() == [PHU_2]


def test_bodies_are_found_by_beginnings_of_words(people):
    body = KnownBody(id="b", name="Đảng ủy phường Thanh Sơn")
    people.save_body(body)
    assert (people.bodies("dang u"), people.bodies("ang")) == ([body], [])


def test_only_unknown_names_are_remembered(people):
    new = Attendee(id="a", name="Kiều Như Nguyên", positions=TITLES, body="HĐND")
    known = Attendee(id="b", name=PHU.name, positions=())
    group = Attendee(id="c", name="lãnh đạo các Ban", group=True)
    meeting = Meeting(host=Body(id="h", name="Thanh Sơn"))
    numbers = count()
    for _ in range(2):
        record = Minutes(id="m", meeting=meeting, attendees=(new, known, group, new.but(id="d")))
        people.remember(record, lambda: f"id{next(numbers)}")
    added = Person(id="id0", name="Kiều Như Nguyên", positions=TITLES, body="HĐND")
    assert people.people() == [PHU_2, added, PHU]
    assert people.bodies() == [KnownBody(id="id1", name="Thanh Sơn")]
