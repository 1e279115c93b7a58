"""What happens when something goes wrong that nobody caught: save first, then tell.

An error that the user can meet becomes a sentence in the window; one of ours a report to copy.
"""

import logging
import sys
from collections.abc import Callable
from types import TracebackType
from typing import NamedTuple

from app.errors import KnownError

LOG = logging.getLogger("bienban.rescue")


class Ways(NamedTuple):
    """How to save what is open, and how to tell: `problem` gets whether it is saved."""

    save: Callable[[], bool]
    known: Callable[[KnownError], None]
    problem: Callable[[str, bool], None]


class Rescue:
    """Stands in for the interpreter's own hook from the moment it is made until `stop`."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._before = sys.excepthook
        self._busy = False
        sys.excepthook = self._caught

    def stop(self) -> None:
        sys.excepthook = self._before

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KnownError):
            self._ways.known(error)
        elif not isinstance(error, Exception) or self._busy:
            self._before(kind, error, trace)
        else:
            self._busy = True  # an error in here must not lead in here again
            try:
                self._rescue(error)
            finally:
                self._busy = False

    def _rescue(self, error: Exception) -> None:
        from ui.dialogs.problem_dialog import report_of

        report = report_of(error)
        LOG.error("unexpected error\n%s", report)
        try:
            saved = self._ways.save()
        except Exception:
            LOG.exception("the record could not be saved")
            saved = False
        self._ways.problem(report, saved)
