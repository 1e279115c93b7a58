"""The office's profiles as the window knows them: IT's first, then those kept in the archive."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.house import fixed_choices, offices_of
from app.settings.declared import OFFICE

if TYPE_CHECKING:
    from app.minutes.office import Office
    from app.minutes.record import Minutes
    from app.minutes.words import Form
    from app.settings.preferences import Preferences


class Kept(Protocol):
    """What of the archive is needed: `app.archive.offices.Offices` has it."""

    def all(self) -> list["Office"]: ...

    def save(self, office: "Office") -> None: ...

    def remove(self, office_id: str) -> None: ...


class Offices(QObject):
    """Read once and kept here, so that asking again costs nothing. `changed`: they are others."""

    changed = Signal()

    def __init__(
        self, preferences: "Preferences", new_id: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._new_id = new_id
        self._kept: Callable[[], Kept] | None = None
        self._read: tuple[Office, ...] | None = None

    def use(self, kept: Callable[[], Kept]) -> None:
        """Know the profiles of an archive from now on. They are read when first asked for."""
        self._kept, self._read = kept, None

    def all(self) -> Sequence["Office"]:
        """IT's profiles, then the archive's own; where both have one, it is as IT says, but for
        choices about documents that IT leaves open."""
        if self._read is None and self._kept is not None:
            self._read = tuple(self._kept().all())
        return offices_of(self._read or (), self._preferences.policy)

    def find(self, office_id: str) -> "Office | None":
        """The profile with this id, or None."""
        return next((office for office in self.all() if office.id == office_id), None)

    def is_fixed(self, office: "Office") -> bool:
        """Whether IT has set the profile, so that nobody changes it here."""
        return any(each.id == office.id for each in self._preferences.policy.offices)

    def fixed_choices(self, office_id: str, form: "Form") -> frozenset[str]:
        """The names of the choices that IT has made for an office's documents of a form."""
        return fixed_choices(office_id, form, self._preferences.policy)

    def chosen(self) -> "Office | None":
        """What new minutes start from: the one chosen, else the first there is."""
        return self.find(self._preferences[OFFICE]) or next(iter(self.all()), None)

    def start(self, record: "Minutes") -> "Minutes":
        """New minutes as the chosen office begins them."""
        from app.editing.from_office import with_office

        office = self.chosen()
        return with_office(record, office, self._new_id) if office else record

    def save(self, office: "Office") -> None:
        """Keep a profile in the archive. KnownError where that cannot be."""
        assert self._kept is not None
        self._kept().save(office)
        self._read_again()

    def remove(self, office_id: str) -> None:
        """Forget a profile; minutes made with it stay as they are."""
        assert self._kept is not None
        self._kept().remove(office_id)
        self._read_again()

    def _read_again(self) -> None:
        self._read = None
        self.changed.emit()
