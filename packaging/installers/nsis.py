"""Makes setup.exe. The files are listed one by one, in an order of our own, for both ways."""

import os
import subprocess
from pathlib import Path

from installers import tree
from installers.launchers import four_numbers
from installers.places import BUILD, PACKAGING, ROOT, epoch


def build(home: Path, target: Path, version: str, compressor: str = "lzma") -> Path:
    """Pack an assembled folder. Another version and compressor are for the test of an upgrade."""
    files = tree.put(BUILD / "windows/files.nsh", "\ufeff" + _lists(home))
    told = {
        "FILES": files,
        "TARGET": target,
        "VERSION": version,
        "NUMBERS": four_numbers(version),
        "ICON": ROOT / "resources/icons/bienban.ico",
        "COMPRESSOR": compressor,
        "KILOBYTES": tree.size_of(home) // 1024,
    }
    defines = [f"-D{name}={value}" for name, value in told.items()]
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defines]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch()), "LC_ALL": "C.UTF-8"}
    script = PACKAGING / "windows/setup.nsi"
    subprocess.run([*command, script], check=True, env=environment)
    return target


def _lists(home: Path) -> str:
    files = list(tree.files_below(home))
    folders = sorted({path.parent for path in files})
    install = [line for folder in folders for line in _install(home, folder, files)]
    delete = [f'  Delete "$INSTDIR\\{_inside(home, path)}"' for path in files]
    all_folders = sorted({f for path in files for f in path.parents if home in f.parents})
    remove = [f'  RMDir "$INSTDIR\\{_inside(home, f)}"' for f in reversed(all_folders)]
    removal = ["!macro REMOVE_FILES", *delete, *remove, "!macroend", ""]
    return "\n".join(["!macro INSTALL_FILES", *install, "!macroend", *removal])


def _install(home: Path, folder: Path, files: list[Path]) -> list[str]:
    inside = _inside(home, folder) if folder != home else ""
    named = [f'  File "{path}"' for path in files if path.parent == folder]
    return [f'  SetOutPath "$INSTDIR\\{inside}"'.replace('\\"', '"'), *named]


def _inside(home: Path, path: Path) -> str:
    return str(path.relative_to(home)).replace("/", "\\")
