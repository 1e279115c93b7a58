"""Python for Windows: the official embeddable package where the builder names it, else a runtime
for tests, put together from the DLLs in a wheel and the library of Debian's Python.
"""

import os
import re
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from installers import runtime, selection, tree
from installers.inputs import Input, WrongInputError, sha256_of, wanted
from installers.places import BUILD, epoch
from installers.zig import date, zig

OFFICIAL = "BIENBAN_WINDOWS_PYTHON"
OFFICIAL_SHA256 = "BIENBAN_WINDOWS_PYTHON_SHA256"
EXECUTABLES = ("python.exe", "pythonw.exe")
LIBRARIES = ("python311.dll", "sqlite3.dll", "libffi-8.dll", "VCRUNTIME140.dll")
SEARCH_PATH = "python311.zip\r\n.\r\n"
EXPORTED = re.compile(r"^\s*\[ *\d+\] (?:\+base\[ *\d+\] +[0-9a-f]+ )?(\w+)$", re.MULTILINE)
"""As objdump lists exported names; newer versions put the ordinal between."""
STUB = """\
int __stdcall DllMainCRTStartup(void *a, unsigned b, void *c) { return 1; }
int __stdcall _DllMainCRTStartup(void *a, unsigned b, void *c) { return 1; }
"""


def is_official() -> bool:
    return OFFICIAL in os.environ


def assemble(target: Path) -> list[Input]:
    """Fill the folder `python`, and say what it was made from."""
    made_from = _official(target) if is_official() else _for_tests(target)
    tree.put(target / "python311._pth", SEARCH_PATH)
    return made_from


def _official(target: Path) -> list[Input]:
    path = Path(os.environ[OFFICIAL])
    found = sha256_of(path)
    if found != os.environ.get(OFFICIAL_SHA256):
        raise WrongInputError(f"{path} has SHA-256 {found}, not what {OFFICIAL_SHA256} says")
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if name not in EXECUTABLES:
                tree.put(target / name, archive.read(name))
    version = path.name.split("-")[1]
    return [Input("official", "runtime", "windows", "cpython", version, path.name, found)]


def _for_tests(target: Path) -> list[Input]:
    (wheel,) = wanted("windows", "runtime")
    names = {*LIBRARIES, *(f"{name}.pyd" for name in selection.EXTENSIONS)}
    with zipfile.ZipFile(wheel.path) as archive:
        for name in sorted(archive.namelist()):
            folder, _, file = name.rpartition("/")
            if folder == "deploy_libs" and file in names:
                tree.put(target / file, archive.read(name))
    _make_forwarder(target)
    _make_library(target / "python311.zip")
    return [wheel, *wanted("linux", "runtime")]


def _make_forwarder(target: Path) -> None:
    """python3.dll, by which Qt's modules find Python's functions: the wheel does not hold it."""
    work = tree.fresh(BUILD / "windows/forwarder")
    command = ["objdump", "-p", target / "python311.dll"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    names = EXPORTED.findall(told)
    if not names:
        raise WrongInputError("objdump lists no names that python311.dll exports")
    lines = [f"  {name}=python311.{name}" for name in names]
    tree.put(work / "python3.def", "\n".join(["LIBRARY python3.dll", "EXPORTS", *lines]) + "\n")
    tree.put(work / "stub.c", STUB)
    made = ["-shared", "-nostdlib", "-s", "-o", "python3.dll", "stub.c", "python3.def"]
    zig("cc", "-target", "x86_64-windows-gnu", *made, folder=work)
    tree.copy(date(work / "python3.dll"), target / "python3.dll")


def _make_library(target: Path) -> None:
    """Compiled and zipped, as the embeddable package has it."""
    folder = tree.fresh(BUILD / "windows/library")
    runtime.copy_library(runtime.debian_files(), folder)
    runtime.compile_all(runtime.compiler(), folder, "python311.zip", beside=True)
    date = datetime.fromtimestamp(epoch(), UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w") as archive:
        for path in tree.files_below(folder):
            if path.suffix == ".pyc":
                member = zipfile.ZipInfo(path.relative_to(folder).as_posix(), date)
                archive.writestr(member, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    target.chmod(0o644)
