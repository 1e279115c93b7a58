"""The pages of the form before they are made: what the rail and the window need to know of each."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from app.marking import N_
from ui.pages import badges

if TYPE_CHECKING:
    from app.minutes.record import Minutes
    from ui.pages.page import Page


class PageKind(NamedTuple):
    """A page of the form. `load` imports its class: not before the page is first wanted."""

    load: "Callable[[], type[Page]]"
    title: str
    """What the rail says: a message of the catalogue."""
    sections: frozenset[str]
    """The fields of Minutes that the page shows; only changes of these refresh it."""
    badge: Callable[["Minutes"], str] = badges.nothing
    at_home: bool = True
    """Whether what the page shows is at home there, or only listed (a petition is in a speech)."""


def _load(module: str, name: str) -> "type[Page]":
    return cast("type[Page]", getattr(import_module(f"ui.pages.{module}"), name))


GENERAL = PageKind(
    partial(_load, "general_page", "GeneralPage"),
    N_("General"),
    frozenset({"meeting", "form", "office", "agenda", "unsorted"}),
)
ATTENDEES = PageKind(
    partial(_load, "attendees_page", "AttendeesPage"),
    N_("Attendees"),
    frozenset({"attendees"}),
    badges.attendees,
)
RESULTS = PageKind(
    partial(_load, "results_page", "ResultsPage"),
    N_("Results"),
    frozenset({"results", "indicators", "tally"}),
    badges.wrong_figures,
)
DIRECTIONS = PageKind(
    partial(_load, "directions_page", "DirectionsPage"),
    N_("Directions"),
    frozenset({"directions", "targets"}),
)
PETITIONS = PageKind(
    partial(_load, "petitions_page", "PetitionsPage"),
    N_("Petitions"),
    frozenset({"speeches", "meeting"}),
    badges.petitions_made,
    at_home=False,
)
SPEECHES = PageKind(
    partial(_load, "speeches_page", "SpeechesPage"),
    N_("Speeches"),
    frozenset({"speeches", "attendees", "agenda", "meeting", "form"}),
    badges.speeches,
)
CONCLUSIONS = PageKind(
    partial(_load, "conclusions_page", "ConclusionsPage"),
    N_("Conclusions"),
    frozenset({"speeches", "attendees", "meeting", "prior_tasks"}),
    badges.conclusions_drawn,
    at_home=False,
)
SIGNING = PageKind(
    partial(_load, "signing_page", "SigningPage"),
    N_("Signing, recipients"),
    frozenset({"issuances", "form"}),
)
PAGES = (
    *(GENERAL, ATTENDEES, RESULTS, DIRECTIONS),
    *(PETITIONS, SPEECHES, CONCLUSIONS, SIGNING),
)
"""In the order of the rail."""

CLASSIFIED_FORBIDDEN = N_(
    "Classified minutes are forbidden on this computer by policy, so no security mark can be given."
    " Write them on a computer that is meant for it."
)
"""What the page of signing refuses to take; the commands then offer to erase."""
READ_ONLY = N_("These minutes can only be read now; nothing was changed.")
"""What every page refuses then."""
