"""The archive beside raw sqlite3 doing the same to the same file, at sizes that differ by far.

100,000 minutes take minutes to make: `BIENBAN_BENCH_LARGE=1 make bench`; later runs find them.
"""

import os
import sqlite3
from collections.abc import Callable
from functools import cache
from itertools import count, cycle

from app.archive.archive import Archive
from app.archive.entries import ALL, Window
from app.archive.indexing import indexed
from app.archive.search import query
from app.archive.shape import minutes_layout
from app.minutes.record import Minutes
from tests.benchmarks.growing import archive_of
from tests.benchmarks.harness import Row, Side

SIZES = (100, 10_000, *([100_000] if os.environ.get("BIENBAN_BENCH_LARGE") else []))
_MOMENT = "2026-06-30T08:00:00.000+00:00"
PAGE = Window(limit=60)
TYPED = ("thanh sơn", "phát triển kinh tế", "Kiều Như Nguyên", '"an ninh trật tự"', "nguyen van")
PREFIXES = tuple(typed[:length] for typed in TYPED for length in range(1, len(typed) + 1))

_COLUMNS = """number, id, meeting_kind, meeting_headline, meeting_working_party,
    meeting_host_name, meeting_date, state, created_at, changed_at, deleted_at"""
_LIST = f"SELECT {_COLUMNS} FROM minutes WHERE deleted_at IS NULL ORDER BY sort_key DESC LIMIT 60"
_FIND = f"""
    SELECT {_COLUMNS} FROM search CROSS JOIN minutes ON sort_key = search.rowid
    WHERE search MATCH ? AND deleted_at IS NULL ORDER BY search.rowid DESC LIMIT ?"""


class Pair:
    """The archive of a size, open both ways; each job goes through the records in the same order.

    The first and the last hundred are edited, never by both.
    """

    def __init__(self, size: int) -> None:
        path = archive_of(size)
        self.archive = Archive.open(path)
        self.raw = sqlite3.connect(path, isolation_level=None)
        for pragma in ("foreign_keys = ON", "synchronous = EXTRA", "secure_delete = ON"):
            self.raw.execute(f"PRAGMA {pragma}")
        self._size = size
        self._opened = (cycle(self._spread()), cycle(self._spread()))
        self._typed = (cycle(PREFIXES), cycle(PREFIXES))
        self._edits = (count(), count())
        self._edited = [self.archive.load(f"r{number}") for number in (1, size)]

    def _spread(self) -> list[int]:
        step = max(1, self._size // 40)
        return list(range(1, self._size + 1, step))

    def list_(self) -> None:
        self.archive.entries(ALL, PAGE)

    def list_raw(self) -> None:
        self.raw.execute(_LIST).fetchall()

    def count(self) -> None:
        self.archive.count()

    def count_raw(self) -> None:
        self.raw.execute("SELECT count(*) FROM minutes WHERE deleted_at IS NULL").fetchone()

    def open(self) -> None:
        self.archive.load(f"r{next(self._opened[0])}")

    def open_raw(self) -> None:
        number = next(self._opened[1])
        self.raw.execute("BEGIN")
        self.raw.execute("SELECT * FROM minutes WHERE id = ?", (f"r{number}",)).fetchone()
        for part in minutes_layout().parts:
            sql = f"SELECT * FROM {part.name} WHERE minutes_number = ? ORDER BY ordinal"
            self.raw.execute(sql, (number,)).fetchall()
        self.raw.execute("ROLLBACK")

    def years(self) -> None:
        self.archive.years()
        self.archive.years(binned=True)

    def years_raw(self) -> None:
        sql = "SELECT DISTINCT sort_key / 3652425000 FROM minutes WHERE deleted_at IS NULL"
        self.raw.execute(sql).fetchall()

    def row(self) -> None:
        self.archive.entry(f"r{next(self._opened[0])}")

    def row_raw(self) -> None:
        sql = f"SELECT {_COLUMNS} FROM minutes WHERE id = ?"
        self.raw.execute(sql, (f"r{next(self._opened[1])}",)).fetchone()

    def save(self) -> None:
        known = self._edited[0]
        record = self._edited[0] = _edited(known, next(self._edits[0]))
        self.archive.save(record, known)

    def save_raw(self) -> None:
        record = self._edited[1] = _edited(self._edited[1], next(self._edits[1]))
        first = record.results[0]
        run = self.raw.execute
        run("BEGIN IMMEDIATE")
        number, key = run(
            "SELECT number, sort_key FROM minutes WHERE id = ?", (record.id,)
        ).fetchone()
        sql = "UPDATE result SET text = ? WHERE minutes_number = ? AND id = ?"
        run(sql, (first.text, number, first.id))
        run("UPDATE minutes SET changed_at = ? WHERE number = ?", (_MOMENT, number))
        sql = "UPDATE search SET exact = ?, folded = ? WHERE rowid = ?"
        run(sql, (*indexed(record), key))
        run("COMMIT")

    def search(self) -> None:
        self.archive.search(next(self._typed[0]), ALL, PAGE)

    def search_raw(self) -> None:
        asked = query(next(self._typed[1]))
        if asked is None:
            return
        found = self.raw.execute(_FIND, (asked.exact, PAGE.limit)).fetchall()
        if len(found) < PAGE.limit:
            self.raw.execute(_FIND, (asked.others, PAGE.limit - len(found))).fetchall()


def _edited(record: Minutes, number: int) -> Minutes:
    first, *others = record.results
    text = f"{first.text.partition(' · ')[0]} · {number}"
    return record.but(results=(first.but(text=text), *others))


@cache
def pair(size: int) -> Pair:
    return Pair(size)


def _work(size: int, name: str) -> Callable[[], object]:
    def work() -> object:
        return getattr(pair(size), name)()

    return work


JOBS = (
    # name, method, rounds, goal
    ("list", "list_", 200, 2.0),
    ("count", "count", 40, 2.0),
    ("open", "open", 400, 2.0),
    ("save an edit", "save", 200, 2.0),
    ("search, each prefix", "search", len(PREFIXES) * 3, 1.5),
)
GROWING = (("list", "list_", 200), ("open", "open", 400), ("save an edit", "save", 200))
AS_ONE_TYPES = 0.050
"""Seconds that the answer to any beginning of a search may take."""
IN_THE_WINDOW = 0.001
"""Seconds that what the window reads in its own thread may take: the years, the row of a record."""


def _ours(name: str, size: int) -> Side:
    return Side(f"{size:,}", _work(size, name))


ROWS = (
    *(
        Row(
            f"{name} of {size:,}",
            Side("archive", _work(size, method)),
            Side("raw sqlite3", _work(size, method.rstrip("_") + "_raw")),
            rounds=rounds,
            goal=goal,
            slow=True,
        )
        for name, method, rounds, goal in JOBS
        for size in SIZES
    ),
    *(
        Row(
            f"{name}: {size:,} beside 100",
            _ours(method, size),
            _ours(method, 100),
            rounds=rounds,
            goal=1.5,
            slow=True,
        )
        for name, method, rounds in GROWING
        for size in SIZES[1:]
    ),
    *(
        Row(
            f"{name} of {size:,}",
            Side("archive", _work(size, method)),
            Side("raw sqlite3", _work(size, f"{method}_raw")),
            rounds=40,
            most=IN_THE_WINDOW,
        )
        for name, method in (("years", "years"), ("one row", "row"))
        for size in SIZES
    ),
    *(
        Row(
            f"slowest prefix of {size:,}",
            Side("archive", _work(size, "search")),
            Side("raw sqlite3", _work(size, "search_raw")),
            rounds=len(PREFIXES),
            slow=True,
            at=1.0,
            most=AS_ONE_TYPES,
        )
        for size in SIZES
    ),
)
