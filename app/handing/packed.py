"""The `.bienban` file: a zip of the record's canonical JSON, a list of its files, and the files.

A file comes by mail or on a stick, from anybody: it is read in memory, by the names that are
expected and no others, and never more of it than could be honest.
"""

import datetime
import io
import zlib
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import msgspec

from app.archive.attachments import LARGEST, AttachmentKind
from app.errors import KnownError
from app.marking import N_
from app.minutes.canonical import from_json, to_json
from app.minutes.items import Id, Line
from app.minutes.record import Minutes

SUFFIX = ".bienban"
LARGEST_FILE = 300_000_000
"""Bytes of the whole, packed and unpacked: a few scans at most."""
LARGEST_RECORD = 50_000_000
"""Bytes of the record's JSON. The source report has ten thousand."""
MOST_FILES = 200
_RECORD, _LIST, _FILES = "minutes.json", "files.json", "files/"
_ZIP = b"PK\x03\x04"
# The same record gives the same bytes whenever it is packed.
_MOMENT = (1980, 1, 1, 0, 0, 0)

_FOREIGN = N_("{name} is not a file of minutes that was handed over; choose another file.")
_BROKEN = N_("{name} is damaged and cannot be read; have it sent again.")
_TOO_LARGE = N_("{name} holds more than minutes can have, so it was not opened.")


class NotPackedError(KnownError):
    """The bytes are no file of minutes; the message says why."""


class PackedFile(NamedTuple):
    """A file that is kept with the record."""

    id: str
    name: str
    kind: AttachmentKind
    note: str
    at: datetime.datetime
    data: bytes


class Packed(NamedTuple):
    """What is handed over."""

    record: Minutes
    files: tuple[PackedFile, ...] = ()


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the list of files."""

    id: Id
    name: Line
    kind: AttachmentKind
    note: Line
    at: datetime.datetime
    hash: str


def pack(packed: Packed) -> bytes:
    """The bytes of the file."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as package:
        _put(package, _RECORD, to_json(packed.record))
        _put(package, _LIST, msgspec.json.encode([_line(file) for file in packed.files]))
        for file in packed.files:
            _put(package, _FILES + file.id, file.data)
    return held.getvalue()


def read(path: Path) -> Packed:
    """What stands in a file: a `.bienban` one, or the JSON of a record alone."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise NotPackedError(_TOO_LARGE, name=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise KnownError(
            N_("The file {path} cannot be read: {reason}."), path=path, reason=error
        ) from error
    return unpack(data, path.name)


def unpack(data: bytes, name: str) -> Packed:
    """What stands in the bytes of a file called `name`."""
    if not data.startswith(_ZIP):
        return Packed(from_json(data))
    try:
        with ZipFile(io.BytesIO(data)) as package:
            return _unpacked(package, name)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError) as error:
        raise NotPackedError(_BROKEN, name=name) from error
    except (NotImplementedError, RuntimeError) as error:  # a way to pack that is not ours; a lock
        raise NotPackedError(_FOREIGN, name=name) from error


def _unpacked(package: ZipFile, name: str) -> Packed:
    members = {info.filename: info for info in package.infolist()}
    if len(members) != len(package.infolist()) or _RECORD not in members:
        raise NotPackedError(_FOREIGN, name=name)
    if len(members) > MOST_FILES + 2:
        raise NotPackedError(_TOO_LARGE, name=name)
    record = from_json(_take(package, members[_RECORD], LARGEST_RECORD, name))
    lines = _lines(package, members.get(_LIST), name)
    wanted = {_RECORD, _LIST, *(_FILES + line.id for line in lines)}
    if set(members) - wanted or len({line.id for line in lines}) != len(lines):
        raise NotPackedError(_FOREIGN, name=name)
    room, files = LARGEST_FILE, []
    for line in lines:
        if _FILES + line.id not in members:
            raise NotPackedError(_BROKEN, name=name)
        data = _take(package, members[_FILES + line.id], min(room, LARGEST), name)
        if sha256(data).hexdigest() != line.hash:
            raise NotPackedError(_BROKEN, name=name)
        room -= len(data)
        files.append(PackedFile(line.id, line.name, line.kind, line.note, line.at, data))
    return Packed(record, tuple(files))


def _lines(package: ZipFile, info: ZipInfo | None, name: str) -> Sequence[_Line]:
    if info is None:
        return ()
    data = _take(package, info, LARGEST_RECORD, name)
    try:
        return msgspec.json.decode(data, type=list[_Line])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotPackedError(_FOREIGN, name=name) from error


def _take(package: ZipFile, info: ZipInfo, limit: int, name: str) -> bytes:
    """A member whole. What it says of its own size is not believed."""
    with package.open(info) as member:
        data = member.read(limit + 1)
    if len(data) > limit:
        raise NotPackedError(_TOO_LARGE, name=name)
    return data


def _put(package: ZipFile, name: str, data: bytes) -> None:
    info = ZipInfo(name, _MOMENT)
    info.compress_type = ZIP_DEFLATED
    package.writestr(info, data)


def _line(file: PackedFile) -> _Line:
    digest = sha256(file.data).hexdigest()
    return _Line(file.id, file.name, file.kind, file.note, file.at, digest)
