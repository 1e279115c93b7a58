"""What the indexes of a damaged archive say: names whose rows are lost, and the abbreviations, a
small table that is itself an index.
"""

from collections.abc import Iterator
from typing import NamedTuple

from app.archive.damage.pages import INDEX_INTERIOR, INDEX_LEAF, Pages, Row, Value

_ABOUT = "written_by"
"""The only other table of two texts that is an index speaks of the program, by this name."""


def is_ours(text: str) -> bool:
    """Whether it is an id, a time or a word of ours, not something that people wrote."""
    return text.isascii() and not any(letter.isspace() for letter in text.strip())


class Prose(NamedTuple):
    """An index of text that people wrote: of which column, and what else its rows hold.

    `text` and `number` are places in a row; without a number it does not say whose the text is.
    """

    table: str
    column: str
    key: str
    width: int
    text: int
    number: int | None

    def fits(self, row: Row) -> bool:
        if len(row.values) != self.width:
            return False
        text = row.values[self.text]
        others = [value for at, value in enumerate(row.values) if at != self.text]
        return isinstance(text, str) and not is_ours(text) and all(map(_is_number, others))


PROSE = (
    Prose("attendee", "name", "minutes_number", width=3, text=0, number=1),
    Prose("minutes", "meeting_host_name", "number", width=4, text=1, number=3),
    Prose("measure", "unit", "", width=2, text=0, number=None),
)


class Heard(NamedTuple):
    """A text, where it stood, and the number of its record if that is known."""

    of: Prose
    text: str
    number: Value


class Abbreviation(NamedTuple):
    """What is written out as one types, and how."""

    short: str
    long: str


def read(pages: Pages) -> Iterator[Heard | Abbreviation]:
    """Every text that people wrote that is in an index, and every abbreviation."""
    for row in _rows(pages):
        match row.values:
            case (str(short), str(long)) if short != _ABOUT:
                yield Abbreviation(short, long)
        for index in PROSE:
            if index.fits(row):
                number = None if index.number is None else row.values[index.number]
                yield Heard(index, str(row.values[index.text]), number)


def _rows(pages: Pages) -> Iterator[Row]:
    for number in range(2, pages.count + 1):
        if pages.kind(number) in (INDEX_LEAF, INDEX_INTERIOR):
            yield from (row for row in pages.entries(number) if row is not None)


def _is_number(value: Value) -> bool:
    """Whether it may be a number, nothing, or the time when a record was put into the bin."""
    return not isinstance(value, str) or (value[:2] == "20" and is_ours(value))
