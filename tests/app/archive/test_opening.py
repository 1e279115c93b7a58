"""Files that are no archive, or cannot be used as one: one sentence, and nothing is touched."""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.archive import errors
from app.archive.archive import Archive
from app.archive.schema import APPLICATION_ID, SCHEMA
from tests.app.archive.records import a_record

NOBODY = 65534


def an_archive(path: Path, *texts: str) -> None:
    with Archive.open(path, program="1.2.3") as archive:
        archive.add(a_record("m", *texts))


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def not_sqlite(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 a Word document" * 1000)


def of_another_program(path: Path) -> None:
    run(path, "CREATE TABLE moz_places (id)", "PRAGMA application_id = 7")


def of_no_program(path: Path) -> None:
    run(path, "CREATE TABLE minutes (id)")


def of_a_newer_program(path: Path) -> None:
    an_archive(path)
    newer = (SCHEMA // 100 + 1) * 100
    run(path, "UPDATE about SET value = '9.1'", f"PRAGMA user_version = {newer}")


def cut_short(path: Path) -> None:
    an_archive(path)
    path.write_bytes(path.read_bytes()[:20_000])


def with_a_damaged_schema(path: Path) -> None:
    an_archive(path)
    whole = bytearray(path.read_bytes())
    whole[100:4096] = bytes(3996)
    path.write_bytes(whole)


def without_a_table(path: Path) -> None:
    an_archive(path)
    run(path, "DROP TABLE vote")


def a_folder(path: Path) -> None:
    path.mkdir()


BAD = [
    (not_sqlite, errors.NotAnArchiveError, "is not an archive of minutes"),
    (of_another_program, errors.NotAnArchiveError, "is not an archive of minutes"),
    (of_no_program, errors.NotAnArchiveError, "is not an archive of minutes"),
    (of_a_newer_program, errors.NewerArchiveError, "install version 9.1 or newer"),
    (cut_short, errors.DamagedArchiveError, "is damaged"),
    (with_a_damaged_schema, errors.DamagedArchiveError, "is damaged"),
    (without_a_table, errors.DamagedArchiveError, "is damaged"),
    (a_folder, errors.NotAnArchiveError, "is not an archive of minutes"),
]


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(("make", "error", "told"), BAD, ids=[row[0].__name__ for row in BAD])
def test_a_bad_file_is_told_and_left_alone(path, make, error, told, write):
    make(path)
    before = contents(path.parent)
    with pytest.raises(error, match=told):
        Archive.open(path, write=write)
    assert contents(path.parent) == before


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


def test_there_is_nothing_to_read_where_there_is_no_file(path):
    with pytest.raises(errors.MissingArchiveError, match="There is no archive at"):
        Archive.open(path, write=False)
    assert list(path.parent.iterdir()) == []


def test_an_empty_file_becomes_an_archive_when_it_is_to_be_written(path):
    path.touch()
    with pytest.raises(errors.MissingArchiveError):
        Archive.open(path, write=False)
    an_archive(path)
    with Archive.open(path, write=False) as archive:
        assert archive.count() == 1


def test_a_new_archive_says_what_it_is(archive):
    assert archive.store.number("PRAGMA application_id") == APPLICATION_ID
    assert archive.store.number("PRAGMA user_version") == SCHEMA
    assert archive.store.rows("SELECT * FROM about") == [("written_by", "1.2.3")]


def test_an_archive_is_one_file_at_rest_written_through(archive):
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema")
    values = [archive.store.rows(f"PRAGMA {pragma}")[0][0] for pragma in pragmas]
    assert values == ["delete", 3, 1, 1, 0]


def test_the_program_that_last_wrote_is_noted_with_its_first_edit(path):
    an_archive(path)
    with Archive.open(path, program="1.3.0") as archive:
        assert archive.store.rows("SELECT value FROM about") == [("1.2.3",)]
        archive.add(a_record("n"))
        assert archive.store.rows("SELECT value FROM about") == [("1.3.0",)]


def test_an_archive_of_a_newer_minor_version_opens(path):
    an_archive(path, "lời")
    run(path, "ALTER TABLE result ADD COLUMN mood TEXT", f"PRAGMA user_version = {SCHEMA + 1}")
    with Archive.open(path) as archive:
        archive.save(a_record("m", "lời", "thêm"))
        assert archive.load("m") == a_record("m", "lời", "thêm")
        assert archive.store.number("PRAGMA user_version") == SCHEMA + 1


def test_reading_never_writes(path):
    an_archive(path)
    with Archive.open(path, write=False) as archive, pytest.raises(errors.ReadOnlyArchiveError):
        archive.add(a_record("n"))


def test_a_folder_that_is_a_file_is_told(path):
    path.write_text("a file")
    with pytest.raises(errors.ReadOnlyArchiveError, match="cannot be written"):
        Archive.open(path / "archive.sqlite")


def test_file_and_folder_are_the_users_alone(path):
    an_archive(path.parent / "new" / "a.sqlite")
    modes = {p.name: p.stat().st_mode & 0o777 for p in path.parent.rglob("*")}
    assert modes == {"new": 0o700, "a.sqlite": 0o600, "a.sqlite.lock": 0o600}


@pytest.fixture
def bare_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which only rights decide what may be done. Root has all rights: be nobody."""
    user = os.geteuid()
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    # pytest's own folders are the user's alone; nobody (in our group) could not even enter them.
    for above in folder.parents:
        if not above.stat().st_mode & stat.S_IXGRP:
            above.chmod(above.stat().st_mode | stat.S_IXGRP)
    an_archive(folder / "archive.sqlite", "lời")
    if user == 0:
        for file in (folder, *folder.iterdir()):
            os.chown(file, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    os.seteuid(user)
    folder.chmod(0o700)
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written_is_told_and_can_be_read(bare_folder):
    path = bare_folder / "archive.sqlite"
    path.with_name("archive.sqlite.lock").unlink()
    bare_folder.chmod(0o500)
    with pytest.raises(errors.ReadOnlyArchiveError, match="cannot be written"):
        Archive.open(path)
    with pytest.raises(errors.ReadOnlyArchiveError, match="cannot be written"):
        Archive.open(bare_folder / "new.sqlite")
    with Archive.open(path, write=False) as archive:
        assert archive.load("m") == a_record("m", "lời")


def test_a_file_that_cannot_be_written_is_told_and_can_be_read(bare_folder):
    path = bare_folder / "archive.sqlite"
    path.chmod(0o400)
    with pytest.raises(errors.ReadOnlyArchiveError, match="cannot be written"):
        Archive.open(path)
    with Archive.open(path, write=False) as archive:
        assert archive.load("m") == a_record("m", "lời")


@pytest.mark.parametrize("write", [True, False])
def test_what_may_not_even_be_looked_at_is_told(bare_folder, write):
    (bare_folder / "archive.sqlite").chmod(0)
    with pytest.raises(errors.ReadOnlyArchiveError, match="cannot be opened"):
        Archive.open(bare_folder / "archive.sqlite", write=write)
    bare_folder.chmod(0)
    with pytest.raises(errors.ReadOnlyArchiveError):
        Archive.open(bare_folder / "archive.sqlite", write=write)


def test_a_full_disk_is_told_and_what_was_there_stays(archive):
    archive.add(a_record("m", "lời"))
    pages = archive.store.number("PRAGMA page_count")
    archive.store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(errors.DiskFullError, match="is full; free some space"):
        archive.save(a_record("m", "lời", "x" * 100_000))
    assert archive.load("m") == a_record("m", "lời")
    archive.store.connection.execute("PRAGMA max_page_count = 1000000")
    assert archive.save(a_record("m", "lời", "x" * 100_000))


def test_another_program_that_keeps_the_file_locked_is_told(archive, path):
    archive.store.connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(errors.ArchiveInUseError, match="Another program is using"):
            archive.add(a_record("m"))


def test_a_mistake_of_ours_stays_an_error_of_sqlite(archive):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        archive.store.rows("SELECT * FROM nowhere")


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE result SET text = CAST(x'ff' AS TEXT)",
        "UPDATE minutes SET form = 'red'",
        "UPDATE minutes SET meeting_date = '11/5/2022'",
        "UPDATE result SET holder_id = 'nothing'",
    ],
)
def test_rows_that_make_no_record_are_told_as_damage(archive, damage):
    archive.add(a_record("m", "lời"))
    archive.store.connection.execute(damage)
    with pytest.raises(errors.DamagedArchiveError, match="is damaged"):
        archive.load("m")


def test_a_file_that_is_gone_is_told_and_not_made_anew(archive, path):
    path.unlink()
    with pytest.raises(errors.MissingArchiveError):
        archive.another()
    assert not path.exists()


def test_a_check_finds_rows_that_refer_to_nothing(archive, path):
    archive.add(a_record("m", "lời"))
    run(path, "UPDATE result SET minutes_number = 9")
    with pytest.raises(errors.DamagedArchiveError):
        archive.check()


def test_a_check_reads_all_of_the_file(archive, path):
    archive.add(a_record("m", *("lời " * 300 for _ in range(30))))
    archive.check()
    pages = path.stat().st_size // 4096
    with path.open("r+b") as file:
        file.seek((pages - 2) * 4096)
        file.write(bytes(4096))
    with closing(archive.another()) as fresh, pytest.raises(errors.DamagedArchiveError):
        fresh.check()
