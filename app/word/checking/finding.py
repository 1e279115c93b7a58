"""What a finding about a Word file is: where, what it has, what is needed, how to mend it.

Everything said is a message of the catalogue with named places; nothing here reads a file.
"""

from typing import NamedTuple

from app.errors import Texts
from app.marking import N_
from app.minutes.findings import Severity

__all__ = ["FormatFinding", "RuleName", "Said", "Severity", "Where", "amount", "said"]


class Said(NamedTuple):
    """A message of the catalogue and its places, which may be messages themselves."""

    message: str
    places: tuple[tuple[str, object], ...] = ()

    def told(self, texts: Texts) -> str:
        """The message in the language of `texts`."""
        places = {
            name: place.told(texts) if isinstance(place, Said) else place
            for name, place in self.places
        }
        return texts(self.message, **places)


def said(message: str, **places: object) -> Said:
    """`message` (marked with N_) with its places."""
    return Said(message, tuple(places.items()))


class RuleName(NamedTuple):
    """A rule: the typographic role, its property, and the key of the source that asks for it."""

    role: str
    property: str
    source: str

    def __str__(self) -> str:
        return f"{self.role}.{self.property}, {self.source}"


class Where(NamedTuple):
    """A place in the file; `paragraph` 0: not one paragraph but the page or the whole.

    `others`: in how many more paragraphs the same was found.
    """

    place: Said
    paragraph: int = 0
    others: int = 0

    def told(self, texts: Texts) -> str:
        """The place in the language of `texts`."""
        if not self.others:
            return self.place.told(texts)
        return texts(
            N_("{place} and {count} more"), place=self.place.told(texts), count=self.others
        )


class FormatFinding(NamedTuple):
    """One thing in which the file departs from the form. An error keeps it from being accepted."""

    where: Where
    has: Said
    needs: Said
    mend: Said
    rule: RuleName
    severity: Severity = Severity.ERROR

    def told(self, texts: Texts) -> str:
        """All of it as one line."""
        return texts(
            N_("{where}: {has}; needed: {needs}. {mend} [{rule}, {severity}]"),
            where=self.where.told(texts),
            has=self.has.told(texts),
            needs=self.needs.told(texts),
            mend=self.mend.told(texts),
            rule=self.rule,
            severity=self.severity,
        )


def amount(value: float) -> str | Said:
    """A measure with at most two decimals, written as the reader's language writes them."""
    whole, _, decimals = f"{value:.2f}".rstrip("0").rstrip(".").partition(".")
    if not decimals:
        return whole
    return said(N_("{whole}.{decimals}"), whole=whole, decimals=decimals)
