"""Strips, one below the other, onto pages: what no page break may cut is kept together.

Pure arithmetic: what a strip shows is not looked at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple


class Bond(IntEnum):
    """How much a strip wants the next one on its page."""

    NONE = 0
    KEEP = 1
    """They stay together wherever a page has room for all that stays together."""
    WHOLE = 2
    """They belong to one thing, which is cut only where it is longer than a page."""


class Part(NamedTuple):
    """Something on a strip: a line of a paragraph, or the frame of a cell (`line` is -1)."""

    x: float
    y: float
    content: Any
    line: int = -1


@dataclass(frozen=True, eq=False, slots=True)
class Strip:
    """As much of a page as is never cut: a line, a row of a table.

    `bond` is with the next strip. `above` and `below` are the room that it wants
    around it; between two strips stands the greater, and besides it `trail`, the rest of a line's
    height, which may fall off the page. `head` is repeated above it at a page's top.
    """

    height: float
    parts: tuple[Part, ...]
    above: float = 0
    below: float = 0
    trail: float = 0
    bond: Bond = Bond.NONE
    head: "Strip | None" = None


class Placed(NamedTuple):
    """A strip and where its top stands below the top margin. `again`: a head that is repeated."""

    strip: Strip
    top: float
    again: bool = False


Sheet = tuple[Placed, ...]


def paginate(strips: Sequence[Strip], height: float) -> list[Sheet]:
    """The strips on pages with `height` for text. There is always a first page."""
    pager = _Pager(height)
    for chain in chains(strips, Bond.KEEP):
        pager.add(chain)
    return pager.sheets()


def chains(strips: Sequence[Strip], least: Bond) -> Iterator[Sequence[Strip]]:
    """The strips cut wherever the bond is less than `least`."""
    start = 0
    for end, strip in enumerate(strips, 1):
        if strip.bond < least or end == len(strips):
            yield strips[start:end]
            start = end


class _Pager:
    """Fills one page after the other."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._done: list[Sheet] = []
        self._page: list[Placed] = []
        self._bottom = 0.0

    def add(self, chain: Sequence[Strip]) -> None:
        """Put strips that stand on one page after what is there; too many for any page are cut."""
        if self._page and not self._fits(chain):
            self._turn(chain[0])
        for whole in chains(chain, Bond.WHOLE):
            if self._page and not self._fits(whole):
                self._turn(whole[0])
            for strip in whole:
                if self._page and not self._fits([strip]):
                    self._turn(strip)
                self._put(strip)

    def sheets(self) -> list[Sheet]:
        return [*self._done, tuple(self._page)]

    def _fits(self, chain: Sequence[Strip]) -> bool:
        bottom, last = self._bottom, self._page[-1].strip
        for strip in chain:
            bottom += _between(last, strip) + strip.height
            last = strip
        return bottom <= self._height + 1

    def _turn(self, first: Strip) -> None:
        self._done.append(tuple(self._page))
        self._page, self._bottom = [], 0.0
        if first.head is not None:
            self._put(first.head, again=True)

    def _put(self, strip: Strip, *, again: bool = False) -> None:
        last = self._page[-1].strip if self._page else None
        room = _between(last, strip) if last else self._room_on_top(strip)
        self._page.append(Placed(strip, self._bottom + room, again))
        self._bottom += room + strip.height

    def _room_on_top(self, strip: Strip) -> float:
        """Space above counts on the first page only."""
        return 0 if self._done else strip.above


def _between(above: Strip, below: Strip) -> float:
    return above.trail + max(above.below, below.above)
