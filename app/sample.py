"""The reference meeting that comes with the program, as a record."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.minutes.canonical import from_json

if TYPE_CHECKING:
    from app.minutes.record import Minutes


def sample(resources: Path) -> "Minutes":
    """The sample record, with the ids that it has in the resources."""
    return from_json((resources / "sample" / "minutes.json").read_bytes())
