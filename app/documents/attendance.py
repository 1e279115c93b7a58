"""Who was there: counts, names, the absent with their reasons, invitees, as list or table."""

from collections.abc import Iterator, Sequence

from app.documents.moments import hour
from app.documents.options import AttendeesAs
from app.documents.outline import Block, Paragraph, Row, Table
from app.documents.people import ATTENDEES, person, positions
from app.documents.pieces import (
    Runs,
    capitalised,
    composed,
    field,
    fixed,
    joined,
    leader,
    paragraph,
)
from app.documents.source import Source
from app.language.numbers import two_digits
from app.minutes.attendees import Attendee
from app.minutes.place import Place
from app.minutes.words import AttendanceState, Role

PRESENT, SUBSTITUTED = AttendanceState.PRESENT, AttendanceState.SUBSTITUTED
COLUMNS = ("number", "name", "positions", "note")


def invitees(src: Source) -> tuple[Attendee, ...]:
    """Who was invited."""
    return tuple(a for a in src.record.attendees if a.role is Role.INVITEE)


def members(src: Source) -> Iterator[Block]:
    """Everyone but the invitees: counted, then named."""
    people = [a for a in src.record.attendees if a.role is not Role.INVITEE]
    if not people:
        for key in ("attendance.present", "attendance.absent"):
            yield _counted(src, key, leader(ATTENDEES), listed=False)
        return
    yield from _present(src, [a for a in people if a.attendance is PRESENT])
    yield from _substituted(src, [a for a in people if a.attendance is SUBSTITUTED])
    yield from _absent(src, [a for a in people if a.attendance not in (PRESENT, SUBSTITUTED)])
    if _as_table(src):
        yield table(src, people)


def invited(src: Source) -> Iterator[Paragraph]:
    """A line for each invitee, with what is to be noted about the attendance."""
    people = invitees(src)
    for at, attendee in enumerate(people):
        end = _end(at, people)
        notes = _notes(src, attendee, with_state=True)
        named = capitalised(person(src, attendee))
        yield src.line("list_item", "attendance.invitee", person=named, notes=notes, end=end)


def table(src: Source, people: Sequence[Attendee]) -> Table:
    """The attendees as a table."""
    head = Row(tuple((src.line("table_head", f"table.{name}"),) for name in COLUMNS))
    rows = (_row(src, number, attendee) for number, attendee in enumerate(people, start=1))
    return Table("attendees", head, tuple(rows))


def _row(src: Source, number: int, attendee: Attendee) -> Row:
    name = capitalised(field(attendee.name, Place("attendees", attendee.id, "name")))
    rest = (name, positions(src, attendee), _notes(src, attendee, with_state=True))
    cells = tuple((paragraph("table_cell", runs),) if runs else () for runs in rest)
    return Row(((paragraph("table_figure", fixed(str(number))),), *cells), attendee.id)


def _present(src: Source, here: Sequence[Attendee]) -> Iterator[Paragraph]:
    count = _count(here)
    key = "attendance.present"
    if any(a.group and a.head_count is None for a in here):
        key = "attendance.present_more" if count else "attendance.present_groups"
    yield _counted(src, key, _number(count), listed=bool(here))
    yield from _lines(src, [(a, person(src, a)) for a in here])


def _substituted(src: Source, replaced: Sequence[Attendee]) -> Iterator[Paragraph]:
    if replaced:
        yield _counted(src, "attendance.substituted", _number(_count(replaced)))
    yield from _lines(src, [(a, _replaced(src, a)) for a in replaced])


def _replaced(src: Source, attendee: Attendee) -> Runs:
    named = person(src, attendee)
    return src.say("attendance.substitute", substitute=_substitute(attendee), person=named)


def _absent(src: Source, away: Sequence[Attendee]) -> Iterator[Paragraph]:
    if away:
        yield _counted(src, "attendance.absent", _number(_count(away)))
    else:
        yield src.line("list_item", "attendance.nobody_absent")
    yield from _lines(src, [(a, person(src, a)) for a in away])


def _lines(src: Source, people: Sequence[tuple[Attendee, Runs]]) -> Iterator[Paragraph]:
    """A line for each, unless a table says it."""
    if _as_table(src):
        return
    for at, (attendee, named) in enumerate(people):
        notes, end = _notes(src, attendee), _end(at, people)
        whole_line = src.say("attendance.line", person=capitalised(named), notes=notes, end=end)
        yield paragraph("list_item", whole_line)


def _counted(src: Source, key: str, count: Runs, listed: bool = True) -> Paragraph:
    end = src.say("attendance.list") if listed and not _as_table(src) else fixed(".")
    return src.line("list_item", key, count=count, people=_people(src), end=end)


def _number(count: int) -> Runs:
    return composed(two_digits(count), ATTENDEES)


def _as_table(src: Source) -> bool:
    return src.options.attendees is AttendeesAs.TABLE


def _notes(src: Source, attendee: Attendee, with_state: bool = False) -> Runs:
    """Head count, hours, why somebody is away; and that they are, where no heading says it."""
    notes = [_head_count(src, attendee), *_hours(src, attendee)]
    away = attendee.attendance in (AttendanceState.EXCUSED, AttendanceState.ABSENT)
    if away and with_state:
        notes.append(src.say("note.absent"))
    if attendee.attendance is SUBSTITUTED and with_state:
        notes.append(src.say("note.substitute", substitute=_substitute(attendee)))
    if away or attendee.reason.strip():
        reason = field(attendee.reason, Place("attendees", attendee.id, "reason"))
        notes.append(src.say("note.reason", reason=reason))
    return joined(notes, src.sentences.text("joins.notes"))


def _head_count(src: Source, attendee: Attendee) -> Runs:
    if not attendee.group or attendee.head_count is None:
        return ()
    place = Place("attendees", attendee.id, "head_count")
    count = composed(two_digits(attendee.head_count), place)
    return src.say("note.head_count", count=count, people=_people(src))


def _hours(src: Source, attendee: Attendee) -> Iterator[Runs]:
    for name in ("arrived", "left"):
        moment = getattr(attendee, name)
        if moment is not None:
            time = hour(src, moment, Place("attendees", attendee.id, name))
            yield src.say(f"note.{name}", time=time)


def _substitute(attendee: Attendee) -> Runs:
    return field(attendee.substitute, Place("attendees", attendee.id, "substitute"))


def _people(src: Source) -> Runs:
    return src.say("words.people")


def _count(people: Sequence[Attendee]) -> int:
    return sum((a.head_count or 0) if a.group else 1 for a in people)


def _end(at: int, items: Sequence[object]) -> Runs:
    return fixed("." if at == len(items) - 1 else ";")
