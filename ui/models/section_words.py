"""What the sections of the record are called in sentences."""

from collections.abc import Iterable, Mapping

from app.language.catalogue import Catalogue
from app.marking import N_

SECTIONS: Mapping[str, str] = {
    "form": N_("General"),
    "meeting": N_("General"),
    "office": N_("General"),
    "agenda": N_("Agenda"),
    "unsorted": N_("Not yet sorted"),
    "attendees": N_("Attendees"),
    "results": N_("Results"),
    "indicators": N_("Indicators"),
    "tally": N_("Indicators"),
    "directions": N_("Directions"),
    "targets": N_("Targets"),
    "speeches": N_("Speeches"),
    "votes": N_("Votes"),
    "issuances": N_("Signing, recipients"),
    "prior_tasks": N_("Tasks of the earlier meeting"),
}
"""In the order of the pages; several sections may stand under one name."""


def section_names(sections: Iterable[str], texts: Catalogue) -> list[str]:
    """The names of some sections, each once, in the order of the pages."""
    wanted = set(sections)
    names = [texts(words) for section, words in SECTIONS.items() if section in wanted]
    return list(dict.fromkeys(names))
