"""What pages ask for type-ahead: people, indicators and words that were written before."""

from collections.abc import Sequence
from typing import Protocol

from app.archive.vocabulary import Known
from app.minutes.directory import Person
from app.minutes.figures import Indicator


class Suggestions(Protocol):
    """What a few typed letters may mean, best first; marks need not be typed.

    It answers at once, with nothing where nothing is known (yet): it never makes typing wait.
    """

    def people(self, typed: str) -> Sequence[Person]: ...

    def indicators(self, typed: str) -> Sequence[Indicator]:
        """Indicators as last reported, with units but without figures."""

    def reported(self, who: str, record_id: str) -> Sequence[Indicator]:
        """The indicators of the last meeting of `who` that is not the record with an id."""

    def words(self, kind: Known, typed: str) -> Sequence[str]:
        """Words of a kind: bodies, positions, units, … those of the open record too."""


class NoSuggestions:
    """Knows nothing: for pages without an archive."""

    def people(self, _typed: str) -> Sequence[Person]:
        return ()

    def indicators(self, _typed: str) -> Sequence[Indicator]:
        return ()

    def reported(self, _who: str, _record_id: str) -> Sequence[Indicator]:
        return ()

    def words(self, _kind: Known, _typed: str) -> Sequence[str]:
        return ()


NO_SUGGESTIONS = NoSuggestions()
