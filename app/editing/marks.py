"""Marking what is said: marking a sentence splits a passage, unmarking joins it again.

Passages that run on are joined by one space, so a passage is split at spaces only, and the space
at the cut is the one that joining puts back: marking and unmarking leaves the text as it was.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from app.editing.edits import Edit, change_item, in_turn
from app.editing.passages import NewId, join_plain, release_replies, without_lost_answers
from app.minutes.items import Item
from app.minutes.marked import in_paragraphs
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Purpose

# What ends a sentence, with the brackets and quotes that close after it.
_END = re.compile(r"[.;?!…]+[)\]”’»\"']*(?=\s|$)")
_SHORT_WORDS = frozenset({"TP", "Tp", "tp", "TX", "TT", "Q", "P", "GS", "PGS", "TS", "ThS", "BS"})
"""Words written short whose full stop ends no sentence."""


class Stretch(NamedTuple):
    """Some words of a speech: from character to character of the text of one paragraph."""

    paragraph: int
    start: int
    end: int


class Spoken(NamedTuple):
    """A passage and the characters of its paragraph that it has."""

    passage: Passage
    start: int
    end: int


def spoken(speech: Speech, paragraph: int) -> tuple[Spoken, ...]:
    """The passages of a paragraph that have words, with where they are."""
    groups = in_paragraphs(speech)
    return tuple(_placed(groups[paragraph])) if paragraph < len(groups) else ()


def spoken_at(speech: Speech, paragraph: int, offset: int) -> Spoken | None:
    """The passage at a cursor: the one that ends there before the one that begins there."""
    found = (s for s in spoken(speech, paragraph) if offset <= s.end)
    return next(found, None) or next(iter(spoken(speech, paragraph)[-1:]), None)


def sentence_at(speech: Speech, paragraph: int, offset: int) -> Stretch | None:
    """The sentence at a cursor: a whole marked passage, else plain words up to . ; ? ! or …"""
    here = spoken_at(speech, paragraph, offset)
    if here is None:
        return None
    if here.passage.purpose is not Purpose.PLAIN:
        return Stretch(paragraph, here.start, here.end)
    told = spoken(speech, paragraph)
    first = last = told.index(here)
    while first > 0 and told[first - 1].passage.purpose is Purpose.PLAIN:
        first -= 1
    while last + 1 < len(told) and told[last + 1].passage.purpose is Purpose.PLAIN:
        last += 1
    text = " ".join(s.passage.text for s in told[first : last + 1])
    base = told[first].start
    start, end = _sentence(text, offset - base)
    return Stretch(paragraph, base + start, base + end)


def nearest_petition(record: Minutes, speech_id: str, where: Stretch) -> str:
    """The petition that these words most likely answer: the last before them, else the next."""
    before, after = "", ""
    passed = False
    for speech in record.speeches:
        here = speech.id == speech_id
        for number, said in _petitions_of(speech):
            point, start = (number, said.start), (where.paragraph, where.start)
            if here and start <= point < (where.paragraph, where.end):
                continue  # a petition that is about to be the reply itself
            if passed or (here and point >= start):
                after = after or said.passage.id
            else:
                before = said.passage.id
        passed = passed or here
    return before or after


def mark(
    speech_id: str, where: Stretch, purpose: Purpose, new_id: NewId, answers: str = ""
) -> Edit:
    """Mark the words that a stretch touches as one passage; what stands around stays as it is.

    Blank ends are ignored; a stretch without a word changes nothing. Marking as plain unmarks.
    `answers` is the petition that a reply answers.
    """

    def edit(record: Minutes) -> Minutes:
        speech = next((s for s in record.speeches if s.id == speech_id), None)
        cut = _cut(speech, where, purpose, new_id, answers) if speech else None
        if cut is None:
            return record
        marked, passages = cut
        after = change_item("speeches", speech_id, lambda item: item.but(passages=passages))(record)
        after = without_lost_answers(record, after)
        return join_plain(marked.id)(after) if purpose is Purpose.PLAIN else after

    return edit


def set_purpose(passage_id: str, purpose: Purpose, answers: str = "") -> Edit:
    """Mark a whole passage; plain unmarks it."""
    if purpose is Purpose.PLAIN:
        return unmark(passage_id)

    def change(item: Item) -> Item:
        answered = answers if purpose is Purpose.REPLY else ""
        return cast("Passage", item).but(purpose=purpose, answers=answered)

    marked = change_item("speeches", passage_id, change)
    return lambda record: without_lost_answers(record, marked(record))


def unmark(passage_id: str) -> Edit:
    """Make a passage plain again and join it with the plain text it runs on from and into.

    Its assignments go, and replies to it no longer name what they answer.
    """
    plain = {"purpose": Purpose.PLAIN, "answers": "", "assignments": ()}
    return in_turn(
        change_item("speeches", passage_id, lambda item: item.but(**plain)),
        release_replies(passage_id),
        join_plain(passage_id),
    )


def _petitions_of(speech: Speech) -> Iterator[tuple[int, Spoken]]:
    for number, group in enumerate(in_paragraphs(speech)):
        for said in _placed(group):
            if said.passage.purpose is Purpose.PETITION:
                yield number, said


def _placed(group: tuple[Passage, ...]) -> Iterator[Spoken]:
    start = 0
    for passage in group:
        if passage.text:
            yield Spoken(passage, start, start + len(passage.text))
            start += len(passage.text) + 1


def _sentence(text: str, offset: int) -> tuple[int, int]:
    """The sentence of `text` that a cursor is in or right after; blanks go with the one before."""
    start = 0
    for match in _END.finditer(text):
        if _is_short_word(text, match):
            continue
        following = len(text) - len(text[match.end() :].lstrip())
        if offset < following or following == len(text):
            return start, match.end()
        start = following
    return start, len(text.rstrip())


def _is_short_word(text: str, match: re.Match[str]) -> bool:
    word = re.search(r"\w+$", text[: match.start()])
    return match[0] == "." and word is not None and word[0] in _SHORT_WORDS


def _cut(
    speech: Speech, where: Stretch, purpose: Purpose, new_id: NewId, answers: str
) -> tuple[Passage, tuple[Passage, ...]] | None:
    """The marked passage, and all passages of the speech with it among them."""
    told = spoken(speech, where.paragraph)
    text = " ".join(s.passage.text for s in told)
    words = _whole_words(text, where.start, where.end)
    if words is None:
        return None
    start, end = words
    touched = [s for s in told if s.start < end and start < s.end]
    start, end = _without_blank_rests(text, touched, start, end)
    before, after = _rests(touched, start, end, new_id)
    heir = _heir(touched, before is not None, after is not None)
    marked = _marked(heir, text[start:end], purpose, new_id, answers)
    first = touched[0].passage
    marked = marked.but(opens_paragraph=first.opens_paragraph and before is None)
    parts = tuple(part for part in (before, marked, after) if part is not None)
    at = speech.passages.index(first)
    kept = speech.passages[at : speech.passages.index(touched[-1].passage) + 1]
    waiting = tuple(passage for passage in kept if not passage.text)
    rest = speech.passages[at + len(kept) :]
    return marked, (*speech.passages[:at], *parts, *waiting, *rest)


def _without_blank_rests(text: str, touched: list[Spoken], start: int, end: int) -> tuple[int, int]:
    """Blanks left over at the ends of what is cut go with the marked words."""
    first, last = touched[0].start, touched[-1].end
    start = start if text[first:start].strip() else first
    return start, end if text[end:last].strip() else last


def _rests(
    touched: list[Spoken], start: int, end: int, new_id: NewId
) -> tuple[Passage | None, Passage | None]:
    """What is left of the first passage and of the last; the first part of one keeps its id."""
    first, last = touched[0], touched[-1]
    before = after = None
    if start > first.start:
        before = first.passage.but(text=first.passage.text[: start - 1 - first.start])
    if end < last.end:
        rest = last.passage.text[end + 1 - last.start :]
        if last is first:
            like = last.passage
            after = Passage(id=new_id(), text=rest, purpose=like.purpose, answers=like.answers)
        else:
            after = last.passage.but(text=rest)
    return before, after


def _heir(touched: list[Spoken], before: bool, after: bool) -> Passage | None:
    """The passage that lives on in the marked one: a marked one first, of those not cut up."""
    whole = touched[before : len(touched) - (after and len(touched) > 1)]
    marked = (s.passage for s in whole if s.passage.purpose is not Purpose.PLAIN)
    return next(marked, whole[0].passage if whole else None)


def _marked(
    heir: Passage | None, text: str, purpose: Purpose, new_id: NewId, answers: str
) -> Passage:
    old = heir or Passage(id=new_id())
    tasks = () if purpose is Purpose.PLAIN else old.assignments
    answered = (answers or old.answers) if purpose is Purpose.REPLY else ""
    return old.but(text=text, purpose=purpose, answers=answered, assignments=tasks)


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
