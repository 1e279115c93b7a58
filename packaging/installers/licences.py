"""Collects the licence of everything that is inside, and says which one each part is under."""

import re
import zipfile
from pathlib import Path

from installers import tree
from installers.inputs import Input
from installers.places import PACKAGING

FIELD = re.compile(r"^License(?:-Expression)?: (.+)$", re.MULTILINE)
TEXT_OF_LICENCE = re.compile(
    r"\.dist-info/(?:licenses/)*(LICEN[CS]E[^/]*|AUTHORS[^/]*|NOTICE[^/]*)$"
)

KEPT = PACKAGING / "licences"
"""Texts as Debian has them of the same works; folders are named as the wheels are."""
PARTS = "inside"

SPDX = {
    "Apache License, Version 2.0": "Apache-2.0",
    "LGPL": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
}
NOT_SAID = {
    "click-default-group": "LicenseRef-public-domain",
    "libpython3.11-minimal": "PSF-2.0",
    "libpython3.11-stdlib": "PSF-2.0",
    "python3.11-minimal": "PSF-2.0",
    "panda3d": "PSF-2.0",
    "ziglang": "MIT",
}
NOT_OURS = "LicenseRef-Qt-Commercial"
"""PySide6 comes under a choice of licences; this is the one that is not chosen."""


def licence_of(each: Input) -> str:
    """The licence as an SPDX expression."""
    if each.name in NOT_SAID:
        return NOT_SAID[each.name]
    found = FIELD.search(_metadata(each.path))
    if found is None:
        raise LookupError(f"{each.file} does not say its licence; add it to NOT_SAID")
    said = found[1].strip()  # some metadata end their lines as Windows does
    return SPDX.get(said, said)


def _metadata(wheel: Path) -> str:
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return archive.read(name).decode("utf-8")


def collect(target: Path, inputs: list[Input], python_licence: Path) -> None:
    """One folder for each part, and the texts that wheels leave out: those of Qt's wheels, and of
    what others have put inside."""
    for each in inputs:
        if each.kind == "wheel" and each.role == "program":
            _collect_from(each, target)
        for path in texts_of_what_is_inside(each.name):
            tree.copy(path, target / each.name / PARTS / path.name)
    for path in sorted(KEPT.glob("*.txt")):
        tree.copy(path, target / "PySide6_Essentials" / path.name)
        tree.copy(path, target / "shiboken6" / path.name)
    tree.copy(python_licence, target / "python/copyright.txt")


def texts_of_what_is_inside(name: str) -> list[Path]:
    """A text for each of the works that a wheel carries without saying so (`sbom.INSIDE`)."""
    return sorted((KEPT / name).glob("*.txt"))


def _collect_from(each: Input, target: Path) -> None:
    with zipfile.ZipFile(each.path) as archive:
        for name in sorted(archive.namelist()):
            found = TEXT_OF_LICENCE.search(name)
            if found and NOT_OURS not in name:
                tree.put(target / each.name / found[1], archive.read(name))
