import shutil

import pytest

from app.archive.archive import Archive
from app.archive.backups import Backups
from app.archive.damage.doctor import doctor
from tests.app.archive.records import a_record
from tests.data.make_archive import ARCHIVES


@pytest.fixture
def healthy(archive, path, clock):
    archive.finish(a_record("m", *("lời " * 200 for _ in range(30))))
    Backups(path, now=clock).make(archive.store)
    return archive


def told(path, clock) -> str:
    return "\n".join(map(str, doctor(path, clock)))


def test_nothing_is_said_where_all_is_well(healthy, path, clock):
    assert doctor(path, clock) == ()


def run(archive, *statements: str) -> None:
    for statement in statements:
        archive.store.connection.execute(statement)


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["UPDATE minutes SET form = 'red'"], "The minutes m in"),
        (["DROP TRIGGER content_stays", "UPDATE content SET bytes = x'00'"], "The minutes m in"),
        (["DELETE FROM search"], "The search in"),
        (["UPDATE minutes SET number = 9"], "is damaged"),
    ],
)
def test_what_is_wrong_inside_is_told(healthy, path, clock, statements, expected):
    run(healthy, "PRAGMA foreign_keys = OFF", *statements)
    before = path.read_bytes()
    assert expected in told(path, clock)
    assert path.read_bytes() == before


def test_what_is_wrong_around_it_is_told(healthy, path, clock, monkeypatch):
    clock.pass_by(days=2)
    path.chmod(0o644)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 0))  # noqa: SLF001
    found = told(path, clock)
    assert "no backup of the last day" in found
    assert "can read" in found
    assert "Only 0 MB are free" in found


def test_a_damaged_page_is_told(healthy, path, clock):
    healthy.close()
    whole = bytearray(path.read_bytes())
    whole[-8192:-4096] = bytes(4096)
    path.write_bytes(whole)
    assert "is damaged" in told(path, clock)


def test_what_is_no_archive_is_told(path, clock):
    assert "There is no archive" in told(path, clock)
    path.write_bytes(b"PK\x03\x04" * 1000)
    assert "is not an archive" in told(path, clock)


def test_an_older_archive_is_told_and_left_as_it_is(path, clock):
    shutil.copy(ARCHIVES / "schema-100.sqlite", path)
    before = path.read_bytes()
    assert "of an older version" in told(path, clock)
    assert path.read_bytes() == before


def test_looking_is_allowed_while_it_is_open(healthy, path, clock):
    with Archive.open(path, write=False):
        assert doctor(path, clock) == ()
