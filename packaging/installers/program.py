"""Puts the program's own folder together: its source, its resources and the wheels it stands on."""

import io
import subprocess
import tarfile
import zipfile
from pathlib import Path

from installers import binaries, selection, tree
from installers.developer import compile_file
from installers.inputs import Input
from installers.places import BUILD, PACKAGING, ROOT, commit

SOURCES = ("app", "ui", "resources")


def assemble(target: Path, system: str, wheels: list[Input]) -> None:
    """Fill an empty folder with what Python is to run."""
    for each in wheels:
        if each.name != "PySide6_Essentials":
            _unpack(each.path, target)
    add_own(target, _committed())
    _add_qt(next(w.path for w in wheels if w.name == "PySide6_Essentials"), target, system)
    tree.copy(PACKAGING / "start.py", target / "__main__.py")


def _unpack(wheel: Path, target: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            if not name.endswith("/") and selection.is_wanted(name):
                tree.put(target / name, archive.read(name))


def _add_qt(wheel: Path, target: Path, system: str) -> None:
    """The modules in use, the plugins they load, and the libraries below both."""
    whole = _whole_qt(wheel)
    files = binaries.closure(_starts(whole, target, system), _libraries_by_name(whole))
    for path in sorted(files):
        name = path.relative_to(whole)
        tree.copy(path, target / name)
    for name in selection.QT_ALWAYS:
        tree.copy(whole / name, target / name)
    for path in sorted(whole.glob("*.dist-info/METADATA")):
        tree.copy(path, target / path.relative_to(whole))


def _whole_qt(wheel: Path) -> Path:
    """The wheel, unpacked once: it is large, and objdump wants files."""
    whole = BUILD / "unpacked" / wheel.stem
    if not whole.exists():
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(whole.with_suffix(".part"))
        whole.with_suffix(".part").rename(whole)
    return whole


def _starts(whole: Path, target: Path, system: str) -> list[Path]:
    linux = system == "linux"
    modules = whole / "PySide6"
    plugins = modules / ("Qt/plugins" if linux else "plugins")
    names = selection.qt_modules_in_use(target)
    found = [modules / f"{name}{'.abi3.so' if linux else '.pyd'}" for name in names]
    return found + [plugins / name for name in selection.qt_plugins_in_use(names, system)]


def _libraries_by_name(whole: Path) -> dict[str, Path]:
    modules = whole / "PySide6"
    places = (modules, modules / "Qt/lib")
    found = [path for place in places for path in place.glob("*") if _is_library(path)]
    return {path.name: path for path in sorted(found)}


def _is_library(path: Path) -> bool:
    return ".so" in path.suffixes or path.suffix == ".dll"


def add_own(target: Path, packed: bytes) -> None:
    """What a .tar of the program's sources holds, and the catalogues compiled."""
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None:
                tree.put(target / member.name, file.read())
    for source in sorted(target.glob("resources/catalogues/**/*.po")):
        compile_file(source, source.with_suffix(".mo"))
        source.unlink()


def _committed() -> bytes:
    """What the commit holds: nothing else that lies about."""
    command = ["git", "-C", str(ROOT), "archive", "--format=tar", commit(), *SOURCES]
    return subprocess.run(command, check=True, capture_output=True).stdout
