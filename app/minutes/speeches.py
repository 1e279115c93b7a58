"""Speeches as passages. What is said is stored here and nowhere else.

Petitions, replies, conclusions and assignments are marked passages; the pages that list them,
the minutes and the notice read and edit these same passages.
"""

import datetime

from app.minutes.items import Item, Line, Link, Text, Value
from app.minutes.meeting import Body
from app.minutes.words import AssignmentState, Joiner, Purpose, SpeechPart


class Deadline(Value, frozen=True):
    """Thời hạn as written ("trước 30/6"), and the last day understood, or None."""

    written: Line = ""
    date: datetime.date | None = None


class Assignment(Item, frozen=True):
    """Nhiệm vụ giao: who does what until when. `task` is "" where the whole passage is the task."""

    task: Text = ""
    lead: Body | None = None
    coordinating: tuple[Body, ...] = ()
    deadline: Deadline | None = None
    state: AssignmentState = AssignmentState.OPEN
    note: Text = ""


class Passage(Item, frozen=True):
    """Đoạn lời: the atom of what is said.

    It opens a new paragraph or runs on after the one before. A reply names the petition passage
    it answers. Marking a sentence splits a passage; unmarking joins it again.
    """

    text: Text = ""
    opens_paragraph: bool = False
    purpose: Purpose = Purpose.PLAIN
    answers: Link = ""
    assignments: tuple[Assignment, ...] = ()


class Speech(Item, frozen=True):
    """Phát biểu: a speaker (an attendee's id) and what was said.

    `opener` is "" where the composed one is meant ("Phát biểu tại buổi làm việc").
    """

    part: SpeechPart = SpeechPart.REMARKS
    speaker: Link = ""
    time: datetime.time | None = None
    opener: Line = ""
    joiner: Joiner = Joiner.DASH
    agenda_item: Link = ""
    passages: tuple[Passage, ...] = ()
