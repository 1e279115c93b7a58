"""What each document must have: a table of facts about official minutes, read by the findings.

Sources: Hướng dẫn 16-HD/VPTW (Party minutes), Nghị định 30/2020/NĐ-CP, Mẫu 1.9 and 1.4 (State).
What is missing still prints, as a dotted leader; nothing is invented.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.marking import N_
from app.minutes.marked import conclusions
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form, MeetingKind

REPORT, MINUTES, NOTICE = DocumentKind.REPORT, DocumentKind.MINUTES, DocumentKind.NOTICE
EVERY = frozenset(DocumentKind)
OFFICIAL = frozenset({MINUTES, NOTICE})


class Lack(NamedTuple):
    """A datum that the chosen document needs and the record lacks."""

    place: Place
    message: str
    mend: str


class Need(NamedTuple):
    """What documents of some kinds need, and how to see whether a record has it."""

    kinds: frozenset[DocumentKind]
    has: Callable[[Minutes], object]
    place: Place
    message: str
    mend: str


def missing(record: Minutes, kind: DocumentKind, form: Form) -> Iterator[Lack]:
    """What a document of this kind in this form needs and the record does not have, in order."""
    for need in NEEDS:
        if kind in need.kinds and not need.has(record):
            yield Lack(need.place, need.message, need.mend)
    if _is_dated_from_a_place(kind, form) and not _dated_from(record, kind, form):
        yield Lack(
            Place("meeting", field="issuing.place"),
            N_("The document does not say which place it is dated from."),
            N_("Write the place name of the issuing body."),
        )


def _is_dated_from_a_place(kind: DocumentKind, form: Form) -> bool:
    """State minutes have no line of place and date (Mẫu 1.9); a report has no letterhead."""
    return kind is NOTICE or (kind is MINUTES and form is Form.PARTY)


def _dated_from(record: Minutes, kind: DocumentKind, form: Form) -> str:
    issuance = record.issuance(kind, form)
    return (issuance.place if issuance else "") or record.meeting.issuing.place


def _has_host(record: Minutes) -> bool:
    meeting = record.meeting
    visit = meeting.kind is MeetingKind.WORKING_VISIT
    return not visit or bool(meeting.host and meeting.host.name)


NEEDS: tuple[Need, ...] = (
    Need(
        OFFICIAL,
        lambda record: record.meeting.issuing.name,
        Place("meeting", field="issuing.name"),
        N_("The issuing body is not named."),
        N_("Write the body that issues the document."),
    ),
    Need(
        EVERY,
        lambda record: record.meeting.date,
        Place("meeting", field="date"),
        N_("The date of the meeting is not known."),
        N_("Write the date."),
    ),
    Need(
        frozenset({MINUTES}),
        lambda record: record.meeting.start,
        Place("meeting", field="start"),
        N_("The hour at which the meeting began is not known."),
        N_("Write the hour."),
    ),
    Need(
        frozenset({MINUTES}),
        lambda record: record.meeting.end,
        Place("meeting", field="end"),
        N_("The hour at which the meeting ended is not known."),
        N_("Write the hour."),
    ),
    Need(
        OFFICIAL,
        lambda record: record.meeting.place,
        Place("meeting", field="place"),
        N_("The place of the meeting is not known."),
        N_("Write where the meeting was held."),
    ),
    Need(
        EVERY,
        _has_host,
        Place("meeting", field="host.name"),
        N_("The body that was visited is not named."),
        N_("Write the host body."),
    ),
    Need(
        EVERY,
        lambda record: record.chair,
        Place("attendees"),
        N_("Nobody is marked as the chair."),
        N_("Give one attendee the role of chair."),
    ),
    Need(
        frozenset({REPORT, MINUTES}),
        lambda record: record.writer,
        Place("attendees"),
        N_("Nobody is marked as the writer of the minutes."),
        N_("Give one attendee the role of secretary."),
    ),
    Need(
        frozenset({NOTICE}),
        conclusions,
        Place("speeches"),
        N_("There are no conclusions to give notice of."),
        N_("Mark the conclusions in the closing speech, or add them on their page."),
    ),
)
