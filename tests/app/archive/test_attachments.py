import io
import random
from zipfile import ZipFile

import pytest

from app.archive import attachments
from app.archive.attachments import AttachmentKind, File
from app.archive.errors import DamagedArchiveError, FinishedRecordError
from app.errors import KnownError
from tests.app.archive.records import a_record

SCAN = random.Random(1).randbytes(2_500_000)


def word_file() -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w") as package:
        package.writestr("a.xml", "a" * 5000)
        package.writestr("b.xml", "b" * 5000)
    return held.getvalue()


@pytest.fixture
def kept(archive):
    archive.add(a_record("m"))
    return archive.attachments


@pytest.mark.parametrize("data", [b"", b"x", word_file(), SCAN])
def test_a_file_is_given_back_byte_for_byte(kept, data):
    kept.add("m", "a", File("Dự thảo.docx", AttachmentKind.RETURNED, data, "góp ý"))
    (line,) = kept.of("m")
    assert (line.name, line.kind, line.note) == ("Dự thảo.docx", AttachmentKind.RETURNED, "góp ý")
    assert line.size == len(data)
    assert kept.content("m", "a") == data


def test_the_newest_comes_first(kept, clock):
    for key in ("a", "b"):
        clock.pass_by(minutes=1)
        kept.add("m", key, File(key, AttachmentKind.OTHER, b"1"))
    assert [line.id for line in kept.of("m")] == ["b", "a"]


def test_what_is_removed_leaves_no_bytes(kept, archive):
    kept.add("m", "a", File("a", AttachmentKind.OTHER, b"same"))
    kept.add("m", "b", File("b", AttachmentKind.OTHER, b"same"))
    kept.remove("m", "a")
    assert kept.content("m", "b") == b"same"
    kept.remove("m", "b")
    assert kept.of("m") == []
    assert archive.store.number("SELECT count(*) FROM content") == 0


def test_finished_minutes_take_the_signed_copy_and_keep_it(kept, archive):
    archive.finish(a_record("m"))
    kept.add("m", "a", File("scan.pdf", AttachmentKind.SIGNED, b"pdf"))
    with pytest.raises(FinishedRecordError):
        kept.remove("m", "a")
    assert kept.content("m", "a") == b"pdf"


def test_a_file_beyond_measure_is_refused(kept, monkeypatch):
    monkeypatch.setattr(attachments, "LARGEST", 3)
    with pytest.raises(KnownError, match="too large"):
        kept.add("m", "a", File("a", AttachmentKind.OTHER, b"1234"))
    assert kept.of("m") == []


def test_what_is_gone_is_told(kept):
    with pytest.raises(KnownError, match="not kept"):
        kept.content("m", "a")


def test_bytes_that_are_not_what_was_kept_are_told(kept, archive):
    kept.add("m", "a", File("a", AttachmentKind.OTHER, b"12345678"))
    archive.store.connection.execute("DROP TRIGGER IF EXISTS content_stays")
    archive.store.connection.execute("UPDATE content SET bytes = x'00'")
    with pytest.raises(DamagedArchiveError):
        kept.content("m", "a")
