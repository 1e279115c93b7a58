"""Findings: what a careful reader would ask about a record. They tell; they never change text."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from app.marking import N_
from app.minutes.attendees import Attendee
from app.minutes.figures import Figure, Indicator, counted, reading_of
from app.minutes.mandatory import missing
from app.minutes.marked import assignments, petitions, replies, said, task_of
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import (
    AttendanceState,
    DocumentKind,
    Form,
    Purpose,
    RateKind,
    Reading,
)


class Severity(StrEnum):
    """An error keeps the document from being right; a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


class Finding(NamedTuple):
    """One thing to look at: where, how bad, what (`message` with its `places`), how to mend it.

    `message` and `mend` are messages of the catalogue; `rule` names the rule for tests and help.
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    mend: str
    places: Mapping[str, str] = {}


Rule = Callable[[Minutes], Iterator[Finding]]


def findings(
    record: Minutes, kind: DocumentKind | None = None, form: Form | None = None
) -> tuple[Finding, ...]:
    """All findings; with a document kind also what that document must have and the record lacks."""
    found = [finding for rule in RULES for finding in rule(record)]
    if kind is not None:
        found += [
            Finding("mandatory", Severity.ERROR, lack.place, lack.message, lack.mend)
            for lack in missing(record, kind, form or record.form)
        ]
    return tuple(found)


def _tally(record: Minutes) -> Iterator[Finding]:
    told, rows = record.tally, counted(record.indicators)
    if told.met is None or told.total is None:
        return
    if told.met > told.total:
        yield Finding(
            "tally_over_total",
            Severity.ERROR,
            Place("tally", field="met"),
            N_("{met} of {total} targets cannot be met: the first figure is larger."),
            N_("Correct the reported tally."),
            {"met": str(told.met), "total": str(told.total)},
        )
    elif _contradicts(told.met, told.total, rows.met or 0, rows.total or 0):
        yield Finding(
            "tally_differs",
            Severity.WARNING,
            Place("tally", field="met"),
            N_("Reported {told}, but the rows of the table count {rows}."),
            N_("Correct the reported tally or the rows."),
            {"told": f"{told.met}/{told.total}", "rows": f"{rows.met}/{rows.total}"},
        )


def _contradicts(met: int, total: int, rows_met: int, rows_total: int) -> bool:
    """A table may hold fewer rows than the report counts; it cannot hold more, or miss more."""
    missed, rows_missed = total - met, rows_total - rows_met
    return rows_total > total or rows_met > met or rows_missed > missed


def _rate(record: Minutes) -> Iterator[Finding]:
    for indicator in record.indicators:
        worked_out = worked_out_rate(indicator)
        rate = indicator.rate
        if worked_out is None or rate is None or rate.value is None:
            continue
        if not _follows(rate.value, worked_out):
            yield Finding(
                "rate_does_not_follow",
                Severity.WARNING,
                Place("indicators", indicator.id, "rate"),
                N_("“{name}”: {written}% does not follow from plan and actual ({rate}%)."),
                N_("Check plan, actual and rate against the report; none is changed by itself."),
                {
                    "name": indicator.name,
                    "written": rate.written,
                    "rate": str(round(worked_out, 2)).replace(".", ","),
                },
            )


def worked_out_rate(indicator: Indicator) -> Decimal | None:
    """Actual in percent of plan, where one measure has both and the rate is a rate of the plan."""
    if indicator.rate_kind is not RateKind.OF_PLAN or len(indicator.measures) != 1:
        return None
    measure = indicator.measures[0]
    actual = measure.actual.value if measure.actual else None
    plan = measure.plan.value if measure.plan else None
    return actual / plan * 100 if actual is not None and plan else None


def _follows(rate: Decimal, worked_out: Decimal) -> bool:
    """Rounded or cut off at the decimals that are written: reports do both."""
    exponent = rate.as_tuple().exponent
    return abs(rate - worked_out) < Decimal(1).scaleb(min(int(exponent), 0))


def _reading(record: Minutes) -> Iterator[Finding]:
    for indicator in record.indicators:
        by_rate = reading_of(indicator.but(reading=None))
        if indicator.reading in (None, by_rate) or by_rate is None:
            continue
        if {indicator.reading, by_rate} == {Reading.MET, Reading.EXCEEDED}:
            continue
        yield Finding(
            "reading_against_rate",
            Severity.WARNING,
            Place("indicators", indicator.id, "reading"),
            N_("“{name}” is read as met or missed against its own rate."),
            N_("Check the rate, the reading, and whether a higher or a lower figure is better."),
            {"name": indicator.name},
        )


def _unread_figures(record: Minutes) -> Iterator[Finding]:
    for section, rows in (("indicators", record.indicators), ("targets", record.targets)):
        for row in rows:
            figures = [f for measure in row.measures for f in (measure.actual, measure.plan)]
            if isinstance(row, Indicator):
                figures.append(row.rate)
            for figure in figures:
                if figure is not None and figure.written and figure.value is None:
                    yield _unread(section, row.id, row.name, figure)


def _unread(section: str, item: str, name: str, figure: Figure) -> Finding:
    return Finding(
        "figure_not_read",
        Severity.WARNING,
        Place(section, item, "measures"),
        N_("“{name}”: “{written}” is not a number as numbers are written here (2.317,8)."),
        N_("Write a dot for thousands and a comma for decimals."),
        {"name": name, "written": figure.written},
    )


def _petitions(record: Minutes) -> Iterator[Finding]:
    for petition in petitions(record):
        if not replies(record, petition.passage.id):
            yield Finding(
                "petition_without_reply",
                Severity.WARNING,
                Place("speeches", petition.passage.id, "text"),
                N_("Nothing answers the petition “{text}”."),
                N_("Mark the passage that answers it as its reply, or add a reply."),
                {"text": shortened(petition.passage.text)},
            )


def _lost_replies(record: Minutes) -> Iterator[Finding]:
    known = {petition.passage.id for petition in petitions(record)}
    for reply in said(record, Purpose.REPLY):
        if reply.passage.answers not in known:
            yield Finding(
                "reply_without_petition",
                Severity.WARNING,
                Place("speeches", reply.passage.id, "text"),
                N_("The reply “{text}” does not say which petition it answers."),
                N_("Choose the petition that it answers."),
                {"text": shortened(reply.passage.text)},
            )


def _tasks(record: Minutes) -> Iterator[Finding]:
    for where, assignment in assignments(record):
        place = Place("speeches", assignment.id)
        told = {"text": shortened(task_of(where.passage, assignment))}
        if assignment.lead is None or not assignment.lead.name:
            yield Finding(
                "task_without_body",
                Severity.WARNING,
                place._replace(field="lead.name"),
                N_("No body is charged with “{text}”."),
                N_("Name the body that leads the task."),
                told,
            )
        if assignment.deadline is None or not assignment.deadline.written:
            yield Finding(
                "task_without_deadline",
                Severity.WARNING,
                place._replace(field="deadline.written"),
                N_("“{text}” has no deadline."),
                N_("Write the deadline, if one was given."),
                told,
            )


def _assignment_passages(record: Minutes) -> Iterator[Finding]:
    for where in said(record, Purpose.ASSIGNMENT):
        if not where.passage.assignments:
            yield Finding(
                "assignment_without_task",
                Severity.WARNING,
                Place("speeches", where.passage.id, "text"),
                N_("“{text}” is marked as an assignment, but nobody is charged with it."),
                N_("Add the body and the deadline, or mark it as a conclusion."),
                {"text": shortened(where.passage.text)},
            )


def _people(record: Minutes) -> Iterator[Finding]:
    people = [attendee for attendee in record.attendees if not attendee.group and attendee.name]
    seen: dict[str, Attendee] = {}
    for person in people:
        by_name = seen.setdefault(f"name {person.name.casefold()}", person)
        by_id = seen.setdefault(f"id {person.person_id}", person) if person.person_id else person
        if by_name is not person and by_name.titles != person.titles:
            yield _two("one_person_two_positions", TWO_POSITIONS, by_name, person)
        elif by_name is not person:
            yield _two("person_twice", TWICE, by_name, person)
        elif by_id is not person:
            yield _two("one_person_two_names", TWO_NAMES, by_id, person)


TWO_NAMES = N_("{first} and {second} are one person under two names.")
TWO_POSITIONS = N_("{second} stands twice, with different positions.")
TWICE = N_("{second} stands twice among the attendees.")


def _two(rule: str, message: str, first: Attendee, second: Attendee) -> Finding:
    return Finding(
        rule,
        Severity.WARNING,
        Place("attendees", second.id, "name"),
        message,
        N_("Correct one of the two, or remove it."),
        {"first": first.name, "second": second.name},
    )


def _absences(record: Minutes) -> Iterator[Finding]:
    lacks = (
        (AttendanceState.EXCUSED, "reason", N_("{name} is excused without a reason.")),
        (AttendanceState.SUBSTITUTED, "substitute", N_("Nobody is named in the place of {name}.")),
    )
    for attendee in record.attendees:
        for state, field, message in lacks:
            if attendee.attendance is state and not getattr(attendee, field):
                yield Finding(
                    f"no_{field}",
                    Severity.WARNING,
                    Place("attendees", attendee.id, field),
                    message,
                    N_("Write it beside the name."),
                    {"name": attendee.name},
                )


def _speakers(record: Minutes) -> Iterator[Finding]:
    known = {attendee.id for attendee in record.attendees}
    for speech in record.speeches:
        if speech.part != "petitions" and speech.speaker not in known:
            yield Finding(
                "speech_without_speaker",
                Severity.WARNING,
                Place("speeches", speech.id, "speaker"),
                N_("A speech has no speaker from the list of attendees."),
                N_("Choose who spoke; add the person to the attendees first, if need be."),
            )


def _votes(record: Minutes) -> Iterator[Finding]:
    present = people_present(record)
    for vote in record.votes:
        cast = sum(count or 0 for count in (vote.in_favour, vote.against, vote.other))
        if present is not None and cast > present:
            yield Finding(
                "votes_over_present",
                Severity.WARNING,
                Place("votes", vote.id, "in_favour"),
                N_("{cast} votes were cast, but only {present} people are listed as present."),
                N_("Check the counts of the vote and the attendance."),
                {"cast": str(cast), "present": str(present)},
            )


def people_present(record: Minutes) -> int | None:
    """How many people were there; None where a group came whose head count is not known."""
    there = [a for a in record.attendees if a.attendance in _THERE]
    if any(a.group and a.head_count is None for a in there):
        return None
    return sum(a.head_count or 0 if a.group else 1 for a in there)


_THERE = (AttendanceState.PRESENT, AttendanceState.SUBSTITUTED)


def shortened(text: str, limit: int = 60) -> str:
    """The start of a text, for naming it in a message."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


RULES: tuple[Rule, ...] = (
    _tally,
    _rate,
    _reading,
    _unread_figures,
    _petitions,
    _lost_replies,
    _tasks,
    _assignment_passages,
    _people,
    _absences,
    _speakers,
    _votes,
)
