"""Questions to the archive as one types: each overtakes the one before, and none of them waits.

`ask` is called by the one who types; `run` does the work in a thread of its own (`reader.py`).
"""

import sqlite3
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from app.archive.archive import Archive

_CHECKED_EVERY = 2_000
"""Steps of SQLite's machine between two looks at whether a newer question was asked."""

T = TypeVar("T")


class Search:
    """Asks over a connection of its own, made by `open_archive` in the thread that runs it."""

    def __init__(self, open_archive: Callable[[], "Archive"]) -> None:
        self._open = open_archive
        self._lock = threading.Lock()
        self._newest = 0
        self._archive: Archive | None = None

    def ask(self) -> int:
        """The number of a new question; those before it end at once, wherever they are."""
        with self._lock:
            self._newest += 1
            if self._archive is not None:
                self._archive.store.connection.interrupt()
            return self._newest

    def run(self, number: int, question: Callable[["Archive"], T]) -> T | None:
        """What the question finds out; None where a newer one has overtaken it."""
        archive = self._opened()
        connection = archive.store.connection

        def overtaken() -> bool:
            return number != self._newest

        connection.set_progress_handler(overtaken, _CHECKED_EVERY)
        try:
            return None if overtaken() else question(archive)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            return None
        finally:
            connection.set_progress_handler(None, 0)

    def close(self) -> None:
        """Let go of the file; call it in the thread that ran the searches."""
        with self._lock:
            archive, self._archive = self._archive, None
        if archive is not None:
            archive.close()

    def _opened(self) -> "Archive":
        if self._archive is None:
            opened = self._open()
            with self._lock:
                self._archive = opened
        return self._archive
