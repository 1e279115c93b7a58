"""How people and bodies are named: honorific, name, positions, and lists of them."""

from collections.abc import Iterable

from app.documents.pieces import Runs, field, joined, known, leader
from app.documents.source import Source
from app.minutes.attendees import Attendee
from app.minutes.meeting import Body
from app.minutes.place import Place
from app.minutes.words import AttendanceState, Honorific, Joiner, Role

ATTENDEES = Place("attendees")


def person(src: Source, attendee: Attendee, joiner: Joiner = Joiner.COMMA, role: str = "") -> Runs:
    """ "đồng chí X, Phó Bí thư …"; nothing prints for what nobody wrote. `role` is the name's."""
    return src.say(
        f"person.{joiner}",
        honorific=_honorific(src, attendee),
        name=field(attendee.name, Place("attendees", attendee.id, "name"), role),
        positions=positions(src, attendee),
    )


def name_only(src: Source, attendee: Attendee) -> Runs:
    """ "đồng chí X"."""
    return src.say(
        "person.comma",
        honorific=_honorific(src, attendee),
        name=field(attendee.name, Place("attendees", attendee.id, "name")),
        positions=(),
    )


def positions(src: Source, attendee: Attendee) -> Runs:
    """The positions in order; the body of an invitee, and of whoever has no position, with them."""
    titles = [
        known(position.title, Place("attendees", position.id, "title"))
        for position in attendee.positions
    ]
    if _names_body(attendee):
        titles.append(known(attendee.body, Place("attendees", attendee.id, "body")))
    return joined(titles, src.sentences.text("joins.position"))


def chair(src: Source, joiner: Joiner = Joiner.COMMA) -> Runs:
    """Who chairs, or a leader."""
    attendee = src.record.chair
    return person(src, attendee, joiner) if attendee else leader(ATTENDEES)


def writer(src: Source) -> Runs:
    """Who writes the minutes, or a leader."""
    attendee = src.record.writer
    return person(src, attendee) if attendee else leader(ATTENDEES)


def speaker(src: Source, speech_id: str, attendee_id: str, joiner: Joiner, role: str = "") -> Runs:
    """Who speaks, or a leader."""
    attendee = src.record.attendee(attendee_id)
    if attendee is None:
        return leader(Place("speeches", speech_id, "speaker"))
    return person(src, attendee, joiner, role)


def working_party(src: Source) -> Runs:
    """The body that holds the meeting, or a leader."""
    return field(src.meeting.working_party, Place("meeting", field="working_party"))


def host(src: Source) -> Runs:
    """The body that is visited, or a leader."""
    body = src.meeting.host
    return field(body.name if body else "", Place("meeting", field="host.name"))


def listed(src: Source, attendees: Iterable[Attendee], joiner: Joiner) -> Runs:
    """The people who are there, then the groups: "A – P; B – P, nhóm một và nhóm hai"."""
    there = [a for a in attendees if a.attendance in _THERE]
    people = [_there(src, a, joiner) for a in there if not a.group]
    groups = [_there(src, a, joiner) for a in there if a.group]
    text = src.sentences.text
    named = joined(people, text("joins.people"))
    first = joined([named, *groups[:-1]], text("joins.groups"))
    last = text("joins.last") if groups else text("joins.groups")
    return joined([first, *groups[-1:]], last)


def bodies(src: Source, items: Iterable[Body]) -> Runs:
    """The bodies by name."""
    names = [known(body.name, Place("speeches", body.id, "name")) for body in items]
    return joined(names, src.sentences.text("joins.bodies"))


def with_roles(src: Source, *roles: Role) -> tuple[Attendee, ...]:
    """The attendees with one of the roles, in their order."""
    return tuple(a for a in src.record.attendees if a.role in roles)


_THERE = (AttendanceState.PRESENT, AttendanceState.SUBSTITUTED)


def _there(src: Source, attendee: Attendee, joiner: Joiner) -> Runs:
    named = person(src, attendee, joiner)
    if attendee.attendance is not AttendanceState.SUBSTITUTED:
        return named
    place = Place("attendees", attendee.id, "substitute")
    return src.say("person.substituted", substitute=field(attendee.substitute, place), person=named)


def _honorific(src: Source, attendee: Attendee) -> Runs:
    if attendee.group or attendee.honorific is Honorific.NONE:
        return ()
    place = Place("attendees", attendee.id, "honorific")
    return src.word("honorific", attendee.honorific, place)


def _names_body(attendee: Attendee) -> bool:
    titles = " ".join(attendee.titles).strip()
    if attendee.role is not Role.INVITEE and titles:
        return False
    return attendee.body.strip().casefold() not in titles.casefold()
