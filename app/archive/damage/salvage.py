"""Which page belongs to which table of ours, and the rows of each: from trees where they hold,
by the look of the rows where they do not.
"""

from collections.abc import Iterator
from typing import NamedTuple

from app.archive.damage.pages import INTERIOR, LEAF, Pages, Row, Value
from app.archive.store import Store

_SCHEMA_ROOT = 1
_DEEPEST = 20
"""Trees are a few pages high; a damaged one may lead anywhere."""


Named = dict[str, Value]
"""A row by the names of its columns."""


class Column(NamedTuple):
    """A column as SQLite stores it; that of a rowid is stored as NULL."""

    name: str
    type: str
    needed: bool
    is_rowid: bool


class Shape(NamedTuple):
    """A table: its columns in the order in which they are stored."""

    name: str
    columns: tuple[Column, ...]

    def fits(self, row: Row) -> bool:
        """Whether the row may be one of this table."""
        return len(row.values) == len(self.columns) and all(map(_fits, row.values, self.columns))

    def named(self, row: Row) -> Named:
        """The row's values by the names of the columns; what it lacks is None."""
        values = (*row.values, *[None] * len(self.columns))
        named = {c.name: value for c, value in zip(self.columns, values, strict=False)}
        return named | {c.name: row.rowid for c in self.columns if c.is_rowid}


class Found(NamedTuple):
    """The leaves of each table, the surest first, and what is wrong.

    `broken` are tables whose tree leads nowhere somewhere, `strays` leaves of no table, `bad`
    pages that a tree leads to and that hold nothing of it. `is_ours`: the file says so somewhere.
    """

    leaves: dict[str, list[int]]
    broken: set[str]
    strays: list[int]
    bad: set[int]
    is_ours: bool


def shapes(sound: Store) -> dict[str, Shape]:
    """The tables of a sound archive, those with rowids."""
    sql = """
        SELECT name FROM pragma_table_list
        WHERE type IN ('table', 'shadow') AND NOT wr AND name NOT LIKE 'sqlite%'"""
    return {name: Shape(name, _columns(sound, name)) for (name,) in sound.rows(sql)}


def roots(sound: Store) -> dict[str, int]:
    """Where the trees of tables begin in a file that was made like this one."""
    return dict(
        sound.rows("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' AND rootpage")
    )


def find(pages: Pages, known: dict[str, Shape], likely: list[dict[str, int]]) -> Found:
    """Look at every page. `likely` are the places where trees begin if the file does not say."""
    taken: set[int] = set()
    said = {name: root for name, root in _said_roots(pages, taken).items() if name in known}
    begins = max(likely, key=lambda guess: _agreement(pages, known, guess)) | said
    found = Found({name: [] for name in known}, set(), [], set(), bool(said))
    for name, shape in known.items():
        walk = _Walk(pages, shape, taken, found.leaves[name], found.bad)
        if not walk.climb(begins.get(name, 0)):
            found.broken.add(name)
    for number in range(2, pages.count + 1):
        if number not in taken and pages.kind(number) == LEAF:
            _assign(pages, number, known, found)
    return found


def _said_roots(pages: Pages, taken: set[int]) -> dict[str, int]:
    """What the file itself says, as far as its own schema can be read."""
    leaves: list[int] = []
    _Walk(pages, None, taken, leaves, set()).climb(_SCHEMA_ROOT)
    # Pages of the schema whose way is lost still say what they are.
    leaves += [n for n in range(2, pages.count + 1) if n not in taken and _is_schema(pages, n)]
    taken.update(leaves)
    rows = (row for leaf in leaves for row in pages.rows(leaf) if row is not None)
    return {
        str(row.values[1]): row.values[3]
        for row in rows
        if len(row.values) == 5 and row.values[0] == "table" and isinstance(row.values[3], int)
    }


def _is_schema(pages: Pages, number: int) -> bool:
    if pages.kind(number) != LEAF:
        return False
    rows = list(pages.rows(number))
    words = ("table", "index", "trigger", "view")
    return bool(rows) and all(
        row is not None and len(row.values) == 5 and row.values[0] in words for row in rows
    )


def _agreement(pages: Pages, known: dict[str, Shape], guess: dict[str, int]) -> int:
    return sum(
        pages.kind(root) == INTERIOR or (pages.kind(root) == LEAF and _like(pages, root, shape))
        for name, root in guess.items()
        if (shape := known.get(name))
    )


def _like(pages: Pages, leaf: int, shape: Shape | None) -> bool:
    """Whether half of the rows at the least may be of the table."""
    rows = [row for row in pages.rows(leaf) if row is not None]
    return shape is None or not rows or sum(map(shape.fits, rows)) * 2 >= len(rows)


class _Walk(NamedTuple):
    """A walk through the tree of a table: what it may take, and what it collects."""

    pages: Pages
    shape: Shape | None
    taken: set[int]
    leaves: list[int]
    bad: set[int]

    def climb(self, number: int, depth: int = 0) -> bool:
        """Collect the leaves above a page; whether every way led to one."""
        kind = self.pages.kind(number)
        if number in self.taken or depth > _DEEPEST:
            return False
        if kind == INTERIOR:
            self.taken.add(number)
            whole = [self.climb(way, depth + 1) for way in self.pages.children(number)]
            return bool(whole) and all(whole)
        if kind != LEAF or not _like(self.pages, number, self.shape):
            self.bad.add(number)
            return False
        self.taken.add(number)
        self.leaves.append(number)
        return True


def _assign(pages: Pages, number: int, known: dict[str, Shape], found: Found) -> None:
    rows = [row for row in pages.rows(number) if row is not None]
    fitting = {name: sum(shape.fits(row) for row in rows) for name, shape in known.items() if rows}
    most = max(fitting.values(), default=0)
    names = [name for name, count in fitting.items() if count == most > 0]
    if names:
        # Tables of the same look: one whose tree is broken lacks leaves, the others do not.
        best = next((name for name in names if name in found.broken), names[0])
        found.leaves[best].append(number)
    elif rows:
        found.strays.append(number)


def rows_of(pages: Pages, leaves: list[int]) -> Iterator[Row | None]:
    for number in leaves:
        yield from pages.rows(number)


def _columns(sound: Store, name: str) -> tuple[Column, ...]:
    rows = sound.rows('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (name,))
    keys = [row for row in rows if row[3]]
    return tuple(
        Column(column, kind, bool(needed), bool(pk) and kind == "INTEGER" and len(keys) == 1)
        for column, kind, needed, pk in rows
    )


_TYPES = {"INTEGER": int, "TEXT": str, "BLOB": bytes}


def _fits(value: Value, column: Column) -> bool:
    if value is None:
        return column.is_rowid or not column.needed
    return isinstance(value, _TYPES.get(column.type, (int, str, bytes)))
