"""A log record of WARNING or worse that nobody expected fails the test, and so does a silence.

A test that causes one says so first: `expect_log("archive is read-only")`.
"""

import logging
import re
from collections.abc import Callable, Iterator

import pytest


class LogWatch(logging.Handler):
    """Sorts the records of one test into expected and not."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._awaited: dict[str, bool] = {}
        self._unexpected: list[str] = []

    def expect(self, pattern: str) -> None:
        """From now on a record whose text matches `pattern` is right, and must come."""
        self._awaited[pattern] = False

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        matching = [pattern for pattern in self._awaited if re.search(pattern, text)]
        self._awaited.update(dict.fromkeys(matching, True))
        if not matching:
            self._unexpected.append(f"unexpected {record.levelname} of {record.name}: {text}")

    def complaints(self) -> list[str]:
        silent = [pattern for pattern, came in self._awaited.items() if not came]
        return [*self._unexpected, *(f"expected, but not logged: {pattern}" for pattern in silent)]


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    if complaints := watch.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def expect_log(log_watch: LogWatch) -> Callable[[str], None]:
    return log_watch.expect
