import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.archive.archive import Archive


class Clock:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.time = datetime.datetime(2026, 6, 30, 8, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.time

    def pass_by(self, **length: float) -> None:
        self.time += datetime.timedelta(**length)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


@pytest.fixture
def archive(path: Path, clock: Clock) -> Iterator[Archive]:
    with Archive.open(path, now=clock, program="1.2.3") as opened:
        yield opened
