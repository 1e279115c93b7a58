"""Paragraphs with keys: which key a paragraph keeps when text is typed, split, joined or pasted.

No Qt here, so that the rules can be read and tested alone.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Paragraph(NamedTuple):
    """One paragraph of an editor: its key never shows; a heading stands above what follows it."""

    key: str
    text: str
    heading: bool = False


class Change(NamedTuple):
    """What changed: from which paragraph on, and these paragraphs before and after."""

    at: int
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]

    @property
    def typed(self) -> bool:
        """Whether it is a change of the words of one paragraph, and nothing else."""
        return (
            len(self.before) == len(self.after) == 1
            and self.before[0].key == self.after[0].key
            and self.before[0].heading == self.after[0].heading
        )


def rekeyed(
    old: Sequence[Paragraph], texts: Sequence[str], new_key: Callable[[], str]
) -> list[Paragraph]:
    """`texts` as paragraphs that keep the keys of `old` wherever the same paragraph goes on.

    Unchanged paragraphs at both ends keep theirs, so that Enter before a text moves the text and
    not its key; of the rest the first of a split, and the first of what is joined, keeps it.
    """
    shared = min(len(old), len(texts))
    head = next((i for i in range(shared) if old[i].text != texts[i]), shared)
    rest = shared - head
    tail = next((i for i in range(rest) if old[-1 - i].text != texts[-1 - i]), rest)
    middle = _in_place(old[head : len(old) - tail], texts[head : len(texts) - tail], new_key)
    return [*old[:head], *middle, *old[len(old) - tail :]]


def _in_place(
    old: Sequence[Paragraph], texts: Sequence[str], new_key: Callable[[], str]
) -> list[Paragraph]:
    kept = [paragraph._replace(text=text) for paragraph, text in zip(old, texts, strict=False)]
    return kept + [Paragraph(new_key(), text) for text in texts[len(kept) :]]


def same(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs show and mean the same. Headings are known by their words alone."""
    return one == other or (one.heading and other.heading and one.text == other.text)


def differing(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[int, int, int] | None:
    """Where two lists differ: start, end in `old`, end in `new`. None where they do not.

    Both spans hold at least one paragraph, so that one text can take the place of the other.
    """
    shared = min(len(old), len(new))
    head = next((i for i in range(shared) if not same(old[i], new[i])), shared)
    if head == len(old) == len(new):
        return None
    rest = shared - head
    tail = next((i for i in range(rest) if not same(old[-1 - i], new[-1 - i])), rest)
    if head in (len(old) - tail, len(new) - tail):
        head, tail = (head - 1, tail) if head else (head, tail - 1)
    return head, len(old) - tail, len(new) - tail


def moved(
    paragraphs: Sequence[Paragraph], first: int, last: int, by: int
) -> list[Paragraph] | None:
    """With the paragraphs `first` to `last` moved up or down; None where there is no room."""
    if first + by < 0 or last + by >= len(paragraphs):
        return None
    block = paragraphs[first : last + 1]
    others = [*paragraphs[:first], *paragraphs[last + 1 :]]
    return [*others[: first + by], *block, *others[first + by :]]
