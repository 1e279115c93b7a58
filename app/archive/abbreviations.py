"""The office's abbreviations: one small table, read and written whole."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.archive.store import Store


class Abbreviations:
    """The abbreviations kept in the archive."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def all(self) -> dict[str, str]:
        """What each stands for, in the order of the short words."""
        rows = self._store.rows("SELECT short, long FROM abbreviation ORDER BY short")
        return {str(short): str(long) for short, long in rows}

    def save(self, table: Mapping[str, str]) -> None:
        """Keep a table in place of the one that is there."""
        with self._store.writing() as connection:
            connection.execute("DELETE FROM abbreviation")
            connection.executemany("INSERT INTO abbreviation VALUES (?, ?)", table.items())
