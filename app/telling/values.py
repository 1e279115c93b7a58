"""The values of fields in words, and what an item is called."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum

from app.errors import Texts
from app.language.dates import short_date
from app.language.numbers import write_number
from app.minutes import spoken
from app.minutes.attendees import Attendee, Position
from app.minutes.figures import Figure, Indicator, Measure, Target
from app.minutes.issuance import Issuance, Recipient, Signatory
from app.minutes.items import Item
from app.minutes.meeting import Body
from app.minutes.prior_tasks import PriorTask
from app.minutes.record import AgendaItem, Direction, Minutes, Result, UnsortedParagraph, Vote
from app.minutes.speeches import Assignment, Deadline, Speech
from app.minutes.structure import find, walk

_WORDS: Mapping[object, str] = {
    value: words
    for pairs in (
        spoken.MEETING_KINDS,
        spoken.DAY_PARTS,
        spoken.FORMS,
        spoken.HONORIFICS,
        spoken.ROLES,
        spoken.ATTENDANCE,
        spoken.RATE_KINDS,
        spoken.BETTER,
        spoken.READINGS,
        spoken.DOCUMENT_KINDS,
        spoken.SIDES,
        spoken.URGENCIES,
        spoken.SECURITIES,
        spoken.PARTS,
        spoken.JOINERS,
        spoken.PURPOSES,
        spoken.STATES,
        spoken.VOTE_METHODS,
    )
    for value, words in pairs
    if value is not None
}
_FLAGS = {"group": dict(spoken.GROUP), "estimated": dict(spoken.ESTIMATED)}
_LINKS = ("speaker", "agenda_item")


_NAMED_BY: Mapping[type[Item], str] = {
    Attendee: "name",
    Body: "name",
    Indicator: "name",
    Target: "name",
    Position: "title",
    AgendaItem: "title",
    Result: "text",
    Direction: "text",
    UnsortedParagraph: "text",
    Recipient: "text",
    Vote: "subject",
}


def in_words(value: object, field: str, record: Minutes, texts: Texts) -> str:
    """A field's value as people read it; "" where there is none."""
    if value is None:
        return ""
    if isinstance(value, (bool, Enum)):
        return texts(_FLAGS[field][value] if isinstance(value, bool) else _WORDS[value])
    if isinstance(value, str) and field in _LINKS:
        return _linked(value, record, texts)
    return _written(value)


def _written(value: object) -> str:
    match value:
        case datetime.date():
            return short_date(value)
        case datetime.time():
            return f"{value.hour}h{value.minute:02d}"
        case Decimal():
            return write_number(value)
        case Figure(value=inner) | Deadline(date=inner):
            return value.written or ("" if inner is None else _written(inner))
        case Body():
            return value.name
    return str(value)


def called(item: Item, record: Minutes, texts: Texts) -> str:
    """What an item is called: a name, or its own words. "" where it has none yet."""
    if field := _NAMED_BY.get(type(item)):
        return str(getattr(item, field))
    name = ""
    match item:
        case Measure():
            figure = item.actual or item.plan
            name = f"{_written(figure) if figure else ''} {item.unit}".strip()
        case Speech():
            name = _linked(item.speaker, record, texts)
        case Assignment() | PriorTask():
            name = item.task or (item.lead.name if item.lead else "")
        case Issuance():
            name = f"{texts(_WORDS[item.kind])} ({texts(_WORDS[item.form])})"
        case Signatory():
            name = item.name or item.title or item.authority
    return name


def whole(item: Item, record: Minutes, texts: Texts) -> str:
    """All that is worth reading of an item that came or went, on one line."""
    name = called(item, record, texts)
    match item:
        case Attendee() if item.positions:
            return f"{name} – {', '.join(item.titles)}"
        case Speech():
            said = " ".join(passage.text for passage in item.passages)
            return f"{name}: {said}" if name else said
        case Indicator() | Target():
            figures = "/".join(filter(None, (called(m, record, texts) for m in item.measures)))
            return f"{name}: {figures}" if figures else name
        case Issuance():
            inside = (called(part, record, texts) for part in list(walk(item))[1:])
            return "; ".join(filter(None, (name, *inside)))
        case Assignment() | PriorTask():
            deadline = item.deadline.written if item.deadline else ""
            lead = item.lead.name if item.lead else ""
            return ", ".join(dict.fromkeys(filter(None, (name, lead, deadline))))
        case _:
            return name


def _linked(item_id: str, record: Minutes, texts: Texts) -> str:
    found = find(record, item_id) if item_id else None
    # A speech is called by a link of its own: one that led to a speech might lead round for ever.
    if found is None or found is record or isinstance(found, Speech):
        return ""
    return called(found, record, texts)
