"""Keeps in the archive what was exported, so that it can be shown again just as it was.

It works in the thread of the export, over a connection of its own: typing never waits for it.
"""

from contextlib import closing, suppress
from typing import TYPE_CHECKING

from app.archive.errors import RecordExistsError
from app.errors import KnownError
from app.marking import N_

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from app.archive.archive import Archive
    from app.archive.evidence import Document
    from app.batch import Batch, Order, Outcome
    from app.minutes.record import Minutes
    from app.minutes.words import DocumentKind, Form


class Keeper:
    """Keeps exports in an archive that is open for writing. Any thread may use it."""

    def __init__(self, archive: "Archive") -> None:
        self._archive = archive

    def keep(self, record: "Minutes", document: "Document") -> int:
        """Keep a document that was made of this record; the number of the export.

        A record that was not saved yet comes into the archive with its first document.
        """
        with closing(self._archive.another()) as own:
            with suppress(RecordExistsError):
                own.add(record)
            return own.history.note_export(record, document)

    def run(self, batch: "Batch", wanted: "Sequence[Order]") -> "Generator[Outcome, None, None]":
        """Carry out a batch, and keep each document that was written."""
        with closing(batch.run(wanted)) as outcomes, closing(self._archive.another()) as own:
            yield from _kept(own, outcomes)


def _kept(own: "Archive", outcomes: "Iterable[Outcome]") -> "Iterator[Outcome]":
    for outcome in outcomes:
        if outcome.error is not None:
            yield outcome
            continue
        try:
            _keep_file(own, outcome.order)
        except KnownError as error:
            yield outcome._replace(not_kept=error)
        else:
            yield outcome


def _keep_file(own: "Archive", order: "Order") -> None:
    """Nobody edits while a batch runs: the record is still as its process has read it."""
    record = own.load(order.record_id)
    try:
        data = order.target.read_bytes()
    except OSError as error:
        raise KnownError(
            N_("The file {path} cannot be read: {reason}."), path=order.target, reason=error
        ) from error
    form = order.form or record.form
    own.history.note_export(record, document_of(record, order.kind, form, str(order.target), data))


def document_of(
    record: "Minutes", kind: "DocumentKind", form: "Form", path: str, data: bytes
) -> "Document":
    """What was written there, as the archive keeps it: a draft has its number."""
    from app.archive.evidence import Document

    issuance = record.issuance(kind, form)
    return Document(kind, form, path, data, issuance.draft if issuance else None)
