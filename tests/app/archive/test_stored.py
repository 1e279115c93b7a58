"""Archives that earlier programs made: each must open, whole, in this one."""

import shutil

import pytest

from app.archive.archive import Archive
from app.archive.contents import hash_of
from app.archive.schema import SCHEMA
from app.minutes.canonical import from_json
from tests.data.make_archive import ARCHIVES, DOCUMENT, make

STORED = sorted(ARCHIVES.glob("schema-*.sqlite"))


WITH_HISTORY = [stored for stored in STORED if int(stored.stem[-3:]) > 100]
ALL = pytest.mark.parametrize("stored", STORED, ids=lambda stored: stored.stem)


@ALL
def test_a_stored_archive_opens_with_all_that_is_in_it(stored, path):
    shutil.copy(stored, path)
    record = from_json(stored.with_suffix(".json").read_bytes())
    with Archive.open(path) as archive:
        archive.check()
        assert [entry.id for entry in archive.entries()] == [record.id]
        assert archive.load(record.id) == record
        assert [entry.id for entry in archive.search("thanh son")] == [record.id]
        assert archive.store.number("PRAGMA user_version") == SCHEMA


@pytest.mark.parametrize("stored", WITH_HISTORY, ids=lambda stored: stored.stem)
def test_the_history_of_a_stored_archive_is_all_there(stored, path):
    shutil.copy(stored, path)
    json = stored.with_suffix(".json").read_bytes()
    with Archive.open(path) as archive:
        (entry,) = archive.entries()
        (revision,) = archive.history.revisions(entry.id)
        assert archive.history.revision_json(entry.id, 1) == json
        assert revision.hash == hash_of(json)
        assert [archive.history.exported(n) for n in revision.exports] == [DOCUMENT.data]
        assert [change.reason for change in archive.history.states(entry.id)] == ["reason", ""]


def test_an_archive_of_this_schema_is_stored_as_it_is_made_today(tmp_path):
    """While it is not: `python -m tests.data.make_archive`."""
    made = make(tmp_path)
    tables = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    shapes = []
    for source in (made, ARCHIVES / made.name):
        copy = shutil.copy(source, tmp_path / "copy.sqlite")
        with Archive.open(copy, write=False) as archive:
            shapes.append(archive.store.rows(tables))
    assert shapes[0] == shapes[1]
