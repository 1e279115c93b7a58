"""The course of the meeting in the minutes: what was reported, planned, said, asked and voted on.

Nothing is printed twice: petitions with their replies and conclusions stand in sections of their
own, and the speeches keep the rest.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.documents.conclusions import conclusions
from app.documents.figures import (
    indicators,
    result_sentences,
    table,
    tally_sentence,
    target_sentences,
    unstated,
)
from app.documents.options import IndicatorsAs, Part
from app.documents.outline import Block, Paragraph
from app.documents.petitions import petitions
from app.documents.pieces import Runs, capitalised, field, known, leader, paragraph, whole
from app.documents.prior_tasks import prior_tasks
from app.documents.purpose import ahead, reported
from app.documents.source import Source
from app.documents.speeches import opened, opener, task_lines, who, words
from app.documents.votes import vote_sentence
from app.minutes.figures import Indicator
from app.minutes.marked import in_paragraphs
from app.minutes.place import Place
from app.minutes.record import AgendaItem, Direction, Result, Vote
from app.minutes.speeches import Speech
from app.minutes.words import Purpose, SpeechPart


class CoursePart(NamedTuple):
    """A titled part of the course."""

    title: Runs
    blocks: tuple[Block, ...]


def course(src: Source) -> Iterator[CoursePart]:
    """The parts in which something happened; the agenda's items between reports and speeches."""
    parts = [
        CoursePart(src.say("course.prior"), tuple(prior_tasks(src))),
        CoursePart(src.say("course.results", period=reported(src)), tuple(_results(src, ""))),
        CoursePart(src.say("course.directions", period=ahead(src)), tuple(_directions(src, ""))),
        *(_agenda_part(src, item) for item in src.record.agenda),
        CoursePart(src.say("course.speeches"), tuple(_speeches(src, ""))),
        CoursePart(src.say("course.petitions"), _petitions(src)),
        CoursePart(src.say("course.votes"), tuple(_votes(src, ""))),
    ]
    return (part for part in parts if part.blocks)


def _agenda_part(src: Source, item: AgendaItem) -> CoursePart:
    blocks: list[Block] = [
        *_results(src, item.id),
        *_directions(src, item.id),
        *_speeches(src, item.id),
        *_votes(src, item.id),
        *conclusions(src, item.id),
    ]
    title = field(item.title, Place("agenda", item.id, "title"))
    unsaid = paragraph("body", leader(Place("agenda", item.id)))
    return CoursePart(title, tuple(blocks) or (unsaid,))


def belongs(
    src: Source, item: Result | Direction | Indicator | Speech | Vote, agenda_item: str
) -> bool:
    """Whether something belongs to an agenda item; "" for what belongs to none that is known."""
    if agenda_item:
        return item.agenda_item == agenda_item
    return all(item.agenda_item != known_item.id for known_item in src.record.agenda)


def _results(src: Source, agenda_item: str) -> Iterator[Block]:
    if not src.options.has(Part.RESULTS):
        return
    results = [r for r in src.record.results if belongs(src, r, agenda_item)]
    yield from _told(src, "results", results)
    chosen = src.options.indicators
    rows = tuple(row for row in indicators(src) if belongs(src, row, agenda_item))
    if chosen is not IndicatorsAs.FULL_TABLE:
        rows = unstated(src, rows)
    tally = () if agenda_item else tally_sentence(src)
    if chosen is IndicatorsAs.PROSE:
        tally, rows = result_sentences(src, tally, rows), ()
    if tally:
        yield paragraph("body", tally)
    if rows:
        yield src.line("table_caption", "table.indicators")
        yield table(src, rows)


def _directions(src: Source, agenda_item: str) -> Iterator[Block]:
    if not src.options.has(Part.DIRECTIONS):
        return
    directions = [d for d in src.record.directions if belongs(src, d, agenda_item)]
    yield from _told(src, "directions", directions)
    targets = () if agenda_item else target_sentences(src)
    if targets:
        yield paragraph("body", targets)


def _told(src: Source, section: str, items: Sequence[Result | Direction]) -> Iterator[Paragraph]:
    """Paragraphs as typed, each field named where it begins."""
    before = ""
    for item in items:
        text = whole(item.text, Place(section, item.id, "text"))
        name = known(item.field, Place(section, item.id, "field"), "emphasis")
        if text and name and item.field != before:
            text = src.say("course.field", field=name, text=text)
        if text:
            before = item.field
            yield paragraph("body", text)


def _speeches(src: Source, agenda_item: str) -> Iterator[Paragraph]:
    """What was said, without the closing speech and without what stands in other sections."""
    if not src.options.has(Part.SPEECHES):
        return
    for speech in src.record.speeches:
        if speech.part is not SpeechPart.CLOSING and belongs(src, speech, agenda_item):
            yield from _speech(src, speech)


def _speech(src: Source, speech: Speech) -> Iterator[Paragraph]:
    start = capitalised(_start(src, speech))
    if not words(speech.passages):
        unsaid = leader(Place("speeches", speech.id, "passages"))
        yield paragraph("body", opened(src, start, unsaid))
    first = True
    for group in in_paragraphs(speech):
        plain = [passage for passage in group if passage.purpose is Purpose.PLAIN]
        said = words(plain)
        if said:
            yield paragraph("body", opened(src, start, said) if first else said)
            first = False
        for passage in plain:
            yield from task_lines(src, passage)


def _petitions(src: Source) -> tuple[Paragraph, ...]:
    return tuple(petitions(src)) if src.options.has(Part.PETITIONS) else ()


def _start(src: Source, speech: Speech) -> Runs:
    """Who speaks, after the speech's own opener where it has one."""
    speaker = who(src, speech, role="speaker")
    if not speech.opener.strip():
        return speaker
    return src.say("speech.opening", opener=opener(src, speech), speaker=speaker)


def _votes(src: Source, agenda_item: str) -> Iterator[Paragraph]:
    for vote in src.record.votes:
        if belongs(src, vote, agenda_item):
            yield paragraph("body", vote_sentence(src, vote))
