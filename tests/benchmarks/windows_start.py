"""Whether the program installed on Windows starts as fast as its source does, under wine: what a
real Windows does with it is not shown here. Without wine or a build there is a line that says so.
"""

import atexit
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.harness import Row, Side
from tests.benchmarks.packages import FOLDER, ROOT, start_and_end

if TYPE_CHECKING:
    from tests.packaging.installed.wine import Windows

HOME = ROOT / "build/windows/home"
"""What the installers install, as the build leaves it."""


def told() -> Iterator[str]:
    if shutil.which("wine") is None:
        yield "wine is not here: the start of the program on Windows is not measured"
    elif not HOME.exists():
        yield "nothing is built for Windows: its start is not measured (`make packages` first)"


def as_source(home: Path, folder: Path) -> Path:
    """The same Python and program, without what was compiled beforehand: Python compiles it at the
    first run, and looks at each start whether the source has changed."""
    copy = folder / "source"
    if not copy.exists():
        shutil.copytree(home, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


class _Starts:
    """A Windows for all the rounds, made when the first begins."""

    def __init__(self) -> None:
        self._windows: Windows | None = None
        self._up = ExitStack()
        atexit.register(self._up.close)

    def of(self, home: Path) -> None:
        if self._windows is None:
            self._windows = self._made()
        places = {"BIENBAN_HOME": str(FOLDER / "windows-home")}
        command = ["wine", str(home / "bienban.exe")]
        start_and_end(command, self._windows.environment | places)

    def _made(self) -> "Windows":
        sys.path.append(str(ROOT / "packaging"))
        from tests.packaging.installed.wine import Windows

        folder = FOLDER / "wine"
        folder.mkdir()
        windows = Windows(folder, HOME / "program/PySide6/Qt6Core.dll")
        self._up.enter_context(windows.staying_up())
        return windows


def _rows() -> Iterator[Row]:
    if list(told()):
        return
    starts = _Starts()
    yield Row(
        "start of the program installed on Windows (under wine), to an open archive",
        Side("installed bienban.exe", lambda: starts.of(HOME)),
        Side("the same Python runs the source", lambda: starts.of(as_source(HOME, FOLDER))),
        rounds=5,
        goal=1,
    )


ROWS = tuple(_rows())
