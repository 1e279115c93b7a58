"""Edits of what is said: marking a sentence splits a passage, unmarking joins it again.

Passages that run on are joined by one space, so a passage is split at spaces only, and the space
at the cut is the one that joining puts back: marking and unmarking leaves the text as it was.
"""

from collections.abc import Callable
from typing import cast

from app.editing.edits import Edit, change_item, in_turn, insert
from app.minutes.items import Item
from app.minutes.marked import petitions, replies
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Purpose, SpeechPart

NewId = Callable[[], str]


def mark(passage_id: str, start: int, end: int, purpose: Purpose, new_id: NewId) -> Edit:
    """Mark the words that `start:end` of a passage touches; what stands around stays as it is.

    Blank ends of the range are ignored; a range without a word changes nothing.
    """

    def change(passages: tuple[Passage, ...], at: int) -> tuple[Passage, ...]:
        passage = passages[at]
        cut = _whole_words(passage.text, start, end)
        if cut is None:
            return passages
        before, marked, after = _cut(passage, *cut, purpose, new_id)
        parts = tuple(part for part in (before, marked, after) if part is not None)
        return (*passages[:at], *parts, *passages[at + 1 :])

    return _around(passage_id, change)


def unmark(passage_id: str) -> Edit:
    """Make a passage plain again and join it with the plain text it runs on from and into.

    Its assignments go, and replies to it no longer name what they answer.
    """
    plain = {"purpose": Purpose.PLAIN, "answers": "", "assignments": ()}
    return in_turn(
        change_item("speeches", passage_id, lambda item: item.but(**plain)),
        _release_replies(passage_id),
        join_plain(passage_id),
    )


def set_purpose(passage_id: str, purpose: Purpose) -> Edit:
    """Mark a whole passage; plain unmarks it."""
    if purpose is Purpose.PLAIN:
        return unmark(passage_id)
    return change_item("speeches", passage_id, lambda item: item.but(purpose=purpose))


def join_plain(passage_id: str) -> Edit:
    """Join a plain passage with its plain neighbours of the same paragraph."""

    def change(passages: tuple[Passage, ...], at: int) -> tuple[Passage, ...]:
        first, last = at, at
        while first > 0 and _joins(passages[first - 1], passages[first]):
            first -= 1
        while last + 1 < len(passages) and _joins(passages[last], passages[last + 1]):
            last += 1
        if first == last:
            return passages
        text = " ".join(passage.text for passage in passages[first : last + 1])
        return (*passages[:first], passages[first].but(text=text), *passages[last + 1 :])

    return _around(passage_id, change)


def remove_passage(passage_id: str) -> Edit:
    """Remove a passage and what was said in it; its neighbours stay apart as they were."""
    return in_turn(
        _release_replies(passage_id),
        _around(passage_id, _without),
    )


def add_conclusion(text: str, new_id: NewId, purpose: Purpose = Purpose.CONCLUSION) -> Edit:
    """Add a conclusion at the end of the chair's closing speech, which is made where it lacks."""
    return _add_to(SpeechPart.CLOSING, Passage(id=new_id(), text=text, purpose=purpose), new_id)


def add_petition(text: str, new_id: NewId) -> Edit:
    """Add a petition at the end of the host's petitions, which are made where they lack."""
    passage = Passage(id=new_id(), text=text, purpose=Purpose.PETITION, opens_paragraph=True)
    return _add_to(SpeechPart.PETITIONS, passage, new_id)


def add_reply(petition_id: str, text: str, new_id: NewId) -> Edit:
    """Add a reply: after the petition's last reply, else where the petition and the officials are.

    A petition told inside an official's speech is answered right after it; one from the host's
    list at the end of the last remarks.
    """
    reply = Passage(id=new_id(), text=text, purpose=Purpose.REPLY, answers=petition_id)

    def edit(record: Minutes) -> Minutes:
        earlier = replies(record, petition_id)
        told_by_official = [
            said
            for said in petitions(record)
            if said.passage.id == petition_id and said.speech.part is not SpeechPart.PETITIONS
        ]
        beside = earlier[-1:] or tuple(told_by_official)
        if beside:
            return _around(
                beside[0].passage.id,
                lambda passages, at: (*passages[: at + 1], reply, *passages[at + 1 :]),
            )(record)
        return _add_to(SpeechPart.REMARKS, reply, new_id)(record)

    return edit


def _add_to(part: SpeechPart, passage: Passage, new_id: NewId) -> Edit:
    def edit(record: Minutes) -> Minutes:
        speech = next((s for s in reversed(record.speeches) if s.part is part), None)
        if speech is not None:
            return insert("speeches", passage, holder=speech.id)(record)
        speaker = record.chair.id if part is SpeechPart.CLOSING and record.chair else ""
        made = Speech(id=new_id(), part=part, speaker=speaker, passages=(passage,))
        return insert("speeches", made, _position_for(part, record))(record)

    return edit


def _position_for(part: SpeechPart, record: Minutes) -> int:
    """The host's petitions come before the officials speak, all else before the closing speech."""
    if part is SpeechPart.PETITIONS:
        return 0
    if part is SpeechPart.CLOSING:
        return len(record.speeches)
    closing = (at for at, s in enumerate(record.speeches) if s.part is SpeechPart.CLOSING)
    return next(closing, len(record.speeches))


def _around(
    passage_id: str, change: Callable[[tuple[Passage, ...], int], tuple[Passage, ...]]
) -> Edit:
    """An edit of the passages of the speech that holds a passage, given where it stands."""

    def edit(record: Minutes) -> Minutes:
        for speech in record.speeches:
            for at, passage in enumerate(speech.passages):
                if passage.id == passage_id:
                    return _with_passages(record, speech, change(speech.passages, at))
        return record

    return edit


def _with_passages(record: Minutes, speech: Speech, passages: tuple[Passage, ...]) -> Minutes:
    if passages is speech.passages:
        return record
    return change_item("speeches", speech.id, lambda item: item.but(passages=passages))(record)


def _without(passages: tuple[Passage, ...], at: int) -> tuple[Passage, ...]:
    """Without one passage; the paragraph it opened, if it did, is opened by the next one."""
    rest = passages[at + 1 :]
    if passages[at].opens_paragraph and rest:
        rest = (rest[0].but(opens_paragraph=True), *rest[1:])
    return (*passages[:at], *rest)


def _release_replies(petition_id: str) -> Edit:
    def released(item: Item) -> Item:
        speech = cast("Speech", item)
        return speech.but(
            passages=tuple(
                p.but(answers="") if p.answers == petition_id else p for p in speech.passages
            )
        )

    def edit(record: Minutes) -> Minutes:
        for said in replies(record, petition_id):
            record = change_item("speeches", said.speech.id, released)(record)
        return record

    return edit


def _joins(first: Passage, second: Passage) -> bool:
    plain = first.purpose is Purpose.PLAIN and second.purpose is Purpose.PLAIN
    return plain and not second.opens_paragraph


def _whole_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The range widened to whole words, without blanks at its ends; None where no word is in it."""
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    while start > 0 and text[start - 1] != " ":
        start -= 1
    while end < len(text) and text[end] != " ":
        end += 1
    return start, end


def _cut(
    passage: Passage, start: int, end: int, purpose: Purpose, new_id: NewId
) -> tuple[Passage | None, Passage, Passage | None]:
    """The passage in three: the first part keeps its id, and what it had of marks and tasks."""
    text = passage.text
    before = passage.but(text=text[: start - 1]) if start > 0 else None
    marked = Passage(
        id=new_id() if before else passage.id,
        text=text[start:end],
        purpose=purpose,
        opens_paragraph=passage.opens_paragraph and before is None,
        assignments=() if before else passage.assignments,
    )
    after = None
    if end < len(text):
        after = Passage(
            id=new_id(),
            text=text[end + 1 :],
            purpose=passage.purpose,
            answers=passage.answers,
        )
    return before, marked, after
