"""Takes paragraphs apart where people put two things into one: at line breaks, tabs and wide gaps.

Only letterheads and signatures are read that way.
"""

import re
from collections.abc import Iterator
from typing import Final

from app.language.folding import fold
from app.word.checking.reading import Paragraph, Run

_IN_CELL: Final = re.compile("(\n)")
_GAP: Final = r"(?<![ \u00a0])(?<!ngày)(?<!tháng)(?<!năm)[ \u00a0]{3,}(?!tháng|năm)"  # blank dates
_OUTSIDE: Final = re.compile(rf"(\n|\t+|{_GAP})")
_SPACED_LETTERS: Final = re.compile(r"\w( \w)+")


def pieces(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The pieces of a paragraph that show something; the whole where there is only one."""
    separator = _IN_CELL if paragraph.spot else _OUTSIDE
    spaced = _SPACED_LETTERS.fullmatch(fold(paragraph.text))
    if spaced or not separator.search(paragraph.text.strip()):
        yield paragraph
        return
    number = 0
    for line in _lines(paragraph, separator):
        said = [(at, runs) for at, runs in enumerate(line) if any(r.text.strip() for r in runs)]
        for across, (at, runs) in enumerate(said):
            # Alone in its line and not at its start, it was pushed to the right.
            pushed = len(said) == 1 and at > 0
            yield paragraph._replace(runs=runs, part=number, across=across or int(pushed))
            number += 1


def folded(paragraph: Paragraph) -> str:
    """Its text without marks and case, set wide or not: "B I Ê N  B Ả N" is "bien ban"."""
    return fold_wide(paragraph.text)


def is_shouted(paragraph: Paragraph) -> bool:
    """Whether it prints in capitals, typed or set."""
    return paragraph.shown == paragraph.shown.upper() and any(map(str.isalpha, paragraph.text))


def fold_wide(text: str) -> str:
    """`fold(text)`, with letters that were spaced out by hand put together again."""
    if not _SPACED_LETTERS.fullmatch(fold(text)):
        return fold(text)
    words = re.split(r"\s{2,}", text.strip())
    return " ".join(fold(word).replace(" ", "") for word in words)


def _lines(paragraph: Paragraph, separator: re.Pattern[str]) -> Iterator[list[tuple[Run, ...]]]:
    """The pieces between separators, line by line."""
    line, piece = list[tuple[Run, ...]](), list[Run]()
    for run in paragraph.runs:
        for part in separator.split(run.text):
            if separator.fullmatch(part):
                line.append(tuple(piece))
                piece = []
                if part == "\n":
                    yield line
                    line = []
            elif part:
                piece.append(run._replace(text=part))
    yield [*line, tuple(piece)]
