"""Copies of kept files that are only there to be looked at: read-only, beside the archive."""

import re
import stat
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath

from app.errors import KnownError
from app.marking import N_
from app.owned import make_folder

FOLDER = "shown"
"""The folder beside the archive in which such copies stand; whoever likes may delete it."""
_DOCUMENTS = "docx doc odt rtf txt pdf xlsx xls ods csv pptx ppt odp"
_PICTURES = "png jpg jpeg tif tiff bmp webp heic"
SUFFIXES = frozenset(f".{name}" for name in f"{_DOCUMENTS} {_PICTURES}".split())
"""What is opened by a double click: documents and pictures, nothing that could be a program."""
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def plain_name(name: str) -> str:
    """A name that came from elsewhere as that of a file in one folder, whatever it held."""
    last = PurePosixPath(PureWindowsPath(name).name).name
    return _REFUSED.sub("_", last).strip(". ")[-150:] or "file"


def show_copy(archive: Path, name: str, data: bytes) -> Path:
    """Write a copy that can be opened; the same bytes under the same name stand there once."""
    plain = plain_name(name)
    if Path(plain).suffix.lower() not in SUFFIXES:
        raise KnownError(
            N_("{name} is no document or picture, so it is not opened from here; save a copy."),
            name=plain,
        )
    folder = archive.parent / FOLDER / sha256(data).hexdigest()[:12]
    target = folder / plain
    try:
        if target.exists() and target.read_bytes() == data:
            return target
        make_folder(folder)
        if target.exists():
            target.chmod(stat.S_IRUSR | stat.S_IWUSR)
        target.write_bytes(data)
        target.chmod(stat.S_IRUSR)
    except OSError as error:
        raise KnownError(
            N_("{path} could not be written: {reason}."), path=target, reason=error
        ) from error
    return target
