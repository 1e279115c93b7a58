"""Where the build reads and writes, and the one moment that every file in it is dated by."""

import os
import subprocess
from functools import cache
from pathlib import Path

from app import __version__

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
LOCK = PACKAGING / "inputs.toml"
BUILD = ROOT / "build"
DIST = ROOT / "dist"

VERSION = __version__


def inputs_folder() -> Path:
    """Downloads are kept here between builds; name a folder to build without a network."""
    return Path(os.environ.get("BIENBAN_INPUTS", BUILD / "inputs"))


@cache
def commit() -> str:
    """What is built: HEAD, or what BIENBAN_COMMIT names. Changes not committed are left out, and a
    commit that is made while a build runs too: the first answer holds to its end."""
    return git("rev-parse", os.environ.get("BIENBAN_COMMIT", "HEAD")).strip()


def epoch() -> int:
    """SOURCE_DATE_EPOCH, or the time of the commit that is being built."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    return int(said or git("log", "-1", "--format=%ct", commit()))


def git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
