"""Words of the open record that may come again in it: bodies, positions, units, fields."""

from collections.abc import Iterator, Mapping

from app.archive.vocabulary import Known
from app.minutes.attendees import Attendee, Position
from app.minutes.figures import Indicator, Measure, Target
from app.minutes.items import Item
from app.minutes.meeting import Body, Meeting
from app.minutes.record import Direction, Minutes, Result
from app.minutes.speeches import Assignment
from app.minutes.structure import walk

Words = Mapping[Known, tuple[str, ...]]
_SECTIONS = (
    "meeting", "attendees", "results", "indicators", "directions", "targets", "speeches"
)  # fmt: skip


class OwnWords:
    """Looks again only into sections that have changed: it is asked at every key."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[object, Words]] = {}

    def of(self, record: Minutes, kind: Known) -> tuple[str, ...]:
        """The words of a kind in a record, each once."""
        found = (word for name in _SECTIONS for word in self._in(record, name).get(kind, ()))
        return tuple(dict.fromkeys(found))

    def _in(self, record: Minutes, name: str) -> Words:
        section = getattr(record, name)
        seen, words = self._seen.get(name, (None, {}))
        if seen is not section:
            words = _words_in((section,) if isinstance(section, Meeting) else section)
            self._seen[name] = section, words
        return words


def _words_in(section: tuple[Item | Meeting, ...]) -> Words:
    words: dict[Known, dict[str, None]] = {}
    for part in section:
        for item in walk(part) if isinstance(part, Item) else (part,):
            for kind, word in _words(item):
                if word:
                    words.setdefault(kind, {})[word] = None
    return {kind: tuple(found) for kind, found in words.items()}


def _words(item: Item | Meeting) -> Iterator[tuple[Known, str]]:
    match item:
        case Attendee():
            yield Known.BODY, item.body
            yield Known.GROUP, item.name if item.group else ""
        case Meeting(host=Body(name=name)) | Assignment(lead=Body(name=name)) | Body(name=name):
            yield Known.BODY, name
        case Position():
            yield Known.POSITION, item.title
        case Measure():
            yield Known.UNIT, item.unit
        case Indicator() | Target() | Result() | Direction():
            yield Known.FIELD, item.field
