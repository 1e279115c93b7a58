"""What the export of a selection and the check of files work with."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.keeping import Keeper
    from app.press import Press
    from ui.settings import Settings


class ForMany(NamedTuple):
    """What export of a selection and checks of files need."""

    press: "Press"
    archive: "Archive"
    keeper: "Keeper"
    settings: "Settings"
    resources: Path
