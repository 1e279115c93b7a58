"""Vietnamese typed through a real input method, on an X server of the test's own."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.minutes.canonical import from_json
from tests.guards.own_folder import FOLDER_VARIABLES
from tests.journeys.input_method import HALF_A_WORD, SENTENCE, TYPED, WRITTEN_OUT, telex

ROOT = Path(__file__).parents[2]
PATIENCE = 240
"""Seconds until a run that hangs is given up; on a quiet machine all of it takes three."""


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("đồng chí", "ddoongf chis"),
        ("Đường", "Dduwowngf"),
        ("nghị quyết.", "nghij quyeets."),
        ("xây dựng;", "xaay duwngj;"),
    ],
)
def test_telex(text: str, keys: str) -> None:
    assert telex(text) == keys


@pytest.fixture
def display() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x720x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().decode().strip()}"
        server.terminate()


@pytest.fixture
def folder() -> Iterator[Path]:
    """The sockets of ibus lie in its cache folder, and a socket's path ends after 107 bytes: a
    test's own folder is longer than that as soon as the tests are shared out among workers.
    """
    with tempfile.TemporaryDirectory(prefix="bb-", dir="/tmp") as made:
        yield Path(made)


def test_words_typed_through_unikey_are_kept_and_none_is_doubled(
    display: str, folder: Path
) -> None:
    code, told = run_to_its_end(folder, display)
    assert code == 0, told
    record = from_json((folder / "bienban" / TYPED).read_bytes())
    directions = [direction.text for direction in record.directions]
    assert directions == [SENTENCE, WRITTEN_OUT + HALF_A_WORD]


def run_to_its_end(home: Path, display: str) -> tuple[int | None, str]:
    """The exit code and what was said; no code where it never ended: then nothing is left of it."""
    folders = {variable: str(home / name) for variable, name in FOLDER_VARIABLES.items()}
    for made in folders.values():
        Path(made).mkdir(mode=0o700, parents=True)
    environment = os.environ | folders | {"DISPLAY": display}
    command = ["dbus-run-session", "--", sys.executable, "-m", "tests.journeys.input_method"]
    with subprocess.Popen(
        [*command, str(home / "bienban")],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        try:
            _, told = running.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            return None, f"it did not end within {PATIENCE} s"
        return running.returncode, told
