"""A vocabulary that can be asked what a few letters mean."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.language.completion import Index

if TYPE_CHECKING:
    from app.archive.vocabulary import Known, Vocabulary
    from app.minutes.directory import Person
    from app.minutes.figures import Indicator

_NOTHING: Index[str] = Index(())


class KnownWords:
    """`Suggestions` from a vocabulary, each word folded once."""

    def __init__(self, vocabulary: "Vocabulary") -> None:
        self._people = Index((person.name, person) for person in vocabulary.people)
        self._indicators = Index((each.name, each) for each in vocabulary.indicators)
        self._reported = vocabulary.reported
        self._words = {
            kind: Index((word, word) for word in words) for kind, words in vocabulary.words.items()
        }

    def people(self, typed: str) -> Sequence["Person"]:
        return self._people.find(typed)

    def indicators(self, typed: str) -> Sequence["Indicator"]:
        return self._indicators.find(typed)

    def reported(self, who: str, record_id: str) -> Sequence["Indicator"]:
        meetings = self._reported.get(who, ())
        return next((each.indicators for each in meetings if each.minutes_id != record_id), ())

    def words(self, kind: "Known", typed: str) -> Sequence[str]:
        return self._words.get(kind, _NOTHING).find(typed)
