"""Finds the fields' texts again in a Word file that was exported and then edited by people.

Hidden bookmarks say where most of them are. Where an official has retyped a passage and its
bookmark is gone, what stands between its neighbours and what it said before still find it.
Nothing is written, and no record is known here.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import count
from typing import NamedTuple

from app.minutes.text import clean
from app.word.checking.opening import open_package
from app.word.resolving.accepted import END, Accepted, Span, accepted
from app.word.resolving.alignment import Held, likeness, pairs, parts_now
from app.word.resolving.bookmarks import standing
from app.word.resolving.exported import Anchor, Exported, Line, read_exported

PARAGRAPH = END
"""Stands in the text of a passage where a new paragraph was begun inside it."""

_SAME = 0.6  # likeness from which a paragraph elsewhere is taken for the one that is missed
_ALIKE = 0.4  # … and one between the same neighbours
_TELLING = 20  # letters from which a text found elsewhere is no chance


class State(StrEnum):
    """What has become of a passage. One that was moved may have been changed too."""

    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"


class Passage(NamedTuple):
    """A field's text: as exported, and as it reads now ("" when it is gone)."""

    anchor: Anchor
    state: State
    text: str


class Resolved(NamedTuple):
    """An export as it came back. `added`: paragraphs that belong to no passage of it."""

    exported: Exported
    passages: tuple[Passage, ...]
    added: tuple[str, ...]


def resolve(document: bytes) -> Resolved:
    """Finds every passage of an exported .docx. KnownError where the file is none of ours."""
    package = open_package(document)
    exported = read_exported(package)
    search = _Search(exported, accepted(package.document))
    search.by_neighbours()
    search.elsewhere()
    search.by_place()
    return Resolved(exported, tuple(search.passages()), tuple(search.added()))


class _Piece(NamedTuple):
    """A piece of an exported paragraph; `number` tells which anchor it is, if it is one."""

    text: str
    number: int | None = None


class _Gap(NamedTuple):
    """What was exported between two passages that are in their places, and what is there now.

    `lines` has an entry for each paragraph that the gap touches.
    """

    left: int | None
    right: int | None
    lines: list[list[_Piece]]
    now: str


class _Open(NamedTuple):
    """Paragraphs between the same neighbours that are not alike: as exported, and as they are."""

    lines: Sequence[list[_Piece]]
    texts: list[str]


class _Search:
    """What has been found so far, by the anchors' numbers."""

    def __init__(self, exported: Exported, now: Accepted) -> None:
        self._anchors = exported.anchors
        self._lines = _numbered(exported.paragraphs)
        self._now = now.text
        self._in_place, self._moved = standing(self._anchors, now)
        self._texts = {n: s.of(now.text) for n, s in (self._in_place | self._moved).items()}
        self._strayed = set(self._moved)
        self._cuts: list[Span] = []
        self._open: list[_Open] = []

    def by_neighbours(self) -> None:
        """Fills the gaps between the passages that are in their places, or were moved together."""
        for line in self._lines if self._moved else ():
            self._take_out(line)
        lines = [[], *filter(None, map(self._staying, self._lines)), []]
        for gap in self._gaps(lines, self._in_place, Span(0, len(self._now))):
            self._fill_gap(gap)

    def _staying(self, line: list[_Piece]) -> list[_Piece]:
        """A line without what was moved away; nothing where no passage of it has stayed."""
        stays = [piece for piece in line if piece.number not in self._moved]
        whole = len(stays) == len(line)
        return stays if whole or any(piece.number is not None for piece in stays) else []

    def _take_out(self, line: list[_Piece]) -> None:
        """Sets passages that were moved apart, with their paragraph where it came along."""
        moved = {n: self._moved[n] for piece in line if (n := piece.number) in self._moved}
        whole = _paragraph_around(self._now, moved)
        spans = (self._in_place | self._moved).items()
        if whole and not any(_meet(whole, span) for n, span in spans if n not in moved):
            for gap in self._gaps([line], moved, whole):
                self._fill_gap(gap)
            self._cuts.append(whole)
        else:
            self._cuts.extend(moved.values())

    def _fill_gap(self, gap: _Gap) -> None:
        now = gap.now.split(END)
        if len(now) == 1 or len(gap.lines) == 1:
            self._fill(_run_together(gap.lines), gap.now, gap.left, gap.right)
            return
        self._fill(gap.lines[0], now[0], gap.left, None)
        self._pair(gap.lines[1:-1], [text for text in now[1:-1] if text.strip()])
        self._fill(gap.lines[-1], now[-1], None, gap.right)

    def elsewhere(self) -> None:
        """Looks for what is still missed among the paragraphs that nothing is known of."""
        for line in self._lines:
            missed = [n for piece in line if (n := piece.number) is not None and self._misses(n)]
            if missed:
                self._find_line(line)
                for number in filter(self._misses, missed):
                    self._find_alone(number)
                self._strayed.update(number for number in missed if not self._misses(number))

    def by_place(self) -> None:
        """Takes for a missed passage what now stands in its place, however little it is alike."""
        for lines, texts in self._open:
            missed = [line for line in lines if any(self._misses(p.number) for p in line)]
            for old, new in reversed(pairs([_said(line) for line in missed], texts, least=0)):
                self._fill(missed[old], texts.pop(new), None, None)

    def added(self) -> list[str]:
        """The paragraphs that nothing is known of."""
        return [text for place in self._open for text in place.texts]

    def passages(self) -> Iterator[Passage]:
        """What became of each anchor, in the order of the export."""
        for number, anchor in enumerate(self._anchors):
            text = _cleaned(self._texts.get(number, ""))
            same = text.strip() == anchor.text.strip()
            yield Passage(anchor, self._state(number, same), anchor.text if same else text)

    def _state(self, number: int, same: bool) -> State:
        if self._misses(number):
            return State.GONE
        if number in self._strayed:
            return State.MOVED
        return State.KEPT if same else State.CHANGED

    def _misses(self, number: int | None) -> bool:
        return number is not None and number not in self._texts

    def _gaps(
        self, paragraphs: Sequence[list[_Piece]], spans: dict[int, Span], within: Span
    ) -> Iterator[_Gap]:
        """What was said and what is said between the `spans` of these paragraphs."""
        left: int | None = None
        lines: list[list[_Piece]] = []
        start = within.start
        for paragraph in paragraphs:
            lines.append([])
            for piece in paragraph:
                span = None if piece.number is None else spans.get(piece.number)
                if span is None:
                    lines[-1].append(piece)
                    continue
                yield _Gap(left, piece.number, lines, self._between(start, span.start))
                left, lines, start = piece.number, [[]], span.end
        yield _Gap(left, None, lines, self._between(start, within.end))

    def _between(self, start: int, end: int) -> str:
        """The text between two places, without what has come there from elsewhere."""
        cuts = [start]
        for span in sorted(self._cuts):
            if start <= span.start and span.end <= end:
                cuts.extend(span)
        cuts.append(end)
        return "".join(self._now[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True))

    def _pair(self, lines: Sequence[list[_Piece]], now: list[str]) -> None:
        old_start = new_start = 0
        paired = pairs([_said(line) for line in lines], now, least=_ALIKE)
        for old, new in (*paired, (len(lines), len(now))):
            self._open.append(_Open(lines[old_start:old], now[new_start:new]))
            if old < len(lines):
                self._fill(lines[old], now[new], None, None)
            old_start, new_start = old + 1, new + 1

    def _fill(
        self, pieces: Sequence[_Piece], now: str, left: int | None, right: int | None
    ) -> None:
        """Takes from `now` what each of the pieces has become, and its neighbours have gained."""
        held = [Held(piece.text, piece.number is not None) for piece in pieces]
        first, *parts, last = parts_now(held, now, before=left is not None, after=right is not None)
        for piece, text in zip(pieces, parts, strict=True):
            if piece.number is not None and text.strip() and self._misses(piece.number):
                self._texts[piece.number] = text
        if left is not None:
            self._texts[left] += first
        if right is not None:
            self._texts[right] = last + self._texts[right]

    def _find_line(self, line: Sequence[_Piece]) -> None:
        said = _said(line)
        alike = {text: likeness(said, text) for text in self.added()}
        found = max(alike, key=alike.__getitem__, default="")
        if found and alike[found] >= _SAME:
            self._remove(found)
            self._fill(line, found, None, None)

    def _find_alone(self, number: int) -> None:
        text = self._anchors[number].text
        holder = next((each for each in self.added() if text in each), None)
        if holder is not None and len(text) >= _TELLING:
            self._texts[number] = text
            if len(holder) < len(text) + _TELLING:
                self._remove(holder)

    def _remove(self, text: str) -> None:
        next(place.texts for place in self._open if text in place.texts).remove(text)


def _numbered(paragraphs: Sequence[Line]) -> list[list[_Piece]]:
    numbers = count()
    return [
        [_Piece(piece.text, next(numbers) if piece.anchor else None) for piece in line]
        for line in paragraphs
    ]


def _paragraph_around(text: str, spans: dict[int, Span]) -> Span | None:
    """The one paragraph in which all the spans lie."""
    if not spans:
        return None
    first, last = min(spans.values()).start, max(span.end for span in spans.values())
    if END in text[first:last]:
        return None
    return Span(text.rindex(END, 0, first) + 1, text.index(END, last))


def _meet(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def _run_together(lines: Sequence[list[_Piece]]) -> list[_Piece]:
    joined = [*lines[0]]
    for line in lines[1:]:
        joined += [_Piece(END), *line]
    return joined


def _said(line: Sequence[_Piece]) -> str:
    return "".join(piece.text for piece in line)


def _cleaned(text: str) -> str:
    """Letters and marks from different runs may only now have come together."""
    return END.join(map(clean, text.strip(END).split(END)))
