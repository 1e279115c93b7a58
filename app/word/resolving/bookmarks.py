"""Where the bookmarks of an export stand now: in the order they had, or moved, or lost."""

from bisect import bisect_left
from collections.abc import Sequence

from app.word.resolving.accepted import END, Accepted, Span
from app.word.resolving.alignment import longest_rise
from app.word.resolving.exported import Anchor

Spans = dict[int, Span]
"""Stretches of the text by the anchors' numbers."""


def standing(anchors: Sequence[Anchor], now: Accepted) -> tuple[Spans, Spans]:
    """Those that follow one another as they were exported, and those that were moved."""
    spans = _spans(anchors, now)
    in_place = _in_place(spans)
    return in_place, _apart(spans, in_place)


def _spans(anchors: Sequence[Anchor], now: Accepted) -> Spans:
    """Where the bookmarks are that still hold some text, by the anchors' numbers."""
    found: Spans = {}
    for number, anchor in enumerate(anchors):
        span = now.bookmarks.get(anchor.bookmark)
        text = span.of(now.text) if span else ""
        if span and text.strip():
            inner = text.strip(END)
            start = span.start + text.index(inner)
            found[number] = Span(start, start + len(inner))
    return found


def _in_place(spans: Spans) -> Spans:
    """The most of them that follow one another as they were exported."""
    numbers = [*spans]
    taken: Spans = {}
    end = 0
    for at in longest_rise([spans[number].start for number in numbers]):
        span = spans[numbers[at]]
        if span.start >= end:
            taken[numbers[at]] = span
            end = span.end
    return taken


def _apart(spans: Spans, in_place: Spans) -> Spans:
    """Those that stand elsewhere. One that overlaps another tells nothing: it counts as lost."""
    taken = sorted(in_place.values())
    found: Spans = {}
    for number, span in spans.items():
        if number in in_place:
            continue
        after = bisect_left(taken, span)
        free = after == 0 or taken[after - 1].end <= span.start
        if free and (after == len(taken) or span.end <= taken[after].start):
            found[number] = span
            taken.insert(after, span)
    return found
