"""The house (cơ quan): what its profiles and its IT say about documents.

A value: it goes to any thread and process.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.settings.computer import path_of
from app.settings.declared import CLASSIFIED, FORMS

if TYPE_CHECKING:
    from app.minutes.office import Office
    from app.minutes.words import Form
    from app.settings.policy import Policy
    from app.settings.preferences import Preferences


class House(NamedTuple):
    """The offices' profiles; the folder of IT's own forms; whether minutes may be classified."""

    offices: tuple["Office", ...] = ()
    forms: Path | None = None
    classified: bool = True

    def office(self, office_id: str) -> "Office | None":
        """The profile with an id, or None."""
        return next((office for office in self.offices if office.id == office_id), None)


def house_of(
    kept: Iterable["Office"], preferences: "Preferences", environment: Mapping[str, str]
) -> House:
    """What holds on this computer: `kept` are the archive's profiles; IT's go before them."""
    return House(
        offices=tuple(offices_of(kept, preferences.policy)),
        forms=path_of(FORMS, preferences, environment),
        classified=preferences[CLASSIFIED],
    )


def offices_of(kept: Iterable["Office"], policy: "Policy") -> list["Office"]:
    """IT's profiles, then the archive's. A profile that IT has set is as IT says, but for choices
    about documents that IT leaves open."""
    own = {office.id: office for office in kept}
    given = [_with_own_choices(office, own.pop(office.id, None)) for office in policy.offices]
    return [*given, *own.values()]


def fixed_choices(office_id: str, form: "Form", policy: "Policy") -> frozenset[str]:
    """The names of the choices that IT has made for an office's documents of a form."""
    from app.documents.choices import choices_of

    given = next((office for office in policy.offices if office.id == office_id), None)
    return frozenset(choices_of(given, form))


def _with_own_choices(given: "Office", own: "Office | None") -> "Office":
    if own is None:
        return given
    fixed = {choice.name for choice in given.choices}
    added = tuple(choice for choice in own.choices if choice.name not in fixed)
    return given.but(choices=(*given.choices, *added))
