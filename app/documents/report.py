"""The report (bản tường thuật): a meeting told in prose, as Party offices publish it."""

from collections.abc import Iterator, Sequence

from app.documents.figures import (
    indicators,
    result_sentences,
    tally_sentence,
    target_sentences,
    unstated,
)
from app.documents.letterhead import draft_mark, security_mark
from app.documents.moments import session
from app.documents.options import Part
from app.documents.outline import Paragraph
from app.documents.people import ATTENDEES, chair, host, listed, with_roles
from app.documents.pieces import Runs, capitalised, field, joined, leader, paragraph, whole
from app.documents.purpose import called, purpose
from app.documents.source import Source
from app.documents.speeches import opened, opening, tasks, words
from app.documents.votes import vote_sentence
from app.minutes.marked import in_paragraphs
from app.minutes.place import Place
from app.minutes.record import Direction, Result
from app.minutes.speeches import Speech
from app.minutes.words import Joiner, Role, SpeechPart


def report(src: Source) -> tuple[Paragraph, ...]:
    """The report, paragraph by paragraph."""
    record = src.record
    closing = [s for s in record.speeches if s.part is SpeechPart.CLOSING]
    before = [s for s in record.speeches if s.part is not SpeechPart.CLOSING]
    before = before if src.options.has(Part.SPEECHES) else []
    return (
        *security_mark(src),  # there is no letterhead; but what is classified says so
        *draft_mark(src),
        paragraph("headline", called(src, "report.headline")),
        paragraph("lede", _lede(src)),
        *_reported(src),
        *(p for speech in before for p in _speech(src, speech)),
        *(paragraph("body", vote_sentence(src, vote)) for vote in record.votes),
        *(p for speech in closing for p in _speech(src, speech)),
        paragraph("writer_name", _writer(src)),
    )


def _lede(src: Source) -> Runs:
    place = src.meeting.place
    lede = src.say_by_kind(
        "report.lede",
        session=capitalised(session(src)),
        place=field(place, Place("meeting", field="place")),
        chair=chair(src, Joiner.DASH),
        host=host(src),
        purpose=purpose(src),
    )
    return joined([lede, *_others(src)], " ")


def _others(src: Source) -> Iterator[Runs]:
    """Who else was there, role by role."""
    by_role = {
        f"report.delegation.{src.meeting.kind}": Role.DELEGATION,
        "report.members": Role.MEMBER,
        "report.hosts": Role.HOST,
        "report.invitees": Role.INVITEE,
    }
    for key, role in by_role.items():
        people = listed(src, with_roles(src, role), Joiner.DASH)
        if people:
            yield src.say(key, attendees=people, host=host(src), meeting=src.meeting_word)


def _figures(src: Source) -> Runs:
    return result_sentences(src, tally_sentence(src), unstated(src, indicators(src)))


def _reported(src: Source) -> tuple[Paragraph, ...]:
    """Results and directions; a leader where nothing at all was written of the meeting yet."""
    record = src.record
    told: list[Paragraph] = []
    if src.options.has(Part.RESULTS):
        told += _told("results", record.results, _figures(src))
    if src.options.has(Part.DIRECTIONS):
        told += _told("directions", record.directions, target_sentences(src))
    silent = not told and not record.speeches and not record.votes
    return (paragraph("body", leader(Place("results"))),) if silent else tuple(told)


def _told(section: str, items: Sequence[Result | Direction], figures: Runs) -> Iterator[Paragraph]:
    """The paragraphs of the results or directions, then the figures that they leave out."""
    said = [whole(item.text, Place(section, item.id, "text")) for item in items]
    for runs in (*said, figures):
        if runs:
            yield paragraph("body", runs)


def _speech(src: Source, speech: Speech) -> Iterator[Paragraph]:
    groups = [group for group in in_paragraphs(speech) if words(group)]
    start = opening(src, speech)
    if not groups:
        unsaid = leader(Place("speeches", speech.id, "passages"))
        yield paragraph("body", opened(src, start, unsaid))
    for at, group in enumerate(groups):
        said = words(group) if at else opened(src, start, words(group))
        unnamed = [task for passage in group for task in tasks(src, passage)]
        yield paragraph("body", joined([said, *unnamed], " "))


def _writer(src: Source) -> Runs:
    writer = src.record.writer
    if writer is None:
        return leader(ATTENDEES)
    return field(writer.name, Place("attendees", writer.id, "name"))
