"""Reading the paragraphs of an edited text: which words belong to which passage.

A run is a passage's id and its words, or "" and words that belong to none, such as the one space
that joins two passages. Nothing here loses, doubles or changes a character: the parts that come
out, joined by one space each, are the runs that went in.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

Run = tuple[str, str]
Paragraph = tuple[Run, ...]
Paragraphs = tuple[Paragraph, ...]

SPACE: Run = ("", " ")
"""What stands between two passages of a paragraph."""


@dataclass
class Part:
    """Words of one passage ("": of a new one). `glued`: no space parts it from the one before."""

    key: str
    text: str
    glued: bool = False


def text_of(paragraph: Paragraph) -> str:
    """The words of a paragraph as they are read."""
    return "".join(text for _, text in paragraph)


def parts_of(paragraph: Paragraph, known: Collection[str]) -> list[Part]:
    """The paragraph in parts, with at least one character each. A key not `known` is none."""
    parts: list[Part] = []
    ahead, apart = "", False
    runs = list(_merged(paragraph, known))
    for at, (key, text) in enumerate(runs):
        between = bool(parts), at + 1 < len(runs)
        if key:
            parts.append(Part(key, ahead + text, glued=bool(parts) and not apart))
            ahead, apart = "", False
        elif text.strip(" "):
            part, apart = _loose(text, *between)
            parts.append(part)
        elif parts:
            apart = between[1]
            parts[-1].text += text[apart:]
        elif between[1]:
            ahead = text
        else:
            parts.append(Part("", text))
    return parts


def unglued(parts: list[Part], alike: Callable[[str, str], bool]) -> list[Part]:
    """No part glued to another: those that are `alike` made one, else cut at the nearest space."""
    apart: list[Part] = []
    for part in parts:
        before = apart[-1] if part.glued and apart else None
        if before is None:
            apart.append(part)
        elif before.key == part.key or alike(before.key, part.key):
            before.text += part.text
            before.key = before.key or part.key
        elif not _cut_apart(before, part):
            before.text += part.text
        else:
            apart.append(part)
    return apart


def _merged(paragraph: Paragraph, known: Collection[str]) -> Iterator[Run]:
    told = ((key if key in known else "", text) for key, text in paragraph if text)
    for key, runs in groupby(told, key=itemgetter(0)):
        yield key, "".join(text for _, text in runs)


def _loose(text: str, after_one: bool, before_one: bool) -> tuple[Part, bool]:
    """Words of no passage as a part, without the spaces that part it from its neighbours."""
    start = after_one and text[0] == " "
    end = before_one and text[-1] == " "
    part = Part("", text[start : len(text) - end], glued=after_one and not start)
    return part, end


def _cut_apart(first: Part, second: Part) -> bool:
    """Cut at the space nearest to where the two touch; False where one would be left empty.

    A word that runs across goes to the first.
    """
    if len(first.text) > 1 and first.text[-1] == " ":
        first.text = first.text[:-1]
        return True
    word, _, rest = second.text.partition(" ")
    if not rest:
        return False
    first.text += word
    second.text = rest
    return True
