"""Speeches cut in two and joined, as they were heard: marks and order stay."""

from app.editing.edits import Edit, with_field
from app.editing.passages import NewId
from app.minutes.marked import in_paragraphs
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech

_Two = tuple[list[Passage], list[Passage]]


def split_speech(speech_id: str, paragraph: int, offset: int, made_id: str, new_id: NewId) -> Edit:
    """Let what stands after a cursor be a speech of its own, whose speaker is not known yet.

    A passage that goes across is cut in two of the same purpose; its tasks stay with the first.
    """

    def edit(record: Minutes) -> Minutes:
        at = _place_of(record, speech_id)
        if at is None:
            return record
        speech = record.speeches[at]
        head, tail = _cut(speech, paragraph, offset, new_id)
        first = speech.but(passages=tuple(head))
        second = Speech(
            id=made_id, part=speech.part, agenda_item=speech.agenda_item, passages=_opened(tail)
        )
        speeches = record.speeches
        return record.but(speeches=(*speeches[:at], first, second, *speeches[at + 1 :]))

    return edit


def join_speeches(first_id: str, second_id: str) -> Edit:
    """Let what was said in two speeches be one; it is the first one's, if its speaker is known."""

    def edit(record: Minutes) -> Minutes:
        first_at, second_at = _place_of(record, first_id), _place_of(record, second_id)
        if first_at is None or second_at is None or first_at == second_at:
            return record
        first, second = record.speeches[first_at], record.speeches[second_at]
        joined = first.but(passages=(*first.passages, *_opened(second.passages)))
        for name in ("speaker", "time", "opener", "agenda_item"):
            if not getattr(joined, name):
                joined = with_field(joined, name, getattr(second, name))
        kept = (joined if s is first else s for s in record.speeches if s is not second)
        return record.but(speeches=tuple(kept))

    return edit


def _place_of(record: Minutes, speech_id: str) -> int | None:
    return next((at for at, s in enumerate(record.speeches) if s.id == speech_id), None)


def _cut(speech: Speech, paragraph: int, offset: int, new_id: NewId) -> _Two:
    head: list[Passage] = []
    tail: list[Passage] = []
    for number, group in enumerate(in_paragraphs(speech)):
        if number == paragraph:
            before, after = _cut_paragraph(group, offset, new_id)
            head += before
            tail += after
        else:
            (head if number < paragraph else tail).extend(group)
    return head, tail


def _cut_paragraph(group: tuple[Passage, ...], offset: int, new_id: NewId) -> _Two:
    head: list[Passage] = []
    tail: list[Passage] = []
    start = 0
    for passage in group:
        end = start + len(passage.text)
        if end <= offset:
            head.append(passage)
        elif start >= offset:
            tail.append(passage)
        else:
            _cut_passage(passage, offset - start, head, tail, new_id)
        start = end + 1 if passage.text else start
    return head, tail


def _cut_passage(
    passage: Passage, at: int, head: list[Passage], tail: list[Passage], new_id: NewId
) -> None:
    before, after = passage.text[:at].rstrip(), passage.text[at:].lstrip()
    if not after:
        head.append(passage)
    elif not before:
        tail.append(passage)
    else:
        head.append(passage.but(text=before))
        rest = Passage(id=new_id(), text=after, purpose=passage.purpose, answers=passage.answers)
        tail.append(rest)


def _opened(passages: list[Passage] | tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The first of them begins a paragraph."""
    if not passages:
        return ()
    return (passages[0].but(opens_paragraph=True), *passages[1:])
