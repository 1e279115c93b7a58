"""What an office may choose about a document's content. How it looks is the form's affair."""

from enum import StrEnum

import msgspec


class IndicatorsAs(StrEnum):
    """How indicators print in the minutes; only the full table repeats what the text says."""

    TABLE = "table"
    PROSE = "prose"
    FULL_TABLE = "full_table"


class AttendeesAs(StrEnum):
    """How attendees print in the minutes."""

    LIST = "list"
    TABLE = "table"


class Part(StrEnum):
    """What may be left out of a document. What a form demands is not here."""

    DOCUMENTS = "documents"
    RESULTS = "results"
    DIRECTIONS = "directions"
    SPEECHES = "speeches"
    PETITIONS = "petitions"
    RECIPIENTS = "recipients"
    COPIES = "copies"
    DRAFT = "draft"


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The choices for one document. `without` names the parts that are left out."""

    indicators: IndicatorsAs = IndicatorsAs.TABLE
    attendees: AttendeesAs = AttendeesAs.LIST
    without: frozenset[Part] = frozenset()

    def has(self, part: Part) -> bool:
        """Whether a part goes in."""
        return part not in self.without
