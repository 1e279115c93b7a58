"""Folders and files that are the user's alone: by their modes, on Windows by their access lists."""

import os
import stat
import sys
from pathlib import Path

if sys.platform == "win32":
    from app import windows_rights


def make_folder(folder: Path) -> None:
    """A folder for the user alone, with those above it that are missing; what stands is left."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
        if sys.platform == "win32":
            make_alone(each)


def own_folder(folder: Path) -> None:
    """A folder that is the program's own: the user's alone, also if it stood before."""
    make_folder(folder)
    make_alone(folder)


def is_open(path: Path) -> bool:
    """Whether other users of this computer may get at a file or folder of this user."""
    if sys.platform == "win32":
        return windows_rights.is_open(path)
    found = path.stat()
    return bool(found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)) and found.st_uid == os.geteuid()


def make_alone(path: Path) -> bool:
    """Keep others away from a file or folder; whether they could get at it until now.

    False too where nothing can be done: the file system of a stick knows no owners.
    """
    if not is_open(path):
        return False
    try:
        if sys.platform == "win32":
            windows_rights.close(path)
        else:
            path.chmod(0o700 if path.is_dir() else 0o600)
    except PermissionError:
        return False
    return not is_open(path)
