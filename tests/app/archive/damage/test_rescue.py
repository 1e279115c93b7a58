import os
import shutil
from collections.abc import Callable

import pytest

from app.archive.archive import Archive
from app.archive.damage.indexes import PROSE
from app.archive.damage.pages import INDEX_INTERIOR, INDEX_LEAF, Pages
from app.archive.damage.rescue import rescue
from app.archive.errors import MissingArchiveError, NotAnArchiveError
from app.archive.evidence import Document
from app.archive.shape import minutes_layout
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.sample import sample
from tests.app.archive.records import a_record

LONG = "Công tác vệ sinh môi trường được thực hiện thường xuyên, kịp thời xử lý vi phạm. " * 20


@pytest.fixture
def record():
    return sample(resources_folder())


@pytest.fixture
def whole(archive, record):
    """A closed archive with the sample and its history."""
    document = Document(DocumentKind.REPORT, Form.PARTY, "a.docx", b"file" * 1000)
    archive.finish(record, [document], office="vp")
    archive.reopen(record.id, "vì")
    archive.people.remember(record, iter(f"p{n}" for n in range(100)).__next__)
    archive.close()
    return archive.path


def run(path, *statements: str) -> None:
    with Archive.open(path) as archive:
        archive.store.connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            archive.store.connection.execute(statement)


def test_of_a_sound_archive_everything_is_rescued(whole, record, clock):
    rescued = rescue(whole, clock)
    assert rescued.whole
    assert rescued.path.name == "archive-rescued-20260630-080000.sqlite"
    with Archive.open(rescued.path) as made:
        made.check()
        assert made.load(record.id) == record
        (revision,) = made.history.revisions(record.id)
        assert [made.history.exported(n) for n in revision.exports] == [b"file" * 1000]
        assert [change.reason for change in made.history.states(record.id)] == ["vì", ""]
        assert [person.name for person in made.people.people("kieu")] == ["Kiều Như Nguyên"]
        assert made.people.people()[0].positions
        assert [entry.id for entry in made.search("thanh son")] == [record.id]


def test_two_rescues_have_two_names(whole, clock):
    assert rescue(whole, clock).path != rescue(whole, clock).path


def test_a_lost_holder_is_replaced_by_an_empty_one(whole, record):
    run(whole, "DELETE FROM speech", "DELETE FROM search")
    rescued = rescue(whole)
    assert rescued.mended == (record.id,)
    with Archive.open(rescued.path) as made:
        speeches = made.load(record.id).speeches
    assert [s.passages for s in speeches] == [s.passages for s in record.speeches]
    assert {s.id for s in speeches} == {s.id for s in record.speeches}


def test_a_lost_record_row_leaves_its_items_and_its_history(whole, record):
    run(whole, "DELETE FROM minutes", "DELETE FROM search")
    with Archive.open(rescue(whole).path) as made:
        (entry,) = made.entries()
        found = made.load(entry.id)
        assert (found.results, found.attendees) == (record.results, record.attendees)
        assert made.history.version(entry.id, 1) == record


def test_what_only_the_index_still_says_becomes_unsorted(whole, record):
    run(whole, "DELETE FROM result")
    with Archive.open(rescue(whole).path) as made:
        found = made.load(record.id)
    assert [p.text for p in found.unsorted] == [result.text for result in record.results]


def test_words_that_are_none_are_replaced_and_texts_kept(whole, record):
    run(
        whole,
        "UPDATE minutes SET form = 'red', meeting_date = '11/5/2022', state = 'x'",
        "UPDATE attendee SET role = 'x', arrived = '8 giờ' WHERE ordinal = 0",
        "UPDATE result SET id = 'không được' WHERE ordinal = 0",
    )
    rescued = rescue(whole)
    with Archive.open(rescued.path) as made:
        found = made.load(record.id)
    assert [r.text for r in found.results] == [r.text for r in record.results]
    assert found.attendees[0].name == record.attendees[0].name
    assert "11/5/2022" in [p.text for p in found.unsorted]
    assert rescued.mended == (record.id,)


def test_two_rows_of_one_id_are_both_kept(archive, path):
    archive.add(a_record("m", "một", "hai"))
    archive.close()
    whole = path.read_bytes()
    assert whole.count(b"m-1") >= 2
    path.write_bytes(whole.replace(b"m-1", b"m-0"))
    with Archive.open(rescue(path).path) as made:
        assert [result.text for result in made.load("m").results] == ["một", "hai"]


def test_long_texts_across_pages_are_rescued(archive, path):
    archive.add(a_record("m", *(f"{n} {LONG * 5}" for n in range(20))))
    archive.close()
    whole = bytearray(path.read_bytes())
    whole[:4096] = bytes(4096)  # with the schema
    path.write_bytes(whole)
    with Archive.open(rescue(path).path) as made:
        assert made.load("m") == a_record("m", *(f"{n} {LONG * 5}" for n in range(20)))


def test_half_a_commit_is_taken_back_in_a_copy(archive, path):
    archive.add(a_record("m", "lời"))
    connection = archive.store.connection
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE result SET text = 'nửa chừng'")
    connection.execute("INSERT INTO result SELECT 1, 'x', 'm', 9, ?, '', ''", ("x" * 500_000,))
    torn = path.with_name("torn.sqlite")
    shutil.copy(path, torn)
    shutil.copy(f"{path}-journal", f"{torn}-journal")
    connection.execute("ROLLBACK")
    before = torn.read_bytes()
    with Archive.open(rescue(torn).path) as made:
        assert made.load("m") == a_record("m", "lời")
    assert torn.read_bytes() == before
    assert torn.with_name("torn.sqlite-journal").exists()
    assert list(path.parent.glob(".rescue-*")) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a Word document" * 1000, bytes(50_000)])
def test_where_there_is_nothing_of_ours_it_is_told_and_nothing_is_left(path, content):
    path.write_bytes(content)
    with pytest.raises(NotAnArchiveError, match="Nothing of an archive"):
        rescue(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_where_there_is_no_file_it_is_told(path):
    with pytest.raises(MissingArchiveError):
        rescue(path)


def test_pages_that_the_disk_will_not_give_cost_only_themselves(whole, record, monkeypatch):
    given = os.pread

    def pread(descriptor: int, length: int, at: int) -> bytes:
        if at // 4096 == 2:
            raise OSError(5, "input/output error")
        return given(descriptor, length, at)

    monkeypatch.setattr(os, "pread", pread)
    rescued = rescue(whole)
    assert rescued.lost_pages >= 1
    with Archive.open(rescued.path) as made:
        assert made.load(record.id).speeches == record.speeches


def test_a_page_size_that_the_header_has_wrong_is_not_believed(whole):
    data = bytearray(whole.read_bytes())
    data[16:18] = b"\x02\x00"
    whole.write_bytes(data)
    pages = Pages(whole)
    assert pages.size == 4096
    pages.close()


def outside_of_indexes(path, change: Callable[[bytes], bytes]) -> None:
    """Change every page but the first and those of indexes."""
    pages = Pages(path)
    for number in range(2, pages.count + 1):
        if pages.kind(number) not in (INDEX_LEAF, INDEX_INTERIOR):
            with path.open("r+b") as file:
                file.seek((number - 1) * pages.size)
                file.write(change(pages.page(number)))
    pages.close()


def test_a_name_that_only_an_index_still_says_becomes_unsorted(whole, record):
    name = "Kiều Như Nguyên"
    outside_of_indexes(whole, lambda page: page.replace(name.encode(), name.lower().encode()))
    with Archive.open(rescue(whole).path) as made:
        found = made.load(record.id)
    assert name not in {attendee.name for attendee in found.attendees}
    assert [paragraph.text for paragraph in found.unsorted] == [name]


def test_of_a_record_that_is_lost_the_names_in_indexes_are_kept(whole, record):
    outside_of_indexes(whole, lambda page: bytes(len(page)))
    with Archive.open(rescue(whole).path) as made:
        rescued = [made.load(entry.id) for entry in made.entries()]
    found = {paragraph.text for each in rescued for paragraph in each.unsorted}
    assert record.meeting.host is not None
    assert {attendee.name for attendee in record.attendees} | {record.meeting.host.name} <= found


def test_every_index_of_prose_is_read(archive):
    layouts = minutes_layout()
    prose = {(t.name, c.name) for t in (layouts.root, *layouts.parts) for c in t.columns if c.prose}
    sql = """
        SELECT tbl_name, info.name FROM sqlite_schema made, pragma_index_info(made.name) info
        WHERE type = 'index'"""
    assert {(index.table, index.column) for index in PROSE} == prose & set(archive.store.rows(sql))
