"""Edits of what is said, passage by passage: add, remove, move, join.

Passages of a paragraph are joined by one space; one without words joins nothing.
"""

from collections.abc import Callable, Container, Mapping

from app.editing.edits import Edit, insert
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


def remove_passages(*removed: str) -> Edit:
    """Remove passages and what was said in them; their neighbours stay apart as they were."""
    gone = frozenset(removed)

    def edit(record: Minutes) -> Minutes:
        return each_speech(record, lambda passages: _without(_released(passages, gone), gone))

    return edit


def reword_passages(words: Mapping[str, str]) -> Edit:
    """Let passages say something else: `words` by their ids."""

    def reworded(passage: Passage) -> Passage:
        text = words.get(passage.id, passage.text)
        return passage if text == passage.text else passage.but(text=text)

    return lambda record: each_speech(record, lambda passages: tuple(map(reworded, passages)))


def swap_passages(*pairs: tuple[str, str]) -> Edit:
    """Let two passages of a speech change places, pair after pair.

    Where paragraphs begin stays as it is; passages of different speeches stay where they are.
    """

    def edit(record: Minutes) -> Minutes:
        lists = [list(speech.passages) for speech in record.speeches]
        places = {p.id: (said, at) for said, held in enumerate(lists) for at, p in enumerate(held)}
        for one, other in pairs:
            here, there = places.get(one), places.get(other)
            if here is None or there is None or here[0] != there[0]:
                continue
            _swap(lists[here[0]], here[1], there[1])
            places[one], places[other] = there, here
        told = iter(lists)
        return each_speech(record, lambda _passages: tuple(next(told)))

    return edit


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

    def changed(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        at = next((n for n, passage in enumerate(passages) if passage.id == passage_id), None)
        return passages if at is None else change(passages, at)

    return lambda record: each_speech(record, changed)


def each_speech(
    record: Minutes, change: Callable[[tuple[Passage, ...]], tuple[Passage, ...]]
) -> Minutes:
    """The record with the passages of every speech changed; what does not differ is the same."""
    speeches = tuple(_with_passages(s, change(s.passages)) for s in record.speeches)
    same = all(new is old for new, old in zip(speeches, record.speeches, strict=True))
    return record if same else record.but(speeches=speeches)


def _with_passages(speech: Speech, passages: tuple[Passage, ...]) -> Speech:
    shared = zip(passages, speech.passages, strict=False)
    if len(passages) == len(speech.passages) and all(new is old for new, old in shared):
        return speech
    return speech.but(passages=passages)


def _swap(passages: list[Passage], one: int, other: int) -> None:
    first, second = passages[one], passages[other]
    passages[one] = second.but(opens_paragraph=first.opens_paragraph)
    passages[other] = first.but(opens_paragraph=second.opens_paragraph)


def _without(passages: tuple[Passage, ...], gone: Container[str]) -> tuple[Passage, ...]:
    """Without some passages; a paragraph that one opened is opened by the next that stays."""
    left: list[Passage] = []
    opens = False
    for passage in passages:
        opens = opens or passage.opens_paragraph
        if passage.id not in gone:
            left.append(
                passage if passage.opens_paragraph == opens else passage.but(opens_paragraph=True)
            )
            opens = False
    return tuple(left)


def without_lost_answers(before: Minutes, after: Minutes) -> Minutes:
    """`after`, with the replies released that answered petitions which are petitions no more."""
    kept = {said.passage.id for said in petitions(after)}
    lost = (said.passage.id for said in petitions(before) if said.passage.id not in kept)
    return release_replies(*lost)(after)


def release_replies(*answered: str) -> Edit:
    """Let the replies to some petitions no longer name what they answer."""
    lost = frozenset(answered)
    return lambda record: each_speech(record, lambda passages: _released(passages, lost))


def _released(passages: tuple[Passage, ...], lost: Container[str]) -> tuple[Passage, ...]:
    return tuple(p.but(answers="") if p.answers and p.answers in lost else p for p in passages)


def _joins(first: Passage, second: Passage) -> bool:
    plain = first.purpose is Purpose.PLAIN and second.purpose is Purpose.PLAIN
    return plain and not second.opens_paragraph
