import pytest

from app.archive.archive import Archive
from app.archive.errors import DamagedArchiveError, ReadOnlyArchiveError
from tests.app.archive.records import a_record


def test_a_copy_is_an_archive_with_the_same_records(archive, path):
    archive.add(a_record("m", "lời"))
    target = path.with_name("copy.sqlite")
    target.write_text("what stood there")
    archive.copy_to(target)
    archive.add(a_record("n"))
    with Archive.open(target) as copy:
        copy.check()
        assert [entry.id for entry in copy.entries()] == ["m"]
    assert target.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.glob("*.partial")) == []


def test_a_copy_that_cannot_be_made_leaves_what_stood_there(archive, path):
    archive.add(a_record("m", "lời"))
    target = path.with_name("copy.sqlite")
    target.write_text("what stood there")
    # The row has another id than its entry in the index: only a check of the whole finds it.
    whole = path.read_bytes()
    assert whole.count(b"m-0") == 2
    path.write_bytes(whole.replace(b"m-0", b"m-9", 1))
    with Archive.open(path, write=False) as damaged, pytest.raises(DamagedArchiveError):
        damaged.copy_to(target)
    assert target.read_text() == "what stood there"
    assert list(path.parent.glob("*.partial")) == []


def test_a_place_that_cannot_be_written_is_told(archive, path):
    with pytest.raises(ReadOnlyArchiveError):
        archive.copy_to(path / "copy.sqlite")
