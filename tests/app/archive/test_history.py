import io
import random
import sqlite3
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.archive import contents
from app.archive.archive import Archive
from app.archive.entries import State
from app.archive.errors import DamagedArchiveError, FinishedRecordError, MissingRecordError
from app.archive.evidence import Document, Reason
from app.errors import KnownError
from app.minutes.canonical import SCHEMA as JSON_SCHEMA
from app.minutes.canonical import to_json
from app.minutes.words import DocumentKind, Form
from tests.app.archive.records import a_record

LONG = "Công tác vệ sinh môi trường được thực hiện thường xuyên, kịp thời xử lý vi phạm số {}."


def zipped(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def a_document(data: bytes) -> Document:
    return Document(DocumentKind.REPORT, Form.PARTY, "C:/Biên bản/a.docx", data, draft=2)


def numbers(archive) -> list[int]:
    return [version.number for version in archive.history.versions("m")]


def test_every_version_comes_back_as_it_was(archive, clock):
    records = [a_record("m", *(LONG.format(n) for n in range(length))) for length in range(1, 9)]
    for record in records:
        archive.save(record)
        archive.history.note_version(record, Reason.EXPORT)
    assert numbers(archive) == [8, 7, 6, 5, 4, 3, 2, 1]
    assert [archive.history.version("m", n) for n in range(1, 9)] == records
    assert archive.history.versions("m")[0] == (8, clock(), Reason.EXPORT)


def test_a_version_is_kept_as_the_difference_from_the_first(archive):
    chance = random.Random(1)
    texts = ["".join(chance.choices("aăâbcdđeêghi ", k=200)) for _ in range(40)]
    for length in (38, 39, 40):
        record = a_record("m", *texts[:length])
        archive.save(record)
        archive.history.note_version(record, Reason.EXPORT)
    sizes = archive.store.rows("SELECT length(bytes), base_number FROM content ORDER BY number")
    assert [base for _, base in sizes] == [None, 1, 1]
    assert all(size < sizes[0][0] / 4 for size, _ in sizes[1:])


def test_what_is_unchanged_is_kept_once(archive):
    record = a_record("m", "lời")
    archive.add(record)
    assert [archive.history.note_version(record, reason) for reason in Reason] == [1, 2, 3, 3]
    assert archive.store.number("SELECT count(*) FROM content") == 1


def test_a_version_is_kept_every_ten_minutes_of_work(archive, clock):
    archive.add(a_record("m", "0"))
    for minute in range(1, 31):
        clock.pass_by(minutes=1)
        archive.save(a_record("m", str(minute)))
    assert [archive.history.version("m", n).results[0].text for n in (1, 2, 3)] == [
        "10",
        "20",
        "30",
    ]
    assert {version.reason for version in archive.history.versions("m")} == {Reason.TIMER}


def test_an_export_comes_back_byte_for_byte_and_shares_its_parts(archive):
    common = random.Random(1).randbytes(20_000)
    files = [zipped(styles=common, document=text) for text in (b"one", b"two")]
    archive.add(a_record("m", "lời"))
    made = [archive.history.note_export(a_record("m", "lời"), a_document(f)) for f in files]
    assert [archive.history.exported(number) for number in made] == files
    assert archive.store.number("SELECT sum(length(bytes)) FROM content") < 22_000
    newest, oldest = archive.history.exports("m")
    assert (newest.number, oldest.number) == (made[1], made[0])
    assert (newest.path, newest.draft, newest.size) == ("C:/Biên bản/a.docx", 2, len(files[1]))
    assert archive.history.version("m", newest.version) == a_record("m", "lời")


@given(st.one_of(st.binary(), st.binary().map(lambda b: zipped(a=b, b=b"x") + b)))
def test_segments_are_the_whole(data):
    assert b"".join(contents.segments(data)) == data
    assert all(contents.segments(data))


def test_finishing_makes_numbered_revisions_with_their_documents(archive, clock):
    archive.add(a_record("m", "lời"))
    first = archive.finish(a_record("m", "sau cùng"), [a_document(b"file")], office="vp-01")
    archive.reopen("m", " Sửa số liệu ")
    second = archive.finish(a_record("m", "sửa"))
    newest, oldest = archive.history.revisions("m")
    assert (first, second, newest.number, oldest.number) == (1, 2, 2, 1)
    assert (oldest.office, oldest.json_schema, oldest.at) == ("vp-01", JSON_SCHEMA, clock())
    frozen = to_json(a_record("m", "sau cùng"))
    assert archive.history.revision_json("m", 1) == frozen
    assert oldest.hash == contents.hash_of(frozen)
    assert [archive.history.exported(number) for number in oldest.exports] == [b"file"]
    assert (newest.exports, archive.load("m")) == ((), a_record("m", "sửa"))


def test_a_finished_record_refuses_every_edit(archive):
    record = a_record("m", "lời")
    archive.finish(record)
    assert archive.save(record) is False
    for change in (
        lambda: archive.save(a_record("m", "khác"), record),
        lambda: archive.save(a_record("m", "khác")),
        lambda: archive.finish(a_record("m", "khác")),
        lambda: archive.finish(record),
        lambda: archive.set_state("m", State.DRAFT),
    ):
        with pytest.raises(FinishedRecordError):
            change()
    assert archive.load("m") == record
    assert len(archive.history.revisions("m")) == 1


def test_the_log_tells_each_state_and_why(archive):
    archive.add(a_record("m"))
    archive.set_state("m", State.REVIEW)
    archive.finish(a_record("m"))
    archive.reopen("m", " Sửa số liệu ")
    told = [(change.state, change.reason) for change in archive.history.states("m")]
    assert told == [("draft", "Sửa số liệu"), ("final", ""), ("review", "")]
    assert archive.entry("m").state is State.DRAFT
    assert archive.save(a_record("m", "lời"))


@pytest.mark.parametrize("reason", ["", "  "])
def test_reopening_wants_a_reason(archive, reason):
    archive.finish(a_record("m"))
    with pytest.raises(KnownError, match="Say why"):
        archive.reopen("m", reason)
    with pytest.raises(FinishedRecordError):
        archive.save(a_record("m", "lời"))


def test_what_is_not_finished_cannot_be_reopened(archive):
    archive.add(a_record("m"))
    with pytest.raises(FinishedRecordError):
        archive.reopen("m", "vì")
    with pytest.raises(ValueError, match="finish"):
        archive.set_state("m", State.FINAL)


@pytest.mark.parametrize("table", ["content", "version", "export", "revision", "state_change"])
def test_evidence_cannot_be_rewritten_by_anyone(archive, path, table):
    archive.finish(a_record("m", "lời"), [a_document(b"file")])
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        archive.store.connection.execute(f"UPDATE {table} SET rowid = rowid")


def test_damaged_evidence_is_told_and_never_shown(archive):
    archive.finish(a_record("m", "lời"), [a_document(b"file" * 100)])
    connection = archive.store.connection
    connection.execute("DROP TRIGGER content_stays")
    connection.execute("UPDATE content SET bytes = CAST('x' AS BLOB)")
    for ask in (
        lambda: archive.history.version("m", 1),
        lambda: archive.history.exported(1),
        lambda: archive.history.revision_json("m", 1),
    ):
        with pytest.raises(DamagedArchiveError):
            ask()


def test_a_part_that_is_gone_is_told(archive):
    archive.finish(a_record("m", "lời"), [a_document(zipped(a=b"1", b=b"2"))])
    archive.store.connection.execute("DELETE FROM export_part WHERE ordinal = 1")
    with pytest.raises(DamagedArchiveError):
        archive.history.exported(1)


def test_what_is_not_there_is_told(archive):
    archive.add(a_record("m"))
    with pytest.raises(KnownError, match="keeps no such version"):
        archive.history.version("m", 1)
    with pytest.raises(KnownError, match="keeps no such version"):
        archive.history.revision_json("m", 1)
    for ask in (archive.history.versions, archive.history.exports, archive.history.states):
        with pytest.raises(MissingRecordError):
            ask("x")


def test_reading_gives_the_history_too(archive, path):
    archive.finish(a_record("m", "lời"), [a_document(b"file")])
    with Archive.open(path, write=False) as reader:
        assert reader.history.version("m", 1) == a_record("m", "lời")
        assert reader.history.exported(1) == b"file"
