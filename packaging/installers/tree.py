"""Folders that come out the same each time: files put in with fixed rights and one date."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from installers.places import epoch


def fresh(folder: Path) -> Path:
    """An empty folder in place of whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def put(target: Path, content: bytes | str, executable: bool = False) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)
    target.chmod(0o755 if executable else 0o644)
    return target


def copy(source: Path, target: Path, executable: bool = False) -> Path:
    return put(target, source.read_bytes(), executable)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file, in an order that no file system decides."""
    yield from sorted(path for path in folder.rglob("*") if path.is_file() or path.is_symlink())


def settle(folder: Path) -> None:
    """Give everything below a folder the build's one date, and folders their usual rights."""
    moment = epoch()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
        os.utime(path, (moment, moment), follow_symlinks=False)
    folder.chmod(0o755)
    os.utime(folder, (moment, moment))


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in files_below(folder) if not path.is_symlink())
