"""The cross-compiler, out of its wheel."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from installers.inputs import wanted
from installers.places import BUILD


def zig(*arguments: object, folder: Path) -> None:
    """Run the compiler in a folder; what it builds for itself is kept for the next run."""
    program = _unpacked() / "ziglang/zig"
    cache = {"ZIG_GLOBAL_CACHE_DIR": str(BUILD / "zig"), "ZIG_LOCAL_CACHE_DIR": str(BUILD / "zig")}
    command = [str(program), *map(str, arguments)]
    subprocess.run(command, check=True, cwd=folder, env=os.environ | cache)


def _unpacked() -> Path:
    (wheel,) = wanted("linux", "tool")
    folder = BUILD / "unpacked" / wheel.path.stem
    if not folder.exists():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        with zipfile.ZipFile(wheel.path) as archive:
            archive.extractall(part)
        (part / "ziglang/zig").chmod(0o755)
        part.rename(folder)
    return folder
