"""What the command line says, before anything of Qt is there."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.settings.policy import Policy


class Options(NamedTuple):
    """What the command line says; None and "" mean: as it was."""

    archive: Path | None = None
    language: str = ""
    policy: "Policy | None" = None
    """What IT has fixed, if not what it fixed on this computer."""
    file: Path | None = None
    """Minutes that were handed over, to be taken in."""
