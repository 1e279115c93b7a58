import datetime
from itertools import count

import pytest

from app.archive.past import Past
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


DAY = datetime.date(2022, 5, 11)
BI_THU, CHU_TICH = Position(id="x", title="Bí thư"), Position(id="y", title="Chủ tịch")


def at(day: int, *attendees: Attendee, record_id: str = "") -> Minutes:
    date = DAY.replace(day=day)
    return Minutes(id=record_id or f"m{day}", meeting=Meeting(date=date), attendees=attendees)


def attends(*positions: Position, **fields: object) -> Attendee:
    return Attendee(id="a", name="Lê Văn An", positions=positions, **fields)


@pytest.fixture
def learn(archive):
    numbers = count()

    def learnt(record: Minutes) -> bool:
        archive.save(record)
        return archive.people.remember(record, lambda: f"id{next(numbers)}")

    return learnt


def an(archive) -> Person:
    (person,) = archive.people.people("van an")
    return person


def test_new_positions_are_learnt_and_the_old_ones_kept(archive, learn):
    assert learn(at(1, attends(BI_THU, body="Thành ủy")))
    assert learn(at(2, attends(CHU_TICH)))
    assert not learn(at(2, attends(CHU_TICH)))
    person = an(archive)
    assert [position.title for position in person.positions] == ["Chủ tịch"]
    assert person.body == "Thành ủy"
    assert archive.people.past(person.id) == [
        Past(DAY.replace(day=2), "Lê Văn An", "Bí thư", "Thành ủy")
    ]


def test_an_older_meeting_teaches_nothing(archive, learn):
    learn(at(5, attends(CHU_TICH)))
    assert not learn(at(3, attends(BI_THU)))
    assert an(archive).positions[0].title == "Chủ tịch"


def test_what_was_changed_by_hand_since_is_not_overwritten(archive, learn):
    learn(at(1, attends(BI_THU)))
    archive.people.change(an(archive).but(positions=(CHU_TICH,)), DAY.replace(day=20))
    assert not learn(at(2, attends(BI_THU)))
    assert learn(at(21, attends(BI_THU)))


def test_a_meeting_without_a_day_fills_in_what_is_missing_and_no_more(archive, learn):
    learn(Minutes(id="m", attendees=(attends(),)))
    assert learn(Minutes(id="n", attendees=(attends(BI_THU),)))
    assert not learn(Minutes(id="o", attendees=(attends(CHU_TICH),)))
    assert an(archive).positions[0].title == "Bí thư"
    assert archive.people.past(an(archive).id) == []


def test_one_word_is_no_name_yet(archive, learn):
    assert not learn(at(1, Attendee(id="a", name="Nguyễn")))
    assert archive.people.people() == []


def test_namesakes_are_told_apart_by_their_link_or_what_they_are(archive, learn):
    for person_id, position in (("one", BI_THU), ("two", CHU_TICH)):
        archive.people.save(Person(id=person_id, name="Lê Văn An", positions=(position,)))
    assert not learn(at(1, attends(Position(id="z", title="Phó"))))
    assert learn(at(2, attends(BI_THU, person_id="two")))
    assert archive.people.person("two").positions[0].title == "Bí thư"
    assert archive.people.person("one").positions[0].title == "Bí thư"


def test_doubles_are_merged_and_their_links_lead_to_the_one_kept(archive, learn):
    people = archive.people
    people.save(Person(id="kept", name="Lê Văn An", positions=(BI_THU,)))
    people.save(Person(id="double", name="Lê V. An", positions=(CHU_TICH,), body="Sở"))
    people.save(Person(id="third", name="Lê An"))
    people.merge("double", ["third"], DAY)
    people.merge("kept", ["double", "kept", "unknown"], DAY)
    assert [person.id for person in people.people()] == ["kept"]
    assert {people.person(each).id for each in ("kept", "double", "third")} == {"kept"}
    assert people.person("unknown") is None
    assert people.past("kept") == [
        Past(DAY, "Lê V. An", "Chủ tịch", "Sở", "double"),
        Past(DAY, "Lê An", "", "", "third"),
    ]
    assert learn(at(12, attends(CHU_TICH, person_id="third")))
    assert people.person("kept").positions[0].title == "Chủ tịch"


def test_the_history_goes_with_the_person(archive, learn):
    learn(at(1, attends(BI_THU)))
    learn(at(2, attends(CHU_TICH)))
    person = an(archive)
    archive.people.remove(person.id)
    assert archive.people.past(person.id) == []


def test_a_later_meeting_in_the_bin_teaches_nothing(archive, learn):
    learn(at(1, attends(BI_THU)))
    archive.save(at(9, attends(BI_THU)))
    archive.delete("m9")
    assert learn(at(2, attends(CHU_TICH)))
