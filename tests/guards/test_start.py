"""What a start leaves alone until it is wanted, seen in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from app.archive.archive import Archive
from app.paths import resources_folder

USABLE = """
import builtins, gc, os, sys
from pathlib import Path
from ui.__main__ import started
running = started(Path(sys.argv[1]), "", None)
from PySide6.QtWidgets import QApplication, QListView
qt = QApplication.instance()
program = running.application
collected = [gc.isenabled()]
def ready():
    program.window.archive.findChild(QListView).model().modelReset.connect(qt.quit)
program.ready.connect(ready)
qt.exec()
loaded = [name for name in sys.argv[2:] if name in sys.modules]
pages = [name for name in sys.modules if name.startswith("ui.pages.") and name.endswith("_page")]
dialogs = [name for name in sys.modules if name.startswith("ui.dialogs.")]
print(loaded + pages + dialogs)
while not gc.isenabled():
    qt.processEvents()
collected.append(gc.isenabled())
print(collected, builtins.__import__ is builtins.__orig_import__)
running.ended()
sys.stdout.flush()
os._exit(0)
"""
NOT_YET = (
    *("docx", "lxml", "babel", "sqlite_utils", "click", "multiprocessing", "asyncio", "email"),
    *("html.parser", "logging.handlers", "socket", "csv", "hashlib", "uuid", "platform"),
    *("dis", "ast"),
    *("PySide6.QtPrintSupport", "PySide6.QtNetwork"),
    *("msgspec", "app.minutes.items", "app.archive.records", "app.editing", "ui.models.own_words"),
    *("app.documents.forms", "app.minutes.findings", "app.language.pasting"),
    *("app.language.old_fonts", "app.archive.erasing", "app.archive.backups", "app.handing"),
    *("ui.preview.typesetting", "ui.preview.pages", "ui.exporting", "ui.printing", "ui.shortcuts"),
    *("ui.widgets.table_view", "ui.widgets.plain_helped", "ui.appearance.scaled_style"),
    *("ui.commands.handing_commands", "ui.commands.state_commands", "ui.commands.people_commands"),
)
"""None of it is wanted before a record is open or a command is chosen."""


def test_a_window_that_can_be_used_has_loaded_nothing_that_is_only_wanted_later(tmp_path):
    loaded, rest = _usable(tmp_path / "a.sqlite").splitlines()
    assert loaded == "[]", "import it inside the function that needs it"
    assert rest == "[False, True] True"


def _usable(archive: Path) -> str:
    Archive.open(archive).close()
    done = subprocess.run(
        [sys.executable, "-c", USABLE, str(archive), *NOT_YET],
        cwd=resources_folder().parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
