"""What the user's words mean to the search.

Nothing that a user types can be a syntax error: every word goes in quoted.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.language.folding import fold
from app.language.matching import terms_of
from app.minutes.text import clean

_LONGEST = 1_000
"""Characters of a search that are looked at; what is pasted by mistake may be a whole book."""


class Query(NamedTuple):
    """Two questions for the index: the words with just these marks, and with any others only."""

    exact: str
    others: str


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
