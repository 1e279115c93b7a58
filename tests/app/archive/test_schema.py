import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database, Migrations

from app.archive import migrations, schema
from app.archive.archive import Archive
from app.archive.errors import ArchiveInUseError, DiskFullError
from app.archive.shape import body_layout, minutes_layout, office_layout, person_layout
from app.archive.store import Store
from tests.app.archive.records import a_record

NEXT = schema.SCHEMA + 1


@pytest.fixture
def next_step(monkeypatch):
    """Takes the SQL of one more step, as the next version of the program would bring it."""

    def install(*sqls: str) -> None:
        steps = Migrations("bienban")
        steps(name=str(NEXT - 1))(lambda database: None)
        for version, sql in enumerate(sqls, NEXT):
            steps(name=str(version))(lambda database, sql=sql: migrations.run(database.conn, sql))
        monkeypatch.setattr(migrations, "steps", steps)
        monkeypatch.setattr(schema, "SCHEMA", NEXT + len(sqls) - 1)

    return install


@pytest.fixture
def old(path, clock):
    """An archive of this schema, closed, with a record in it."""
    with Archive.open(path, now=clock, program="1.0") as archive:
        archive.add(a_record("m", "lời"))
    return path


def backups(path):
    return sorted((path.parent / "backups").glob("*"))


def test_the_newest_step_makes_the_schema_of_the_program():
    names = [step.name for step in migrations.steps.pending(Database(memory=True))]
    assert names[-1] == str(schema.SCHEMA)
    assert names == sorted(set(names), key=int)


def test_every_table_of_the_types_is_looked_for():
    layouts = (minutes_layout(), person_layout(), body_layout(), office_layout())
    named = {table.name for layout in layouts for table in (layout.root, *layout.parts)}
    assert named <= set(schema.TABLES)


def test_an_older_archive_is_copied_and_migrated(old, clock, next_step):
    next_step("ALTER TABLE result ADD COLUMN mood TEXT;")
    with Archive.open(old, now=clock, program="2.0") as archive:
        assert archive.load("m") == a_record("m", "lời")
        assert archive.store.number("PRAGMA user_version") == NEXT
        assert archive.store.number("PRAGMA foreign_keys") == 1
        assert archive.store.rows("SELECT mood FROM result") == [(None,)]
        assert schema.written_by(archive.store) == "2.0"
    (backup,) = backups(old)
    assert backup.name == f"archive-schema-{NEXT - 1}-20260630-080000.sqlite"
    with closing(Store(backup, write=False)) as store:
        assert store.number("PRAGMA user_version") == NEXT - 1
        assert store.rows("SELECT text FROM result") == [("lời",)]


def test_opening_to_read_migrates_too(old, clock, next_step):
    next_step("ALTER TABLE result ADD COLUMN mood TEXT;")
    with Archive.open(old, write=False, now=clock) as archive:
        assert archive.load("m") == a_record("m", "lời")
        assert archive.store.number("PRAGMA user_version") == NEXT


def test_an_older_archive_open_elsewhere_is_not_migrated(old, next_step):
    with Archive.open(old):
        next_step("ALTER TABLE result ADD COLUMN mood TEXT;")
        for write in (True, False):
            with pytest.raises(ArchiveInUseError):
                Archive.open(old, write=write)


def test_an_archive_without_records_needs_no_copy(path, next_step):
    Archive.open(path).close()
    next_step("ALTER TABLE result ADD COLUMN mood TEXT;")
    Archive.open(path).close()
    assert backups(path) == []


@pytest.mark.parametrize(
    "sql",
    [
        "ALTER TABLE result ADD COLUMN mood TEXT;\nDROP TABLE nowhere;",
        "ALTER TABLE result ADD COLUMN mood TEXT;\nUPDATE result SET minutes_number = 99;",
        "ALTER TABLE result ADD COLUMN mood TEXT;\nDELETE FROM",
    ],
)
def test_a_step_that_fails_changes_nothing(old, clock, next_step, sql):
    before = old.read_bytes()
    next_step(sql)
    for _ in range(2):
        with pytest.raises((sqlite3.Error, ValueError)):
            Archive.open(old, now=clock)
    assert old.read_bytes() == before


def test_each_step_is_a_transaction_of_its_own(old, clock, next_step):
    next_step("ALTER TABLE result ADD COLUMN mood TEXT;", "DROP TABLE nowhere;")
    with pytest.raises(sqlite3.OperationalError):
        Archive.open(old, now=clock)
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchall() == [(NEXT,)]
        assert connection.execute("SELECT mood FROM result").fetchall() == [(None,)]


def test_without_a_copy_there_is_no_migration(old, clock, next_step, monkeypatch):
    def full(*_: object) -> None:
        raise DiskFullError("full")

    monkeypatch.setattr(schema, "copy_archive", full)
    before = old.read_bytes()
    next_step("ALTER TABLE result ADD COLUMN mood TEXT;")
    with pytest.raises(DiskFullError):
        Archive.open(old, now=clock)
    assert old.read_bytes() == before


def test_a_step_runs_one_statement_at_a_time_in_the_callers_transaction():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        migrations.run(connection, "-- a; b\nCREATE TABLE a (b);\n\nCREATE TABLE c (d);\n")
        assert connection.in_transaction
        connection.execute("ROLLBACK")
        assert connection.execute("SELECT * FROM sqlite_schema").fetchall() == []
