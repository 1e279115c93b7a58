"""Petitions with what was answered to them, as the minutes and the notice list them."""

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from app.documents.outline import Paragraph
from app.documents.pieces import capitalised, fixed, joined, paragraph
from app.documents.source import Source
from app.documents.speeches import letter, passage_text, task_lines, who
from app.minutes.marked import Said, said
from app.minutes.speeches import Passage
from app.minutes.words import Purpose


class _Told(NamedTuple):
    """A petition, or a reply to none that is known; the answers that ran on with it, the others."""

    item: Said
    run_on: tuple[Passage, ...]
    others: tuple[Said, ...]

    @property
    def is_answer(self) -> bool:
        """Whether an answer is told here in one breath with what it answers, or alone."""
        return bool(self.run_on) or self.item.passage.purpose is Purpose.REPLY


def petitions(src: Source) -> Iterator[Paragraph]:
    """Each petition under who told it, with the answers that ran on, then those of others."""
    number = 0
    for speech, group in groupby(_all_told(src), key=lambda told: told.item.speech):
        together = list(group)
        answered = any(told.is_answer for told in together)
        key = "petition.answered" if answered else "petition.asked"
        yield paragraph("body", capitalised(src.say(key, speaker=who(src, speech))))
        for told in together:
            number += 1
            yield from _listed(src, [told.item.passage, *told.run_on], letter(number))
            for reply in told.others:
                yield from _reply(src, reply)


def answers(src: Source) -> Iterator[Paragraph]:
    """For the notice: the petitions that were answered, each with its answers."""
    answered = [told for told in _all_told(src) if told.is_answer or told.others]
    for number, told in enumerate(answered, start=1):
        others = [reply.passage for reply in told.others]
        yield from _listed(src, [told.item.passage, *told.run_on, *others], letter(number))


def _reply(src: Source, reply: Said) -> Iterator[Paragraph]:
    speaker, text = who(src, reply.speech), passage_text(reply.passage)
    yield src.line("list_item", "petition.reply", speaker=speaker, text=text)
    yield from task_lines(src, reply.passage)


def _listed(src: Source, passages: Sequence[Passage], label: str) -> Iterator[Paragraph]:
    text = joined([passage_text(passage) for passage in passages], " ")
    yield src.line("list_item", "course.item", label=fixed(label), text=capitalised(text))
    for passage in passages:
        yield from task_lines(src, passage)


def _all_told(src: Source) -> Iterator[_Told]:
    items = [
        i for i in said(src.record, Purpose.PETITION, Purpose.REPLY) if passage_text(i.passage)
    ]
    petitions_told = {i.passage.id for i in items if i.passage.purpose is Purpose.PETITION}
    answering: dict[str, list[Said]] = {}
    for item in items:
        if item.passage.purpose is Purpose.REPLY:
            answering.setdefault(item.passage.answers, []).append(item)
    for item in items:
        if item.passage.purpose is Purpose.PETITION:
            yield _petition(item, answering.get(item.passage.id, ()))
        elif item.passage.answers not in petitions_told:
            yield _Told(item, (), ())


def _petition(item: Said, replies: Sequence[Said]) -> _Told:
    """A petition; the replies that follow it at once in the same speech ran on with it."""
    passages = item.speech.passages
    after = passages[passages.index(item.passage) + 1 :]
    answering = {reply.passage.id for reply in replies}
    run_on = tuple(takewhile(lambda passage: passage.id in answering, after))
    others = tuple(reply for reply in replies if reply.passage not in run_on)
    return _Told(item, run_on, others)
