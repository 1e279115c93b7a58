"""A Windows of our own for a test: a fresh wine prefix, with commands run inside it.

Wine 8 has no icuuc.dll, which Windows 10 has had since 1703 and Qt 6.7 and later load: a stub that
answers nothing takes its place, here and nowhere else.
"""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installers.places import BUILD
from installers.tree import fresh
from installers.zig import zig

IMPORTED = re.compile(r"^\s+[0-9a-f]+\s+\d+\s+(u\w+|UCNV\w+)$", re.MULTILINE)
ENTRY = "int __stdcall {name}(void *a, unsigned b, void *c) {{ return 1; }}\n"


READ_ONLY = 'mount --bind "$0" "$0"; mount -o remount,bind,ro "$0"; exec "$@"'


class Windows:
    """One prefix."""

    def __init__(self, folder: Path, qt_core: Path) -> None:
        self.folder = folder
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(folder),
            "WINEPREFIX": str(folder / "prefix"),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "LC_ALL": "C.UTF-8",
        }
        self._read_only: Path | None = None
        self._wine("wineboot", "--init")
        self._run(["wineserver", "--wait"])
        stub = _icu_stub(qt_core)
        (self.drive / "windows/system32/icuuc.dll").write_bytes(stub.read_bytes())

    @property
    def drive(self) -> Path:
        return self.folder / "prefix/drive_c"

    @property
    def home(self) -> Path:
        return next(p for p in (self.drive / "users").iterdir() if p.name != "Public")

    def run(self, program: str, *arguments: str) -> int:
        """Run a program by its Windows path and give its exit code."""
        return self._wine(program, *arguments).returncode

    def try_line(self, folder: Path, line: str) -> None:
        """Run a line of cmd.exe in a folder, whatever comes of it."""
        self._run(["wine", "cmd", "/c", line], self.drive / folder)

    def said(self, folder: Path, line: str) -> str:
        """Run a line of cmd.exe in a folder and give what it writes; it must succeed."""
        told = self.drive / "said.txt"
        command = ["wine", "cmd", "/c", f"{line} > C:\\said.txt 2>&1"]
        done = self._run(command, self.drive / folder)
        assert done.returncode == 0, told.read_text(encoding="utf-8")
        return told.read_text(encoding="utf-8")

    @contextmanager
    def saying(self, folder: Path, line: str) -> Iterator[Path]:
        """While a line of cmd.exe runs: what it writes is in the file given. Waits for its end."""
        told = self.drive / "saying.txt"
        command = ["wine", "cmd", "/c", f"{line} > C:\\saying.txt 2>&1"]
        with subprocess.Popen(
            command,
            cwd=self.drive / folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ):
            yield told

    @contextmanager
    def staying_up(self) -> Iterator[None]:
        """What lies below the programs is not begun anew for each: one that only waits holds it."""
        with subprocess.Popen(
            ["wine", "cmd", "/k"],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ):
            yield

    def stop(self) -> None:
        self._run(["wineserver", "--kill"])

    @contextmanager
    def read_only(self, folder: Path) -> Iterator[None]:
        """Let nobody write into a folder; the rights of files do not stop root, a mount does."""
        self._run(["wineserver", "--wait"])  # the one that comes next sees the mount
        self._read_only = self.drive / folder
        try:
            yield
            self._run(["wineserver", "--wait"])
        finally:
            self._read_only = None

    def _wine(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return self._run(["wine", *arguments])

    def _run(
        self, command: "list[str | Path]", folder: Path | None = None
    ) -> "subprocess.CompletedProcess[str]":
        if self._read_only is not None:
            command = ["unshare", "--mount", "sh", "-c", READ_ONLY, self._read_only, *command]
        return subprocess.run(
            command,
            cwd=folder,
            env=self.environment,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=600,
        )


def _icu_stub(qt_core: Path) -> Path:
    work = fresh(BUILD / "windows/icu")
    command = ["objdump", "-p", str(qt_core)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    imports = told.partition("DLL Name: icuuc.dll")[2].partition("DLL Name:")[0]
    names = IMPORTED.findall(imports)
    entries = [ENTRY.format(name=name) for name in ("DllMainCRTStartup", "_DllMainCRTStartup")]
    functions = [f"long long {name}(void) {{ return 0; }}\n" for name in names]
    (work / "stub.c").write_text("".join([*entries, *functions]))
    (work / "icuuc.def").write_text("LIBRARY icuuc.dll\nEXPORTS\n  " + "\n  ".join(names) + "\n")
    made = ["-shared", "-nostdlib", "-s", "-o", "icuuc.dll", "stub.c", "icuuc.def"]
    zig("cc", "-target", "x86_64-windows-gnu", *made, folder=work)
    return work / "icuuc.dll"


def has_key(windows: Windows, key: str) -> bool:
    return windows.run("reg", "query", key) == 0


def default_of(windows: Windows, key: str) -> str:
    """The default value of a key, as text."""
    return windows.said(Path(), f"reg query {key} /ve").split("REG_SZ")[-1].strip()
