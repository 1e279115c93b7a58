"""Takes paragraphs apart where people put two things into one: at line breaks, tabs and wide gaps.

Only letterheads and signatures are read that way.
"""

import re
from collections.abc import Iterator
from typing import Final

from app.language.folding import fold
from app.word.checking.reading import Paragraph, Run

_IN_CELL: Final = re.compile("(\n)")
_OUTSIDE: Final = re.compile("(\n|\t+|[ \u00a0]{3,})")
_SPACED_LETTERS: Final = re.compile(r"\w( \w)+")


def pieces(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The pieces of a paragraph that show something; the whole where there is only one."""
    separator = _IN_CELL if paragraph.spot else _OUTSIDE
    if not separator.search(paragraph.text.strip()):
        yield paragraph
        return
    parts = list(_split(paragraph, separator))
    for number, (across, runs) in enumerate(parts):
        # What is drawn hangs on the paragraph, below its last line.
        lines = paragraph.lines if number == len(parts) - 1 else ()
        piece = paragraph._replace(runs=runs, part=number, across=across, lines=lines)
        if not piece.blank:
            yield piece


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


def _split(
    paragraph: Paragraph, separator: re.Pattern[str]
) -> Iterator[tuple[int, tuple[Run, ...]]]:
    """The runs between separators, each with how many pieces stand before it in its line."""
    across, current = 0, list[Run]()
    for run in paragraph.runs:
        for part in separator.split(run.text):
            if separator.fullmatch(part):
                yield across, tuple(current)
                across, current = (0 if part == "\n" else across + 1), []
            elif part:
                current.append(run._replace(text=part))
    yield across, tuple(current)
