"""What is searched in a record, and what the user's words mean to the search.

Nothing that a user types can be a syntax error: every word goes in quoted.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.archive.shape import minutes_layout
from app.language.folding import fold
from app.language.matching import terms_of
from app.minutes.record import Minutes
from app.minutes.structure import walk
from app.minutes.text import clean

_LONGEST = 1_000
"""Characters of a search that are looked at; what is pasted by mistake may be a whole book."""


class Indexed(NamedTuple):
    """The text of a record as it is searched."""

    exact: str
    folded: str


class Query(NamedTuple):
    """Two questions for the index: the words with just these marks, and with any others only."""

    exact: str
    others: str


def indexed(record: Minutes) -> Indexed:
    """All text in a record that people read, one piece a line."""
    layout = minutes_layout()
    pieces = (
        piece
        for item in walk(record)
        for column in layout.table(type(item)).columns
        if column.prose and (piece := column.read(item))
    )
    text = "\n".join(map(str, pieces))
    return Indexed(text, fold(text))


def query(typed: str) -> Query | None:
    """What to ask for the words typed, or None where there is no word in them.

    All words must be there, those in quotes as a phrase; the last is taken for a beginning.
    """
    typed = clean(typed[:_LONGEST])
    terms, ended = terms_of(typed)
    if not terms:
        return None
    exact = _match("exact", terms, ended=ended)
    folded = _match("folded", [fold(term) for term in terms], ended=ended)
    return Query(exact, f"({folded}) NOT ({exact})")


def _match(column: str, terms: Sequence[str], *, ended: bool) -> str:
    quoted = " AND ".join(f'"{term}"' for term in terms)
    return f"{column} : ({quoted}{'' if ended else ' *'})"
