"""What every command is given, and the exit codes it may return."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from app.errors import KnownError
from app.house import house_of
from app.language.catalogue import Catalogue
from app.marking import N_
from app.paths import archive_path
from app.press import Press
from app.settings.computer import own_archive
from app.settings.preferences import Preferences

if TYPE_CHECKING:
    from app.archive.archive import Archive

DONE, FOUND, COULD_NOT = 0, 1, 2


class Setting(NamedTuple):
    """The words, the program's resources, the environment that names the user's places, and what
    IT and the user have set."""

    texts: Catalogue
    resources: Path
    environment: Mapping[str, str]
    preferences: Preferences

    def path(self, named: Path | None) -> Path:
        """The archive that was named, or the user's own."""
        usual = archive_path(self.environment)
        return named or own_archive(self.preferences, usual, self.environment)

    def press(self, opened: "Archive | None" = None) -> Press:
        """The press, with the profiles of an archive; what it cannot follow goes to stderr."""
        kept = opened.offices.all() if opened else ()
        return Press(self.resources, house_of(kept, self.preferences, self.environment), self._tell)

    def _tell(self, problem: KnownError) -> None:
        click.echo(problem.told(self.texts), err=True)

    @contextmanager
    def archive(self, named: Path | None, *, write: bool = False) -> "Iterator[Archive]":
        """The archive that was named, or the user's own. Writing wants it for itself."""
        from app.archive.archive import Archive

        with Archive.open(self.path(named), write=write) as archive:
            yield archive

    @contextmanager
    def archive_for_documents(self, named: Path | None, *, keep: bool) -> "Iterator[Archive]":
        """The archive, which keeps a copy of each document where it is opened for writing.

        It is not where another program writes to it, or nobody may: that is told, and no error.
        """
        from app.archive.archive import Archive
        from app.archive.errors import ArchiveInUseError, ReadOnlyArchiveError

        path = self.path(named)
        opened = Archive.open(path, write=False)  # where there is none, none shall be made
        if keep:
            try:
                writing = Archive.open(path)
            except (ArchiveInUseError, ReadOnlyArchiveError) as error:
                self.tell_not_kept(error)
            else:
                opened.close()
                opened = writing
        with opened:
            yield opened

    def tell_not_kept(self, error: KnownError) -> None:
        """Say on stderr why what is written has no copy in the archive."""
        said = N_("The archive keeps no copy of what is exported: {reason}")
        click.echo(self.texts(said, reason=error.told(self.texts)), err=True)
