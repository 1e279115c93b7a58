"""A second start hands over what it was asked for to the first, which shows its window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from app.paths import resources_folder
from ui.single import Door, Request, door_of, hand_over


@pytest.fixture
def where(tmp_path, monkeypatch) -> str:
    """A path short enough for a socket."""
    monkeypatch.chdir(tmp_path)
    return "door"


@pytest.fixture
def door(qapp, where):
    made = Door(qapp)
    made.open(str(Path(where).absolute()))
    yield made
    made.close()
    made.deleteLater()


KNOCK = """
import sys
from ui.single import Request, hand_over
sys.exit(0 if hand_over(sys.argv[1], Request(sys.argv[2])) else 1)
"""


def knock(at: Path, file: str) -> "subprocess.Popen[str]":
    """Hand a request over from another process: code 0 if it was taken."""
    command = [sys.executable, "-c", KNOCK, str(at), file]
    return subprocess.Popen(command, cwd=resources_folder().parent, text=True)


def ended(process: "subprocess.Popen[str]", qtbot) -> int | None:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    return process.returncode


def test_the_first_is_told_what_the_second_was_asked_for(door, where, qtbot):
    with qtbot.waitSignal(door.knocked, timeout=30_000) as heard:
        second = knock(Path(where).absolute(), "/a/Biên bản.bienban")
    assert ended(second, qtbot) == 0
    assert heard.args == [Request("/a/Biên bản.bienban")]


def test_where_nobody_listens_one_goes_on(where):
    assert not hand_over(str(Path(where).absolute()), Request())
    assert not hand_over("", Request())


def test_a_door_that_a_crash_left_is_taken_over(qapp, door, where, qtbot):
    path = Path(where).absolute()
    door.close()
    path.unlink(missing_ok=True)
    path.write_text("left behind")
    door.open(str(path))
    with qtbot.waitSignal(door.knocked, timeout=30_000):
        second = knock(path, "x")
    assert ended(second, qtbot) == 0


@pytest.mark.parametrize("line", [b"no json\n", b"[]\n", b'{"file": 3}\n', b'{"more": 1}\n'])
def test_a_request_that_is_not_understood_shows_the_window_and_no_more(door, where, qtbot, line):
    socket = QLocalSocket()
    with qtbot.waitSignal(door.knocked) as heard:
        socket.connectToServer(str(Path(where).absolute()))
        socket.write(line)
    assert heard.args == [Request()]
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)


def test_each_archive_and_each_home_has_a_door_of_its_own(tmp_path):
    environment = {"XDG_RUNTIME_DIR": "/tmp"}
    one, other = (door_of(tmp_path / name, environment) for name in ("a.sqlite", "b.sqlite"))
    assert one != other
    assert door_of(tmp_path / "x" / ".." / "a.sqlite", environment) == one
    if sys.platform != "win32":
        assert Path(one).parent == Path("/tmp")
        assert door_of(tmp_path / "a.sqlite", {"BIENBAN_HOME": "/" + "x" * 200}) == ""


def test_of_two_that_start_at_once_one_goes_on(qtbot, where, tmp_path):
    """Somebody clicked twice. The one that comes too late waits for the door of the other."""
    both = [run("--archive", tmp_path / "bienban.sqlite") for _ in range(2)]
    try:
        qtbot.waitUntil(lambda: any(one.poll() is not None for one in both), timeout=60_000)
        assert [one.returncode for one in both if one.poll() is not None] == [0]
    finally:
        for one in both:
            one.kill()
        said = [one.communicate()[1] for one in both]
    assert said == ["", ""]


def test_in_a_home_with_a_long_path_the_second_start_finds_the_first_too(qtbot, tmp_path):
    home = tmp_path / ("x" * 100)
    first = run(home=home)
    try:
        qtbot.waitUntil(lambda: any(map(Path.is_socket, home.rglob("*"))), timeout=30_000)
        second = run(home=home)
        assert ended(second, qtbot) == 0
        assert second.communicate()[1] == ""
        assert first.poll() is None
    finally:
        first.kill()
        first.communicate()


def run(*arguments: object, home: Path | None = None) -> subprocess.Popen[str]:
    where = {"XDG_RUNTIME_DIR": str(Path.cwd())}
    if home is not None:
        where = {"XDG_RUNTIME_DIR": "", "BIENBAN_HOME": str(home)}
    return subprocess.Popen(
        [sys.executable, "-m", "ui", *map(str, arguments)],
        cwd=resources_folder().parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **where},
        text=True,
        stderr=subprocess.PIPE,
    )


def test_a_second_program_ends_at_once_and_the_first_goes_on(qtbot, where, tmp_path):
    archive = tmp_path / "bienban.sqlite"
    first = run("--archive", archive)
    try:
        path = door_of(archive, {"XDG_RUNTIME_DIR": str(Path.cwd())})
        qtbot.waitUntil(lambda: Path(path).exists(), timeout=30_000)
        second = run("--archive", archive)
        assert ended(second, qtbot) == 0
        assert second.communicate()[1] == ""
        assert first.poll() is None
    finally:
        first.kill()
        first.communicate()
