import shutil

import pytest

from app.archive.archive import Archive
from app.archive.attachments import AttachmentKind, File
from app.archive.backups import Backups, Plan
from app.archive.erasing import erase
from app.archive.errors import MissingRecordError
from app.archive.evidence import Document
from app.archive.restoring import restore
from app.archive.reviews import Sent
from app.minutes.words import DocumentKind, Form
from tests.app.archive.records import a_record
from tests.data.make_archive import ARCHIVES

SECRET = "mớxậq"
PLAIN = "moxaq"
OTHER = "côngkhai"


def marks(*files) -> list[str]:
    """Which files hold the words of the record, in any of its forms."""
    wanted = [word.encode() for word in (SECRET, PLAIN, SECRET[1:], PLAIN[1:])]
    return [f.name for f in files if any(word in f.read_bytes() for word in wanted)]


def a_document(data: bytes) -> Document:
    return Document(DocumentKind.REPORT, Form.PARTY, "/home/an/a.docx", data)


@pytest.fixture
def filled(archive, clock):
    archive.add(a_record("m", *(f"{SECRET} {n} " * 400 for n in range(5)), host=SECRET))
    archive.add(a_record("n", OTHER))
    archive.finish(archive.load("m"), [a_document(SECRET.encode())])
    archive.finish(archive.load("n"), [a_document(OTHER.encode())])
    return archive


def test_nothing_of_it_is_left_in_archive_and_backups(filled, path, clock, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    backups = Backups(path, Plan(second), now=clock)
    made = backups.make(filled.store)
    assert marks(path, made.first.path, made.second.path)
    erased = erase(filled.store, "m", second)
    files = [path, made.first.path, made.second.path]
    assert list(erased.files) == files
    assert marks(*files) == []
    filled.check()
    assert [entry.id for entry in filled.entries()] == ["n"]
    assert filled.search(PLAIN) == []


def test_all_else_stays(filled):
    erase(filled.store, "m")
    assert filled.load("n") == a_record("n", OTHER)
    assert filled.history.version("n", 1) == a_record("n", OTHER)
    assert filled.history.exported(filled.history.exports("n")[0].number) == OTHER.encode()
    assert [entry.id for entry in filled.search("congkhai")] == ["n"]
    left = filled.store.number("SELECT count(*) FROM content")
    assert left == 2


def test_the_files_kept_with_it_go_too(filled, path):
    filled.reopen("m", "vì")
    filled.attachments.add("m", "a", File("scan.pdf", AttachmentKind.SIGNED, SECRET.encode() * 99))
    sent = Sent("đồng chí Phú", DocumentKind.REPORT, Form.PARTY, note=SECRET)
    filled.reviews.add(filled.load("m"), sent)
    assert marks(path)
    erase(filled.store, "m")
    assert marks(path) == []
    for table in ("attachment", "attachment_part", "review", "progress"):
        assert filled.store.number(f"SELECT count(*) FROM {table}") == 0
    filled.check()


def test_what_cannot_be_erased_is_told(filled, path, tmp_path):
    folder = path.parent / "backups"
    folder.mkdir()
    (folder / "archive-20260101-000000.sqlite").write_bytes(b"damaged" * 100)
    erased = erase(filled.store, "m", tmp_path / "stick")
    told = {str(left.path): str(left.why) for left in erased.left}
    assert "delete it" in told["/home/an/a.docx"]
    assert "connect it" in told[str(tmp_path / "stick")]
    assert "out of reach" in told[str(path.parent)]
    assert "is not an archive" in told[str(folder / "archive-20260101-000000.sqlite")]


def test_a_backup_of_an_older_schema_is_erased_from_too(archive, path, tmp_path):
    folder = path.parent / "backups"
    folder.mkdir()
    backup = folder / "archive-schema-100-20260101-000000.sqlite"
    shutil.copy(ARCHIVES / "schema-100.sqlite", backup)
    backup.chmod(0o600)
    # A copy: opening migrates what is of an older schema.
    with Archive.open(shutil.copy(backup, tmp_path / "opened.sqlite"), write=False) as stored:
        record = stored.load(stored.entries()[0].id)
    assert "Kiều Như Nguyên".encode() in backup.read_bytes()
    archive.add(record)
    erased = erase(archive.store, record.id)
    assert backup in erased.files
    assert "Kiều Như Nguyên".encode() not in backup.read_bytes()


def test_a_backup_does_not_bring_back_what_was_erased(filled, path, clock, tmp_path):
    away = tmp_path / "away.sqlite"
    filled.copy_to(away)
    erase(filled.store, "m")
    filled.close()
    restore(path, away, clock)
    with Archive.open(path) as opened:
        assert [entry.id for entry in opened.entries()] == ["n"]
        assert opened.store.rows("SELECT id FROM erasure") == [("m",)]
    assert marks(path) == []


def test_an_id_that_nothing_has_is_told(archive):
    with pytest.raises(MissingRecordError):
        erase(archive.store, "x")
