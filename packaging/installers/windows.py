"""The installers for Windows: one folder with Python, Qt, program and launchers, packed twice."""

from pathlib import Path

from installers import (
    launchers,
    licences,
    msi,
    nsis,
    policy,
    program,
    runtime,
    sbom,
    signing,
    sizes,
    tree,
    windows_runtime,
)
from installers.inputs import wanted
from installers.places import BUILD, DIST, VERSION

HOME = BUILD / "windows/home"
TEST_RUNTIME = (
    "put together from DLLs of the wheel panda3d and the library of Debian's Python; for tests and"
    " for builders without a network, not for release"
)
OFFICIAL_RUNTIME = "the official embeddable package"


def build() -> list[Path]:
    """setup.exe and .msi; their names say when the runtime is not the official one."""
    assemble(tree.fresh(HOME))
    signing.sign([HOME / "bienban.exe", HOME / "bienban-cli.exe"])
    tree.settle(HOME)
    sizes.tell("windows", HOME)
    DIST.mkdir(exist_ok=True)
    kind = "" if windows_runtime.is_official() else "-testruntime"
    stem = f"bienban-{VERSION}-windows-x64{kind}"
    made = [
        nsis.build(HOME, DIST / f"{stem}-setup.exe", VERSION),
        msi.build(HOME, DIST / f"{stem}.msi", VERSION),
    ]
    signing.sign(made)
    return made


def assemble(home: Path) -> None:
    """Everything that is to lie in the program's folder."""
    wheels = wanted("windows", "program")
    python = windows_runtime.assemble(home / "python")
    program.assemble(home / "program", "windows", wheels)
    runtime.compile_all(runtime.compiler(), home / "program", "program")
    launchers.build(home)
    policy.put_beside_program(home)
    licence = runtime.python_licence(runtime.debian_files())
    licences.collect(home / "licences", wheels + python, licence)
    official = windows_runtime.is_official()
    notes = {"runtime": OFFICIAL_RUNTIME if official else TEST_RUNTIME}
    tree.put(home / "sbom.cdx.json", sbom.sbom("windows", wheels + python, notes))
