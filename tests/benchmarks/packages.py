"""What lies in dist/: how large it is, how long it takes to be put on a disk, and whether the
installed program starts as fast as the source does. Without packages there is a line that says so.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.benchmarks.harness import Row, Side

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"
TEMPORARY = tempfile.TemporaryDirectory(prefix="bienban-bench-")
FOLDER = Path(TEMPORARY.name)
READY = "archive after"
"""What the program says (BIENBAN_DEBUG) once its window stands and the archive is open."""

PATIENCE = 60.0
"""Seconds after which a program that has not said so is given up."""


def told() -> Iterator[str]:
    """Sizes, one a line, of what was built; or that nothing was."""
    packages = sorted(path for path in DIST.glob("bienban*") if path.is_file())
    if not packages:
        yield "dist/ is empty: size, install and start of the installed program are not measured"
        yield "(`make packages` first)"
        return
    commit = (DIST / "COMMIT").read_text(encoding="utf-8")[:12]
    yield f"packages of commit {commit}:"
    for path in packages:
        yield f"  {path.stat().st_size / 1e6:8.1f} MB  {path.name}"
    debian = _package("*.deb")
    if debian:
        field = ["dpkg-deb", "--field", str(debian), "Installed-Size"]
        kilobytes = subprocess.run(field, check=True, capture_output=True, text=True).stdout
        yield f"  {int(kilobytes) / 1e3:8.1f} MB  the .deb, installed"


def _package(pattern: str) -> Path | None:
    return next(iter(sorted(DIST.glob(pattern))), None)


def _fresh(name: str) -> Path:
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _unpack(package: Path) -> Path:
    """The portable program, unpacked once."""
    folder = FOLDER / "portable"
    if not folder.exists():
        with tarfile.open(package) as archive:
            archive.extractall(folder, filter="data")
    return next(folder.iterdir())


def _start(command: list[str]) -> None:
    start_and_end(command, os.environ | {"BIENBAN_HOME": str(FOLDER / "home")})


def start_and_end(command: list[str], environment: Mapping[str, str]) -> None:
    """From the first process to a window with its archive open."""
    environment = {**environment, "QT_QPA_PLATFORM": "offscreen", "BIENBAN_DEBUG": "1"}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stderr is not None
        patience = threading.Timer(PATIENCE, program.kill)
        patience.start()
        said = []
        try:
            for line in program.stderr:
                said.append(line)
                if READY in line:
                    return
        finally:
            patience.cancel()
            program.kill()
    raise RuntimeError("the window did not open:\n" + "".join(said))


def _rows() -> Iterator[Row]:
    portable, debian = _package("*-linux-x86_64.tar.gz"), _package("*.deb")
    if portable is not None:
        yield Row(
            "start of the installed program, to an open archive",
            Side("installed bienban", lambda: _start([str(_unpack(portable) / "bienban")])),
            Side("python -m ui", lambda: _start([sys.executable, "-m", "ui"])),
            rounds=9,
            goal=1,
        )
    if debian is not None and portable is not None:
        yield Row(
            "install: the files of the .deb on the disk",
            Side(
                "dpkg-deb --extract",
                lambda: subprocess.run(
                    ["dpkg-deb", "--extract", debian, _fresh("debian")], check=True
                ),
            ),
            Side(
                "copying as many files",
                lambda: shutil.copytree(_unpack(portable), _fresh("copied"), symlinks=True),
            ),
            rounds=5,
        )


ROWS = tuple(_rows())
