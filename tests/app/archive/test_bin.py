"""The bin: what lies in it is whole; what is cleared is gone from the file."""

import pytest

from app.archive.archive import Archive
from app.archive.attachments import AttachmentKind, File
from app.archive.entries import Filters
from app.archive.errors import FinishedRecordError, MissingRecordError
from app.archive.evidence import Reason
from app.minutes.attendees import Attendee
from tests.app.archive.records import a_record


def counts(archive: Archive) -> dict[str, int]:
    tables = ("minutes", "search", "result", "version", "content", "attachment")
    return {t: archive.store.number(f"SELECT count(*) FROM {t}") or 0 for t in tables}


def test_what_is_cleared_leaves_nothing_behind(archive):
    archive.add(a_record("kept", "khác"))
    before = counts(archive)
    archive.add(a_record("m", "chữ"))
    archive.history.note_version(a_record("m", "chữ"), Reason.OPENING)
    archive.attachments.add("m", "a", File("a", AttachmentKind.OTHER, b"1"))
    archive.delete("m")
    archive.clear_bin("m")
    assert counts(archive) == before
    assert archive.search("chữ", Filters(binned=True)) == []
    with pytest.raises(MissingRecordError):
        archive.load("m")


def test_only_what_lies_in_the_bin_is_cleared(archive):
    archive.add(a_record("m"))
    with pytest.raises(ValueError, match="not in the bin"):
        archive.clear_bin("m")
    assert archive.load("m") == a_record("m")


def test_minutes_that_were_finished_stay_in_the_bin(archive):
    archive.add(a_record("m"))
    archive.finish(a_record("m"))
    archive.reopen("m", "sửa")
    archive.delete("m")
    with pytest.raises(FinishedRecordError, match="evidence"):
        archive.clear_bin("m")
    archive.restore("m")
    assert archive.load("m") == a_record("m")


def test_the_list_is_filtered_by_who_was_there(archive):
    there = a_record("m").but(attendees=(Attendee(id="a", name="Lê Hoa"),))
    archive.add(there)
    archive.add(a_record("n"))
    assert [e.id for e in archive.entries(Filters(person="Lê Hoa"))] == ["m"]
    assert archive.entries(Filters(person="Lê")) == []
    assert archive.attendees() == ["Lê Hoa"]


def test_the_texts_of_some_entries_are_read(archive):
    archive.add(a_record("m", "Một dòng", "Hai dòng"))
    (entry,) = archive.entries()
    assert archive.texts([entry.number, 99]) == {entry.number: "Một dòng\nHai dòng"}
