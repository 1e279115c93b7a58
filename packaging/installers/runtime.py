"""Python itself for Linux, out of Debian's packages, and what the other system takes of it."""

import shutil
import subprocess
from pathlib import Path

from installers import selection, tree
from installers.inputs import Input, wanted
from installers.places import BUILD

LIBRARY = "lib/python3.11"


def debian_files() -> Path:
    """Debian's packages of Python, unpacked."""
    folder = tree.fresh(BUILD / "unpacked/debian")
    for each in wanted("linux", "runtime"):
        subprocess.run(["dpkg-deb", "--extract", each.path, folder], check=True)
    return folder


def assemble_linux(target: Path) -> None:
    """bin/python3.11 and lib/python3.11, which find one another wherever the folder stands."""
    files = debian_files()
    tree.copy(files / "usr/bin/python3.11", target / "bin/python3.11", executable=True)
    copy_library(files, target / LIBRARY)
    for name in selection.EXTENSIONS:
        for path in sorted((files / "usr" / LIBRARY / "lib-dynload").glob(f"{name}.*.so")):
            tree.copy(path, target / LIBRARY / "lib-dynload" / path.name)


def copy_library(files: Path, target: Path) -> None:
    """The part of Python's library that is written in Python."""
    source = files / "usr" / LIBRARY
    for path in tree.files_below(source):
        name = path.relative_to(source).as_posix()
        if path.suffix == ".py" and selection.is_wanted_of_stdlib(name):
            tree.copy(path, target / name)


def python_licence(files: Path) -> Path:
    return files / "usr/share/doc/libpython3.11-minimal/copyright"


def compile_all(python: Path, folder: Path, shown_as: str, beside: bool = False) -> None:
    """Compile beforehand, since the program's folder cannot be written to; never checked again.
    `beside`: as a Python without sources wants it, with nothing but the compiled file."""
    command = [python, "-I", "-S", "-m", "compileall", "-q", "-j", "1", "-f"]
    command += ["--invalidation-mode", "unchecked-hash", "-s", folder, "-p", shown_as, folder]
    command += ["-b"] if beside else []
    subprocess.run(command, check=True, env={"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"})


def compiler() -> Path:
    """The Linux runtime as a tool: it compiles for both systems."""
    folder = BUILD / "compiler"
    shutil.rmtree(folder, ignore_errors=True)
    assemble_linux(folder)
    return folder / "bin/python3.11"


def runtime_inputs(system: str) -> list[Input]:
    return wanted(system, "runtime")
