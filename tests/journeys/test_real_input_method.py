"""Vietnamese typed through a real input method, on an X server of the test's own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.minutes.canonical import from_json
from tests.journeys.input_method import HALF_A_WORD, SENTENCE, TYPED, WRITTEN_OUT, telex

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds for all of it, on a busy machine."""


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


def test_words_typed_through_unikey_are_kept_and_none_is_doubled(
    display: str, tmp_path: Path
) -> None:
    home = tmp_path / "person"
    home.mkdir()
    environment = os.environ | {"DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    command = ["dbus-run-session", "--", sys.executable, "-m", "tests.journeys.input_method"]
    ran = subprocess.run(
        [*command, str(home / "bienban")],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    record = from_json((home / "bienban" / TYPED).read_bytes())
    told = [direction.text for direction in record.directions]
    assert told == [SENTENCE, WRITTEN_OUT + HALF_A_WORD]
