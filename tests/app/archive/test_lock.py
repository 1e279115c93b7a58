import subprocess
import sys
from contextlib import closing

import pytest

from app.archive.archive import Archive
from app.archive.errors import ArchiveInUseError
from app.archive.lock import WriteLock
from tests.app.archive.records import a_record

# Says when it holds the archive, then waits to be killed.
HOLDER = """
import sys
from pathlib import Path
from app.archive.archive import Archive
archive = Archive.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_whether_the_holder_is_a_program_of_the_same_user_here_is_known(tmp_path):
    path = tmp_path / "a.sqlite"
    with Archive.open(path):
        with pytest.raises(ArchiveInUseError) as met:
            WriteLock(path)
        assert met.value.ours
        (tmp_path / "a.sqlite.lock").write_text("someone, elsewhere, 7\n")
        with pytest.raises(ArchiveInUseError) as met:
            WriteLock(path)
        assert not met.value.ours
        (tmp_path / "a.sqlite.lock").write_text("")
        with pytest.raises(ArchiveInUseError) as met:
            WriteLock(path)
        assert met.value.ours


def test_of_two_that_are_first_only_one_makes_the_file(tmp_path, monkeypatch):
    path = tmp_path / "new" / "a.sqlite"
    with Archive.open(path):
        monkeypatch.setattr("app.archive.opening.there_is", lambda _path: False)
        with pytest.raises(ArchiveInUseError):
            Archive.open(path)


def test_a_second_writer_is_refused_and_told_who_is_there(archive, path):
    with pytest.raises(ArchiveInUseError, match=r"open for writing in another program \(.+, \d+\)"):
        Archive.open(path)


def test_beside_a_writer_all_may_read(archive, path):
    archive.add(a_record("m", "lời"))
    with Archive.open(path, write=False) as reader:
        archive.save(a_record("m", "lời", "thêm"))
        assert reader.load("m") == a_record("m", "lời", "thêm")


def test_closing_lets_the_next_one_write(archive, path):
    archive.close()
    with Archive.open(path) as following:
        following.add(a_record("m"))


def test_a_transaction_is_a_writing_one_from_its_beginning(archive):
    with closing(archive.another()) as other:
        other.store.connection.execute("PRAGMA busy_timeout = 0")
        with archive.store.writing(), pytest.raises(ArchiveInUseError):
            other.add(a_record("m"))


def test_another_connection_writes_under_the_same_lock(archive):
    with closing(archive.another()) as other:
        other.add(a_record("m"))
    assert archive.load("m") == a_record("m")
    with pytest.raises(ArchiveInUseError):
        Archive.open(archive.path)


def test_a_way_that_fails_to_open_lets_go_of_the_lock(path):
    path.write_bytes(b"no archive" * 1000)
    for _ in range(2):
        with pytest.raises(Exception, match="is not an archive"):
            Archive.open(path)


def test_the_lock_ends_with_a_killed_process(path):
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(ArchiveInUseError, match=str(holder.pid)):
            Archive.open(path)
        holder.kill()
        holder.wait()
        with Archive.open(path) as archive:
            archive.add(a_record("m"))
