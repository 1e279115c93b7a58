"""The archive that is open, with what writes to it, reads from it and lies on the desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.archive.writer import NotSaved, Saved, Writer
from app.identity import new_id
from app.minutes.record import Minutes
from ui.desk import Desk
from ui.fetching import Fetcher
from ui.learner import Learner

if TYPE_CHECKING:
    from app.archive.archive import Archive

LAST_WAIT = 10.0
"""Seconds that the end of the program waits for the last write."""


class Opened(QObject):
    """Owns the threads of an archive. `report` is told in the writer's thread what was saved;
    `begin` puts into new minutes what the office starts them with."""

    def __init__(
        self,
        archive: "Archive",
        report: Callable[[Saved | NotSaved], None],
        begin: Callable[[Minutes], Minutes],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.archive = archive
        self.writer = Writer(archive.another, report)
        self.fetcher = Fetcher(archive.another, self)
        self.desk = Desk(archive, self.writer, new_id, begin, self)
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
