"""What an archive knows besides the records: people, bodies, profiles of offices, abbreviations."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from app.archive.damage.indexes import Abbreviation
from app.archive.damage.mending import mend, moment_from, usable_id
from app.archive.damage.pages import Value
from app.archive.shape import Table, body_layout, office_layout, person_layout
from app.language.folding import fold
from app.minutes.text import clean

Read = Mapping[str, Value]
Rows = Callable[[str], Iterable[Read]]
"""The rows of a table that could be read, by its name."""


class Directory:
    """Puts into a new archive what a damaged one knew. What lost its holder gets an empty one."""

    def __init__(self, connection: sqlite3.Connection, moment: str) -> None:
        self._connection = connection
        self._moment = moment

    def take(self, rows: Rows) -> int:
        """Everything but the abbreviations; how many rows made no sense."""
        self._take_people(rows)
        self._take_offices(rows)
        return self._take_past(rows("person_past"))

    def take_abbreviation(self, found: Abbreviation) -> None:
        """One that was read; where it stands for two things, the first stays."""
        self._insert("abbreviation", {"short": clean(found.short), "long": clean(found.long)})

    def _take_people(self, rows: Rows) -> None:
        layout = person_layout()
        for row in rows("person"):
            self._take_known(layout.root, row)
        for row in rows("known_body"):
            self._take_known(body_layout().root, row)
        (part,) = layout.parts
        for row in rows(part.name):
            holder = usable_id(row.get("holder_id"), "person")
            self._take_known(layout.root, {"id": holder})
            self._insert(part.name, {"holder_id": holder} | _place(row) | _cells(part, row))

    def _take_known(self, table: Table, row: Read) -> None:
        cells = _cells(table, row)
        self._insert(table.name, cells | {"folded": fold(str(cells["name"]))})

    def _take_past(self, rows: Iterable[Read]) -> int:
        lost = 0
        for row in rows:
            holder, number = usable_id(row.get("holder_id"), "person"), row.get("number")
            if not isinstance(number, int):
                lost += 1
                continue
            self._take_known(person_layout().root, {"id": holder})
            words = ("name", "positions", "body", "merged")
            cells = {"holder_id": holder, "number": number}
            cells |= {"until": moment_from(row.get("until"), self._moment)}
            self._insert("person_past", cells | {name: str(row.get(name) or "") for name in words})
        return lost

    def _take_offices(self, rows: Rows) -> None:
        layout = office_layout()
        for row in rows(layout.root.name):
            self._insert(layout.root.name, _cells(layout.root, row))
        for part in layout.parts:
            for row in rows(part.name):
                root = usable_id(row.get("root_id"), "office")
                self._insert(layout.root.name, _cells(layout.root, {"id": root}))
                held = {"root_id": root, "holder_id": str(row.get("holder_id") or root)}
                self._insert(part.name, held | _place(row) | _cells(part, row))

    def _insert(self, table: str, cells: Mapping[str, object]) -> None:
        places = ", ".join("?" * len(cells))
        sql = f'INSERT OR IGNORE INTO "{table}" ({", ".join(cells)}) VALUES ({places})'
        self._connection.execute(sql, tuple(cells.values()))


def _cells(table: Table, row: Read) -> dict[str, object]:
    names = (column.name for column in table.columns)
    return dict(zip(names, mend(table, row).cells, strict=True))


def _place(row: Read) -> dict[str, object]:
    ordinal = row.get("ordinal")
    return {"ordinal": ordinal if isinstance(ordinal, int) else 0}
