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


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The choices for one document."""

    indicators: IndicatorsAs = IndicatorsAs.TABLE
    attendees: AttendeesAs = AttendeesAs.LIST
