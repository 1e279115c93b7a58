"""Edits of what is said, passage by passage: add, remove, move, join.

Passages of a paragraph are joined by one space; one without words joins nothing.
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
        text = " ".join(passage.text for passage in passages[first : last + 1] if passage.text)
        return (*passages[:first], passages[first].but(text=text), *passages[last + 1 :])

    return around(passage_id, change)


def remove_passage(passage_id: str) -> Edit:
    """Remove a passage and what was said in it; its neighbours stay apart as they were."""
    return in_turn(
        release_replies(passage_id),
        around(passage_id, _without),
    )


def swap_passages(first_id: str, second_id: str) -> Edit:
    """Let two passages of a speech change places; where paragraphs begin stays as it is."""

    def change(passages: tuple[Passage, ...], at: int) -> tuple[Passage, ...]:
        other = next((n for n, passage in enumerate(passages) if passage.id == second_id), at)
        changed = list(passages)
        for here, there in ((at, other), (other, at)):
            changed[here] = passages[there].but(opens_paragraph=passages[here].opens_paragraph)
        return tuple(changed)

    return around(first_id, change)


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
            return around(
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


def around(
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


def without_lost_answers(before: Minutes, after: Minutes) -> Minutes:
    """`after`, with the replies released that answered petitions which are petitions no more."""
    kept = {said.passage.id for said in petitions(after)}
    for said in petitions(before):
        if said.passage.id not in kept:
            after = release_replies(said.passage.id)(after)
    return after


def release_replies(petition_id: str) -> Edit:
    """Let the replies to a petition no longer name what they answer."""

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
