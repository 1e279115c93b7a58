"""What was exported is kept in the archive, whoever else reads or writes there."""

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

import pytest

from app.archive.archive import Archive
from app.archive.evidence import Document
from app.batch import Batch, Order, Outcome
from app.errors import KnownError
from app.keeping import Keeper
from app.minutes.issuance import Issuance
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.sample import sample

NOTICE = DocumentKind.NOTICE


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive.sqlite") as opened:
        yield opened


@pytest.fixture
def record(archive: Archive) -> Minutes:
    made = sample(resources_folder())
    archive.add(made)
    return made


def order(record: Minutes, target: Path) -> Order:
    return Order(record.id, NOTICE, None, target)


def carried_out(archive: Archive, *wanted: Order) -> list[Outcome]:
    return list(Keeper(archive).run(Batch(archive.path, resources_folder()), wanted))


def test_document_is_kept_with_the_version_it_was_made_of(
    archive: Archive, record: Minutes
) -> None:
    newer = record.but(form=Form.STATE)
    number = Keeper(archive).keep(newer, Document(NOTICE, Form.STATE, "/x.docx", b"abc", 2))
    (export,) = archive.history.exports(record.id)
    assert (export.number, export.draft, export.path) == (number, 2, "/x.docx")
    assert archive.history.exported(number) == b"abc"
    assert archive.history.version(record.id, export.version) == newer
    assert archive.load(record.id) == record  # only the writer says what the record is


def test_record_that_is_not_in_the_archive_comes_with_its_document(archive: Archive) -> None:
    unsaved = Minutes(id="new")
    Keeper(archive).keep(unsaved, Document(NOTICE, Form.PARTY, "/x.docx", b"abc"))
    assert archive.load("new") == unsaved


def test_documents_of_a_batch_are_kept(archive: Archive, record: Minutes, tmp_path: Path) -> None:
    issuance = Issuance(id="i1", kind=NOTICE, form=record.form, draft=3)
    archive.save(record.but(issuances=(issuance,)))
    (outcome,) = carried_out(archive, order(record, tmp_path / "x.docx"))
    (export,) = archive.history.exports(record.id)
    assert (outcome.error, outcome.not_kept) == (None, None)
    assert (export.kind, export.form, export.draft) == (NOTICE, record.form, 3)
    assert archive.history.exported(export.number) == (tmp_path / "x.docx").read_bytes()


def test_what_was_not_written_is_not_kept(
    archive: Archive, record: Minutes, tmp_path: Path
) -> None:
    failed, written = carried_out(
        archive, order(record, tmp_path / "gone" / "x.docx"), order(record, tmp_path / "y.docx")
    )
    assert failed.error
    assert not written.error
    assert [export.path for export in archive.history.exports(record.id)] == [
        str(tmp_path / "y.docx")
    ]


class WithoutTheFile(Batch):
    """Somebody takes each file away before it can be kept."""

    def run(self, wanted: Sequence[Order]) -> Generator[Outcome, None, None]:
        for outcome in super().run(wanted):
            outcome.order.target.unlink()
            yield outcome


def test_batch_goes_on_where_a_document_cannot_be_kept(
    archive: Archive, record: Minutes, tmp_path: Path
) -> None:
    batch = WithoutTheFile(archive.path, resources_folder())
    wanted = [order(record, tmp_path / name) for name in ("x.docx", "y.docx")]
    outcomes = list(Keeper(archive).run(batch, wanted))
    assert [outcome.error for outcome in outcomes] == [None, None]
    assert all(isinstance(outcome.not_kept, KnownError) for outcome in outcomes)
