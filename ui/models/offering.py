"""How a few letters in a cell become offers: what they are looked up in, and which is meant."""

import re
from collections.abc import Callable, Sequence

from app.archive.vocabulary import Known
from app.language.completion import spelled_out
from app.minutes.items import Item
from ui.models.suggestions import Suggestions
from ui.widgets.offers import Offer, Offered

Look = Callable[[Suggestions, str, Sequence[Item]], Offered]
"""What is offered for the text before the cursor, in a table of items."""
LEAST_LETTERS = 2
"""Fewer letters mean nothing yet; the offers are shown all the same."""


def offered(typed: str, offers: Sequence[Offer], start: int = 0) -> Offered:
    """Offers for what was typed from `start` on, without what stands there already."""
    text = typed.strip()
    others = [offer for offer in offers if offer.text != text or offer.value is not None]
    if not text or not others:
        return Offered()
    known, first = any(offer.text == text for offer in offers), others[0]
    stands = known or spelled_out(text, first.text, any_case=first.value is None)
    return Offered(others, start, len(text) >= LEAST_LETTERS and not stands)


def whole_line(kind: Known) -> Look:
    """The line is one word of a kind."""

    def look(suggestions: Suggestions, text: str, _items: Sequence[Item]) -> Offered:
        return offered(text, _words(suggestions, kind, text))

    return look


def each_of(kind: Known, separators: str) -> Look:
    """The line has several words of a kind, with separators between."""
    gap = re.compile(rf"[{re.escape(separators)}]\s*")

    def look(suggestions: Suggestions, text: str, _items: Sequence[Item]) -> Offered:
        start = max((found.end() for found in gap.finditer(text)), default=0)
        typed = text[start:]
        return offered(typed, _words(suggestions, kind, typed), start)

    return look


def a_name(suggestions: Suggestions, text: str, _items: Sequence[Item]) -> Offered:
    """The line is somebody's name, and no more."""
    return offered(text, [Offer(person.name) for person in suggestions.people(text)])


def _words(suggestions: Suggestions, kind: Known, typed: str) -> list[Offer]:
    return [Offer(word) for word in suggestions.words(kind, typed)] if typed.strip() else []
