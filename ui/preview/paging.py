"""Strips, one below the other, onto pages: what no page break may cut is kept together.

Pure arithmetic: what a strip shows is not looked at.
"""

from collections.abc import Iterable, Iterator, Sequence
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
    return Paginator(height).paginate(strips)


class Paginator:
    """Puts strips on pages again and again, and keeps the pages that no change has reached.

    What follows a page that begins with a chain depends on nothing before it: so pages up to a
    change stay, and from where a page begins as one did before, the rest does too.
    """

    def __init__(self, height: float) -> None:
        self._height = height
        self._strips: Sequence[Strip] = ()
        self._sheets: list[Sheet] = []
        self._begins: dict[int, int] = {}
        self.laid_anew = 0
        """How many pages the last strips needed that were not kept from those before."""

    def paginate(self, strips: Sequence[Strip]) -> list[Sheet]:
        """The strips on pages. There is always a first page."""
        start, pager = self._resumed(strips)
        kept = pager.done
        unchanged = len(strips) - _alike(reversed(self._strips), reversed(strips))
        further = len(strips) - len(self._strips)
        rest: list[Sheet] = []
        for chain in chains(strips[start:], Bond.KEEP):
            if pager.turns(chain) and start >= unchanged and start - further in self._begins:
                rest = self._rest(start - further, further, pager)
                break
            pager.add(chain, start)
            start += len(chain)
        sheets = pager.sheets()
        self.laid_anew = len(sheets) - kept
        self._strips, self._begins, self._sheets = strips, pager.begins, [*sheets, *rest]
        return self._sheets

    def _rest(self, start: int, further: int, pager: "_Pager") -> list[Sheet]:
        """The pages from where one began with the strip `start`, which stands `further` on now."""
        first = self._begins[start]
        shift = len(pager.sheets()) - first
        later = {at: page for at, page in self._begins.items() if at >= start}
        pager.begins |= {at + further: page + shift for at, page in later.items()}
        return self._sheets[first:]

    def _resumed(self, strips: Sequence[Strip]) -> tuple[int, "_Pager"]:
        """The last strip before the change with which a page begins, and a pager that stands there.

        That the page was turned there is due to the chain that begins there: all of it must be as
        it was, and no longer one, of which the end was taken away.
        """
        same = _alike(self._strips, strips)
        for at in sorted(self._begins, reverse=True):
            if at >= same:
                continue
            before, now = (_chain_at(each, at) for each in (self._strips, strips))
            if before == now and at + now <= same:
                page = self._begins[at]
                begins = {each: number for each, number in self._begins.items() if each < at}
                return at, _Pager(self._height, self._sheets[:page], begins)
        return 0, _Pager(self._height, [], {})


def _chain_at(strips: Sequence[Strip], at: int) -> int:
    """How many strips the chain has that begins with a strip."""
    return len(next(chains(strips[at:], Bond.KEEP)))


def _alike(before: Iterable[Strip], after: Iterable[Strip]) -> int:
    """How many strips are the same from the beginning on."""
    count = 0
    for old, new in zip(before, after, strict=False):
        if old is not new:
            break
        count += 1
    return count


def chains(strips: Sequence[Strip], least: Bond) -> Iterator[Sequence[Strip]]:
    """The strips cut wherever the bond is less than `least`."""
    start = 0
    for end, strip in enumerate(strips, 1):
        if strip.bond < least or end == len(strips):
            yield strips[start:end]
            start = end


class _Pager:
    """Fills one page after the other, from where `done` ends. `begins`: the pages that begin with
    a chain, by the number of its first strip."""

    def __init__(self, height: float, done: list[Sheet], begins: dict[int, int]) -> None:
        self._height = height
        self._done = done
        self._page: list[Placed] = []
        self._bottom = 0.0
        self.begins = begins

    @property
    def done(self) -> int:
        """How many pages are full."""
        return len(self._done)

    def turns(self, chain: Sequence[Strip]) -> bool:
        """Whether a page begins with strips that stand on one page."""
        return not self._fits(chain) if self._page else bool(self._done)

    def add(self, chain: Sequence[Strip], number: int) -> None:
        """Put strips that stand on one page after what is there; too many for any page are cut.

        `number` is that of the first.
        """
        if self.turns(chain):
            self._turn(chain[0])
            self.begins[number] = len(self._done)
        for whole in chains(chain, Bond.WHOLE):
            if self._page and not self._fits(whole):
                self._turn(whole[0])
            for strip in whole:
                if self._page and not self._fits([strip]):
                    self._turn(strip)
                self._put(strip)

    def sheets(self) -> list[Sheet]:
        """The pages so far; there is always a first."""
        return [*self._done, tuple(self._page)] if self._page or not self._done else [*self._done]

    def _fits(self, chain: Sequence[Strip]) -> bool:
        bottom, last = self._bottom, self._page[-1].strip
        for strip in chain:
            bottom += _between(last, strip) + strip.height
            last = strip
        return bottom <= self._height + 1

    def _turn(self, first: Strip) -> None:
        if self._page:
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
