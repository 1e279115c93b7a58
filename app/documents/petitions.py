"""Petitions with what was answered to them, as the minutes and the notice list them."""

from collections.abc import Iterator
from itertools import groupby

from app.documents.outline import Paragraph
from app.documents.pieces import capitalised, fixed, joined, paragraph
from app.documents.source import Source
from app.documents.speeches import letter, passage_text, task_lines, who
from app.minutes.marked import Said, replies, said
from app.minutes.marked import petitions as asked
from app.minutes.speeches import Passage
from app.minutes.words import Purpose


def petitions(src: Source) -> Iterator[Paragraph]:
    """Each petition under who told it, with the answers that ran on, then those of others."""
    number = 0
    for speech, group in groupby(_items(src), key=lambda item: item.speech):
        items = list(group)
        answered = any(len(_run_on(src, item)) > 1 for item in items)
        key = "petition.answered" if answered or _are_replies(items) else "petition.asked"
        yield paragraph("body", capitalised(src.say(key, speaker=who(src, speech))))
        for item in items:
            number += 1
            yield from _petition(src, item, letter(number))


def answers(src: Source) -> Iterator[Paragraph]:
    """For the notice: the petitions that were answered, each with its answers."""
    told = [item for item in _items(src) if _are_replies([item]) or _answered(src, item)]
    for number, item in enumerate(told, start=1):
        passages = [item.passage, *(reply.passage for reply in _answered(src, item))]
        yield from _listed(src, passages, letter(number))


def _petition(src: Source, item: Said, label: str) -> Iterator[Paragraph]:
    together = _run_on(src, item)
    yield from _listed(src, together, label)
    for reply in _answered(src, item):
        if reply.passage in together or not passage_text(reply.passage):
            continue
        speaker = who(src, reply.speech)
        text = passage_text(reply.passage)
        yield src.line("list_item", "petition.reply", speaker=speaker, text=text)
        yield from task_lines(src, reply.passage)


def _listed(src: Source, passages: list[Passage], label: str) -> Iterator[Paragraph]:
    text = joined([passage_text(passage) for passage in passages], " ")
    yield src.line("list_item", "course.item", label=fixed(label), text=capitalised(text))
    for passage in passages:
        yield from task_lines(src, passage)


def _items(src: Source) -> Iterator[Said]:
    """The petitions, and the replies that answer none that is known."""
    known = {petition.passage.id for petition in asked(src.record)}
    for item in said(src.record, Purpose.PETITION, Purpose.REPLY):
        lost = item.passage.purpose is Purpose.REPLY and item.passage.answers not in known
        petition = item.passage.purpose is Purpose.PETITION
        if passage_text(item.passage) and (petition or lost):
            yield item


def _are_replies(items: list[Said]) -> bool:
    return all(item.passage.purpose is Purpose.REPLY for item in items)


def _answered(src: Source, item: Said) -> tuple[Said, ...]:
    return replies(src.record, item.passage.id)


def _run_on(src: Source, item: Said) -> list[Passage]:
    """A petition and the replies that follow it at once in the same speech."""
    passages = item.speech.passages
    start = passages.index(item.passage)
    together = [item.passage]
    for passage in passages[start + 1 :]:
        if passage.purpose is not Purpose.REPLY or passage.answers != item.passage.id:
            break
        together.append(passage)
    return together
