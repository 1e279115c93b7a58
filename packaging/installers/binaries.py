"""Asks compiled files, of Linux and Windows alike, what they need. It reads and changes nothing."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

NEEDED = re.compile(r"^\s+(?:NEEDED|DLL Name:)\s+(\S+)$", re.MULTILINE)
GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")


def libraries_of(path: Path) -> list[str]:
    """The names of the libraries a file asks the linker for."""
    return NEEDED.findall(_objdump("-p", path))


def glibc_of(path: Path) -> tuple[int, int]:
    """The newest glibc whose symbols a file uses."""
    versions = {(int(a), int(b)) for a, b in GLIBC.findall(_objdump("-p", path))}
    return max(versions, default=(0, 0))


def closure(starts: Iterable[Path], known: dict[str, Path]) -> set[Path]:
    """The files and all that they need out of those that are known by name."""
    found: set[Path] = set()
    waiting = set(starts)
    while waiting:
        path = waiting.pop()
        found.add(path)
        names = [name for name in libraries_of(path) if name in known]
        waiting |= {known[name] for name in names} - found
    return found


def is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4)[:2] == b"MZ" or path.read_bytes()[:4] == b"\x7fELF"


def _objdump(option: str, path: Path) -> str:
    command = ["objdump", option, str(path)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
