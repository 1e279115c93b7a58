"""Compiles bienban.exe and bienban-cli.exe, with icon, version and manifest."""

from pathlib import Path

from installers import tree
from installers.places import BUILD, PACKAGING, ROOT, VERSION
from installers.zig import zig

HERE = PACKAGING / "windows"
TARGET = ("-target", "x86_64-windows-gnu", "-municode", "-Os", "-s")
KINDS = {
    "bienban": ("Biên Bản", ["-Wl,--subsystem,windows"]),
    "bienban-cli": ("Biên Bản (dòng lệnh)", ["-DCONSOLE"]),
}


def build(target: Path) -> list[Path]:
    work = tree.fresh(BUILD / "windows/launchers")
    tree.copy(HERE / "launcher.c", work / "launcher.c")
    tree.copy(ROOT / "resources/icons/bienban.ico", work / "bienban.ico")
    manifest = (HERE / "launcher.manifest").read_text(encoding="utf-8")
    tree.put(work / "launcher.manifest", manifest.replace("@NUMBERS@", four_numbers(VERSION)))
    return [_build_one(name, work, target) for name in KINDS]


def four_numbers(version: str) -> str:
    """Windows counts versions in four numbers."""
    return ".".join([*version.split("."), "0", "0", "0", "0"][:4])


def _build_one(name: str, work: Path, target: Path) -> Path:
    description, options = KINDS[name]
    told = {
        "ICON": "bienban.ico",
        "MANIFEST": "launcher.manifest",
        "NUMBERS": four_numbers(VERSION).replace(".", ","),
        "VERSION": VERSION,
        "NAME": name,
        "DESCRIPTION": description,
    }
    text = (HERE / "launcher.rc").read_text(encoding="utf-8")
    for key, value in told.items():
        text = text.replace(f"@{key}@", value)
    tree.put(work / f"{name}.rc", text)
    zig("rc", "/:auto-includes", "gnu", "--", f"{name}.rc", f"{name}.res", folder=work)
    made = ["-o", f"{name}.exe", "launcher.c", f"{name}.res"]
    zig("cc", *TARGET, f'-DPROGRAM=L"{name}"', *options, *made, folder=work)
    return tree.copy(work / f"{name}.exe", target / f"{name}.exe")
