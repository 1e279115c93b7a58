"""What a finding is. Rules are functions of the record, told apart by topic in their own files."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from app.minutes.place import Place
from app.minutes.record import Minutes


class Severity(StrEnum):
    """An error keeps the document from being right; a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


class Finding(NamedTuple):
    """One thing to look at: where, how bad, what (`message` with its `places`), how to mend it.

    `message` and `mend` are messages of the catalogue; `rule` names the rule for tests and help.
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    mend: str
    places: Mapping[str, str] = {}


Rule = Callable[[Minutes], Iterator[Finding]]


def shortened(text: str, limit: int = 60) -> str:
    """The start of a text, for naming it in a message."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
