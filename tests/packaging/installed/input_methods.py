"""Vietnamese is typed into the portable program through a real ibus and a real fcitx5, letter by
letter as Telex has it. Run by `make test-packages`, after `make packages`.
"""

import json
import subprocess
import tarfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from installers.places import DIST

KEYS = "Hooij nghij Ddangr uyr phuwowngf "
TYPED = "Hội nghị Đảng ủy phường "
PATIENCE = 30.0
"""Seconds that a program may take to come up, or what was typed to be in the archive."""

FCITX_PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=unikey

[Groups/0/Items/0]
Name=unikey
Layout=

[GroupOrder]
0=Default
"""
BUS = """\
<busconfig>
 <type>session</type>
 <listen>unix:tmpdir=/tmp</listen>
 <policy context="default">
  <allow send_destination="*" eavesdrop="true"/>
  <allow eavesdrop="true"/>
  <allow own="*"/>
 </policy>
</busconfig>
"""
"""A bus that starts nothing by itself: no portal, no keyring."""
FCITX_CONFIG = "[Behavior]\nActiveByDefault=True\n"


class Desktop:
    """A screen and a session bus of its own; the environment names one input method."""

    def __init__(self, home: Path, method: str, stack: ExitStack) -> None:
        self.home = home
        self._stack = stack
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "GSETTINGS_BACKEND": "memory",
            "QT_IM_MODULE": method,
            "GTK_IM_MODULE": method,
            "XMODIFIERS": f"@im={method}",
        }
        screen = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x720x24"]
        self.environment["DISPLAY"] = f":{self.first_line_of(screen)}"
        (home / "bus.conf").write_text(BUS)
        bus = ["dbus-daemon", f"--config-file={home}/bus.conf", "--nofork", "--print-address=1"]
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.first_line_of(bus)

    def first_line_of(self, command: list[str]) -> str:
        """Start a program that stays, and give the line that it begins with."""
        program = self._stack.enter_context(self._running(command))
        assert program.stdout is not None
        return program.stdout.readline().decode().strip()

    def start(self, command: list[str]) -> None:
        self._stack.enter_context(self._running(command))

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    @contextmanager
    def _running(self, command: list[str]) -> Iterator["subprocess.Popen[bytes]"]:
        with subprocess.Popen(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as program:
            try:
                yield program
            finally:
                program.kill()


def until(condition: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Ask again and again; False where it never came true."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.2)
    return True


def start_ibus(desktop: Desktop) -> None:
    desktop.start(["ibus-daemon", "--xim", "--panel", "disable"])
    assert until(lambda: has_engine(desktop, "Unikey")), "ibus does not take the engine"


def has_engine(desktop: Desktop, name: str) -> bool:
    """Choose it and see whether it is there; what the command returns tells of the keyboard too."""
    desktop.run("ibus", "engine", name)
    return name in desktop.run("ibus", "engine").stdout


def start_fcitx(desktop: Desktop) -> None:
    settings = desktop.home / ".config/fcitx5"
    settings.mkdir(parents=True)
    (settings / "profile").write_text(FCITX_PROFILE)
    (settings / "config").write_text(FCITX_CONFIG)
    desktop.start(["fcitx5", "--disable=wayland,waylandim"])
    address = desktop.home / ".config/ibus/bus"
    assert until(lambda: address.exists() and any(address.iterdir())), "no frontend for ibus"


METHODS = {"ibus": start_ibus, "fcitx": start_fcitx}


@pytest.fixture(scope="session")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portable")
    (package,) = DIST.glob("*-linux-x86_64.tar.gz")
    with tarfile.open(package) as archive:
        archive.extractall(folder, filter="data")
    return next(folder.iterdir())


@pytest.mark.parametrize("method", METHODS)
def test_vietnamese_is_typed(method: str, portable: Path, tmp_path: Path) -> None:
    with ExitStack() as stack:
        desktop = Desktop(tmp_path, method, stack)
        METHODS[method](desktop)
        desktop.start([str(portable / "bienban")])
        listed = Listed(desktop, portable)
        assert until(lambda: focus(desktop)), "the window does not come"
        assert any(is_typed(desktop, listed) for _ in range(8)), listed()


class Listed:
    """What the command line says of the archive while the window is open."""

    def __init__(self, desktop: Desktop, portable: Path) -> None:
        self._ask = lambda: desktop.run(str(portable / "bienban-cli"), "list", "--json")

    def __call__(self) -> list[dict[str, str]]:
        done = self._ask()
        found: list[dict[str, str]] = json.loads(done.stdout) if done.returncode == 0 else []
        return found


def focus(desktop: Desktop) -> bool:
    """There is no window manager to do it."""
    found = desktop.run("xdotool", "search", "--onlyvisible", "--name", "Biên Bản").stdout.split()
    return (
        bool(found) and desktop.run("xdotool", "windowfocus", "--sync", found[-1]).returncode == 0
    )


def is_typed(desktop: Desktop, listed: Listed) -> bool:
    """Type into new minutes. Window and method may need a moment before they take the first key."""
    desktop.run("xdotool", "key", "ctrl+n", "ctrl+1", "Tab")
    desktop.run("xdotool", "type", "--delay", "60", KEYS)
    return until(lambda: any(TYPED in entry.values() for entry in listed()), 6)
