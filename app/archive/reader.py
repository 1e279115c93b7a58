"""Reader: answers questions to the archive from a thread of its own, so that no window waits.

Only the newest question counts: it ends the one before, wherever that is.
"""

import threading
from collections.abc import Callable
from typing import NamedTuple

from app.archive.archive import Archive
from app.archive.searching import Search

Question = Callable[[Archive], object]
"""What is to be found out, over the reader's own connection. It gives anything but None."""


class Answer(NamedTuple):
    """What the question with a number found out, or the exception that came instead."""

    number: int
    found: object = None
    error: Exception | None = None


class Reader:
    """Takes questions from one thread; `report` gets the answers in the reader's."""

    def __init__(
        self, open_archive: Callable[[], Archive], report: Callable[[Answer], None]
    ) -> None:
        self._search = Search(open_archive)
        self._report = report
        self._news = threading.Condition()
        self._waiting: tuple[int, Question] | None = None
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="archive-reader")
        self._thread.start()

    def ask(self, question: Question) -> int:
        """Have a question answered, and no older one; the number that its answer will carry."""
        number = self._search.ask()
        with self._news:
            self._waiting = (number, question)
            self._news.notify_all()
        return number

    def close(self) -> None:
        """End the thread. What it is busy with is not answered any more."""
        with self._news:
            self._closing = True
            self._news.notify_all()
        self._search.ask()
        self._thread.join()

    def _run(self) -> None:
        while asked := self._next():
            number, question = asked
            try:
                found = self._search.run(number, question)
            except Exception as error:  # whatever it is belongs to the one who asked
                self._search.close()  # the next question opens the file anew
                self._report(Answer(number, error=error))
            else:
                if found is not None:
                    self._report(Answer(number, found))
        self._search.close()

    def _next(self) -> tuple[int, Question] | None:
        """Wait for a question; None where the thread is to end."""
        with self._news:
            while not (self._waiting or self._closing):
                self._news.wait()
            asked, self._waiting = self._waiting, None
            return None if self._closing else asked
