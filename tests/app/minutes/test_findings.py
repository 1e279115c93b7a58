from decimal import Decimal

import pytest

from app.minutes.attendees import Attendee, Position
from app.minutes.figures import Figure, Indicator, Measure, Tally
from app.minutes.findings import Severity, findings
from app.minutes.meeting import Body, IssuingBody, Meeting
from app.minutes.place import Place
from app.minutes.record import Minutes, Vote
from app.minutes.speeches import Assignment, Deadline, Passage, Speech
from app.minutes.words import (
    AttendanceState,
    DocumentKind,
    Form,
    Purpose,
    RateKind,
    Reading,
)


def a_figure(written: str) -> Figure:
    return Figure(value=Decimal(written), written=written)


def an_indicator(plan: str, actual: str, rate: str, **fields: object) -> Indicator:
    measure = Measure(id="me", plan=a_figure(plan), actual=a_figure(actual))
    return Indicator(id="i", name="Thu", measures=(measure,), rate=a_figure(rate), **fields)


def a_speech(*passages: Passage) -> Minutes:
    return Minutes(
        id="m",
        attendees=(Attendee(id="a", name="An"),),
        speeches=(Speech(id="s", speaker="a", passages=passages),),
    )


PETITION = Passage(id="p", text="sửa trụ sở", purpose=Purpose.PETITION)
REPLY = Passage(id="r", text="giao phòng", purpose=Purpose.REPLY, answers="p")
TASK = Passage(id="c", text="làm", purpose=Purpose.ASSIGNMENT)
BODY, TIME = Body(id="b", name="Phòng"), Deadline(written="trước 30/6")
ANN = Attendee(id="a", name="An", person_id="1", positions=(Position(id="t", title="Bí thư"),))

CASES = [
    ("tally_over_total", Minutes(id="m", tally=Tally(met=15, total=14)), Place("tally", "", "met")),
    (
        "tally_differs",
        Minutes(id="m", tally=Tally(met=1, total=1), indicators=(an_indicator("10", "9", "90"),)),
        Place("tally", "", "met"),
    ),
    (
        "rate_does_not_follow",
        Minutes(id="m", indicators=(an_indicator("10", "12", "110"),)),
        Place("indicators", "i", "rate"),
    ),
    (
        "reading_against_rate",
        Minutes(id="m", indicators=(an_indicator("10", "9", "90", reading=Reading.MET),)),
        Place("indicators", "i", "reading"),
    ),
    (
        "figure_not_read",
        Minutes(id="m", indicators=(Indicator(id="i", rate=Figure(written="2,317.8")),)),
        Place("indicators", "i", "measures"),
    ),
    ("petition_without_reply", a_speech(PETITION), Place("speeches", "p", "text")),
    ("reply_without_petition", a_speech(REPLY), Place("speeches", "r", "text")),
    (
        "task_without_body",
        a_speech(TASK.but(assignments=(Assignment(id="t", deadline=TIME),))),
        Place("speeches", "t", "lead.name"),
    ),
    (
        "task_without_deadline",
        a_speech(TASK.but(assignments=(Assignment(id="t", lead=BODY),))),
        Place("speeches", "t", "deadline.written"),
    ),
    ("assignment_without_task", a_speech(TASK), Place("speeches", "c", "text")),
    (
        "one_person_two_names",
        Minutes(id="m", attendees=(ANN, ANN.but(id="x", name="Anh"))),
        Place("attendees", "x", "name"),
    ),
    (
        "one_person_two_positions",
        Minutes(id="m", attendees=(ANN, ANN.but(id="x", positions=()))),
        Place("attendees", "x", "name"),
    ),
    (
        "person_twice",
        Minutes(id="m", attendees=(ANN, ANN.but(id="x", person_id=""))),
        Place("attendees", "x", "name"),
    ),
    (
        "no_reason",
        Minutes(id="m", attendees=(ANN.but(attendance=AttendanceState.EXCUSED),)),
        Place("attendees", "a", "reason"),
    ),
    (
        "no_substitute",
        Minutes(id="m", attendees=(ANN.but(attendance=AttendanceState.SUBSTITUTED),)),
        Place("attendees", "a", "substitute"),
    ),
    (
        "speech_without_speaker",
        Minutes(id="m", speeches=(Speech(id="s"),)),
        Place("speeches", "s", "speaker"),
    ),
    (
        "votes_over_present",
        Minutes(id="m", attendees=(ANN,), votes=(Vote(id="v", in_favour=1, against=1),)),
        Place("votes", "v", "in_favour"),
    ),
]


@pytest.mark.parametrize(("rule", "record", "place"), CASES, ids=[case[0] for case in CASES])
def test_a_finding_names_its_place_and_a_way_to_mend(rule, record, place):
    (finding,) = [found for found in findings(record) if found.rule == rule]
    assert finding.place == place
    assert finding.mend
    assert finding.message.format(**finding.places)


MET = an_indicator("10", "12", "120", reading=Reading.MET)
OTHER_SHAPES = [
    ("tally_differs", Minutes(id="m", tally=Tally(met=1, total=3), indicators=(MET, MET))),
    ("rate_does_not_follow", Minutes(id="m", indicators=(an_indicator("10", "12", "121"),))),
    (
        "task_without_body",
        a_speech(TASK.but(assignments=(Assignment(id="t", lead=Body(id="b"), deadline=TIME),))),
    ),
    (
        "task_without_deadline",
        a_speech(TASK.but(assignments=(Assignment(id="t", lead=BODY, deadline=Deadline()),))),
    ),
    (
        "one_person_two_positions",
        Minutes(id="m", attendees=(ANN.but(id="x", positions=()), ANN)),
    ),
]


@pytest.mark.parametrize(("rule", "record"), OTHER_SHAPES, ids=[shape[0] for shape in OTHER_SHAPES])
def test_the_same_finding_comes_from_another_shape(rule, record):
    assert rule in {found.rule for found in findings(record)}


@pytest.mark.parametrize(
    "record",
    [
        Minutes(id="m", attendees=(ANN,), votes=(Vote(id="v", in_favour=1),)),
        Minutes(
            id="m", tally=Tally(met=12, total=14), indicators=(an_indicator("10", "12", "120"),)
        ),
        Minutes(id="m", indicators=(an_indicator("3", "1", "33.3"),)),
        Minutes(id="m", indicators=(an_indicator("3", "2", "66"),)),
        Minutes(id="m", indicators=(an_indicator("10", "12", "0.5", rate_kind=RateKind.SHARE),)),
        Minutes(id="m", indicators=(an_indicator("10", "12", "120", reading=Reading.MET),)),
        a_speech(PETITION, REPLY),
        a_speech(TASK.but(assignments=(Assignment(id="t", lead=BODY, deadline=TIME),))),
        Minutes(id="m", attendees=(ANN, Attendee(id="x", name="Bình"))),
        Minutes(
            id="m",
            attendees=(Attendee(id="g", group=True, name="lãnh đạo các ban"),),
            votes=(Vote(id="v", in_favour=5),),
        ),
    ],
)
def test_what_is_in_order_gives_no_finding(record):
    assert findings(record) == ()


EMPTY = Minutes(id="m")
NEEDED = {
    (DocumentKind.REPORT, Form.PARTY): {"date", "host.name", ""},
    (DocumentKind.MINUTES, Form.PARTY): {
        *("issuing.name", "date", "start", "end", "place", "host.name", ""),
        "issuing.place",
    },
    (DocumentKind.MINUTES, Form.STATE): {
        *("issuing.name", "date", "start", "end", "place", "host.name", ""),
    },
    (DocumentKind.NOTICE, Form.STATE): {
        *("issuing.name", "date", "place", "host.name", ""),
        "issuing.place",
    },
}


@pytest.mark.parametrize(("document", "fields"), NEEDED.items())
def test_mandatory_data_depend_on_kind_and_form(document, fields):
    found = [f for f in findings(EMPTY, *document) if f.rule == "mandatory"]
    assert {f.place.field for f in found} == fields
    assert {f.severity for f in found} == {Severity.ERROR}


def test_what_is_there_is_not_asked_for():
    meeting = Meeting(issuing=IssuingBody(name="Thành ủy", place="Hà Nội"), place="Hội trường")
    found = findings(EMPTY.but(meeting=meeting), DocumentKind.MINUTES, Form.PARTY)
    assert not {"issuing.name", "issuing.place", "place"} & {f.place.field for f in found}
