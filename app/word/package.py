"""The .docx as a zip: our blank package from its folder, and the finished one with fixed dates.

Nothing here knows what is inside a part.
"""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.errors import KnownError
from app.marking import N_

_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell


def zipped_folder(folder: Path) -> BytesIO:
    """The parts in `folder` as a package in memory."""
    try:
        parts = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
    except OSError as error:
        raise _unreadable(folder) from error
    if "[Content_Types].xml" not in parts:
        raise _unreadable(folder)
    return BytesIO(_zipped(parts))


def with_fixed_dates(package: bytes) -> bytes:
    """The same parts, without the hour and the system they were written on."""
    with ZipFile(BytesIO(package)) as source:
        return _zipped({name: source.read(name) for name in source.namelist()})


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = ZipInfo(name, _NO_DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, content)
    return target.getvalue()


def _unreadable(folder: Path) -> KnownError:
    return KnownError(
        N_("The Word template in {path} cannot be read. Install the program again."), path=folder
    )
