"""The records among the rows of a damaged archive, put together in a new one.

What lost its holder gets an empty one; text that found no place becomes an unsorted paragraph.
"""

import datetime
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import count

from app.archive import entries, rows
from app.archive.damage.indexes import Heard
from app.archive.damage.mending import empty, mend, moment_from, state_from, usable_id
from app.archive.damage.pages import Value
from app.archive.indexing import indexed, texts_of
from app.archive.shape import Table, minutes_layout
from app.minutes.record import Minutes, UnsortedParagraph
from app.minutes.text import TEXT_LIMIT, clean

_HIGHEST = 9_999_999
"""The highest number that a record can have: `entries.sort_key` leaves room for no other."""

Read = Mapping[str, Value]


class Records:
    """Takes rows as they are found, then makes every record one that opens."""

    def __init__(self, connection: sqlite3.Connection, moment: str) -> None:
        self._connection = connection
        self._moment = moment
        self._spare = count(_HIGHEST, -1)
        self._texts: dict[int, list[str]] = defaultdict(list)
        self._heard: dict[int, list[str]] = defaultdict(list)
        self._done: set[int] = set()
        self.touched: set[int] = set()

    def take_root(self, row: Read) -> None:
        """A row of `minutes`."""
        root = minutes_layout().root
        said = row.get("number")
        number = said if isinstance(said, int) and self._is_free(said) else next(self._spare)
        mended = mend(root, row)
        cells = dict(zip((column.name for column in root.columns), mended.cells, strict=True))
        if self._one("SELECT 1 FROM minutes WHERE id = ?", cells["id"]):
            cells["id"] = usable_id("", f"{cells['id']} {number}")
        self._note(number, mended.changed or number != said, mended.texts)
        self._insert("minutes", self._own(number, row) | cells)

    def take_item(self, table: Table, row: Read) -> None:
        """A row of an item's table."""
        number = self._number(row.get("minutes_number"))
        mended = mend(table, row)
        cells = dict(zip((column.name for column in table.columns), mended.cells, strict=True))
        ordinal, said = row.get("ordinal"), row.get("ordinal")
        ordinal = said if isinstance(said, int) and 0 <= said < 1_000_000 else 1_000_000
        place = {"holder_id": str(row.get("holder_id")), "ordinal": ordinal}
        self._note(number, mended.changed or ordinal != said, mended.texts)
        whole = {"minutes_number": number} | place | cells
        if not self._insert(table.name, whole) and not self._there(table.name, whole):
            self.touched.add(number)
            self._insert(table.name, whole | {"id": usable_id("", repr(whole))})

    def take_texts(self, number: Value, texts: Iterable[str]) -> None:
        """Texts of a row that is none of a table of ours."""
        self._note(self._number(number), True, tuple(texts))

    def take_heard(self, heard: Heard) -> None:
        """A text of an index; where its row is there too nothing is done."""
        of, text = heard.of, clean(heard.text)
        sql = f'SELECT 1 FROM {of.table} WHERE "{of.column}" = ?'
        values: tuple[object, ...] = (text,)
        if of.key:
            sql, values = f"{sql} AND {of.key} = ?", (text, heard.number)
        if text and not self._connection.execute(sql, values).fetchone():
            self._heard[self._number(heard.number)].append(text)

    def settle(self) -> None:
        """Give every item a record and a holder."""
        for part in minutes_layout().parts:
            self._stub_roots(f"SELECT DISTINCT minutes_number FROM {part.name}")
        for number in (*self._texts, *self._heard):
            self._stub_root(number)
        for part in reversed(minutes_layout().parts):
            if part.holders == (Minutes,):
                self._hang_on_roots(part)
            else:
                self._stub_holders(part)
        for part in minutes_layout().parts:
            self._note_gaps(part)

    def stub_for_history(self) -> None:
        """A record for each history that lost its own."""
        for table in ("version", "export", "state_change", "review", "attachment", "progress"):
            self._stub_roots(f"SELECT DISTINCT minutes_number FROM {table}")

    def compare(self, key: Value, said: Value) -> None:
        """Finish a record, seeing to it that it has every line that the index has of it.

        Where the two differ nobody can tell which one is right: both are kept.
        """
        number = key % (_HIGHEST + 1) if isinstance(key, int) else 0
        lines = [line for line in clean(str(said or "")).split("\n") if line.strip()]
        if number in self._done or not 0 < number < _HIGHEST:
            number = next(self._spare)
        self._stub_root(number)
        record = self._read(number)
        there = set("\n".join(texts_of(record)).split("\n"))
        self._texts[number] += [line for line in dict.fromkeys(lines) if line not in there]
        self._finish(number, record)

    def finish_others(self) -> None:
        """Finish the records of which the index says nothing."""
        for (number,) in self._connection.execute("SELECT number FROM minutes").fetchall():
            if number not in self._done:
                self._finish(number, self._read(number))

    def _finish(self, number: int, record: Minutes) -> None:
        self._done.add(number)
        said = self._texts.pop(number, [])
        known = {*said, *"\n".join(texts_of(record)).split("\n")}
        said += [text for text in dict.fromkeys(self._heard.pop(number, [])) if text not in known]
        texts = [clean(text)[:TEXT_LIMIT] for text in said]
        if texts:
            self.touched.add(number)
            more = (UnsortedParagraph(id=usable_id("", f"{number} {n}"), text=text)
                    for n, text in enumerate(texts) if text.strip())  # fmt: skip
            record = record.but(unsorted=(*record.unsorted, *more))
        if number in self.touched:
            for part in reversed(minutes_layout().parts):
                sql = f"DELETE FROM {part.name} WHERE minutes_number = ?"
                self._connection.execute(sql, (number,))
            rows.insert_items(self._connection, number, record)
        key = self._one("SELECT sort_key FROM minutes WHERE number = ?", number)
        sql = "INSERT OR REPLACE INTO search (rowid, exact, folded) VALUES (?, ?, ?)"
        self._connection.execute(sql, (key, *indexed(record)))

    def _read(self, number: int) -> Minutes:
        return rows.read(self._connection, number)

    def _own(self, number: int, row: Read) -> dict[str, object]:
        created = moment_from(row.get("created_at"), self._moment)
        return {
            "number": number,
            "sort_key": entries.sort_key(_day(row.get("meeting_date")), created, number),
            "state": state_from(row.get("state")),
            "created_at": created,
            "changed_at": moment_from(row.get("changed_at"), created),
            "deleted_at": moment_from(row.get("deleted_at"), "") or None,
        }

    def _number(self, said: Value) -> int:
        return said if isinstance(said, int) and 0 < said <= _HIGHEST else _HIGHEST

    def _is_free(self, number: int) -> bool:
        known = self._one("SELECT 1 FROM minutes WHERE number = ?", number)
        return 0 < number < _HIGHEST and not known

    def _note(self, number: int, changed: bool, texts: tuple[str, ...]) -> None:
        if changed or texts:
            self.touched.add(number)
        if texts:
            self._texts[number] += texts

    def _stub_roots(self, numbers: str) -> None:
        sql = f"{numbers} EXCEPT SELECT number FROM minutes"
        for (number,) in self._connection.execute(sql).fetchall():
            self._stub_root(number)

    def _stub_root(self, number: int) -> None:
        if self._one("SELECT 1 FROM minutes WHERE number = ?", number):
            return
        self.touched.add(number)
        record = empty(Minutes, usable_id("", f"minutes {number} {self._moment}"))
        rows.insert_root(self._connection, record, self._own(number, {}))

    def _hang_on_roots(self, part: Table) -> None:
        wrong = f"""
            FROM {part.name} JOIN minutes ON minutes.number = minutes_number
            WHERE holder_id <> minutes.id"""
        self.touched.update(
            row[0] for row in self._connection.execute(f"SELECT DISTINCT minutes_number {wrong}")
        )
        self._connection.execute(
            f"UPDATE {part.name} SET holder_id = (SELECT id FROM minutes WHERE number ="
            f" minutes_number) WHERE rowid IN (SELECT {part.name}.rowid {wrong})"
        )

    def _stub_holders(self, part: Table) -> None:
        tables = [minutes_layout().table(holder) for holder in part.holders]
        found = " AND ".join(
            f"NOT EXISTS (SELECT 1 FROM {table.name} h WHERE h.minutes_number ="
            f" {part.name}.minutes_number AND h.id = {part.name}.holder_id)"
            for table in tables
        )
        sql = f"SELECT DISTINCT minutes_number, holder_id FROM {part.name} WHERE {found}"
        for number, holder in self._connection.execute(sql).fetchall():
            self._stub_holder(part, tables[0], number, holder)

    def _stub_holder(self, part: Table, table: Table, number: int, holder: str) -> None:
        item = empty(table.kind, usable_id(holder, f"{table.name} {number} {holder}"))
        cells = {column.name: column.read(item) for column in table.columns}
        place = {"minutes_number": number, "holder_id": "", "ordinal": 1_000_000}
        self._insert(table.name, place | cells)
        self._connection.execute(
            f"UPDATE {part.name} SET holder_id = ? WHERE minutes_number = ? AND holder_id = ?",
            (item.id, number, holder),
        )
        self.touched.add(number)

    def _note_gaps(self, part: Table) -> None:
        sql = f"""
            SELECT DISTINCT minutes_number FROM (
                SELECT minutes_number FROM {part.name} GROUP BY minutes_number, holder_id
                HAVING min(ordinal) <> 0 OR max(ordinal) + 1 <> count(*)
                OR count(DISTINCT ordinal) <> count(*))"""
        self.touched.update(row[0] for row in self._connection.execute(sql))

    def _insert(self, table: str, cells: Mapping[str, object]) -> bool:
        names = ", ".join(f'"{name}"' for name in cells)
        places = ", ".join("?" * len(cells))
        sql = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})"
        return self._connection.execute(sql, tuple(cells.values())).rowcount == 1

    def _there(self, table: str, cells: Mapping[str, object]) -> bool:
        same = " AND ".join(f'"{name}" IS ?' for name in cells)
        sql = f"SELECT 1 FROM {table} WHERE {same}"
        return self._connection.execute(sql, tuple(cells.values())).fetchone() is not None

    def _one(self, sql: str, value: object) -> object:
        row = self._connection.execute(sql, (value,)).fetchone()
        return row[0] if row else None


def _day(said: Value) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(said))
    except ValueError:
        return None
