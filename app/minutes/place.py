"""Where something is in a record: for edits, undo, findings and the origins of printed text."""

from typing import NamedTuple


class Place(NamedTuple):
    """A field of an item in a section.

    `section` is a field of Minutes ("attendees", "meeting", …). `item` is "" for the section as a
    whole; `field` is "" for the item as a whole. Fields inside a value are dotted ("host.name").
    """

    section: str
    item: str = ""
    field: str = ""
