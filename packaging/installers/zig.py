"""The cross-compiler, out of its wheel."""

import os
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path

from installers.inputs import wanted
from installers.places import BUILD, epoch


def zig(*arguments: object, folder: Path) -> None:
    """Run the compiler in a folder; what it builds for itself is kept for the next run."""
    program = _unpacked() / "ziglang/zig"
    cache = {"ZIG_GLOBAL_CACHE_DIR": str(BUILD / "zig"), "ZIG_LOCAL_CACHE_DIR": str(BUILD / "zig")}
    command = [str(program), *map(str, arguments)]
    subprocess.run(command, check=True, cwd=folder, env=os.environ | cache)


def date(program: Path) -> Path:
    """Put the build's one date where the linker writes the time of day into a forwarder: the
    TimeDateStamp in the head of a Windows program, which the word at 0x3C finds."""
    content = bytearray(program.read_bytes())
    (head,) = struct.unpack_from("<I", content, 0x3C)
    struct.pack_into("<I", content, head + 8, epoch())
    program.write_bytes(content)
    return program


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
