"""Pasted rows of a table: which column is what, guessed and then chosen, and the items they make.

Nothing is put into the record here: what comes out is looked at first.
"""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from typing import NamedTuple

from app.language.folding import fold
from app.minutes.items import Item
from ui.models.columns import Column, NewId
from ui.widgets.table_model import Cells

LEFT_OUT = -1
"""Where a pasted column goes that goes nowhere."""
RUNNING = frozenset({"stt", "tt", "so tt", "so thu tu", "no"})
"""What a column of running numbers is called."""
_SURE, _LIKELY = 2, 1
_MOST = 0.6
"""The part of the cells that must look like something for their column to be it."""

_WORDS = re.compile(r"\w+")

Say = Callable[[str], str]


class Target(NamedTuple):
    """Something that pasted cells can become."""

    column: Column
    called: tuple[str, ...] = ()
    """How people head such a column, without marks and case."""
    like: Callable[[str], bool] | None = None
    """Whether a cell looks like one."""
    words: Mapping[str, object] = {}
    """How people say the choices, without marks and case."""


class Paste(NamedTuple):
    """Pasted rows, and the place among the targets that each column goes to, or LEFT_OUT."""

    cells: Cells
    goes: tuple[int, ...]
    heading: bool = False

    @property
    def rows(self) -> Cells:
        """The rows without their headings."""
        return self.cells[1:] if self.heading else self.cells

    def sending(self, number: int, target: int) -> "Paste":
        """The same with a column going elsewhere; no two columns go to one place."""
        goes = [LEFT_OUT if at == target else at for at in self.goes]
        goes[number] = target
        return self._replace(goes=tuple(goes))


class Filled(NamedTuple):
    """What pasted rows make: the items, texts that could not be read, how many were left out."""

    items: tuple[Item, ...]
    unread: Mapping[tuple[str, int], str]
    """(item id, place among the targets) -> text."""
    lost: int


def guess(cells: Cells, targets: Sequence[Target], say: Say, first: int = 0) -> Paste:
    """Which column is what, by its heading and by what is in it; else in order from `first`."""
    width = max((len(line) for line in cells), default=0)
    heading = len(cells) > 1 and _is_heading(cells[0], targets, say)
    paste = Paste(cells, (LEFT_OUT,) * width, heading)
    columns = [[line[at] for line in paste.rows if at < len(line)] for at in range(width)]
    heads = [_bare(head) if heading else "" for head in (*cells[0], *[""] * width)][:width]
    running = {at for at in range(width) if _is_running(at, heads[at], columns[at])}
    scores = [
        (-_score(heads[at], columns[at], target, say), at, place)
        for at in range(width)
        for place, target in enumerate(targets)
        if at not in running
    ]
    for score, at, place in sorted(scores):
        if score < 0 and paste.goes[at] == LEFT_OUT and place not in paste.goes:
            paste = paste.sending(at, place)
    if any(place != LEFT_OUT for place in paste.goes) or heading:
        places = [0] if heading else [at for at, each in enumerate(targets) if not _chooses(each)]
    else:
        places = list(range(first, len(targets)))
    return _in_order(paste, running, places)


def fill(
    paste: Paste, targets: Sequence[Target], old: Sequence[Item], new_id: NewId, say: Say
) -> Filled:
    """The items that pasted rows make of `old` ones, one for each row."""
    made, unread, lost = [], {}, 0
    for line, before in zip(paste.rows, old, strict=True):
        item = before
        for place, text in zip(paste.goes, line, strict=False):
            if place == LEFT_OUT or not text.strip():
                continue
            target = targets[place]
            value = chosen(target, text, say) if target.column.choices else text
            if value is None and not _means_none(target, text, say):
                lost += 1
                continue
            try:
                item = target.column.read(item, value, new_id)
            except ValueError:
                unread[item.id, place] = text
        made.append(item)
    return Filled(tuple(made), unread, lost)


def chosen(target: Target, text: str, say: Say) -> object:
    """The choice whose words a text spells, with or without marks; None: no such one."""
    folded = fold(text).rstrip(".:")
    if folded in target.words:
        return target.words[folded]
    for value, words in target.column.choices:
        if folded and fold(say(words)) == folded:
            return value
    return None


def _means_none(target: Target, text: str, say: Say) -> bool:
    words = dict(target.column.choices).get(None)
    return words is not None and fold(say(words)) == fold(text)


def _score(head: str, texts: Sequence[str], target: Target, say: Say) -> float:
    """How surely a column is meant for a target; 0 is not at all."""
    names = {_bare(say(target.column.label)), *target.called}
    if head and head in names:
        return _SURE + 1
    if head and any(_begins(head, name) for name in names):
        return _SURE
    filled = [text for text in texts if text.strip()]
    if not filled:
        return 0
    likes = sum(_is_like(text, target, say) for text in filled) / len(filled)
    return _LIKELY * likes if likes >= _MOST else 0


def _is_like(text: str, target: Target, say: Say) -> bool:
    if target.column.choices:
        return chosen(target, text, say) is not None
    return target.like is not None and target.like(text)


def _begins(head: str, name: str) -> bool:
    """Whether a heading says a name and more: "ho va ten dai bieu"."""
    return f"{head} ".startswith(f"{name} ")


def _is_heading(line: Sequence[str], targets: Sequence[Target], say: Say) -> bool:
    names = {name for t in targets for name in (_bare(say(t.column.label)), *t.called)} | RUNNING
    heads = [_bare(text) for text in line if text.strip()]
    known = [head for head in heads if any(_begins(head, name) for name in names)]
    return bool(heads) and len(known) * 2 >= len(heads)


def _is_running(at: int, head: str, texts: Sequence[str]) -> bool:
    """Whether a column is only a running number; the first one may go on from another page."""
    if head in RUNNING:
        return True
    bare = [text.strip().rstrip(".)") for text in texts if text.strip()]
    if not bare or not all(number.isdecimal() for number in bare):
        return False
    start = int(bare[0]) if at == 0 else 1
    follow = [int(number) for number in bare] == list(range(start, start + len(bare)))
    return follow and (at == 0 or len(bare) > 1)


def _in_order(paste: Paste, running: Container[int], places: Sequence[int]) -> Paste:
    """Columns of which nothing is known go to the places that are left, as they come."""
    left = iter([place for place in places if place not in paste.goes])
    goes = (
        next(left, LEFT_OUT) if place == LEFT_OUT and at not in running else place
        for at, place in enumerate(paste.goes)
    )
    return paste._replace(goes=tuple(goes))


def _chooses(target: Target) -> bool:
    return bool(target.column.choices)


def _bare(text: str) -> str:
    return " ".join(_WORDS.findall(fold(text)))
