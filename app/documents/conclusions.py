"""Conclusions, numbered, with the tasks that they charge bodies with."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from app.documents.outline import Paragraph
from app.documents.pieces import Runs, capitalised, fixed, leader, paragraph
from app.documents.source import Source
from app.documents.speeches import (
    letter,
    opened,
    opening,
    passage_text,
    task_lines,
    who,
    words,
)
from app.minutes.marked import CONCLUDING, in_paragraphs
from app.minutes.marked import conclusions as concluded
from app.minutes.place import Place
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Purpose, SpeechPart

Label = Callable[[int], str]


def conclusions(src: Source, agenda_item: str, label: Label = letter) -> Iterator[Paragraph]:
    """What the minutes say was concluded: the closing speech in order, and others' conclusions."""
    known_items = {item.id for item in src.record.agenda}
    speeches = [
        speech
        for speech in src.record.speeches
        if (speech.agenda_item if speech.agenda_item in known_items else "") == agenda_item
    ]
    numbered = [p for speech in speeches for p in speech.passages if _is_conclusion(p)]
    labels = {passage.id: label(number) for number, passage in enumerate(numbered, start=1)}
    for speech in speeches:
        yield from _speech(src, speech, labels)


def everywhere(src: Source) -> tuple[Passage, ...]:
    """All that was concluded, wherever in the meeting it was said."""
    return tuple(i.passage for i in concluded(src.record) if _is_conclusion(i.passage))


def _speech(src: Source, speech: Speech, labels: Mapping[str, str]) -> Iterator[Paragraph]:
    closing = speech.part is SpeechPart.CLOSING
    if closing and not words(speech.passages):
        unsaid = leader(Place("speeches", speech.id, "passages"))
        yield paragraph("body", opened(src, opening(src, speech), unsaid))
        return
    pending: Runs = opening(src, speech) if closing else who(src, speech)
    for passages in _stretches(speech, closing):
        if passages[0].purpose is Purpose.PLAIN:
            said = words(passages)
            yield paragraph("body", opened(src, pending, said) if pending else said)
        elif pending:
            key = "conclusion.opening" if closing else "conclusion.other"
            yield paragraph("body", capitalised(src.say(key, opening=pending, speaker=pending)))
        pending = ()
        for passage in passages:
            if passage.purpose is Purpose.PLAIN:
                yield from task_lines(src, passage)
            else:
                yield from conclusion(src, passage, labels[passage.id])


def _stretches(speech: Speech, closing: bool) -> Iterator[list[Passage]]:
    """The speech in order: stretches of plain words (of a closing speech only), of conclusions."""
    for group in in_paragraphs(speech):
        kept = [p for p in group if _is_conclusion(p) or (closing and _is_plain(p))]
        for _, stretch in groupby(kept, key=_is_plain):
            yield list(stretch)


def conclusion(src: Source, passage: Passage, label: str) -> Iterator[Paragraph]:
    """One conclusion and its tasks."""
    text = capitalised(passage_text(passage))
    yield src.line("list_item", "course.item", label=fixed(label), text=text)
    yield from task_lines(src, passage)


def _is_conclusion(passage: Passage) -> bool:
    return passage.purpose in CONCLUDING and bool(passage_text(passage))


def _is_plain(passage: Passage) -> bool:
    return passage.purpose is Purpose.PLAIN and bool(passage_text(passage))
