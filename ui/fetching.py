"""Questions to the archive that no window waits for: asked here, answered by a signal.

A dialog that reads much makes a `Fetcher` of its own and closes it in the end.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.archive.reader import Answer, Question, Reader

if TYPE_CHECKING:
    from app.archive.archive import Archive


class Fetcher(QObject):
    """The newest question is answered, and no older one.

    `answered` carries the number that `ask` gave and what was found; `failed` the number and the
    exception. Both come in the window's thread.
    """

    answered = Signal(int, object)
    failed = Signal(int, object)
    _arrived = Signal(object)

    def __init__(
        self, open_archive: Callable[[], "Archive"], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._asked = self._answered = 0
        self._arrived.connect(self._on_arrived)
        self._reader = Reader(open_archive, self._arrived.emit)
        self.destroyed.connect(self._reader.close)  # with the window that it was asked for

    def ask(self, question: Question) -> int:
        """Have a question answered in the reader's thread; the number of its answer."""
        self._asked = self._reader.ask(question)
        return self._asked

    def close(self) -> None:
        """End the thread; nothing is answered any more."""
        self._asked = self._answered
        self._reader.close()

    @property
    def busy(self) -> bool:
        """Whether the newest question has no answer yet."""
        return self._asked != self._answered

    def _on_arrived(self, answer: Answer) -> None:
        self._answered = answer.number
        if answer.error is not None:
            self.failed.emit(answer.number, answer.error)
        else:
            self.answered.emit(answer.number, answer.found)


def close_fetchers(window: QObject) -> None:
    """End the threads of what in this window reads by itself: dialogs that are still open."""
    for fetcher in window.findChildren(Fetcher):
        fetcher.close()
