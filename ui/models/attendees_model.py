"""The table of attendees: its columns, how positions are typed, who is offered, the count."""

from collections.abc import Sequence

from app.archive.vocabulary import Known
from app.language.catalogue import Catalogue
from app.language.completion import OFFERED
from app.marking import N_
from app.minutes.attendees import Attendee, Position
from app.minutes.directory import Person
from app.minutes.items import Item
from app.minutes.spoken import ATTENDANCE, GROUP, HONORIFICS, ROLES
from app.minutes.words import AttendanceState, Honorific
from ui.models.columns import Column, NewId, choice, hour, line, parsed
from ui.models.offering import a_name, each_of, offered, whole_line
from ui.models.reading import COUNT_UNREAD, TIME_UNREAD, read_count
from ui.models.suggestions import Suggestions
from ui.widgets.offers import Offer, Offered

POSITIONS_HELP = N_(
    "Several positions are separated by commas, or by semicolons where one holds a comma."
)


def positions_text(titles: Sequence[str]) -> str:
    """Positions as one line; with semicolons where a comma would cut one in two."""
    if any(";" in title for title in titles):
        return ", ".join(titles)
    commas = any("," in title for title in titles)
    text = ("; " if commas else ", ").join(titles)
    return f"{text};" if commas and len(titles) == 1 else text


def split_positions(text: str) -> tuple[str, ...]:
    """The positions that a line names: split at semicolons if there is one, else at commas."""
    parts = text.split(";" if ";" in text else ",")
    return tuple(part.strip() for part in parts if part.strip())


def read_positions(old: tuple[Position, ...], text: str, new_id: NewId) -> tuple[Position, ...]:
    """Positions named by `text`. Unchanged ones keep their ids, and so does one being retyped."""
    titles = split_positions(text)
    by_title = {position.title: position for position in old}
    free = [position for position in old if position.title not in titles]
    made = []
    for title in titles:
        known = by_title.pop(title, None)
        if known is None:
            known = free.pop(0).but(title=title) if free else Position(id=new_id(), title=title)
        made.append(known)
    return tuple(made)


def _show_positions(somebody: Attendee | Person) -> str:
    """Of an attendee, or of somebody whom a file brings into the directory."""
    return positions_text(somebody.titles)


def _read_positions(attendee: Attendee, text: str, new_id: NewId) -> Item:
    positions = read_positions(attendee.positions, text, new_id)
    return attendee if positions == attendee.positions else attendee.but(positions=positions)


def _read_group(attendee: Attendee, group: bool, _new_id: NewId) -> Item:
    """A group has no honorific of its own; a person has one until another is chosen."""
    if attendee.group is group:
        return attendee
    return attendee.but(group=group, honorific=Honorific.NONE if group else Honorific.COMRADE)


def _look_up(suggestions: Suggestions, text: str, items: Sequence[Item]) -> Offered:
    """People who are not in the table yet, and groups."""
    there = {getattr(item, "name", "") for item in items} - {text.strip()}
    people = [
        Offer(person.name, person_words(person), person)
        for person in suggestions.people(text)
        if person.name not in there
    ]
    groups = [
        Offer(name, value=name)
        for name in suggestions.words(Known.GROUP, text)
        if name not in there and name != text.strip()
    ]
    return offered(text, [*people, *groups][:OFFERED])


def person_words(person: Person) -> str:
    """Who somebody is, in one line: name – positions (body)."""
    said = " – ".join(filter(None, (person.name, ", ".join(person.titles))))
    return f"{said} ({person.body})" if person.body else said


def as_known(attendee: Attendee, known: Person | str, new_id: NewId) -> Item:
    """The attendee as a person of the directory, with the last positions, or as a known group."""
    if isinstance(known, str):
        return attendee.but(name=known, group=True, honorific=Honorific.NONE, person_id="")
    return attendee.but(
        name=known.name,
        group=False,
        head_count=None,
        honorific=known.honorific,
        positions=tuple(position.but(id=new_id()) for position in known.positions),
        body=known.body,
        person_id=known.id,
    )


def _show_name(attendee: Attendee) -> str:
    return attendee.name


def _read_name(attendee: Attendee, text: str, _new_id: NewId) -> Item:
    """Another name is another person: the link to the directory goes."""
    name = text.strip()
    return attendee if name == attendee.name else attendee.but(name=name, person_id="")


COLUMNS: tuple[Column, ...] = (
    Column(
        "name",
        N_("Name"),
        _show_name,
        _read_name,
        N_("Full name; for a group, its words as they are to be read."),
        width=24,
        look=_look_up,
        take=as_known,
    ),
    Column(
        "positions",
        N_("Positions"),
        _show_positions,
        _read_positions,
        POSITIONS_HELP,
        width=34,
        look=each_of(Known.POSITION, ",;"),
        ends=",;",
    ),
    choice("role", N_("Role"), ROLES, width=19),
    choice("attendance", N_("Attendance"), ATTENDANCE, width=14),
    choice("honorific", N_("Honorific"), HONORIFICS),
    line(
        "body",
        N_("Body"),
        N_("The body that the attendee belongs to."),
        20,
        whole_line(Known.BODY),
    ),
    line("reason", N_("Reason"), N_("Why an absent attendee is excused."), 16),
    line("substitute", N_("Substitute"), N_("Who came in the attendee's place."), 18, a_name),
    hour("arrived", N_("Arrived at"), TIME_UNREAD, N_("When a late attendee came: 8h30.")),
    hour("left", N_("Left at"), TIME_UNREAD, N_("When an attendee left early: 10h15.")),
    Column(
        "group",
        N_("Person or group"),
        lambda attendee: attendee.group,
        _read_group,
        N_("A group has no names: “leaders of the departments”."),
        GROUP,
        width=14,
    ),
    parsed(
        "head_count",
        N_("Head count"),
        str,
        read_count,
        COUNT_UNREAD,
        N_("How many came as a group."),
    ),
)


def count_line(attendees: Sequence[Attendee], texts: Catalogue) -> str:
    """The count of the attendance: "Present 14/16, absent 2 (1 excused)"."""
    total = there = absent = excused = unknown = 0
    for attendee in attendees:
        if attendee.group and attendee.head_count is None:
            unknown += 1
            continue
        people = (attendee.head_count or 0) if attendee.group else 1
        away = attendee.attendance in (AttendanceState.EXCUSED, AttendanceState.ABSENT)
        total += people
        there += 0 if away else people
        absent += people if away else 0
        excused += people if attendee.attendance is AttendanceState.EXCUSED else 0
    said = texts(N_("Present {there}/{total}"), there=there, total=total)
    if absent:
        said += texts(N_(", absent {absent} ({excused} excused)"), absent=absent, excused=excused)
    if unknown:
        said += texts.plural(
            "; {count} group without a head count",
            "; {count} groups without a head count",
            count=unknown,
        )
    return said
