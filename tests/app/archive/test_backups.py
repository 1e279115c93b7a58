import datetime
import shutil
from contextlib import closing

import pytest

from app.archive.archive import Archive
from app.archive.backups import Backups, Plan, copy_into, inside
from app.archive.errors import (
    ArchiveInUseError,
    DamagedArchiveError,
    DiskFullError,
    NotAnArchiveError,
)
from app.archive.restoring import restore
from app.archive.thinning import Keep
from tests.app.archive.records import a_record
from tests.data.make_archive import ARCHIVES


@pytest.fixture
def backups(archive, path, clock):
    return Backups(path, now=clock)


def names(folder) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_of_an_archive_with_nothing_in_it_no_backup_is_due(archive, backups):
    assert not backups.due(archive.store)
    archive.abbreviations.save({"đc": "đồng chí"})
    assert backups.due(archive.store)


def test_a_backup_is_due_when_the_newest_is_a_day_old(archive, backups, clock):
    archive.add(a_record("m"))
    assert backups.due(archive.store)
    made = backups.make(archive.store)
    assert (made.first.at, made.second, made.problem) == (clock(), None, None)
    assert not backups.due(archive.store)
    clock.pass_by(hours=23, minutes=59)
    assert not backups.due(archive.store)
    clock.pass_by(minutes=1)
    assert backups.due(archive.store)


def test_a_backup_from_a_time_to_come_does_not_stop_backups(archive, backups, clock):
    archive.add(a_record("m"))
    backups.make(archive.store)
    clock.pass_by(days=-400)
    assert backups.due(archive.store)


def test_a_backup_is_whole_and_the_users_alone(archive, backups):
    archive.add(a_record("m", "lời"))
    made = backups.make(archive.store).first
    assert made.path.name == "archive-20260630-080000.sqlite"
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700
    with Archive.open(made.path, write=False) as copy:
        assert copy.load("m") == a_record("m", "lời")


def test_backups_are_thinned_out_and_strange_files_left_alone(archive, backups, clock):
    strange = ["archive-20261399-080000.sqlite", "archive-x.sqlite", "other-20260630-080000.sqlite"]
    for _ in range(60):
        backups.make(archive.store)
        clock.pass_by(days=1)
    for name in strange:
        (backups.folder / name).touch()
    found = backups.all()
    assert 9 <= len(found) <= 12
    assert found == sorted(found, reverse=True)
    assert set(strange) < set(names(backups.folder))


def test_the_budget_holds(archive, path, clock):
    size = path.stat().st_size
    backups = Backups(path, Plan(budget=size * 2 + 100), now=clock)
    for _ in range(5):
        clock.pass_by(days=1)
        backups.make(archive.store)
    assert [backup.at.day for backup in backups.all()] == [5, 4]


def test_a_second_place_gets_its_own(archive, path, clock, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    made = Backups(path, Plan(second, Keep(days=1)), now=clock).make(archive.store)
    assert made.second.path.parent == second
    assert inside(made.second.path).records == 0
    assert made.problem is None


def test_a_second_place_that_is_away_is_told_and_the_first_is_made(archive, path, clock, tmp_path):
    backups = Backups(path, Plan(tmp_path / "stick"), now=clock)
    made = backups.make(archive.store)
    assert made.second is None
    assert "connect it" in str(made.problem)
    assert len(backups.all()) == 1
    assert not (tmp_path / "stick").exists()


def test_without_room_nothing_is_begun(archive, path, clock):
    backups = Backups(path, now=clock, free=lambda _: 20_000_000)
    with pytest.raises(DiskFullError, match="MB are needed, 20 MB are free"):
        backups.make(archive.store)
    assert not backups.folder.exists()


def test_inside_tells_what_is_there_of_any_schema(archive, backups, clock):
    archive.add(a_record("m", date="2021-05-01"))
    archive.add(a_record("n", date="2022-05-01"))
    archive.add(a_record("o"))
    archive.delete("o")
    told = inside(backups.make(archive.store).first.path)
    assert (told.records, told.binned, told.years) == (2, 1, (2022, 2021))
    assert (told.newest_change, told.program) == (clock(), "1.2.3")
    assert inside(ARCHIVES / "schema-100.sqlite").records == 1


def test_restoring_brings_the_backup_back_and_keeps_what_it_replaces(archive, path, backups, clock):
    archive.add(a_record("m", "lời"))
    backup = backups.make(archive.store).first.path
    archive.save(a_record("m", "sau"))
    archive.close()
    clock.pass_by(hours=1)
    kept = restore(path, backup, clock)
    assert kept.name == "archive-replaced-20260630-090000.sqlite"
    for file, text in ((path, "lời"), (kept, "sau"), (backup, "lời")):
        with Archive.open(file) as opened:
            assert opened.load("m") == a_record("m", text)


def test_restoring_twice_in_a_second_keeps_both(archive, path, backups, clock):
    backup = backups.make(archive.store).first.path
    archive.close()
    assert restore(path, backup, clock) != restore(path, backup, clock)


def test_restoring_where_there_is_nothing(archive, path, backups, clock):
    archive.add(a_record("m"))
    backup = backups.make(archive.store).first.path
    archive.close()
    path.unlink()
    assert restore(path, backup, clock) is None
    assert Archive.open(path).load("m") == a_record("m")


@pytest.mark.parametrize("content", [b"no archive" * 1000, None])
def test_what_is_no_good_backup_replaces_nothing(archive, path, backups, clock, content):
    archive.add(a_record("m", *("lời " * 200 for _ in range(30))))
    backup = backups.make(archive.store).first.path
    archive.close()
    backup.write_bytes(content or backup.read_bytes()[:-4096] + bytes(4096))
    before = path.read_bytes()
    with pytest.raises((NotAnArchiveError, DamagedArchiveError)):
        restore(path, backup, clock)
    assert path.read_bytes() == before


def test_an_open_archive_is_not_replaced(archive, path, backups, clock):
    backup = backups.make(archive.store).first.path
    with pytest.raises(ArchiveInUseError):
        restore(path, backup, clock)


def test_a_backup_replaces_a_damaged_archive_and_keeps_its_journal(archive, path, backups, clock):
    archive.add(a_record("m"))
    backup = backups.make(archive.store).first.path
    archive.close()
    path.write_bytes(b"rubbish" * 1000)
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"half a commit")
    kept = restore(path, backup, clock)
    assert kept.read_bytes() == b"rubbish" * 1000
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"half a commit"
    assert not journal.exists()
    with Archive.open(path) as opened:
        assert opened.load("m") == a_record("m")


def test_a_file_system_without_links_keeps_a_copy(archive, path, backups, clock, monkeypatch):
    def no_links(*_: object) -> None:
        raise OSError

    backup = backups.make(archive.store).first.path
    archive.add(a_record("m"))
    archive.close()
    monkeypatch.setattr("os.link", no_links)
    kept = restore(path, backup, clock)
    with Archive.open(kept) as opened:
        assert opened.load("m") == a_record("m")


def test_an_edit_during_a_backup_is_in_the_next(archive, path, clock):
    for n in range(3):
        archive.add(a_record(f"m{n}", *("lời " * 200 for _ in range(30))))
    steps = []

    def edit() -> bool:
        steps.append(archive.save(a_record("m0", f"lời {len(steps)}")))
        return False

    with closing(archive.another()) as other:
        other.store.connection.set_progress_handler(edit, 100_000)
        made = copy_into(path.parent / "b", other.store, clock())
        other.store.connection.set_progress_handler(None, 0)
    assert inside(made.path).records == 3


def test_a_backup_of_an_older_schema_is_migrated_when_it_is_opened(path, clock, tmp_path):
    backup = tmp_path / "old.sqlite"
    shutil.copy(ARCHIVES / "schema-100.sqlite", backup)
    restore(path, backup, clock)
    with Archive.open(path) as opened:
        assert opened.count() == 1
        assert opened.history.versions(opened.entries()[0].id) == []


def test_times_are_told_in_universal_time(archive, path):
    archive.add(a_record("m"))
    hanoi = datetime.timezone(datetime.timedelta(hours=7))
    backups = Backups(path, now=lambda: datetime.datetime(2026, 7, 1, 3, tzinfo=hanoi))
    assert backups.make(archive.store).first.path.name == "archive-20260630-200000.sqlite"
    assert not backups.due(archive.store)
