"""Taking in what was handed over: new minutes at once, known ones never without being asked."""

from collections.abc import Callable
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from app.archive.archive import Archive
from app.archive.attachments import Attachment, File
from app.archive.entries import State
from app.archive.errors import MissingRecordError
from app.archive.evidence import Document, Reason
from app.handing.packed import Packed, PackedFile
from app.minutes.record import Minutes
from app.minutes.renewal import with_new_ids

NewId = Callable[[], str]


class Standing(StrEnum):
    """How what came stands to what is here."""

    NEW = "new"
    SAME = "same"
    OTHER = "other"
    """The same minutes say something else here."""


class Arrival(NamedTuple):
    """`mine` is the record that is here; None where there is none. `state` and `binned` are its."""

    standing: Standing
    mine: Minutes | None = None
    state: State = State.DRAFT
    binned: bool = False


def packed(archive: Archive, record: Minutes) -> Packed:
    """A record, as it is now, with the files that are kept with it."""
    try:
        kept = archive.attachments.of(record.id)
    except MissingRecordError:  # nothing of it has been saved yet
        kept = []
    return Packed(record, tuple(_file(archive, record.id, line) for line in kept))


def arrival(archive: Archive, record: Minutes) -> Arrival:
    """How a record that came stands to what is here."""
    try:
        mine = archive.load(record.id)
    except MissingRecordError:
        return Arrival(Standing.NEW)
    entry = archive.entry(record.id)
    standing = Standing.SAME if mine == record else Standing.OTHER
    return Arrival(standing, mine, entry.state, entry.deleted_at is not None)


def take_new(archive: Archive, came: Packed) -> None:
    """Keep minutes that are not here yet, with their files."""
    archive.add(came.record)
    _keep_files(archive, came.record.id, came.files)


def take_copy(archive: Archive, came: Packed, new_id: NewId) -> Minutes:
    """Keep what came beside what is here, as minutes of their own; the copy."""
    copy = with_new_ids(came.record, new_id)
    archive.add(copy)
    files = tuple(file._replace(id=new_id()) for file in came.files)
    _keep_files(archive, copy.id, files)
    return copy


def take_files(archive: Archive, came: Packed) -> int:
    """Add the files that are not here yet to the minutes that are; how many there were."""
    record_id = came.record.id
    here = {line.hash for line in archive.attachments.of(record_id)}
    ids = {line.id for line in archive.attachments.of(record_id)}
    new = tuple(
        file
        for file in came.files
        if sha256(file.data).hexdigest() not in here and file.id not in ids
    )
    _keep_files(archive, record_id, new)
    return len(new)


def note_before(archive: Archive, mine: Minutes) -> None:
    """Keep a version of what is here, before it becomes what came."""
    archive.history.note_version(mine, Reason.OPENING)


def take_over(archive: Archive, other: Archive, record_id: str) -> None:
    """Keep minutes of another archive that are not here yet, as far as they had come there.

    Finished ones are finished here too, with the documents of their last revision.
    """
    record = other.load(record_id)
    take_new(archive, packed(other, record))
    state = other.entry(record_id).state
    if state is State.FINAL:
        revision = other.history.revisions(record_id)[0]
        archive.finish(record, _documents(other, record_id, revision.exports), revision.office)
    elif state is State.REVIEW:
        archive.set_state(record_id, State.REVIEW)


def take_over_copy(archive: Archive, other: Archive, record_id: str, new_id: NewId) -> None:
    """Keep minutes of another archive beside those that are here, as a draft of their own."""
    take_copy(archive, packed(other, other.load(record_id)), new_id)


def _documents(archive: Archive, record_id: str, numbers: tuple[int, ...]) -> list[Document]:
    return [
        Document(e.kind, e.form, e.path, archive.history.exported(e.number), e.draft)
        for e in archive.history.exports(record_id)
        if e.number in numbers
    ]


def _file(archive: Archive, record_id: str, line: Attachment) -> PackedFile:
    data = archive.attachments.content(record_id, line.id)
    return PackedFile(line.id, line.name, line.kind, line.note, line.at, data)


def _keep_files(archive: Archive, record_id: str, files: tuple[PackedFile, ...]) -> None:
    for file in files:
        archive.attachments.add(
            record_id, file.id, File(file.name, file.kind, file.data, file.note)
        )
