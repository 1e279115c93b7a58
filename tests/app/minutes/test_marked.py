from app.minutes.attendees import Attendee
from app.minutes.marked import (
    assignments,
    conclusions,
    in_paragraphs,
    petitions,
    replies,
    said,
    task_of,
)
from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.words import Purpose

TASK = Assignment(id="t", task="sửa trụ sở")
ASKED = Passage(id="asked", text="Về trụ sở,", purpose=Purpose.PETITION)
ANSWERED = Passage(
    id="answered", text="giao phòng;", purpose=Purpose.REPLY, answers="asked", assignments=(TASK,)
)
OTHER = Passage(id="other", text="khác.", purpose=Purpose.REPLY, answers="gone")
CLOSED = Passage(id="closed", text="Yêu cầu.", purpose=Purpose.CONCLUSION, opens_paragraph=True)
GIVEN = Passage(id="given", text="Giao.", purpose=Purpose.ASSIGNMENT)
PLAIN = Passage(id="plain", text="đã ghi nhận.")
RECORD = Minutes(
    id="m",
    attendees=(Attendee(id="an"),),
    speeches=(
        Speech(id="one", passages=(PLAIN, ASKED, ANSWERED, OTHER)),
        Speech(id="two", passages=(GIVEN, CLOSED)),
    ),
)


def ids(found) -> list[str]:
    return [one.passage.id for one in found]


def test_passages_come_in_the_order_of_speaking():
    assert ids(said(RECORD, *Purpose)) == ["plain", "asked", "answered", "other", "given", "closed"]


def test_petitions_with_the_speech_they_were_said_in():
    assert petitions(RECORD) == ((RECORD.speeches[0], ASKED),)


def test_only_replies_to_the_petition_answer_it():
    assert ids(replies(RECORD, "asked")) == ["answered"]


def test_conclusions_are_conclusions_and_assigned_tasks():
    assert ids(conclusions(RECORD)) == ["given", "closed"]


def test_assignments_hang_on_any_passage():
    assert [(found.passage.id, task) for found, task in assignments(RECORD)] == [("answered", TASK)]


def test_a_task_without_words_is_the_whole_passage():
    assert task_of(ANSWERED, TASK) == "sửa trụ sở"
    assert task_of(ANSWERED, TASK.but(task="")) == "giao phòng;"


def test_a_paragraph_begins_where_a_passage_opens_it_and_with_the_first():
    assert in_paragraphs(RECORD.speeches[0]) == ((PLAIN, ASKED, ANSWERED, OTHER),)
    assert in_paragraphs(RECORD.speeches[1]) == ((GIVEN,), (CLOSED,))
    assert in_paragraphs(Speech(id="s")) == ()
