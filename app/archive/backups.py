"""The backups of an archive: when one is due, making, thinning out, looking inside, restoring.

Any thread may use it; the copies are made over the connection that is passed in.
"""

import datetime
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from app.archive import entries
from app.archive.backup import copy_archive
from app.archive.entries import ALL
from app.archive.errors import DiskFullError, damaged, missing, telling
from app.archive.schema import Standing, standing, written_by
from app.archive.store import Store, there_is
from app.archive.thinning import USUAL, Keep, kept, within_budget
from app.errors import KnownError
from app.marking import N_

AGE = datetime.timedelta(days=1)
"""How old the newest backup may be."""
BUDGET = 4_000_000_000
"""Bytes that the backups in one place may take."""

_STAMP = "%Y%m%d-%H%M%S"
_ANYTHING = "SELECT " + " OR ".join(
    f"EXISTS (SELECT 1 FROM {table})"
    for table in ("minutes", "person", "known_body", "office", "abbreviation")
)
"""Whether somebody has written anything into an archive."""
_SPARE = 20_000_000
"""Bytes to leave free on the disk."""


class Plan(NamedTuple):
    """How backups are kept. `second` is a folder on a stick or a share, or None."""

    second: Path | None = None
    keep: Keep = USUAL
    budget: int = BUDGET


class Backup(NamedTuple):
    """A backup in its place. `at` is in universal time."""

    at: datetime.datetime
    path: Path
    size: int


class Made(NamedTuple):
    """What was made; `problem` is why there is no copy in the second place, if one is wanted."""

    first: Backup
    second: Backup | None
    problem: KnownError | None


class Inside(NamedTuple):
    """What is in a backup, to be seen before it replaces anything."""

    records: int
    binned: int
    newest_change: datetime.datetime | None
    years: tuple[int, ...]
    program: str


class Backups:
    """The backups of the archive at a path: in the folder `backups` beside it, and a second one."""

    def __init__(
        self,
        archive: Path,
        plan: Plan = Plan(),  # noqa: B008 - it never changes
        *,
        now: Callable[[], datetime.datetime],
        free: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    ) -> None:
        self._archive = archive
        self._plan = plan
        self._now = now
        self._free = free

    @property
    def folder(self) -> Path:
        return folder_of(self._archive)

    def all(self) -> list[Backup]:
        """Those beside the archive, newest first, the copies from before migrations too."""
        return _in(self.folder, self._archive)

    def everywhere(self) -> list[Backup]:
        """Those beside the archive, and those in the second place if that can be reached."""
        found = self.all()
        if self._plan.second is not None:
            with suppress(KnownError):
                found += _in(self._plan.second, self._archive)
        return found

    def due(self, store: Store) -> bool:
        """Whether there is anything to keep, and the newest is a day old.

        One from a time to come counts as old: a clock was wrong.
        """
        if not store.number(_ANYTHING):
            return False
        newest = next(iter(self.all()), None)
        return newest is None or abs(self._now() - newest.at) >= AGE

    def make(self, store: Store) -> Made:
        """Make one now, beside the archive and in the second place, and thin out the others."""
        first = self._make_in(self.folder, store)
        second, problem = None, None
        if self._plan.second is not None:
            try:
                second = self._make_in(self._plan.second, store)
            except KnownError as error:
                problem = error
        return Made(first, second, problem)

    def _make_in(self, folder: Path, store: Store) -> Backup:
        if folder == self._plan.second and not there_is(folder):
            raise KnownError(
                N_("The second place for backups cannot be reached: {path}; connect it."),
                path=folder,
            )
        self._want_room(folder, store.path)
        made = copy_into(folder, store, self._now())
        for backup in self._superfluous(folder):
            with telling(backup.path):
                backup.path.unlink(missing_ok=True)
        return made

    def _want_room(self, folder: Path, archive: Path) -> None:
        with telling(folder):
            there = next(place for place in (folder, *folder.parents) if place.exists())
            needed, free = archive.stat().st_size + _SPARE, self._free(there)
        if free < needed:
            raise DiskFullError(
                N_(
                    "There is no room for a backup in {path}: {needed} MB are needed, {free} MB are"
                    " free; free some space there."
                ),
                path=folder,
                needed=-(-needed // 1_000_000),
                free=free // 1_000_000,
            )

    def _superfluous(self, folder: Path) -> Iterator[Backup]:
        found = _in(folder, self._archive)
        staying = kept((backup.at for backup in found), self._plan.keep)
        sizes = {backup.at: backup.size for backup in found if backup.at in staying}
        staying = within_budget(sizes, self._plan.budget)
        return (backup for backup in found if backup.at not in staying)


def folder_of(archive: Path) -> Path:
    return archive.parent / "backups"


def copy_into(folder: Path, store: Store, moment: datetime.datetime) -> Backup:
    """Make a verified copy of the archive in a folder, named by the time."""
    at = moment.astimezone(datetime.UTC).replace(microsecond=0)
    target = folder / f"{store.path.stem}-{at.strftime(_STAMP)}{store.path.suffix}"
    copy_archive(store, target)
    with telling(target):
        return Backup(at, target, target.stat().st_size)


def inside(backup: Path) -> Inside:
    """What is in a backup, of whatever schema; an ArchiveError where it cannot be restored."""
    with closing(Store(backup, write=False)) as store:
        if standing(store) is Standing.EMPTY:
            raise missing(backup)
        if store.text("PRAGMA integrity_check") != "ok":
            raise damaged(backup)
        with store.reading():
            changed = store.text("SELECT max(changed_at) FROM minutes")
            return Inside(
                records=entries.counted(store, ALL),
                binned=entries.counted(store, ALL._replace(binned=True)),
                newest_change=datetime.datetime.fromisoformat(changed) if changed else None,
                years=tuple(entries.years(store, binned=False)),
                program=written_by(store),
            )


def _in(folder: Path, archive: Path) -> list[Backup]:
    name = re.compile(
        rf"{re.escape(archive.stem)}(-schema-\d+)?-(\d{{8}}-\d{{6}}){re.escape(archive.suffix)}"
    )
    found = []
    with telling(folder):
        for path in folder.iterdir() if folder.is_dir() else ():
            if (match := name.fullmatch(path.name)) and (at := _read(match[2])):
                found.append(Backup(at, path, path.stat().st_size))
    return sorted(found, reverse=True)


def _read(stamp: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.strptime(stamp, _STAMP).replace(tzinfo=datetime.UTC)
    except ValueError:
        return None
