"""A text whose words belong to ranges, each known by its key: what becomes of them when one types.

A paragraph is a tuple of runs: a range's key and its words, or "" and words of no range (the space
between two ranges). No Qt here, so that the rules can be read and tested alone.
"""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

Run = tuple[str, str]
Paragraph = tuple[Run, ...]

# What is said to its end: the mark of a sentence, and what closes after it.
_ENDED = re.compile(r"[.;?!…][)\]”’»\"']*$")


class Point(NamedTuple):
    """A place in the text: the number of a paragraph, and characters from its start."""

    paragraph: int
    offset: int


class Span(NamedTuple):
    """Where two texts differ: from `start` on, to an end in the old one and in the new one."""

    start: int
    old_end: int
    new_end: int


def text_of(paragraph: Paragraph) -> str:
    """The words of a paragraph."""
    return "".join(text for _, text in paragraph)


def whole_text(paragraphs: Sequence[Paragraph]) -> str:
    """The words of all paragraphs, one on a line of its own each."""
    return "\n".join(map(text_of, paragraphs))


def replaced(
    paragraphs: Sequence[Paragraph],
    span: Span,
    text: str,
    closing: Container[str],
    left: str = "",
) -> list[Paragraph]:
    """The paragraphs with `text` in the place of what `span` tells of them.

    New words belong to the range they follow, else to the one they stand before. A range of
    `closing` takes no new sentence: after its full stop, a space leaves it. The range `left` is
    complete as it is: after any of its words a space leaves it.
    """
    start, end = _point(paragraphs, span.start), _point(paragraphs, span.old_end)
    head, _ = split(paragraphs[start.paragraph], start.offset)
    _, tail = split(paragraphs[end.paragraph], end.offset)
    *first, last = text.split("\n")
    if not first:
        middle = [_joined(_with_typed(head, tail, last, closing, left), tail)]
    else:
        middle = [_joined(_with_typed(head, (), first[0], closing, left))]
        middle += [(("", line),) if line else () for line in first[1:]]
        middle.append(_joined([(tail[0][0] if tail else "", last)], tail))
    return [*paragraphs[: start.paragraph], *middle, *paragraphs[end.paragraph + 1 :]]


def _point(paragraphs: Sequence[Paragraph], offset: int) -> Point:
    """Where a character of the whole text is."""
    for number, paragraph in enumerate(paragraphs):
        length = len(text_of(paragraph))
        if offset <= length:
            return Point(number, offset)
        offset -= length + 1
    raise ValueError("the text has not so many characters")


def split(paragraph: Paragraph, offset: int) -> tuple[list[Run], list[Run]]:
    """The runs before and after a character; one that goes across is on both sides."""
    head: list[Run] = []
    tail: list[Run] = []
    for key, text in paragraph:
        if offset > 0:
            head.append((key, text[:offset]))
        if offset < len(text):
            tail.append((key, text[max(0, offset) :]))
        offset -= len(text)
    return head, tail


def place_of(paragraphs: Sequence[Paragraph], key: str) -> tuple[Point, Point] | None:
    """Where a range begins and ends."""
    for number, paragraph in enumerate(paragraphs):
        offset = 0
        for found, text in paragraph:
            if found == key:
                return Point(number, offset), Point(number, offset + len(text))
            offset += len(text)
    return None


def key_at(paragraph: Paragraph, offset: int) -> str:
    """The range at a cursor: the one that ends there before the one that begins there."""
    head, tail = split(paragraph, offset)
    return (head[-1][0] if head else "") or (tail[0][0] if tail else "")


def space_between(before: str, after: str) -> str:
    """What joins two paragraphs made one: a space, unless a word was cut in two or one is there."""
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return ""
    in_a_word = before[-1].isalnum() and after[0].isalnum() and not after[0].isupper()
    return "" if in_a_word else " "


def _with_typed(
    head: list[Run], tail: Sequence[Run], typed: str, closing: Container[str], left: str
) -> list[Run]:
    before = head[-1][0] if head else ""
    after = tail[0][0] if tail else ""
    if before and before in closing and before != after and _begins_anew(*head[-1], typed, left):
        said = head[-1][1].rstrip()
        return [*head[:-1], (before, said), ("", head[-1][1][len(said) :] + typed)]
    return [*head, (before or after, typed)]


def _begins_anew(key: str, said: str, typed: str, left: str) -> bool:
    """Whether what is typed after `said` is another sentence."""
    if not typed.strip() or not (key == left or _ENDED.search(said.rstrip())):
        return False
    return typed[0].isspace() or said[-1].isspace()


def _joined(*parts: Sequence[Run]) -> Paragraph:
    """Runs in a row as one paragraph: none of them empty, neighbours of one key made one."""
    joined: list[Run] = []
    for part in parts:
        for key, text in part:
            if text and joined and joined[-1][0] == key:
                joined[-1] = (key, joined[-1][1] + text)
            elif text:
                joined.append((key, text))
    return tuple(joined)
