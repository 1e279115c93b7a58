"""What surrounds the archive's file: whose it is to read, and whether it lies on this computer."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from app import owned
from app.archive.errors import telling
from app.errors import KnownError
from app.marking import N_

_MOUNTS = Path("/proc/mounts")
_SHARED = frozenset(
    """
    9p afs ceph cifs davfs fuse.cephfs fuse.davfs2 fuse.glusterfs fuse.gvfsd-fuse fuse.rclone
    fuse.s3fs fuse.sshfs glusterfs lustre ncpfs nfs nfs4 smb3 smbfs
    """.split()  # noqa: SIM905 - thirty quotes and commas less
)
_REMOTE_DRIVE = 4
"""What Windows calls a drive letter that stands for a share."""


class OnAShareError(KnownError):
    """The archive lies on another computer: locks and writes may not do there what they say."""


class WasOpenError(KnownError):
    """Others could read the archive. It is the user's alone now."""


def on_a_share(path: Path, mounts: str | None = None) -> OnAShareError | None:
    """The warning to show where the archive lies on a network share; `mounts` as in /proc."""
    if sys.platform == "win32":
        shared = is_windows_share(str(path))
    else:
        said = _said_mounts() if mounts is None else mounts
        shared = filesystem_of(PurePosixPath(path), said) in _SHARED
    if not shared:
        return None
    return OnAShareError(
        N_(
            "The archive {path} lies on a network share, where a broken connection can damage it;"
            " keep it on this computer, and backups on the share."
        ),
        path=path,
    )


def filesystem_of(path: PurePosixPath, mounts: str) -> str:
    """The kind of file system that a path is on, by the lines of /proc/mounts."""
    found = [
        (len(point.parts), number, kind)
        for number, (point, kind) in enumerate(_mounted(mounts))
        if path.is_relative_to(point)
    ]
    return max(found)[2] if found else ""


def is_windows_share(path: str) -> bool:
    r"""Whether a path is `\\server\share`, or on a drive that stands for one."""
    if path.startswith(("\\\\", "//")):
        return not path[2:].startswith(("?\\", ".\\")) or path[4:].upper().startswith("UNC\\")
    if sys.platform == "win32":
        import ctypes

        drive = os.path.splitdrive(path)[0]
        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE)
    return False


def tighten(archive: Path) -> WasOpenError | None:
    """Make the archive, what lies beside it and its backups the user's alone; told if it was not.

    The folder that they are in may hold other things, and is left as it is.
    """
    with telling(archive):
        opened = [path for path in _ours(archive) if owned.make_alone(path)]
    if not opened:
        return None
    return WasOpenError(
        N_("Other users of this computer could read {path}; now only you can."), path=opened[0]
    )


def is_open(archive: Path) -> bool:
    """Whether other users of this computer may read the archive or its backups."""
    with telling(archive):
        return any(map(owned.is_open, _ours(archive)))


def _ours(archive: Path) -> Iterator[Path]:
    if archive.exists():
        yield archive
    for folder in (archive.parent, archive.parent / "backups"):
        if folder.is_dir():
            yield from folder.glob(f"{archive.stem}-*{archive.suffix}")
            yield from folder.glob(f"{archive.name}-journal")
    if (archive.parent / "backups").is_dir():
        yield archive.parent / "backups"


def _mounted(mounts: str) -> Iterator[tuple[PurePosixPath, str]]:
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split(" ")
        plain = point.encode().decode("unicode_escape").encode("latin-1").decode(errors="replace")
        yield PurePosixPath(plain), kind


def _said_mounts() -> str:
    try:
        return _MOUNTS.read_text("utf-8", errors="replace")
    except OSError:
        return ""
