"""The window as a whole process: how long until it can be used, and how much memory it holds.

Beside it a bare window of Qt, in the same run.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from app.paths import HOME_VARIABLE
from tests.benchmarks.growing import archive_of
from tests.benchmarks.harness import Row, Side

RECORDS = 100_000
FOLDER = tempfile.TemporaryDirectory(prefix="bienban-bench-")
_NEVER_COMPILE = "PYTHONDONTWRITEBYTECODE"

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
qt = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 720)
window.show()
QTimer.singleShot(0, qt.quit)
qt.exec()
"""
# The program as `bienban` starts it, with its log and its door for a second start. Usable: the
# archive is open, its list has come and is shown, keys are taken, the window has painted itself.
OURS = """
import os, sys
from pathlib import Path
from ui.__main__ import started
program = started(Path(sys.argv[1]), "", None).application
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QListView
qt = QApplication.instance()
def usable():
    assert program.window.isVisible() and program.window.actions_by_name["new"].isEnabled()
    QTimer.singleShot(0, qt.quit)
def ready():
    listed = program.window.archive.findChild(QListView).model()
    if listed.waiting:
        listed.modelReset.connect(usable)
    else:
        usable()
program.ready.connect(ready)
qt.exec()
"""
MEMORY = """
import re
print(re.search(r"VmRSS:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""
EXPORT = """
from app.minutes.words import DocumentKind
program.window.actions_by_name["open_sample"].trigger()
program.exporter.ended.connect(lambda _path: QTimer.singleShot(0, qt.quit))
target = Path(os.environ["BIENBAN_HOME"]) / "minutes.docx"
program.exporter.write(program.desk.record, DocumentKind.MINUTES, target)
qt.exec()
"""
# Both end at once: what Python clears away at its end is no part of a start.
END = """
import os
sys.stdout.flush()
os._exit(0)
"""


def _ours(*pieces: str) -> list[str]:
    return ["-c", "".join((OURS, *pieces, END)), str(archive_of(RECORDS))]


def _kilobytes(arguments: Callable[[], list[str]]) -> Callable[[], float]:
    def run() -> float:
        return float(_run(*arguments()).split()[-1]) / 1000

    return run


def _run(*arguments: str) -> str:
    """What a fresh Python prints, with its modules compiled, as those of an installed program are.

    The first round, which is not counted, compiles them.
    """
    kept = {name: value for name, value in os.environ.items() if name != _NEVER_COMPILE}
    compiled = Path(FOLDER.name) / "compiled"
    with tempfile.TemporaryDirectory(dir=FOLDER.name) as home:  # each start is somebody's first
        done = subprocess.run(
            [sys.executable, *arguments],
            check=True,
            capture_output=True,
            text=True,
            env={**kept, "PYTHONPYCACHEPREFIX": str(compiled), HOME_VARIABLE: home},
        )
    return done.stdout


def _started() -> None:
    _run(*_ours())


def _before_export() -> list[str]:
    return _ours(MEMORY)


def _after_export() -> list[str]:
    return _ours(EXPORT, MEMORY)


def _bare() -> list[str]:
    return ["-c", BARE + MEMORY + END]


BARE_START = Side("a bare window of Qt", lambda: _run("-c", BARE + END))
BARE_MEMORY = Side("a bare window of Qt", _kilobytes(_bare))

ROWS = (
    Row(
        f"start to usable window, archive of {RECORDS:,}",
        Side("bienban", _started),
        BARE_START,
        rounds=9,
        goal=2,
    ),
    Row(
        "memory of the window (MB) before the first export",
        Side("bienban", _kilobytes(_before_export)),
        BARE_MEMORY,
        rounds=3,
        goal=2,
        amount=True,
    ),
    Row(
        "memory of the window (MB) after the first export",
        Side("bienban", _kilobytes(_after_export)),
        BARE_MEMORY,
        rounds=3,
        goal=3,
        amount=True,
    ),
)
