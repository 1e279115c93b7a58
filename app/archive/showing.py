"""Files that the archive keeps, laid out to be looked at: beside it, for the user alone, read-only.

What lies there is a copy, and is cleared away at the next start.
"""

import os
import shutil
from pathlib import Path

from app.archive.errors import telling
from app.archive.store import make_file

FOLDER = "shown"


def show(archive: Path, number: int, name: str, data: bytes) -> Path:
    """Lay a kept file out under its name; `number` tells files of one name apart."""
    path = archive.parent / FOLDER / str(number) / name
    with telling(archive):
        if not path.exists():
            make_file(path)
            path.write_bytes(data)
            path.chmod(0o400)
    return path


def clear_shown(archive: Path) -> None:
    """Take away what was laid out before; what another program still holds stays for next time."""
    folder = archive.parent / FOLDER
    if folder.is_dir():
        for path in folder.rglob("*"):
            if os.name == "nt" and path.is_file():
                path.chmod(0o600)  # Windows deletes nothing that is read-only
        shutil.rmtree(folder, ignore_errors=True)
