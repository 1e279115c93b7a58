"""The directories of people and bodies that the office knows: for type-ahead, not for records."""

from app.minutes.attendees import Position
from app.minutes.items import Item, Line
from app.minutes.words import Honorific


class Person(Item, frozen=True):
    """A person known to the office, with current positions."""

    name: Line = ""
    honorific: Honorific = Honorific.COMRADE
    positions: tuple[Position, ...] = ()
    body: Line = ""

    @property
    def titles(self) -> tuple[str, ...]:
        """The positions as plain text, in order."""
        return tuple(position.title for position in self.positions)


class KnownBody(Item, frozen=True):
    """A body known to the office."""

    name: Line = ""
