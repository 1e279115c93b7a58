import datetime

import pytest

from app.archive.vocabulary import LIMITS, Known
from app.minutes.attendees import Attendee, Position
from app.minutes.directory import KnownBody, Person
from app.minutes.figures import Figure, Indicator, Measure, Target
from app.minutes.meeting import Body, Meeting
from app.minutes.record import Minutes, Result
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.words import Better, RateKind


def meeting(number: int, **sections: object) -> Minutes:
    day = datetime.date(2022, 1, number)
    host = Body(id="h", name="Phường Thanh Sơn")
    return Minutes(
        id=f"m{number}",
        meeting=Meeting(date=day, host=host, place="Hội trường" if number == 1 else ""),
        **sections,
    )


def attendee(item_id: str, name: str, *titles: str, **fields: object) -> Attendee:
    held = (Position(id=f"{item_id}{at}", title=title) for at, title in enumerate(titles))
    return Attendee(id=item_id, name=name, positions=tuple(held), **fields)


@pytest.fixture
def filled(archive):
    task = Assignment(
        id="t", lead=Body(id="l", name="UBND phường"), coordinating=(Body(id="c", name="Công an"),)
    )
    speech = Speech(id="s", passages=(Passage(id="p", text="x", assignments=(task,)),))
    archive.people.save(Person(id="a", name="Lê An"))
    archive.people.save(Person(id="b", name="Bùi Bình"))
    archive.people.save(Person(id="c", name="Trần Chi"))
    archive.people.save_body(KnownBody(id="k", name="Thành ủy"))
    archive.add(
        meeting(
            1,
            attendees=(
                attendee("x", "Trần Chi", "Bí thư", "Chủ tịch", body="UBND phường"),
                attendee("y", "lãnh đạo các Ban", group=True),
            ),
            speeches=(speech,),
            results=(Result(id="r", text="x", field="Kinh tế"),),
            indicators=(Indicator(id="i", name="Hộ nghèo", field="Xã hội"),),
            targets=(Target(id="g", name="Gia đình văn hóa"),),
        )
    )
    measures = (
        Measure(id="1", actual=Figure(written="7"), unit="hộ"),
        Measure(id="2", actual=Figure(written="21"), unit="khẩu"),
    )
    later = Indicator(
        id="i", name="Hộ nghèo", measures=measures, rate_kind=RateKind.SHARE, better=Better.LOWER
    )
    archive.add(meeting(2, attendees=(attendee("x", "Trần Chi", "Bí thư"),), indicators=(later,)))
    return archive


def test_people_who_attend_come_first_the_others_by_given_name(filled) -> None:
    assert [person.id for person in filled.vocabulary().people] == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Known.BODY, ("Phường Thanh Sơn", "UBND phường", "Công an", "Thành ủy")),
        (Known.POSITION, ("Bí thư", "Chủ tịch")),
        (Known.GROUP, ("lãnh đạo các Ban",)),
        (Known.UNIT, ("hộ", "khẩu")),
        (Known.FIELD, ("Kinh tế", "Xã hội")),
        (Known.TARGET, ("Gia đình văn hóa",)),
        (Known.PLACE, ("Hội trường",)),
    ],
)
def test_words_are_known_the_most_used_first(filled, kind, words) -> None:
    assert filled.vocabulary().words[kind] == words


def test_an_indicator_is_known_as_last_reported_without_its_figures(filled) -> None:
    (known,) = filled.vocabulary().indicators
    assert (known.name, known.field, known.rate_kind) == ("Hộ nghèo", "", RateKind.SHARE)
    assert known.better is Better.LOWER
    assert [(each.unit, each.actual) for each in known.measures] == [("hộ", None), ("khẩu", None)]


def test_what_lies_in_the_bin_is_not_offered(filled) -> None:
    filled.delete("m1")
    words = filled.vocabulary().words
    assert words[Known.GROUP] == ()
    assert words[Known.POSITION] == ("Bí thư",)


def test_only_the_newest_minutes_are_looked_into(filled, monkeypatch) -> None:
    monkeypatch.setitem(LIMITS, "newest", 1)
    words = filled.vocabulary().words
    assert (words[Known.GROUP], words[Known.UNIT]) == ((), ("hộ", "khẩu"))


def test_an_empty_archive_knows_nothing(archive) -> None:
    known = archive.vocabulary()
    assert (known.people, known.indicators) == ((), ())
    assert set(known.words.values()) == {()}


def test_the_indicators_of_each_hosts_last_meetings_are_known(archive, filled):
    archive.add(meeting(3))  # a meeting without indicators is not the last that has some
    other = Meeting(date=datetime.date(2022, 1, 9), working_party="Thường trực Thành ủy")
    archive.add(Minutes(id="o", meeting=other, indicators=(Indicator(id="o", name="Thu"),)))
    archive.add(meeting(4, indicators=(Indicator(id="b", name="B"), Indicator(id="a", name="A"))))
    reported = archive.vocabulary().reported
    names = {
        who: [(each.minutes_id, [row.name for row in each.indicators]) for each in meetings]
        for who, meetings in reported.items()
    }
    assert names == {
        "Phường Thanh Sơn": [("m4", ["B", "A"]), ("m2", ["Hộ nghèo"])],
        "Thường trực Thành ủy": [("o", ["Thu"])],
    }
    (poor,) = reported["Phường Thanh Sơn"][1].indicators
    assert [(measure.unit, measure.actual) for measure in poor.measures] == [
        ("hộ", None),
        ("khẩu", None),
    ]
    assert (poor.rate_kind, poor.better) == (RateKind.SHARE, Better.LOWER)
