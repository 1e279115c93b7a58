"""The packages of a version before this one: today's Python and Qt with an older program in them,
for whose archives a migration is due.

There is no release yet. What is kept is the program as it was when archives had schema 100:
`git archive fb2d9f9 app ui resources`. From the first release on, its sources stand here instead.
"""

import re
import shutil
import subprocess
from pathlib import Path

from installers import program, runtime

from app import __version__

OLDER = "0.0.9"
PROGRAM = Path(__file__).parents[2] / f"data/packages/program-{OLDER}.tar.xz"
OLDER_SCHEMA = 100


def older_deb(deb: Path, folder: Path) -> Path:
    """Take the package apart, put the older program in, and pack it without much effort."""
    tree = folder / "older"
    subprocess.run(["dpkg-deb", "--raw-extract", deb, tree], check=True)
    _renumber(tree / "DEBIAN/control", r"^Version: .*$", f"Version: {OLDER}")
    script = tree / "DEBIAN/preinst"
    script.write_text(script.read_text(encoding="utf-8").replace(__version__, OLDER), "utf-8")
    home = tree / "usr/lib/bienban"
    _put_older_program(home / "program", home / "python/bin/python3.11", "/usr/lib/bienban/program")
    target = folder / f"bienban_{OLDER}_amd64.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", tree, target]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def older_home(home: Path, folder: Path) -> Path:
    """A copy of what is installed on Windows, with the older program in it."""
    copy = folder / "home"
    shutil.copytree(home, copy)
    _put_older_program(copy / "program", runtime.compiler(), "program")
    return copy


def _put_older_program(target: Path, python: Path, shown_as: str) -> None:
    for name in program.SOURCES:
        shutil.rmtree(target / name)
    program.add_own(target, PROGRAM.read_bytes())
    own = target / "app/__init__.py"
    _renumber(own, r'^__version__ = ".*"$', f'__version__ = "{OLDER}"')
    for name in ("app", "ui"):
        runtime.compile_all(python, target / name, f"{shown_as}/{name}")


def _renumber(path: Path, pattern: str, replacement: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, replacement, text, flags=re.MULTILINE)
    assert count == 1, f"{path} does not say its version as expected"
    path.write_text(changed, encoding="utf-8")
