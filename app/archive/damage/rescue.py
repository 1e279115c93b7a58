"""Rescuing what can be read of a damaged archive into a new one beside it.

The damaged file is only read, page by page, so that one bad page costs what was on it and no more.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from app import __version__
from app.archive.archive import Archive, utc_now
from app.archive.damage import indexes, salvage
from app.archive.damage.directory import Directory
from app.archive.damage.indexes import Abbreviation, is_ours
from app.archive.damage.pages import Pages, Row
from app.archive.damage.past import Past
from app.archive.damage.records import Records
from app.archive.damage.salvage import Found, Shape
from app.archive.errors import ArchiveError, NotAnArchiveError, missing, telling
from app.archive.shape import minutes_layout
from app.archive.store import Store, there_is
from app.marking import N_

_FEWEST_LETTERS = 3
"""A text on a stray page counts from this length on; shorter ones are words of ours."""


Progress = Callable[[int, int], None]


class Rescue(NamedTuple):
    """The new archive, and how many records are in it.

    `mended` are the ids of those that lacked something: what was found of them without its place
    is among their unsorted paragraphs. The counts are of what could not be read or proven.
    """

    path: Path
    records: int
    mended: tuple[str, ...]
    lost_pages: int
    lost_rows: int
    lost_versions: int
    lost_documents: int

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return not (self.mended or any(self[3:]))


def rescue(
    path: Path,
    now: Callable[[], datetime] = utc_now,
    program: str = __version__,
    progress: Progress = lambda _done, _total: None,
) -> Rescue:
    """Write what can be read of the archive at `path` into a new one beside it.

    `progress` is told, in this thread, how many tables of how many have been read.
    """
    if not there_is(path):
        raise missing(path)
    target = _free(path, now())
    try:
        with _settled(path) as source, Archive.open(target, now=now, program=program) as made:
            pages = Pages(source)
            try:
                moment = _noted(now())
                return _Rescuer(pages, made.store, moment, progress).rescue()
            finally:
                pages.close()
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    finally:
        target.with_name(target.name + ".lock").unlink(missing_ok=True)


class _Rescuer:
    """One rescue, table by table."""

    def __init__(self, pages: Pages, store: Store, moment: str, progress: Progress) -> None:
        self._pages = pages
        self._progress = progress
        self._read: set[str] = set()
        self._store = store
        self._shapes = salvage.shapes(store)
        self._records = Records(store.connection, moment)
        self._past = Past(store.connection, moment)
        self._directory = Directory(store.connection, moment)
        self._lost_rows = 0
        self._found: Found

    def rescue(self) -> Rescue:
        store = self._store
        likely = [salvage.roots(store)]
        store.rows("VACUUM")  # the other way in which the pages of an archive are laid out
        likely.append(salvage.roots(store))
        self._found = salvage.find(self._pages, self._shapes, likely)
        store.rows("PRAGMA foreign_keys = OFF")
        # Half a rescue is thrown away: nothing of it need be on disk before the end.
        store.rows("PRAGMA synchronous = OFF")
        with store.writing():
            self._write()
        store.rows("PRAGMA foreign_keys = ON")
        store.rows("PRAGMA synchronous = EXTRA")
        return self._told()

    def _write(self) -> None:
        self._take_records()
        self._take_past()
        self._records.settle()
        self._records.stub_for_history()
        for row in self._rows("search_content"):
            self._records.compare(row.get("id"), row.get("c0"))
        self._records.finish_others()
        self._past.settle()

    def _take_records(self) -> None:
        for row in self._rows("minutes"):
            self._records.take_root(row)
        for part in minutes_layout().parts:
            for row in self._rows(part.name):
                self._records.take_item(part, row)
        for stray in salvage.rows_of(self._pages, self._found.strays):
            self._take_stray(stray)
        for found in indexes.read(self._pages):
            if isinstance(found, Abbreviation):
                self._directory.take_abbreviation(found)
            else:
                self._records.take_heard(found)

    def _take_past(self) -> None:
        past = self._past
        past.take_contents(list(self._rows("content")))
        for table in ("version", "export", "export_part", "revision", "revision_export"):
            self._lost_rows += past.take(table, self._rows(table))
        for table in ("state_change", "erasure", "review", "progress"):
            self._lost_rows += past.take(table, self._rows(table))
        for table in ("attachment", "attachment_part"):
            self._lost_rows += past.take(table, self._rows(table))
        self._lost_rows += self._directory.take(self._rows)

    def _rows(self, name: str) -> "Iterator[salvage.Named]":
        shape = self._shapes[name]
        self._read.add(name)
        self._progress(len(self._read), len(self._shapes))
        for row in salvage.rows_of(self._pages, self._found.leaves[name]):
            if row is None:
                self._lost_rows += 1
            elif _is_of(shape, row):
                yield shape.named(row)
            else:
                self._take_stray(row)

    def _take_stray(self, row: Row | None) -> None:
        """Of a row that is of no table the texts are kept, with its record if it names one."""
        texts = [
            value
            for value in (row.values if row else ())
            if isinstance(value, str) and len(value) >= _FEWEST_LETTERS and not is_ours(value)
        ]
        if row and texts:
            self._records.take_texts(row.values[0] or row.rowid, texts)
        self._lost_rows += 1

    def _lost_pages(self) -> int:
        """Pages that hold something, and nothing of SQLite's."""
        return len(self._pages.unreadable | self._found.bad)

    def _told(self) -> Rescue:
        store = self._store
        count = store.number("SELECT count(*) FROM minutes") or 0
        known = store.number("SELECT (SELECT count(*) FROM person) + count(*) FROM known_body")
        if not count and not known and not self._found.is_ours:
            raise NotAnArchiveError(
                N_("Nothing of an archive of minutes could be found in {path}."), path=store.path
            )
        return Rescue(
            path=store.path,
            records=count,
            mended=self._ids(self._records.touched),
            lost_pages=self._lost_pages(),
            lost_rows=self._lost_rows,
            lost_versions=self._past.lost_contents,
            lost_documents=self._past.lost_documents,
        )

    def _ids(self, numbers: set[int]) -> tuple[str, ...]:
        ids = dict(self._store.rows("SELECT number, id FROM minutes"))
        return tuple(ids[number] for number in sorted(numbers) if number in ids)


def _is_of(shape: Shape, row: Row) -> bool:
    """Whether the row has the columns of the table, whatever is in them."""
    return len(row.values) == len(shape.columns)


def _noted(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _free(path: Path, moment: datetime) -> Path:
    stem = f"{path.stem}-rescued-{moment.astimezone(UTC):%Y%m%d-%H%M%S}"
    target, number = path.with_name(stem + path.suffix), 1
    while target.exists():
        number += 1
        target = path.with_name(f"{stem}-{number}{path.suffix}")
    return target


@contextmanager
def _settled(path: Path) -> Iterator[Path]:
    """The file to read: with the journal of a crash beside it, a copy in which it is taken back."""
    journal = path.with_name(path.name + "-journal")
    if not journal.exists():
        yield path
        return
    with telling(path), tempfile.TemporaryDirectory(dir=path.parent, prefix=".rescue-") as folder:
        copy = Path(folder) / "archive"
        shutil.copyfile(path, copy)
        shutil.copyfile(journal, copy.with_name("archive-journal"))
        with suppress(ArchiveError):
            store = Store(copy, write=True)
            with suppress(ArchiveError):
                store.rows("SELECT count(*) FROM sqlite_schema")
            store.close()
        yield copy
