"""What the dialog of people works with: the directory in the archive, and what is done to it."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.archive.past import Past
from app.archive.people import People
from app.minutes.directory import Person
from app.minutes.words import Honorific
from app.people_file import Rows, read_rows, write_people


class Directory(QObject):
    """`changed`: people came, went, or are something else now."""

    changed = Signal()

    def __init__(
        self,
        people: People,
        new_id: Callable[[], str],
        today: Callable[[], datetime.date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._people, self._new_id, self._today = people, new_id, today

    def everyone(self) -> list[Person]:
        return self._people.people()

    def past(self, person_id: str) -> list[Past]:
        return self._people.past(person_id)

    def new(self) -> Person:
        """Somebody who is not kept until there is a name."""
        return Person(id=self._new_id())

    def keep(self, person: Person) -> None:
        """Keep what a person is from today on."""
        self._people.change(person, self._today())
        self.changed.emit()

    def remove(self, people: Sequence[Person]) -> None:
        for person in people:
            self._people.remove(person.id)
        self.changed.emit()

    def merge(self, kept: Person, doubles: Sequence[Person]) -> None:
        self._people.merge(kept.id, [double.id for double in doubles], self._today())
        self.changed.emit()

    def read(self, path: Path) -> Rows:
        return read_rows(path)

    def write(self, people: Sequence[Person], path: Path) -> None:
        write_people(people, path)

    def take(self, people: Sequence[Person]) -> tuple[int, int]:
        """Take people in: how many are new, and how many were known and are changed.

        Somebody with the name of exactly one person is that person; what the file leaves empty
        stays.
        """
        known: dict[str, list[Person]] = {}
        for person in self.everyone():
            known.setdefault(person.name, []).append(person)
        new = changed = 0
        for person in people:
            same = known.get(person.name, [])
            now = _with_more(same[0], person) if len(same) == 1 else person
            if now is person:
                known.setdefault(person.name, []).append(person)
                new += 1
            elif now != same[0]:
                changed += 1
            if now not in same:
                self._people.change(now, self._today())
        self.changed.emit()
        return new, changed


def _with_more(known: Person, told: Person) -> Person:
    same = told.titles == known.titles
    # A file without that column tells of everybody as comrade.
    spoken = known.honorific if told.honorific is Honorific.COMRADE else told.honorific
    return known.but(
        honorific=spoken,
        positions=known.positions if same or not told.titles else told.positions,
        body=told.body or known.body,
    )
