"""The text of a speech as one document of paragraphs, and an edited document back to passages.

A passage without words is not seen beside others that have words, and stays where it is.
"""

from collections.abc import Iterator, Sequence

from app.editing.edits import Edit, change_item
from app.editing.passages import NewId, without_lost_answers
from app.editing.runs import SPACE, Paragraph, Paragraphs, Part, Run, parts_of, unglued
from app.minutes.items import Item
from app.minutes.marked import in_paragraphs
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Purpose

Group = Sequence[Passage]
"""The passages of one paragraph."""


def paragraphs_of(speech: Speech) -> Paragraphs:
    """What an editor shows. A speech without passages is one empty paragraph."""
    return tuple(_runs(group) for group in in_paragraphs(speech)) or ((),)


def say(speech_id: str, paragraphs: Paragraphs, new_id: NewId) -> Edit:
    """Give a speech the text of an edited document. Replies to a petition that is gone stay."""

    def change(item: Item) -> Item:
        return with_paragraphs(item, paragraphs, new_id) if isinstance(item, Speech) else item

    def edit(record: Minutes) -> Minutes:
        return without_lost_answers(record, change_item("speeches", speech_id, change)(record))

    return edit


def with_paragraphs(speech: Speech, paragraphs: Paragraphs, new_id: NewId) -> Speech:
    """The speech with the text of `paragraphs`; passages are kept as far as their runs are there.

    - Words of no passage take the place of a passage that is gone from there, else join the plain
      passage beside them, else become a passage.
    - Passages that touch become one if they are alike, else are cut at the nearest space.
    - A run that comes a second time becomes a second passage of the same purpose.
    """
    old, new = paragraphs_of(speech), paragraphs or ((),)
    if old == new:
        return speech
    groups = in_paragraphs(speech)
    shown = old if groups else ()
    start = _same_at_start(shown, new)
    end = _same_at_start(shown[start:][::-1], new[start:][::-1])
    if start + end == len(new):  # a paragraph is gone: what waited in it goes to one beside it
        start, end = (start, end - 1) if end else (start - 1, end)
    changed = _Change(groups[start : len(groups) - end], new_id)
    made = changed.made_of(new[start : len(new) - end])
    said = (*groups[:start], *made, *groups[len(groups) - end :])
    first_opens = speech.passages[0].opens_paragraph if speech.passages else True
    return speech.but(passages=tuple(_opened(said, first_opens)))


class _Change:
    """The paragraphs of a speech that an edit touched."""

    def __init__(self, groups: Sequence[Group], new_id: NewId) -> None:
        self._groups = groups
        self._new_id = new_id
        self._passages = {passage.id: passage for group in groups for passage in group}

    def made_of(self, paragraphs: Paragraphs) -> list[list[Passage]]:
        """The passages of the new paragraphs."""
        told = [parts_of(paragraph, self._passages) or [Part("", "")] for paragraph in paragraphs]
        self._replace_the_lost([part for parts in told for part in parts])
        used: set[str] = set()
        made = [[self._passage(part, used) for part in self._settled(parts)] for parts in told]
        return self._with_waiting(made)

    def _replace_the_lost(self, parts: list[Part]) -> None:
        """Words typed where a passage was, or into one that had no words yet, are that passage."""
        present = {part.key for part in parts}
        lost = (
            passage.id
            for group in self._groups
            for passage in group
            if passage.id not in present and (passage.text or not _runs(group))
        )
        for part in parts:
            if not part.key:
                part.key = next(lost, "")

    def _settled(self, parts: list[Part]) -> list[Part]:
        settled: list[Part] = []
        for part in unglued(parts, self._alike):
            before = settled[-1] if settled else None
            loose = before is not None and not (before.key and part.key)
            if before is not None and loose and self._plain(before.key) and self._plain(part.key):
                before.text = f"{before.text} {part.text}"
                before.key = before.key or part.key
            else:
                settled.append(part)
        return settled

    def _plain(self, key: str) -> bool:
        return not key or self._passages[key].purpose is Purpose.PLAIN

    def _alike(self, first: str, second: str) -> bool:
        """Whether nothing but its id would be lost of the second in joining it to the first."""
        if self._plain(first) and self._plain(second):
            return not second or not self._passages[second].assignments
        if not first or not second:
            return False
        one, other = self._passages[first], self._passages[second]
        return (one.purpose, one.answers, ()) == (other.purpose, other.answers, other.assignments)

    def _passage(self, part: Part, used: set[str]) -> Passage:
        known = self._passages.get(part.key)
        if known is None:
            return Passage(id=self._new_id(), text=part.text)
        if known.id in used:
            known = Passage(id=self._new_id(), purpose=known.purpose, answers=known.answers)
        used.add(known.id)
        return known if known.text == part.text else known.but(text=part.text)

    def _with_waiting(self, made: list[list[Passage]]) -> list[list[Passage]]:
        """Puts back the marked passages that still wait for words, each after the one before."""
        seen = {passage.id for group in made for passage in group}
        before = ""
        for group in self._groups:
            for passage in group:
                if passage.id not in seen and _waits(passage, group):
                    _put_after(before, passage, made)
                    seen.add(passage.id)
                before = passage.id if passage.id in seen else before
        return made


def _waits(passage: Passage, group: Group) -> bool:
    """Whether a marked passage has no words yet in a paragraph where others have."""
    return not passage.text and bool(_runs(group)) and passage.purpose is not Purpose.PLAIN


def _put_after(before: str, passage: Passage, groups: list[list[Passage]]) -> None:
    for group in groups:
        for at, found in enumerate(group):
            if found.id == before:
                group.insert(at + 1, passage)
                return
    groups[0].insert(0, passage)


def _runs(group: Group) -> Paragraph:
    runs: list[Run] = []
    for passage in group:
        if passage.text:
            runs += [SPACE, (passage.id, passage.text)] if runs else [(passage.id, passage.text)]
    return tuple(runs)


def _same_at_start(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))


def _opened(groups: Sequence[Group], first_opens: bool) -> Iterator[Passage]:
    """The passages in order: the first of a paragraph opens it, and no other does."""
    for at, group in enumerate(groups):
        for place, passage in enumerate(group):
            opens = place == 0 and (at > 0 or first_opens)
            same = passage.opens_paragraph is opens
            yield passage if same else passage.but(opens_paragraph=opens)
