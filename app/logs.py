"""What the program notes down about itself: a small log, and where it was when it crashed.

Neither holds anything of the minutes: of an error only its kind and the way through the program.
"""

import contextlib
import faulthandler
import logging
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from app.owned import own_folder

MOST = 200_000
"""Bytes of the log; what is older stands in one more file of that size."""
NAME = "bienban.log"
_CRASH = "crash-{pid}.log"
_LONGEST_REPORT = 20_000


class _PlainFormatter(logging.Formatter):
    """Of an exception its own words stay out: they may quote what was typed."""

    def formatException(  # noqa: N802 - the name that logging calls
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        import traceback

        frames = traceback.extract_tb(ei[2]) if ei[2] else []
        way = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return "\n".join([*way, f"  {ei[0].__qualname__ if ei[0] else ''}"])


class _SmallFile(logging.FileHandler):
    """Before the file grows beyond MOST it is put aside, in place of what was put aside before.

    Python's own such handler brings sockets and pickles along, 5 ms of every start.
    """

    def emit(self, record: logging.LogRecord) -> None:
        if self.stream is None:
            self.stream = self._open()
        try:
            if self.stream.tell() + len(self.format(record).encode()) >= MOST:
                self.stream.close()
                self.stream = None  # opened again below, whatever becomes of the file
                Path(self.baseFilename).replace(f"{self.baseFilename}.1")
        except (OSError, ValueError):
            self.handleError(record)
        super().emit(record)


def start_log(folder: Path) -> logging.Handler | None:
    """Begin to write the program's log into a folder; None where that cannot be done."""
    try:
        own_folder(folder)
        handler = _SmallFile(folder / NAME, encoding="utf-8")
        (folder / NAME).chmod(0o600)
    except OSError:  # the program works without
        return None
    handler.setLevel(logging.INFO)
    handler.setFormatter(_PlainFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    ours = logging.getLogger("bienban")
    if not ours.isEnabledFor(logging.INFO):  # who debugs (BIENBAN_DEBUG) hears more already
        ours.setLevel(logging.INFO)
    for name in ("bienban", "app"):
        logging.getLogger(name).addHandler(handler)
    return handler


def stop_log(handler: logging.Handler | None) -> None:
    """Close the log that `start_log` began."""
    if handler is None:
        return
    for name in ("bienban", "app"):
        logging.getLogger(name).removeHandler(handler)
    handler.close()


class CrashLog:
    """Where the interpreter writes its way through the program when it is torn down."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / _CRASH.format(pid=os.getpid())
        self._file: IO[str] | None = None

    def begin(self) -> str:
        """Listen for a crash from now on; what earlier crashes left, or "", is told once."""
        found = self._found()
        try:
            own_folder(self._folder)
            self._file = self._path.open("w", encoding="utf-8")
            self._path.chmod(0o600)
        except OSError:
            return found
        faulthandler.enable(self._file)
        return found

    def end(self) -> None:
        """The program ends as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _found(self) -> str:
        """What lies there of programs that run no more. It is taken away."""
        reports = []
        for path in sorted(self._folder.glob(_CRASH.format(pid="*"))):
            if _runs(path.stem.rpartition("-")[2]):
                continue
            with contextlib.suppress(OSError):
                reports.append(path.read_text("utf-8", errors="replace")[:_LONGEST_REPORT])
                path.unlink()
        return "\n".join(filter(None, reports))


def _runs(pid: str) -> bool:
    """Whether a process with this number runs. On Windows its open file cannot be deleted."""
    if sys.platform == "win32" or not pid.isdecimal() or int(pid) == os.getpid():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
