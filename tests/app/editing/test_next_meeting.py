import datetime
from itertools import count

import pytest
from hypothesis import given

from app.editing.next_meeting import SECTIONS, Standing, next_meeting
from app.minutes.attendees import Attendee, Position
from app.minutes.canonical import from_json, to_json
from app.minutes.issuance import Issuance, Recipient
from app.minutes.meeting import Body, Meeting
from app.minutes.prior_tasks import PriorTask
from app.minutes.record import Minutes, Result
from app.minutes.speeches import Assignment, Deadline, Passage, Speech
from app.minutes.structure import walk
from app.minutes.text import LINE_LIMIT
from app.minutes.words import (
    AssignmentState,
    AttendanceState,
    DocumentKind,
    Form,
    MeetingKind,
    Purpose,
)
from tests.app.editing.records import ids, records

DAY = datetime.date(2026, 3, 31)
TASKS = (
    Assignment(
        id="a1",
        lead=Body(id="b1", name="Sở Xây dựng"),
        coordinating=(Body(id="b2", name="Sở Tài chính"), Body(id="b3", name="Quận 1")),
        deadline=Deadline(written="trước 31/3", date=DAY),
    ),
    Assignment(id="a2", task="Báo cáo", state=AssignmentState.DONE),
)
RECORD = Minutes(
    id="m",
    form=Form.STATE,
    office="city",
    meeting=Meeting(
        kind=MeetingKind.SESSION,
        headline="Họp tháng 2",
        working_party="UBND",
        host=Body(id="h", name="Phường 5"),
        place="Hội trường",
        date=DAY,
        period_reported="tháng 2",
    ),
    attendees=(
        Attendee(
            id="x",
            name="Hoa",
            positions=(Position(id="xp", title="Bí thư"),),
            attendance=AttendanceState.EXCUSED,
            reason="ốm",
            substitute="Lan",
            arrived=datetime.time(8),
            left=datetime.time(9),
            person_id="p1",
        ),
    ),
    results=(Result(id="r", text="Xong"),),
    speeches=(
        Speech(
            id="s",
            speaker="x",
            passages=(
                Passage(
                    id="p", text="Khởi công cầu.", purpose=Purpose.ASSIGNMENT, assignments=TASKS
                ),
            ),
        ),
    ),
    issuances=(
        Issuance(
            id="i",
            kind=DocumentKind.MINUTES,
            form=Form.STATE,
            number="12",
            symbol="BB-UBND",
            date=DAY,
            draft=3,
            recipients=(Recipient(id="rc", text="Như trên"),),
        ),
    ),
    prior_tasks=(
        PriorTask(id="o", task="Việc cũ", origin="m0", origin_assignment="a0"),
        PriorTask(id="od", task="Việc cũ đã xong", state=AssignmentState.DONE),
    ),
)


@pytest.fixture
def new_id():
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def test_office_people_place_and_recipients_go_on(new_id):
    made = next_meeting(RECORD, new_id).record
    assert (made.form, made.office) == (Form.STATE, "city")
    assert made.meeting.host is not None
    assert made.meeting == Meeting(
        kind=MeetingKind.SESSION,
        working_party="UBND",
        host=Body(id=made.meeting.host.id, name="Phường 5"),
        place="Hội trường",
    )
    (hoa,) = made.attendees
    assert (hoa.name, hoa.titles, hoa.person_id) == ("Hoa", ("Bí thư",), "p1")
    assert hoa == Attendee(id=hoa.id, name="Hoa", positions=hoa.positions, person_id="p1")
    (issuance,) = made.issuances
    assert (issuance.symbol, issuance.recipients[0].text) == ("BB-UBND", "Như trên")
    assert (issuance.number, issuance.date, issuance.draft) == ("", None, None)


def test_what_is_not_done_is_carried_over_the_oldest_first(new_id):
    made = next_meeting(RECORD, new_id)
    old, new = made.record.prior_tasks
    assert made.carried == (old, new)
    assert (old.task, old.origin, old.origin_assignment) == ("Việc cũ", "m0", "a0")
    assert (new.task, new.coordinating) == ("Khởi công cầu.", "Sở Tài chính, Quận 1")
    assert (new.origin, new.origin_assignment, new.deadline) == ("m", "a1", TASKS[0].deadline)
    assert new.lead is not None
    assert new.lead.name == "Sở Xây dựng"


def test_what_is_left_out_is_told(new_id):
    made = next_meeting(RECORD, new_id)
    assert made.done == ("Việc cũ đã xong", "Báo cáo")
    assert made.left_out == (("results", 1), ("speeches", 1))


def test_progress_noted_elsewhere_holds_before_the_record(new_id):
    standing = {
        "a1": Standing(AssignmentState.DONE, "đã khởi công"),
        "a2": Standing(AssignmentState.OPEN, "báo cáo lại"),
    }
    made = next_meeting(RECORD, new_id, standing)
    assert [(t.task, t.note) for t in made.carried] == [("Việc cũ", ""), ("Báo cáo", "báo cáo lại")]
    assert "Khởi công cầu." in made.done


def test_nothing_but_origins_shares_an_id(new_id):
    made = next_meeting(RECORD, new_id).record
    assert not {item.id for item in walk(made)} & {item.id for item in walk(RECORD)}


def test_many_bodies_still_make_a_line(new_id):
    many = tuple(Body(id=f"c{n}", name=f"Cơ quan {n} " + "x" * 80) for n in range(60))
    task = TASKS[0].but(coordinating=many)
    speech = RECORD.speeches[0]
    said = RECORD.but(
        speeches=(speech.but(passages=(speech.passages[0].but(assignments=(task,)),)),)
    )
    made = next_meeting(said, new_id).record
    assert 0 < len(made.prior_tasks[-1].coordinating) <= LINE_LIMIT
    assert from_json(to_json(made)) == made


@given(records())
def test_every_task_is_carried_or_told(record):
    made = next_meeting(record, ids())
    tasks = [a for s in record.speeches for p in s.passages for a in p.assignments]
    assert len(made.carried) + len(made.done) == len(tasks)
    assert all(not getattr(made.record, name) for name in SECTIONS)
