"""The package of a version before this one: the same content under a lower number.

There is no release yet; from the first one on, this is where its package is taken from instead.
"""

import re
import subprocess
from pathlib import Path

from app import __version__

OLDER = "0.0.9"


def older_deb(deb: Path, folder: Path) -> Path:
    """Take the package apart, renumber it, and put it together again without much packing."""
    tree = folder / "older"
    subprocess.run(["dpkg-deb", "--raw-extract", deb, tree], check=True)
    _renumber(tree / "DEBIAN/control", r"^Version: .*$", f"Version: {OLDER}")
    script = tree / "DEBIAN/preinst"
    script.write_text(script.read_text(encoding="utf-8").replace(__version__, OLDER), "utf-8")
    own = tree / "usr/lib/bienban/program/app/__init__.py"
    _renumber(own, r'^__version__ = ".*"$', f'__version__ = "{OLDER}"')
    (own.parent / "__pycache__/__init__.cpython-311.pyc").unlink()
    target = folder / f"bienban_{OLDER}_amd64.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", tree, target]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def _renumber(path: Path, pattern: str, replacement: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, replacement, text, flags=re.MULTILINE)
    assert count == 1, f"{path} does not say its version as expected"
    path.write_text(changed, encoding="utf-8")
