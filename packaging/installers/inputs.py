"""The pinned inputs: read from packaging/inputs.toml, fetched by pip or apt-get, checked by hash.

Nothing that is not in the lock goes into a package, and no other module downloads anything.
"""

import hashlib
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from installers.places import LOCK, inputs_folder

PLATFORMS = {
    "linux": [f"manylinux_2_{minor}_x86_64" for minor in (34, 28, 27, 24, 17, 12, 5)]
    + ["manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"],
    "windows": ["win_amd64"],
}


class Input(NamedTuple):
    """One file from a registry. `role`: program, runtime or tool; `system`: linux or windows."""

    kind: str
    role: str
    system: str
    name: str
    version: str
    file: str
    sha256: str

    @property
    def path(self) -> Path:
        return inputs_folder() / self.file

    @property
    def purl(self) -> str:
        """The package URL that an SBOM calls it by."""
        if self.kind == "debian":
            return f"pkg:deb/debian/{self.name}@{self.version}?arch=amd64"
        return f"pkg:pypi/{self.name.lower().replace('_', '-')}@{self.version}"


class WrongInputError(Exception):
    """A file is not the one that was pinned."""


class MissingInputError(WrongInputError):
    """A file that was pinned cannot be had now."""


def read_lock() -> list[Input]:
    with LOCK.open("rb") as file:
        return [Input(**entry) for entry in tomllib.load(file)["input"]]


def wanted(system: str, *roles: str) -> list[Input]:
    """The inputs of a system for some roles, each fetched and checked."""
    found = [each for each in read_lock() if each.system == system and each.role in roles]
    _fetch([each for each in found if not each.path.exists()])
    for each in found:
        check(each)
    return found


def _fetch(missing: list[Input]) -> None:
    """All that one client can fetch in one go: it takes its time to begin."""
    inputs_folder().mkdir(parents=True, exist_ok=True)
    for kind, system in sorted({(each.kind, each.system) for each in missing}):
        alike = [each for each in missing if (each.kind, each.system) == (kind, system)]
        names = [f"{each.name}=={each.version}" for each in alike]
        download(kind, system, names, inputs_folder())


def check(each: Input) -> None:
    """Have the file, and have the right one."""
    if not each.path.exists():
        raise MissingInputError(
            f"{each.file} is not to be had any more (a Debian point release replaces its files);"
            " run `python -m installers.lock` to pin the present versions"
        )
    if sha256_of(each.path) != each.sha256:
        raise WrongInputError(f"{each.path} is not the file that was pinned; remove it")


def download(kind: str, system: str, requirements: list[str], folder: Path) -> None:
    """Fetch files into a folder, through the registry's own client."""
    if kind == "debian":
        names = [each.replace("==", "=") for each in requirements]
        command = ["apt-get", "--quiet=2", "download", *names]
    else:
        command = [*_pip_download(system), *requirements]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        told = ", ".join(requirements)
        raise MissingInputError(f"{told} could not be fetched:\n{done.stderr}")


def _pip_download(system: str) -> list[str]:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    platforms = [f"--platform={name}" for name in PLATFORMS[system]]
    abis = [f"--abi={name}" for name in ("cp311", "abi3", "none")]
    python = ["--python-version=3.11", "--implementation=cp", "--only-binary=:all:", "--no-deps"]
    return [*pip, *python, *abis, *platforms, "--dest=."]


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_lock(inputs: Iterable[Input]) -> None:
    """Write the lock anew, sorted, so that a change of one version is a change of one entry."""
    entries = ["\n".join(["[[input]]", *_fields(each)]) for each in sorted(inputs)]
    LOCK.write_text(HEAD + "\n\n".join(entries) + "\n", encoding="utf-8")


def _fields(each: Input) -> list[str]:
    return [f'{name} = "{value}"' for name, value in each._asdict().items()]


HEAD = """\
# Everything from elsewhere that goes into a package or builds one. Written by `make lock-packages`
# from constraints.txt; the build refuses any file with another hash. Where the files come from is
# the builder's business.

"""
