import datetime

import pytest

from app.archive.archive import Archive
from app.archive.errors import FinishedRecordError
from app.archive.register import Noted, Start, Wanted, Which
from app.minutes.meeting import Body, Meeting
from app.minutes.prior_tasks import PriorTask
from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Deadline, Passage, Speech
from app.minutes.words import AssignmentState, Purpose

TODAY = datetime.date(2026, 6, 30)
DONE, OPEN = AssignmentState.DONE, AssignmentState.OPEN


def a_task(key: str, day: str = "", **fields: object) -> Assignment:
    date = datetime.date.fromisoformat(day) if day else None
    deadline = Deadline(written=f"trước {day}", date=date) if day else None
    return Assignment(id=key, task=key, deadline=deadline, **fields)


def meeting(record_id: str, *tasks: Assignment, **fields: object) -> Minutes:
    passage = Passage(
        id=f"{record_id}-p", text="Cả đoạn.", purpose=Purpose.ASSIGNMENT, assignments=tasks
    )
    return Minutes(
        id=record_id,
        meeting=Meeting(working_party="UBND", host=Body(id=f"{record_id}-h", name="Phường 5")),
        speeches=(Speech(id=f"{record_id}-s", passages=(passage,)),),
        **fields,
    )


def listed(archive: Archive, which: Which = Which.OPEN, body: str = "") -> list[str]:
    found = archive.register.tasks(Wanted(TODAY, which, body))
    assert found.next is None
    return [task.assignment_id for task in found.tasks]


def test_the_earliest_deadline_comes_first_and_none_last(archive):
    archive.add(meeting("m", a_task("late", "2026-12-31"), a_task("never")))
    archive.add(meeting("n", a_task("overdue", "2026-06-29"), a_task("today", "2026-06-30")))
    assert listed(archive) == ["overdue", "today", "late", "never"]
    assert listed(archive, Which.OVERDUE) == ["overdue"]


def test_a_line_says_all_of_a_task_and_of_its_minutes(archive):
    bodies = Body(id="b1", name="Sở A"), Body(id="b2", name="Sở B, C")
    task = Assignment(
        id="t", lead=Body(id="l", name="Công an"), coordinating=bodies, note="gấp", state=OPEN
    )
    archive.add(meeting("m", task))
    (line,) = archive.register.tasks(Wanted(TODAY)).tasks
    assert (line.task, line.lead, line.coordinating) == ("Cả đoạn.", "Công an", ("Sở A", "Sở B, C"))
    assert (line.record_id, line.host, line.note, line.state) == ("m", "Phường 5", "gấp", OPEN)


def test_what_a_draft_says_is_done_is_done(archive):
    archive.add(meeting("m", a_task("a", state=DONE), a_task("b")))
    assert listed(archive) == ["b"]
    assert listed(archive, Which.DONE) == ["a"]
    assert listed(archive, Which.ALL) == ["b", "a"]


def test_progress_of_finished_minutes_is_logged_and_the_last_word_counts(archive):
    record = meeting("m", a_task("a", "2026-01-31"), a_task("b"))
    archive.add(record)
    archive.finish(record)
    archive.register.note("m", "a", DONE, "đã nộp")
    assert (listed(archive), listed(archive, Which.DONE)) == (["b"], ["a"])
    (done,) = archive.register.tasks(Wanted(TODAY, Which.DONE)).tasks
    assert (done.note, done.state) == ("đã nộp", DONE)
    archive.register.note("m", "a", OPEN, "nộp lại")
    assert listed(archive) == ["a", "b"]
    assert archive.register.noted("m") == {"a": Noted(OPEN, "nộp lại")}
    assert archive.load("m") == record


def test_minutes_that_are_not_finished_take_no_progress(archive):
    archive.add(meeting("m", a_task("a")))
    with pytest.raises(FinishedRecordError, match="not finished"):
        archive.register.note("m", "a", DONE, "")
    assert archive.register.noted("m") == {}


def test_what_a_later_meeting_finds_done_is_done(archive):
    archive.add(meeting("m", a_task("a"), a_task("b")))
    carried = PriorTask(id="x", task="a", state=DONE, origin="m", origin_assignment="a")
    archive.add(Minutes(id="n", prior_tasks=(carried,)))
    assert (listed(archive), listed(archive, Which.DONE)) == (["b"], ["a"])
    archive.delete("n")
    assert listed(archive) == ["b", "a"]


def test_the_bin_is_left_out(archive):
    archive.add(meeting("m", a_task("a"), a_task("b", state=DONE)))
    archive.delete("m")
    assert listed(archive, Which.ALL) == []


def test_a_body_finds_what_it_leads_and_what_it_helps_with(archive):
    leads = a_task("leads", lead=Body(id="l", name="Sở A"))
    helps = a_task("helps", coordinating=(Body(id="c", name="Sở A"),))
    archive.add(meeting("m", leads, helps, a_task("other", lead=Body(id="o", name="Sở B"))))
    assert sorted(listed(archive, body="Sở A")) == ["helps", "leads"]
    assert archive.register.bodies() == ["Sở A", "Sở B"]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_parts_together_are_the_whole(archive, limit):
    dated = [a_task(f"d{n}", f"2026-07-0{n}") for n in range(1, 4)]
    archive.add(meeting("m", *dated, a_task("n1"), a_task("n2"), a_task("x", state=DONE)))
    whole = archive.register.tasks(Wanted(TODAY, Which.ALL)).tasks
    found: list[object] = []
    start: Start | None = Start()
    while start is not None:
        part = archive.register.tasks(Wanted(TODAY, Which.ALL), start, limit)
        assert len(part.tasks) <= limit
        found += part.tasks
        start = part.next
    assert tuple(found) == whole
    assert len(whole) == 6


@pytest.mark.parametrize("which", [Which.OPEN, Which.OVERDUE])
def test_the_list_is_read_in_the_order_of_the_index(archive, which):
    asked: list[str] = []
    archive.store.connection.set_trace_callback(asked.append)
    archive.register.tasks(Wanted(TODAY, which), limit=50)
    archive.store.connection.set_trace_callback(None)
    for sql in asked:
        rows = archive.store.rows(f"EXPLAIN QUERY PLAN {sql}")
        plan = [told for _, parent, _, told in rows if parent == 0]  # not what is inside a column
        assert any("assignment_by_deadline" in step for step in plan), plan
        assert not any("TEMP B-TREE FOR ORDER BY" in step for step in plan), plan
