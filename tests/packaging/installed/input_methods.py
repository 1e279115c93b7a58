"""Vietnamese is typed into the portable program through a real ibus and a real fcitx5, letter by
letter as Telex has it. Run by `make test-packages-linux`, after `make packages`.

Nothing is waited for by time. First a letter is typed until the archive has it composed: then
window and method are there. What is typed after that has to be right at once, and is all there when
the word that comes last is.
"""

import re
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from installers.places import DIST

from app.archive.archive import Archive
from app.errors import KnownError
from app.minutes.canonical import to_json
from tests.journeys.input_method import telex
from tests.packaging.installed.desktop import FCITX, IBUS, Desktop, SilentError

SENTENCE = "Hội nghị Đảng ủy phường về quản lý đất đai, xây dựng"
LAST = "het"
"""Telex leaves it as it is."""
COMPOSED = "đ"
WHOLE = re.compile(rf'"(?:[dđ]+ )*([^"]*\b{LAST})\b')
"""A text with the last word in it, without the letters typed before it for a try."""
ROUND = 10.0
"""Seconds after which the one letter is typed anew."""
BETWEEN_KEYS = "25"
"""Milliseconds; a fast typist's are four times as many."""
ARCHIVE = ".local/share/BienBan/bienban.sqlite"
ATTEMPTS = 3
"""On a busy computer an input method itself may not answer. What is *typed* wrong fails at once."""


@pytest.fixture(scope="session")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portable")
    (package,) = DIST.glob("*-linux-x86_64.tar.gz")
    with tarfile.open(package) as archive:
        archive.extractall(folder, filter="data")
    return next(folder.iterdir())


@pytest.fixture
def folder() -> Iterator[Path]:
    """A test's own folder has too long a name for the socket of ibus."""
    with tempfile.TemporaryDirectory(prefix="bb-", dir="/tmp") as made:
        yield Path(made)


@pytest.mark.parametrize("method", [IBUS, FCITX])
def test_vietnamese_is_typed(method: str, portable: Path, folder: Path) -> None:
    silent = []
    for attempt in range(ATTEMPTS):
        home = folder / str(attempt)
        home.mkdir()
        try:
            with ExitStack() as stack:
                found = what_is_typed(Desktop(home, method, stack), portable)
        except SilentError as error:
            silent.append(str(error))
            continue
        assert found == f"{SENTENCE} {LAST}"
        return
    pytest.fail(f"did not come: {silent}")


def what_is_typed(desktop: Desktop, portable: Path) -> str:
    """Type the sentence into new minutes, and give what the archive has at last."""
    desktop.start([str(portable / "bienban")])
    desktop.window("Biên Bản")
    desktop.until(lambda: composes(desktop), "a composed letter in the archive")
    type_keys(desktop, f"{telex(SENTENCE)} {LAST} ")
    found: list[str] = []

    def has_all() -> bool:
        found[:] = WHOLE.findall(kept(desktop))
        return bool(found)

    desktop.until(has_all, f"what was typed: {kept(desktop)}")
    return found[-1]


def composes(desktop: Desktop) -> bool:
    """Type one letter into new minutes. The first keys of all may come before the method is there,
    and then mean what they are on a keyboard: so they are no part of what is looked at."""
    desktop.said("xdotool", "key", "ctrl+n")
    type_keys(desktop, "dd ")
    try:
        desktop.until(lambda: COMPOSED in kept(desktop), "", ROUND)
    except SilentError:
        return False
    return True


def type_keys(desktop: Desktop, keys: str) -> None:
    desktop.said("xdotool", "type", "--delay", BETWEEN_KEYS, "--", keys)


def kept(desktop: Desktop) -> str:
    """All the minutes in the archive, which the program has open, as text."""
    try:
        with Archive.open(desktop.home / ARCHIVE, write=False) as archive:
            rows = archive.store.connection.execute("SELECT id FROM minutes").fetchall()
            return "\n".join(to_json(archive.load(row[0])).decode() for row in rows)
    except (KnownError, sqlite3.Error):  # not there yet
        return ""
