"""The pages of the form, one file each; `PAGES` has them in the order of the rail."""

from typing import TYPE_CHECKING

from ui.pages.attendees_page import AttendeesPage
from ui.pages.conclusions_page import ConclusionsPage
from ui.pages.directions_page import DirectionsPage
from ui.pages.general_page import GeneralPage
from ui.pages.petitions_page import PetitionsPage
from ui.pages.results_page import ResultsPage
from ui.pages.signing_page import SigningPage
from ui.pages.speeches_page import SpeechesPage

if TYPE_CHECKING:
    from ui.pages.page import Page

PAGES: "tuple[type[Page], ...]" = (
    GeneralPage,
    AttendeesPage,
    ResultsPage,
    DirectionsPage,
    PetitionsPage,
    SpeechesPage,
    ConclusionsPage,
    SigningPage,
)
