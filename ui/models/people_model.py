"""The directory of people as a list: by given name, found without marks."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.language.folding import fold, matches
from app.language.names import given_name_key
from app.minutes.directory import Person
from ui.models.attendees_model import person_words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PeopleModel(QAbstractListModel):
    """All of them, or those that are looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: list[Person] = []
        self._shown: list[Person] = []
        self._typed, self._doubles = "", False

    def show(self, people: Sequence[Person]) -> None:
        """Show other people."""
        self._people = sorted(people, key=lambda person: (given_name_key(person.name), person.id))
        self._choose()

    def look_for(self, typed: str, *, doubles: bool) -> None:
        """Show those with these letters; `doubles`: those whose names others have too."""
        self._typed, self._doubles = typed, doubles
        self._choose()

    @property
    def everyone(self) -> Sequence[Person]:
        """All people, by given name."""
        return self._people

    def at(self, row: int) -> Person | None:
        """The person in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, person_id: str) -> int:
        """The row of a person, or -1."""
        return next((row for row, each in enumerate(self._shown) if each.id == person_id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return person_words(self._shown[index.row()])
        return None

    def _choose(self) -> None:
        names = Counter(fold(person.name) for person in self._people) if self._doubles else {}
        self.beginResetModel()
        self._shown = [
            person
            for person in self._people
            if matches(self._typed, person_words(person))
            and (not self._doubles or names[fold(person.name)] > 1)
        ]
        self.endResetModel()
