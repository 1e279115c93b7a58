"""A clean system in a folder, made by debootstrap, with commands run inside it.

What a system has already (its base; what the package depends on) is made once and kept as a .tar:
each test unpacks a system of its own.

Mounts live in the namespace of one command only, so that a test that fails leaves nothing behind.
"""

import hashlib
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

USER = "thuky"
ROOTS = Path(__file__).parents[3] / "build/roots"
INSTALL = "apt-get --quiet=2 --yes --no-install-recommends install"


class System(NamedTuple):
    """A distribution as debootstrap knows it."""

    suite: str
    mirror: str
    components: str


DEBIAN_12 = System("bookworm", "http://deb.debian.org/debian", "main")
DEBIAN_13 = System("trixie", "http://deb.debian.org/debian", "main")
UBUNTU_22_04 = System("jammy", "http://archive.ubuntu.com/ubuntu", "main,universe")


class Root:
    """One such folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, script: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        """Run a shell script inside, as root."""
        enter = ["unshare", "--mount", "--pid", "--fork", f"--mount-proc={self.folder}/proc"]
        inside = ["chroot", self.folder, "/bin/sh", "-euc", script]
        done = subprocess.run(
            [*enter, *inside], env=_plain(), check=False, capture_output=True, text=True
        )
        assert not check or done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
        return done

    def run_as_user(self, script: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        return self.run(f"exec su --login {USER} --command '{script}'", check)

    def put(self, source: Path, name: str) -> None:
        target = self.folder / name.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _plain() -> dict[str, str]:
    return {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "LC_ALL": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
    }


@contextmanager
def clean_root(system: System) -> Iterator[Root]:
    """A new system with nothing in it but its base and a user; gone again afterwards."""
    with _unpacked(base(system)) as root:
        yield _set_up(root)


@contextmanager
def furnished_root(system: System, package: Path) -> Iterator[Root]:
    """A new system in which all that a package depends on is installed, and the package is not."""
    with _unpacked(_furnished(system, package)) as root:
        yield root


@contextmanager
def _unpacked(packed: Path) -> Iterator[Root]:
    folder = ROOTS / f"{packed.stem}-{os.getpid()}"
    folder.mkdir(parents=True)
    try:
        subprocess.run(["tar", "-xf", packed, "-C", folder], check=True)
        yield Root(folder)
    finally:
        subprocess.run(["rm", "-rf", "--one-file-system", folder], check=True)


def _furnished(system: System, package: Path) -> Path:
    """Made anew where the package depends on other things."""
    field = ["dpkg-deb", "--field", package, "Depends"]
    depends = subprocess.run(field, check=True, capture_output=True).stdout
    packed = ROOTS / f"{system.suite}-{hashlib.sha256(depends).hexdigest()[:12]}.tar"
    if not packed.exists():
        for old in ROOTS.glob(f"{system.suite}-*.tar"):
            old.unlink()
        with clean_root(system) as root:
            root.put(package, "/srv/package.deb")
            root.run(f"{INSTALL} /srv/package.deb; dpkg --purge bienban; apt-get clean")
            root.run("rm /srv/package.deb")
            _pack(root.folder, packed)
    return packed


def _pack(folder: Path, packed: Path) -> None:
    subprocess.run(["tar", "-cf", f"{packed}.part", "-C", folder, "."], check=True)
    Path(f"{packed}.part").rename(packed)


def _set_up(root: Root) -> Root:
    for name in ("/etc/resolv.conf", "/etc/hosts"):
        root.put(Path(name), name)
    # the first start of a system makes it; a bare folder has none
    (root.folder / "etc/machine-id").write_text(f"{uuid.uuid4().hex}\n")
    root.run(f"apt-get --quiet=2 update; useradd --create-home --shell /bin/sh {USER}")
    return root


def base(system: System) -> Path:
    """The bare system, as debootstrap makes it."""
    packed = ROOTS / f"{system.suite}.tar"
    if not packed.exists():
        ROOTS.mkdir(parents=True, exist_ok=True)
        command = ["debootstrap", "--variant=minbase", f"--components={system.components}"]
        new = ROOTS / f"{system.suite}.new"
        subprocess.run([*command, system.suite, new, system.mirror], check=True, env=_plain())
        _pack(new, packed)
        subprocess.run(["rm", "-rf", new], check=True)
    return packed


if __name__ == "__main__":
    base(DEBIAN_12)
