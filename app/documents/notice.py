"""The notice of conclusions (thông báo kết luận): who met, what was concluded, who does what."""

from collections.abc import Iterator

from app.documents.conclusions import conclusion, everywhere
from app.documents.letterhead import issuing_name, top
from app.documents.moments import DATE, long_day
from app.documents.options import Part
from app.documents.outline import Block, Paragraph
from app.documents.people import chair, host, listed, name_only, with_roles
from app.documents.petitions import answers
from app.documents.pieces import (
    Runs,
    capitalised,
    field,
    fixed,
    joined,
    known,
    leader,
    paragraph,
)
from app.documents.purpose import purpose
from app.documents.signatures import notice_signatures
from app.documents.source import Source
from app.minutes.place import Place
from app.minutes.words import Joiner, Role

OTHERS = (Role.DELEGATION, Role.MEMBER, Role.HOST, Role.INVITEE)


def notice(src: Source) -> tuple[Block, ...]:
    """The notice, block by block."""
    abstract = src.say_by_kind("notice.abstract", concluder=_concluder(src), host=host(src))
    return (
        *top(src, abstract),
        paragraph("body", _opening(src)),
        paragraph("body", _heard(src)),
        *_items(src),
        _closing(src),
        notice_signatures(src),
    )


def _opening(src: Source) -> Runs:
    opening = src.say_by_kind(
        "notice.opening",
        date=capitalised(long_day(src, src.meeting.date, DATE)),
        place=field(src.meeting.place, Place("meeting", field="place")),
        chair=chair(src),
        host=host(src),
        purpose=purpose(src),
    )
    return joined([opening, _others(src)], " ")


def _others(src: Source) -> Runs:
    people = listed(src, with_roles(src, *OTHERS), Joiner.COMMA)
    return src.say("notice.others", meeting=src.meeting_word, attendees=people) if people else ()


def _heard(src: Source) -> Runs:
    attendee = src.record.chair
    concluder = name_only(src, attendee) if attendee else chair(src)
    return src.say_by_kind("notice.heard", host=host(src), concluder=concluder)


def _items(src: Source) -> Iterator[Paragraph]:
    """The conclusions, then the answers to petitions, numbered through."""
    concluded = everywhere(src)
    answered = tuple(answers(src)) if src.options.has(Part.PETITIONS) else ()
    if not concluded:
        yield _item(src, 1, leader(Place("speeches")))
    for number, passage in enumerate(concluded, start=1):
        yield from conclusion(src, passage, f"{number}.")
    if answered:
        last = max(len(concluded), 1)
        yield _item(src, last + 1, src.say("notice.petitions", host=host(src)))
        yield from answered


def _item(src: Source, number: int, text: Runs) -> Paragraph:
    return src.line("list_item", "course.item", label=fixed(f"{number}."), text=text)


def _closing(src: Source) -> Paragraph:
    said = src.say(
        "notice.closing",
        issuing=issuing_name(src),
        concluder=_concluder(src),
        meeting=src.meeting_word,
        text_end=src.say("words.text_end"),
    )
    return paragraph("body", capitalised(said))


def _concluder(src: Source) -> Runs:
    """The body whose conclusions these are; else who chaired."""
    party = known(src.meeting.working_party, Place("meeting", field="working_party"))
    return party or chair(src)
