"""The folders of the tests lie in memory where it has room.

A disk took longer over making, syncing and removing them than the tests took over their work.
"""

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 2 << 30  # bytes; a whole run needs a tenth of it
# Where pytest makes the folders of a session, unless --basetemp says otherwise.
VARIABLE = "PYTEST_DEBUG_TEMPROOT"


def pytest_configure() -> None:
    if fits(MEMORY):
        os.environ.setdefault(VARIABLE, str(MEMORY))


def fits(folder: Path) -> bool:
    """Whether tests can write there, start what they wrote, and not soon fill it."""
    if not os.access(folder, os.W_OK):
        return False
    startable = not os.statvfs(folder).f_flag & os.ST_NOEXEC
    return startable and shutil.disk_usage(folder).free > ROOM
