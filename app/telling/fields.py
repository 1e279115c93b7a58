"""What the parts of a record and their fields are called, and which fields nobody reads."""

from collections.abc import Mapping

from app.marking import N_
from app.minutes.attendees import Attendee, Position
from app.minutes.figures import Indicator, Measure, Tally, Target
from app.minutes.issuance import Issuance, Recipient, Signatory
from app.minutes.items import Value
from app.minutes.meeting import Body, IssuingBody, Meeting
from app.minutes.prior_tasks import PriorTask
from app.minutes.record import AgendaItem, Direction, Minutes, Result, UnsortedParagraph, Vote
from app.minutes.speeches import Assignment, Passage, Speech

KINDS: Mapping[type[Value], str] = {
    Attendee: N_("attendee"),
    Position: N_("position"),
    AgendaItem: N_("agenda item"),
    Result: N_("result"),
    Indicator: N_("indicator"),
    Measure: N_("figure"),
    Direction: N_("direction"),
    Target: N_("target"),
    Speech: N_("speech"),
    Assignment: N_("task"),
    Body: N_("coordinating body"),
    Vote: N_("vote"),
    Issuance: N_("document data"),
    Signatory: N_("signatory"),
    Recipient: N_("recipient"),
    UnsortedParagraph: N_("unsorted paragraph"),
    PriorTask: N_("task of the earlier meeting"),
}
"""Each kind of item as it is called in a sentence. Passages are told as the words of a speech."""

_FIGURES = {"actual": N_("actual"), "plan": N_("plan"), "unit": N_("unit")}
_AGENDA_ITEM = {"agenda_item": N_("agenda item")}
_TASK = {
    "task": N_("task"),
    "lead": N_("lead body"),
    "deadline": N_("deadline"),
    "state": N_("state"),
    "note": N_("note"),
}

FIELDS: Mapping[type[Value], Mapping[str, str]] = {
    Minutes: {"form": N_("form")},
    Meeting: {
        "kind": N_("kind of meeting"),
        "headline": N_("headline"),
        "working_party": N_("working party"),
        "host": N_("host body"),
        "purpose": N_("purpose"),
        "period_reported": N_("period reported"),
        "period_ahead": N_("period ahead"),
        "date": N_("date"),
        "day_part": N_("part of the day"),
        "start": N_("start"),
        "end_date": N_("end day"),
        "end": N_("end"),
        "place": N_("place"),
        "documents_used": N_("documents used"),
        "press": N_("press"),
        "recording": N_("recording"),
    },
    IssuingBody: {
        "name": N_("issuing body"),
        "parent": N_("parent body"),
        "symbol": N_("symbol"),
        "place": N_("place name"),
    },
    Tally: {"met": N_("indicators met"), "total": N_("indicators in all")},
    Attendee: {
        "name": N_("name"),
        "group": N_("person or group"),
        "head_count": N_("head count"),
        "honorific": N_("honorific"),
        "body": N_("body"),
        "role": N_("role"),
        "attendance": N_("attendance"),
        "reason": N_("reason"),
        "substitute": N_("substitute"),
        "arrived": N_("arrived at"),
        "left": N_("left at"),
    },
    Position: {"title": N_("title")},
    AgendaItem: {"title": N_("title")},
    Result: {"text": N_("text"), "field": N_("field"), **_AGENDA_ITEM},
    Indicator: {
        "name": N_("name"),
        "field": N_("field"),
        "rate": N_("rate (%)"),
        "rate_kind": N_("rate of"),
        "estimated": N_("estimated or final"),
        "better": N_("better"),
        "reading": N_("reading"),
        **_AGENDA_ITEM,
    },
    Measure: _FIGURES,
    Direction: {"text": N_("text"), "field": N_("field"), **_AGENDA_ITEM},
    Target: {"name": N_("name"), "field": N_("field"), "better": N_("better")},
    Speech: {
        "part": N_("part of the meeting"),
        "speaker": N_("speaker"),
        "time": N_("time"),
        "opener": N_("opening words"),
        "joiner": N_("before the positions"),
        **_AGENDA_ITEM,
    },
    Assignment: _TASK,
    Body: {"name": N_("name")},
    Vote: {
        "subject": N_("subject"),
        "method": N_("way of voting"),
        "in_favour": N_("in favour"),
        "against": N_("against"),
        "other": N_("other votes"),
        **_AGENDA_ITEM,
    },
    Issuance: {
        "kind": N_("document"),
        "form": N_("form"),
        "number": N_("number"),
        "symbol": N_("symbol"),
        "place": N_("place name"),
        "date": N_("date"),
        "draft": N_("draft number"),
        "copies": N_("copies"),
        "urgency": N_("urgency"),
        "security": N_("security mark"),
    },
    Signatory: {
        "side": N_("side"),
        "authority": N_("authority"),
        "title": N_("title"),
        "name": N_("name"),
    },
    Recipient: {"text": N_("text")},
    UnsortedParagraph: {"text": N_("text")},
    PriorTask: {**_TASK, "coordinating": N_("coordinating bodies")},
}
"""Each field as it is called in a sentence."""

LOOKED_INTO: Mapping[type[Value], tuple[str, ...]] = {
    Minutes: ("meeting", "tally"),
    Meeting: ("issuing",),
}
"""Fields whose value has fields of its own, which are told one by one."""

UNTOLD: Mapping[type[Value], tuple[str, ...]] = {
    Minutes: ("id", "office"),
    Attendee: ("id", "person_id"),
    Body: ("id", "directory_id"),
    PriorTask: ("id", "origin", "origin_assignment"),
    # Told as the text of the speech and as what is marked in it.
    Passage: ("id", "text", "opens_paragraph", "purpose", "answers"),
}
"""Links that mean nothing to people; of the kinds not named here, "id" alone."""
