"""Findings about people: one person told in two ways, absences, more votes than voters."""

from collections.abc import Iterator

from app.marking import N_
from app.minutes.attendees import Attendee
from app.minutes.findings.finding import Finding, Rule, Severity
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import AttendanceState

_THERE = (AttendanceState.PRESENT, AttendanceState.SUBSTITUTED)


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


RULES: tuple[Rule, ...] = (_people, _absences, _votes)
