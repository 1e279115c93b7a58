"""Puts the program's own folder together: its source, its resources and the wheels it stands on."""

import shutil
import zipfile
from pathlib import Path

from installers import binaries, selection, tree
from installers.inputs import Input
from installers.places import BUILD, PACKAGING, ROOT, VERSION

SOURCES = ("app", "ui", "resources")
NOT_PACKED = ("__pycache__", ".po", ".md~", ".pyc")


def assemble(target: Path, system: str, wheels: list[Input]) -> None:
    """Fill an empty folder with what Python is to run."""
    for each in wheels:
        if each.name != "PySide6_Essentials":
            _unpack(each.path, target)
    _add_qt(next(w.path for w in wheels if w.name == "PySide6_Essentials"), target, system)
    _add_own(target)
    tree.copy(PACKAGING / "start.py", target / "__main__.py")


def _unpack(wheel: Path, target: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            if not name.endswith("/") and selection.is_wanted(name):
                tree.put(target / name, archive.read(name))


def _add_qt(wheel: Path, target: Path, system: str) -> None:
    """The modules in use, the plugins they load, and the libraries below both."""
    whole = _whole_qt(wheel)
    files = binaries.closure(_starts(whole, system), _libraries_by_name(whole))
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


def _starts(whole: Path, system: str) -> list[Path]:
    linux = system == "linux"
    modules = whole / "PySide6"
    plugins = modules / ("Qt/plugins" if linux else "plugins")
    names = selection.qt_modules_in_use()
    found = [modules / f"{name}{'.abi3.so' if linux else '.pyd'}" for name in names]
    return found + [plugins / name for name in selection.qt_plugins_in_use(system)]


def _libraries_by_name(whole: Path) -> dict[str, Path]:
    modules = whole / "PySide6"
    places = (modules, modules / "Qt/lib")
    found = [path for place in places for path in place.glob("*") if _is_library(path)]
    return {path.name: path for path in sorted(found)}


def _is_library(path: Path) -> bool:
    return ".so" in path.suffixes or path.suffix == ".dll"


def _add_own(target: Path) -> None:
    for name in SOURCES:
        for path in tree.files_below(ROOT / name):
            if not any(part in path.as_posix() for part in NOT_PACKED):
                tree.copy(path, target / path.relative_to(ROOT))
    if VERSION not in (target / "app/__init__.py").read_text(encoding="utf-8"):
        _rename_version(target / "app/__init__.py")


def _rename_version(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    told = [f'__version__ = "{VERSION}"' if ln.startswith("__version__") else ln for ln in lines]
    tree.put(path, "\n".join(told) + "\n")


def forget_unpacked() -> None:
    shutil.rmtree(BUILD / "unpacked", ignore_errors=True)
