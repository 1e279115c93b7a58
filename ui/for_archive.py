"""What the commands about the archive as a whole work with."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from ui.archive_life import ArchiveLife
    from ui.listing import Listing
    from ui.settings import Settings


class ForArchive(NamedTuple):
    """The archive, for the window's thread."""

    archive: "Archive"
    settings: "Settings"
    listing: "Listing"
    life: "ArchiveLife"

    @property
    def another(self) -> Callable[[], "Archive"]:
        """Opens the archive once more, for the thread that calls it."""
        return self.archive.another
