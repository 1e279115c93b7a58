"""The archive that is open, with what writes to it, reads from it and lies on the desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from app.archive.writer import NotSaved, Saved, Writer
from app.identity import new_id
from ui.desk import Desk
from ui.fetching import Fetcher
from ui.learner import Learner

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.errors import KnownError
    from app.minutes.record import Minutes

LAST_WAIT = 10.0
"""Seconds that the end of the program waits for the last write."""


class Needs(NamedTuple):
    """What an open archive needs of the program. `report` is called in the writer's thread;
    `begin` puts into new minutes what the office starts them with."""

    report: Callable[[Saved | NotSaved], None]
    begin: Callable[["Minutes"], "Minutes"]


class _NoWriter:
    """In place of the writer where the archive is open to be read only: nothing is put to it."""

    unsaved: tuple["Minutes", ...] = ()

    def put(self, record: "Minutes") -> None:
        raise AssertionError(f"{record.id} was edited in an archive that is only read")

    def note_opening(self, record: "Minutes") -> None:
        pass

    def flush(self, timeout: float | None = None) -> bool:
        return True

    def forget(self) -> None:
        pass

    def close(self, timeout: float | None = None) -> bool:
        return True


class Opened(QObject):
    """Owns the threads of an archive. `why_read_only`: None where it can be written."""

    def __init__(
        self, archive: "Archive", needs: Needs, why_read_only: "KnownError | None", parent: QObject
    ) -> None:
        super().__init__(parent)
        self.archive = archive
        self.why_read_only = why_read_only
        self.writer = Writer(archive.another, needs.report) if archive.writable else _NoWriter()
        self.fetcher = Fetcher(archive.another, self)
        self.desk = Desk(archive, self.writer, new_id, needs.begin, self)
        self.learner = Learner(archive.another, self.desk, new_id, self)

    def settle(self) -> bool:
        """Write what is left and end the threads. False where something could not be written."""
        saved = self.writer.close(LAST_WAIT)
        self.learner.learn_open()
        self.fetcher.close()
        return saved

    def close(self) -> None:
        """Let go of the file, when nothing else uses it any more."""
        self.archive.close()
        self.deleteLater()
