from itertools import count

import pytest

from app.archive.archive import Archive
from app.archive.attachments import AttachmentKind, File
from app.archive.entries import State
from app.archive.errors import RecordExistsError
from app.archive.evidence import Document
from app.handing.taking import (
    Arrival,
    Standing,
    arrival,
    packed,
    take_copy,
    take_files,
    take_new,
    take_over,
    take_over_copy,
)
from app.minutes.record import Minutes, Result
from app.minutes.structure import walk
from app.minutes.words import DocumentKind, Form

MINE = Minutes(id="m", results=(Result(id="r", text="của tôi"),))
THEIRS = Minutes(id="m", results=(Result(id="r", text="của họ"),))


@pytest.fixture
def here(tmp_path):
    with Archive.open(tmp_path / "here.sqlite") as archive:
        yield archive


@pytest.fixture
def there(tmp_path):
    with Archive.open(tmp_path / "there.sqlite") as archive:
        archive.add(THEIRS)
        archive.attachments.add("m", "f", File("a.pdf", AttachmentKind.SIGNED, b"scan", "x"))
        yield archive


@pytest.fixture
def new_id():
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def files(archive: Archive, record_id: str) -> list[tuple[str, bytes]]:
    kept = archive.attachments
    return [(line.name, kept.content(record_id, line.id)) for line in kept.of(record_id)]


def test_what_is_new_is_kept_with_its_files(here, there):
    came = packed(there, THEIRS)
    assert arrival(here, came.record) == Arrival(Standing.NEW)
    take_new(here, came)
    assert here.load("m") == THEIRS
    assert files(here, "m") == [("a.pdf", b"scan")]
    assert arrival(here, THEIRS).standing is Standing.SAME


def test_what_is_known_is_never_overwritten(here, there):
    here.add(MINE)
    assert arrival(here, THEIRS) == Arrival(Standing.OTHER, MINE)
    with pytest.raises(RecordExistsError):
        take_new(here, packed(there, THEIRS))
    assert here.load("m") == MINE


def test_both_are_kept_with_ids_of_their_own(here, there, new_id):
    here.add(MINE)
    copy = take_copy(here, packed(there, THEIRS), new_id)
    assert here.load("m") == MINE
    assert here.load(copy.id) == copy
    assert copy.results[0].text == "của họ"
    assert not {i.id for i in walk(copy)} & {i.id for i in walk(MINE)}
    assert files(here, copy.id) == [("a.pdf", b"scan")]


def test_files_that_are_here_already_are_not_kept_twice(here, there):
    here.add(MINE)
    assert take_files(here, packed(there, THEIRS)) == 1
    assert take_files(here, packed(there, THEIRS)) == 0
    assert files(here, "m") == [("a.pdf", b"scan")]


def test_it_is_said_where_the_known_one_lies(here, there):
    here.add(MINE)
    here.finish(MINE)
    here.delete("m")
    assert arrival(here, THEIRS) == Arrival(Standing.OTHER, MINE, State.FINAL, True)


def test_a_record_that_was_never_saved_is_handed_over_without_files(here):
    assert packed(here, MINE).files == ()


def test_finished_minutes_are_finished_where_they_come_to(here, there):
    document = Document(DocumentKind.MINUTES, Form.PARTY, "", b"PK word", None)
    there.finish(THEIRS, [document], "Thành ủy")
    take_over(here, there, "m")
    assert here.entry("m").state is State.FINAL
    (revision,) = here.history.revisions("m")
    assert revision.office == "Thành ủy"
    assert here.history.exported(revision.exports[0]) == b"PK word"


def test_minutes_in_review_stay_so(here, there):
    there.set_state("m", State.REVIEW)
    take_over(here, there, "m")
    assert here.entry("m").state is State.REVIEW


def test_a_double_is_taken_over_as_a_copy(here, there, new_id):
    here.add(MINE)
    take_over_copy(here, there, "m", new_id)
    assert here.load("m") == MINE
    assert here.count() == 2
