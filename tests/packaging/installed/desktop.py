"""A desktop of a test's own: a screen, a session bus, one input method. It is gone at the end,
with whatever its programs have started.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

PATIENCE = 120.0
"""Seconds after which what should come is given up: it is waited for, and comes in two or three."""
ASKING = 20.0
"""Seconds that one command may take; one that does not answer is asked again."""

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
FCITX_CONFIG = "[Behavior]\nActiveByDefault=True\n"
IBUS, FCITX = "ibus", "fcitx"


class SilentError(Exception):
    """Something did not come up, though it was waited for: nothing has been typed yet."""


class Desktop:
    """Its environment is what the programs get; it names the input method as a session does."""

    def __init__(self, home: Path, method: str, stack: ExitStack) -> None:
        self.home = home
        self._stack = stack
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "LC_ALL": "C.UTF-8",
            "GSETTINGS_BACKEND": "memory",
            "QT_IM_MODULE": method,
            "GTK_IM_MODULE": method,
            "XMODIFIERS": f"@im={method}",
        }
        screen = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x720x24"]
        self.environment["DISPLAY"] = f":{self._first_line_of(screen)}"
        (home / "bus.conf").write_text(BUS)
        bus = ["dbus-daemon", f"--config-file={home}/bus.conf", "--nofork", "--print-address=1"]
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._first_line_of(bus)
        {IBUS: self._start_ibus, FCITX: self._start_fcitx}[method]()

    def start(self, command: list[str]) -> "subprocess.Popen[bytes]":
        """Start a program that stays."""
        return self._stack.enter_context(self._running(command))

    def said(self, *command: str) -> str:
        """What a command prints; nothing where it does not answer."""
        try:
            done = subprocess.run(
                command, env=self.environment, check=False, capture_output=True, timeout=ASKING
            )
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout.decode()

    def until(self, condition: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Ask again and again; `what` did not come where it never comes true."""
        end = time.monotonic() + patience
        while not condition():
            if time.monotonic() > end:
                raise SilentError(what)
            time.sleep(0.1)

    def window(self, name: str) -> str:
        """The window with this in its name has the keys: nobody manages windows here. Its id."""
        found: list[str] = []

        def has_keys() -> bool:
            found[:] = self.said("xdotool", "search", "--onlyvisible", "--name", name).split()
            if found:
                self.said("xdotool", "windowfocus", found[-1])
            return bool(found) and self.said("xdotool", "getwindowfocus").strip() == found[-1]

        self.until(has_keys, f"the window {name}")
        return found[-1]

    def _first_line_of(self, command: list[str]) -> str:
        program = self.start(command)
        assert program.stdout is not None
        return program.stdout.readline().decode().strip()

    def _start_ibus(self) -> None:
        self.start(["ibus-daemon", "--xim", "--panel", "disable"])

        def has_unikey() -> bool:
            # what the command returns tells of the keyboard's layout too: there is none
            self.said("ibus", "engine", "Unikey")
            return self.said("ibus", "engine").strip() == "Unikey"

        self.until(has_unikey, "ibus with Unikey")

    def _start_fcitx(self) -> None:
        settings = self.home / ".config/fcitx5"
        settings.mkdir(parents=True)
        (settings / "profile").write_text(FCITX_PROFILE)
        (settings / "config").write_text(FCITX_CONFIG)
        self.start(["fcitx5", "--disable=wayland,waylandim"])
        address = self.home / ".config/ibus/bus"
        self.until(lambda: address.exists() and any(address.iterdir()), "fcitx5's face of ibus")

    @contextmanager
    def _running(self, command: list[str]) -> Iterator["subprocess.Popen[bytes]"]:
        with subprocess.Popen(
            command,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as program:
            try:
                yield program
            finally:
                os.killpg(program.pid, signal.SIGKILL)
