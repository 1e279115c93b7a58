"""Checks that the system has what a purpose needs, and installs what is missing where it may.

Standard library only: it also runs before there is a .venv. It never skips: what is
missing and cannot be installed ends with the one line to type and exit code 1.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

# Commands that the tests call, and the package that brings each.
TEST_COMMANDS = {
    "soffice": "libreoffice-writer-nogui",
    "Xvfb": "xvfb",
    "strace": "strace",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus-daemon",
    "ibus-daemon": "ibus",
    "/usr/libexec/ibus-engine-unikey": "ibus-unikey",
    "pandoc": "pandoc",
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "npm": "npm",
}

# Commands (and two files) that build the installers and try them, and the package of each.
PACKAGING_COMMANDS = {
    "makensis": "nsis",
    "wixl": "wixl",
    "msiinfo": "msitools",
    "objdump": "binutils",
    "dpkg-deb": "dpkg",
    "lintian": "lintian",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "update-mime-database": "shared-mime-info",
    "debootstrap": "debootstrap",
    "osslsigncode": "osslsigncode",
    "wine": "wine",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus",
    "ibus-daemon": "ibus",
    "/usr/libexec/ibus-engine-unikey": "ibus-unikey",
    "fcitx5": "fcitx5",
    "/usr/lib/x86_64-linux-gnu/fcitx5/libunikey.so": "fcitx5-unikey",
}

# Of those, what the Linux packages alone want.
LINUX_PACKAGING_COMMANDS = ("objdump", "dpkg-deb", "debootstrap")

# The metric twin of Times New Roman, for the preview and LibreOffice (Debian 12's older
# fonts-liberation has no Vietnamese). DejaVu is for the window: with Liberation alone, fontconfig
# takes its typewriter face for sans-serif.
FONT_FAMILIES = ("Times New Roman", "Liberation Serif")
FONT_PACKAGES = ("fontconfig", "fonts-dejavu-core", "fonts-liberation2")

# What the program loads of Qt; each is followed to all the libraries below it.
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtNetwork")
QT_PLUGINS = {
    "window": (
        "platforms/libqxcb.so",
        "xcbglintegrations/libqxcb-glx-integration.so",
        "printsupport/libcupsprintersupport.so",
    ),
    "offscreen": ("platforms/libqoffscreen.so",),
}

# Packages whose name does not follow from the library's name.
ODD_LIBRARIES = {
    "libz.so.1": "zlib1g",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libbrotlicommon.so.1": "libbrotli1",
    "libresolv.so.2": "libc6",
}


def needed_for_venv() -> set[str]:
    """Debian takes `ensurepip` out of its Python, and `python -m venv` fails without it."""
    if importlib.util.find_spec("ensurepip"):
        return set()
    return {f"python{sys.version_info.major}.{sys.version_info.minor}-venv"}


def needed_for_qt(platform: str) -> set[str]:
    libraries = [library for path in _qt_files(platform) for library in _missing_below(path)]
    return {package_of(library) for library in libraries} | _needed_fonts()


def needed_for_tests() -> set[str]:
    missing = {package for name, package in TEST_COMMANDS.items() if shutil.which(name) is None}
    return missing | needed_for_qt("window") | needed_for_qt("offscreen")


def needed_for_packages() -> set[str]:
    return {p for name, p in PACKAGING_COMMANDS.items() if not _is_there(name)}


def needed_for_linux_packages() -> set[str]:
    names = LINUX_PACKAGING_COMMANDS
    return {PACKAGING_COMMANDS[name] for name in names if not _is_there(name)}


def _is_there(name: str) -> bool:
    """A command by its name, or a file by its path."""
    return Path(name).exists() if name.startswith("/") else shutil.which(name) is not None


PURPOSES = {
    "venv": needed_for_venv,
    "packages": needed_for_packages,
    "linux-packages": needed_for_linux_packages,
    "window": lambda: needed_for_qt("window"),
    "offscreen": lambda: needed_for_qt("offscreen"),
    "tests": needed_for_tests,
}


def _qt_files(platform: str) -> Iterator[Path]:
    qt = Path(sysconfig.get_path("platlib"), "PySide6")
    yield from (path for name in QT_MODULES for path in qt.glob(f"{name}.*.so"))
    yield from (qt / "Qt/plugins" / plugin for plugin in QT_PLUGINS[platform])


def _missing_below(path: Path) -> Iterator[str]:
    for line in _told_by_the_linker(path).splitlines():
        library, _, where = line.strip().partition(" => ")
        if where == "not found":
            yield library


def _told_by_the_linker(path: Path) -> str:
    return subprocess.run(["ldd", path], check=True, capture_output=True, text=True).stdout


def package_of(library: str) -> str:
    """libxcb-cursor.so.0 -> libxcb-cursor0, libX11.so.6 -> libx11-6 (Debian policy, 8.1)."""
    if library in ODD_LIBRARIES:
        return ODD_LIBRARIES[library]
    name, _, version = library.partition(".so.")
    joint = "-" if name[-1].isdigit() else ""
    return f"{name}{joint}{version}".lower().replace("_", "-")


def _needed_fonts() -> set[str]:
    command = ["fc-list", ":lang=vi", "family"]
    if shutil.which(command[0]) is None:
        return set(FONT_PACKAGES)
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return set() if any(family in found for family in FONT_FAMILIES) else set(FONT_PACKAGES)


def _install(packages: list[str]) -> bool:
    """True when apt-get could be used and did it; asks for no password."""
    become_root = _way_to_root()
    if become_root is None or shutil.which("apt-get") is None:
        return False
    print("Installing:", *packages, flush=True)
    apt = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"]
    # A list that cannot be brought up to date may still hold what is needed.
    _works([*apt, "update"])
    return _works([*apt, "install", "--yes", "--no-install-recommends", *packages])


def _way_to_root() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    # Asked without a word: that a password would be needed is no news to the user.
    return sudo if shutil.which("sudo") and _works([*sudo, "true"], subprocess.DEVNULL) else None


def _works(command: list[str], errors: int | None = None) -> bool:
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stderr=errors)
    return done.returncode == 0


def _line_to_type(packages: Iterable[str]) -> str:
    return "sudo apt-get install --no-install-recommends " + " ".join(packages)


def main(purpose: str) -> int:
    if not sys.platform.startswith("linux"):
        return 0
    needed = PURPOSES[purpose]
    packages = sorted(needed())
    if not packages:
        return 0
    if _install(packages) and not needed():
        return 0
    print(
        f"The system lacks something. Please type:\n  {_line_to_type(sorted(packages))}",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
