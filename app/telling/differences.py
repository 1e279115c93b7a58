"""The differences of two versions of a record, each in a sentence, in the order of the record.

Pure: it may run in any thread. A sentence says where ("Đại biểu Bùi Văn Phú, vai trò") and carries
the words that went and came, for the window to mark.
"""

from collections.abc import Iterator
from typing import NamedTuple

from app.errors import Texts
from app.marking import N_
from app.minutes.items import Item, Value
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.structure import child_fields, children, own_fields
from app.minutes.words import Purpose
from app.telling.fields import FIELDS, KINDS, LOOKED_INTO
from app.telling.values import called, in_words, whole
from app.telling.words import Mark, Piece, pieces, shortened

_NAME_LETTERS = 60
"""How much of an item's own words names it in a sentence about its fields."""


class Sentence(NamedTuple):
    """One difference: what it is about, the words that stayed, went and came, and its place.

    `says_all`: `about` says already whether they came or went.
    """

    about: str
    pieces: tuple[Piece, ...]
    place: Place
    says_all: bool = False


def told(old: Minutes, new: Minutes, texts: Texts) -> tuple[Sentence, ...]:
    """What one would have to say to somebody who knows `old` and gets `new`."""
    return tuple(_Teller(old, new, texts).tell())


def plain(sentence: Sentence, texts: Texts) -> str:
    """The sentence without marks, as it can be read aloud."""
    gone = " … ".join(p.text.strip() for p in sentence.pieces if p.mark is Mark.GONE)
    came = " … ".join(p.text.strip() for p in sentence.pieces if p.mark is Mark.NEW)
    if gone and came:
        return texts(
            "{about}: “{gone}” became “{came}”", about=sentence.about, gone=gone, came=came
        )
    if not (gone or came):
        return sentence.about
    if sentence.says_all:
        return f"{sentence.about}: {gone or came}"
    message = N_("{about}: without “{words}”") if gone else N_("{about}: now with “{words}”")
    return texts(message, about=sentence.about, words=gone or came)


class _Teller:
    """Walks two records side by side."""

    def __init__(self, old: Minutes, new: Minutes, texts: Texts) -> None:
        self._old = old
        self._new = new
        self._texts = texts

    def tell(self) -> Iterator[Sentence]:
        yield from self._fields(self._old, self._new, Place(""), "")
        for section in child_fields(Minutes):
            before, after = children(self._old, section), children(self._new, section)
            yield from self._list(before, after, section, "")

    def _fields(self, old: Value, new: Value, place: Place, about: str) -> Iterator[Sentence]:
        """What changed in the fields that `new` holds itself."""
        known = FIELDS.get(type(new), {})
        for field in own_fields(type(new)):
            before, after = getattr(old, field), getattr(new, field)
            if before == after:
                continue
            inner = f"{place.field}.{field}" if place.field else field
            there = place._replace(field=inner) if place.section else Place(field)
            if field in LOOKED_INTO.get(type(new), ()):
                yield from self._fields(before, after, there, about)
            elif field in known:
                yield self._field(field, (before, after), there, about, known[field])

    def _field(
        self, field: str, values: tuple[object, object], place: Place, about: str, name: str
    ) -> Sentence:
        texts = self._texts
        before = in_words(values[0], field, self._old, texts)
        after = in_words(values[1], field, self._new, texts)
        words = texts(name)
        head = f"{about}, {words}" if about else words[:1].upper() + words[1:]
        return Sentence(head, _marked(before, after), place)

    def _list(
        self, old: tuple[Item, ...], new: tuple[Item, ...], section: str, about: str
    ) -> Iterator[Sentence]:
        """Items that came, went, changed, and whether those that stayed stand in another order."""
        if old is new:
            return
        before, after = {item.id: item for item in old}, {item.id: item for item in new}
        for item in old:
            if item.id not in after:
                yield self._whole(N_("Removed {kind}"), item, self._old, Mark.GONE, section, about)
        for item in new:
            if item.id not in before:
                yield self._whole(N_("Added {kind}"), item, self._new, Mark.NEW, section, about)
            else:
                yield from self._item(before[item.id], item, section, about)
        yield from self._order([i for i in old if i.id in after], new, section, about)

    def _whole(
        self, message: str, item: Item, record: Minutes, mark: Mark, section: str, about: str
    ) -> Sentence:
        words = self._texts(message, kind=self._texts(KINDS[type(item)]))
        text = whole(item, record, self._texts)
        place = Place(section, item.id if mark is Mark.NEW else "")
        return Sentence(_under(about, words), (Piece(text, mark),) if text else (), place, True)

    def _item(self, old: Item, new: Item, section: str, about: str) -> Iterator[Sentence]:
        if old is new or old == new:
            return
        name = _under(about, self._name(old))
        yield from self._fields(old, new, Place(section, new.id), name)
        if isinstance(old, Speech) and isinstance(new, Speech):
            yield from self._said(old, new, name)
            return
        for field in child_fields(type(new)):
            yield from self._list(children(old, field), children(new, field), section, name)

    def _name(self, item: Item) -> str:
        kind = self._texts(KINDS[type(item)])
        name = called(item, self._old, self._texts)
        if len(name) > _NAME_LETTERS:
            name = name[:_NAME_LETTERS].rsplit(" ", 1)[0] + "…"
        words = self._texts("{kind} “{name}”", kind=kind, name=name) if name else kind
        return words[:1].upper() + words[1:]

    def _order(
        self, kept: list[Item], new: tuple[Item, ...], section: str, about: str
    ) -> Iterator[Sentence]:
        ids = {item.id for item in kept}
        if [item.id for item in kept] != [item.id for item in new if item.id in ids]:
            kind = self._texts(KINDS[type(kept[0])])
            words = self._texts("Changed the order: {kind}", kind=kind)
            yield Sentence(_under(about, words), (), Place(section))

    def _said(self, old: Speech, new: Speech, name: str) -> Iterator[Sentence]:
        """What changed in a speech: its words, what is marked in it, the tasks given in it."""
        place = Place("speeches", new.id)
        before, after = _running(old), _running(new)
        if before != after:
            about = self._texts("{speech}, words", speech=name)
            yield Sentence(about, _marked(before, after), place)
        yield from self._marks(old, new, name)
        yield from self._list(_tasks(old), _tasks(new), "speeches", name)

    def _marks(self, old: Speech, new: Speech, name: str) -> Iterator[Sentence]:
        """Which passages are marked otherwise, whatever became of their words."""
        before = {p.id: p for p in old.passages}
        after = {p.id: p for p in new.passages}
        for passage in old.passages:
            is_now = after[passage.id].purpose if passage.id in after else Purpose.PLAIN
            if passage.purpose not in (Purpose.PLAIN, is_now):
                yield self._mark(N_("No longer marked: {purpose}"), passage, Mark.GONE, name)
        for passage in new.passages:
            was = before[passage.id].purpose if passage.id in before else Purpose.PLAIN
            if passage.purpose not in (Purpose.PLAIN, was):
                yield self._mark(N_("Marked: {purpose}"), passage, Mark.NEW, name)

    def _mark(self, message: str, passage: Passage, mark: Mark, name: str) -> Sentence:
        purpose = in_words(passage.purpose, "purpose", self._new, self._texts)
        words = self._texts(message, purpose=purpose.lower())
        place = Place("speeches", passage.id)
        return Sentence(_under(name, words), (Piece(passage.text, mark),), place, True)


def _under(about: str, words: str) -> str:
    return f"{about} – {words[:1].lower()}{words[1:]}" if about else words


def _marked(before: str, after: str) -> tuple[Piece, ...]:
    return shortened(pieces(before, after))


def _running(speech: Speech) -> str:
    """The whole of a speech; a paragraph sign stands where a new one opens."""
    return " ".join(
        f"¶ {passage.text}" if passage.opens_paragraph and at else passage.text
        for at, passage in enumerate(speech.passages)
    )


def _tasks(speech: Speech) -> tuple[Assignment, ...]:
    return tuple(task for passage in speech.passages for task in passage.assignments)
