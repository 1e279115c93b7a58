"""The folders of the tests lie in memory only where memory is good enough."""

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.guards import in_memory


@pytest.fixture(autouse=True)
def good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: True)
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_flag=0))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=4 << 30))


def test_memory_with_room_will_do() -> None:
    assert in_memory.fits(Path("memory"))


def test_memory_that_cannot_be_written_will_not_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert not in_memory.fits(Path("memory"))


def test_memory_from_which_nothing_may_be_started_will_not_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_flag=os.ST_NOEXEC))
    assert not in_memory.fits(Path("memory"))


def test_memory_with_little_room_will_not_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1 << 30))
    assert not in_memory.fits(Path("memory"))


def test_folder_that_was_asked_for_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(in_memory.VARIABLE, "/chosen")
    in_memory.pytest_configure()
    assert os.environ[in_memory.VARIABLE] == "/chosen"
