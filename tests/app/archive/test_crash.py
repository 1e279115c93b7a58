"""A process killed at any moment loses nothing committed, and leaves no half of an edit."""

import shutil
import subprocess
import sys
from contextlib import closing

import pytest

from app.archive.archive import Archive
from app.archive.errors import ArchiveError
from app.archive.store import Store
from tests.app.archive.records import a_record

# Saves ever longer records, and says after each commit how long the record is.
WRITER = """
import sys
from pathlib import Path
from app.archive.archive import Archive
from tests.app.archive.records import a_record
with Archive.open(Path(sys.argv[1])) as archive:
    for length in range(1, 100_000):
        archive.save(a_record("m", *(f"lời {n}" for n in range(length))))
        print(length, flush=True)
"""


@pytest.mark.parametrize("commits", [1, 2, 7, 30])
def test_what_was_committed_before_the_kill_is_there(path, commits):
    told = killed_after(path, commits)
    with Archive.open(path) as archive:
        archive.check()
        record = archive.load("m")
    length = len(record.results)
    assert told <= length <= told + 1
    assert record == a_record("m", *(f"lời {n}" for n in range(length)))


def killed_after(path, commits: int) -> int:
    """Kill a writing process after some commits; the length that it last told."""
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        for _ in range(commits):
            writer.stdout.readline()
        writer.kill()
        rest = writer.stdout.read().split()
    return int(rest[-1]) if rest else commits


@pytest.fixture
def torn(archive, path):
    """An archive in the middle of a commit: its pages partly written, its journal still there."""
    archive.add(a_record("m", "lời"))
    connection = archive.store.connection
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE minutes SET meeting_place = 'nửa chừng'")
    connection.execute("INSERT INTO result SELECT 1, 'x', 'm', 9, ?, '', ''", ("x" * 500_000,))
    copy = path.with_name("copy.sqlite")
    shutil.copy(path, copy)
    shutil.copy(f"{path}-journal", f"{copy}-journal")
    connection.execute("ROLLBACK")
    assert copy.read_bytes() != path.read_bytes()
    return copy


@pytest.mark.parametrize("write", [True, False])
def test_half_a_commit_is_taken_back_when_the_archive_is_opened(torn, write):
    with Archive.open(torn, write=write) as archive:
        archive.check()
        assert archive.load("m") == a_record("m", "lời")
    assert not torn.with_name("copy.sqlite-journal").exists()


def test_a_killed_making_of_an_archive_leaves_what_can_be_made(path):
    path.touch()
    with closing(Store(path, write=True)) as store:
        store.connection.execute("BEGIN IMMEDIATE")
        store.connection.execute("CREATE TABLE about (name)")
    with pytest.raises(ArchiveError):
        Archive.open(path, write=False)
    with Archive.open(path) as archive:
        archive.add(a_record("m"))
