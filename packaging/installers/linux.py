"""The packages for Linux: one tree of Python, Qt and program, as .deb and as portable .tar.gz."""

import gzip
import hashlib
import os
import subprocess
import tarfile
from datetime import UTC, datetime
from pathlib import Path

from installers import binaries, licences, policy, program, runtime, sbom, selection, sizes, tree
from installers.developer import package_of
from installers.inputs import wanted
from installers.places import BUILD, DIST, PACKAGING, ROOT, VERSION, epoch

HERE = PACKAGING / "linux"
HOME = "usr/lib/bienban"
DOC = "usr/share/doc/bienban"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

OWN_NAMES = {
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
}
"""Packages whose names do not follow from the library's, beside those of the developer's check."""
C_LIBRARIES = {
    *("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libresolv.so.2")
}
LOADER = "ld-linux-x86-64.so.2"

OLDEST = {"libsqlite3-0": "3.37", "libstdc++6": "12"}
"""STRICT tables want SQLite 3.37."""
FONTS = "fonts-liberation2 | fonts-liberation (>= 1:2)"
"""The metric twin of Times New Roman, with Vietnamese. Debian 12's fonts-liberation is version 1
and lacks it."""
ALSO = ("fontconfig", FONTS)
RECOMMENDED = ("ibus | fcitx5", "xdg-utils", "desktop-file-utils", "shared-mime-info")


RELEASE = ("-Zxz",)
QUICK = ("-Zgzip", "-z1")
"""How the .deb is packed. The first makes it small, and takes two thirds of the whole build."""


def build() -> list[Path]:
    """Both packages, from one tree."""
    DIST.mkdir(exist_ok=True)
    carried, papers = _assemble()
    return [_deb(carried, papers, DIST, RELEASE), _portable(carried, papers)]


def build_quickly() -> list[Path]:
    """The .deb alone, of the same files, loosely packed; not where the real one lies."""
    target = tree.fresh(BUILD / "quick")
    return [_deb(*_assemble(), target, QUICK)]


def _assemble() -> tuple[Path, Path]:
    """What is carried, and the papers about it."""
    carried = tree.fresh(BUILD / "linux/carried")
    inputs = wanted("linux", "program", "runtime")
    program.assemble(carried / "program", "linux", [i for i in inputs if i.role == "program"])
    runtime.assemble_linux(carried / "python")
    runtime.compile_all(runtime.compiler(), carried, f"/{HOME}")
    papers = tree.fresh(BUILD / "linux/papers")
    files = BUILD / "unpacked/debian"
    licences.collect(papers / "licences", inputs, runtime.python_licence(files))
    tree.put(papers / "sbom.cdx.json", sbom.sbom("linux", inputs, {"glibc": _glibc(carried)}))
    sizes.tell("linux", carried)
    return carried, papers


def _glibc(carried: Path) -> str:
    newest = max(binaries.glibc_of(path) for path in _compiled(carried))
    return ".".join(map(str, newest))


def _compiled(folder: Path) -> list[Path]:
    return [path for path in tree.files_below(folder) if binaries.is_binary(path)]


def _deb(carried: Path, papers: Path, target: Path, packed: tuple[str, ...]) -> Path:
    root = tree.fresh(BUILD / "linux/deb")
    _copy_tree(carried, root / HOME)
    _copy_tree(papers, root / DOC)
    tree.copy(policy.EXAMPLE, root / DOC / "examples/policy.toml")
    for name in ("bienban", "bienban-cli"):
        tree.copy(HERE / "launcher.sh", root / "usr/bin" / name, executable=True)
    _add_desktop(root / "usr/share")
    _add_manuals(root / "usr/share/man")
    tree.copy(HERE / "copyright", root / DOC / "copyright")
    tree.put(root / DOC / "changelog.gz", _packed(_debian_changelog()))
    tree.copy(HERE / "lintian-overrides", root / "usr/share/lintian/overrides/bienban")
    _add_control(root, carried)
    tree.settle(root)
    return _written_deb(root, target / f"bienban_{VERSION}_amd64.deb", packed)


def _written_deb(root: Path, target: Path, packed: tuple[str, ...]) -> Path:
    how = ["--root-owner-group", *packed, "--threads-max=2"]
    command = ["dpkg-deb", *how, "--build", root, target]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch())}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return target


def _portable(carried: Path, papers: Path) -> Path:
    name = f"bienban-{VERSION}-linux-x86_64"
    root = tree.fresh(BUILD / "linux/portable")
    _copy_tree(carried, root)
    _copy_tree(papers, root)
    tree.copy(policy.EXAMPLE, root / policy.EXAMPLE.name)
    for program_name in ("bienban", "bienban-cli"):
        tree.copy(HERE / "launcher.sh", root / program_name, executable=True)
    _add_desktop(root / "share")
    tree.put(root / "README.txt", _filled("portable.txt", DEPENDS=_listed(_depends(carried))))
    tree.settle(root)
    target = DIST / f"{name}.tar.gz"
    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, epoch()) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in sorted(root.rglob("*")):
            inside = f"{name}/{path.relative_to(root)}"
            archive.add(path, inside, recursive=False, filter=_of_root)
    return target


def _of_root(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def _copy_tree(source: Path, target: Path) -> None:
    for path in tree.files_below(source):
        executable = bool(path.stat().st_mode & 0o100)
        tree.copy(path, target / path.relative_to(source), executable)


def _add_desktop(share: Path) -> None:
    tree.copy(HERE / "bienban.desktop", share / "applications/bienban.desktop")
    tree.copy(HERE / "bienban.xml", share / "mime/packages/bienban.xml")
    metainfo = "vn.bienban.bienban.metainfo.xml"
    tree.put(share / "metainfo" / metainfo, _filled(metainfo))
    icons = ROOT / "resources/icons"
    theme = share / "icons/hicolor"
    tree.copy(icons / "bienban.svg", theme / "scalable/apps/bienban.svg")
    for size in ICON_SIZES:
        source = icons / f"bienban-{size}.png"
        tree.copy(source, theme / f"{size}x{size}/apps/bienban.png")


def _add_manuals(folder: Path) -> None:
    for path in sorted((HERE / "man").glob("*.1")):
        name, _, language = path.stem.partition(".")
        target = folder / language / "man1" / f"{name}.1.gz"
        tree.put(target, _packed(_filled(f"man/{path.name}")))


def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), 9, mtime=0)


def _filled(name: str, **values: str) -> str:
    """A file of packaging/linux with its @NAMES@ filled in."""
    text = (HERE / name).read_text(encoding="utf-8")
    date = datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%d")
    for key, value in ({"VERSION": VERSION, "DATE": date} | values).items():
        text = text.replace(f"@{key}@", value)
    return text


def _debian_changelog() -> str:
    date = datetime.fromtimestamp(epoch(), UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    entry = "  * What changed for users: see NEWS in the program's help and CHANGELOG.md."
    head = f"bienban ({VERSION}) stable; urgency=medium"
    return f"{head}\n\n{entry}\n\n -- Biên Bản <bienban@localhost.localdomain>  {date}\n"


def _add_control(root: Path, carried: Path) -> None:
    size = tree.size_of(root) // 1024
    sums = [f"{_md5(path)}  {path.relative_to(root)}" for path in tree.files_below(root)]
    control = _filled(
        "control",
        SIZE=str(size),
        DEPENDS=", ".join(_depends(carried)),
        RECOMMENDS=", ".join(_recommends(carried)),
    )
    tree.put(root / "DEBIAN/control", control)
    tree.put(root / "DEBIAN/md5sums", "\n".join(sums) + "\n")
    for name in ("preinst", "postrm"):
        tree.put(root / "DEBIAN" / name, _filled(name), executable=True)


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _depends(carried: Path) -> list[str]:
    """What the files that are always loaded ask for, and do not find beside them."""
    required = [p for p in _compiled(carried) if p.name not in selection.OPTIONAL]
    return [f"libc6 (>= {_glibc(carried)})", *_packages(required, carried), *ALSO]


def _recommends(carried: Path) -> list[str]:
    inside = {path.name for path in _compiled(carried)}
    return [*(p for n, p in selection.OPTIONAL.items() if n in inside), *RECOMMENDED]


def _packages(paths: list[Path], carried: Path) -> list[str]:
    inside = {path.name for path in _compiled(carried)}
    needed = {name for path in paths for name in binaries.libraries_of(path)}
    foreign = needed - inside - C_LIBRARIES - {LOADER}
    names = {OWN_NAMES.get(name) or package_of(name) for name in foreign}
    return sorted(f"{n} (>= {OLDEST[n]})" if n in OLDEST else n for n in names)


def _listed(names: list[str]) -> str:
    return "\n".join(f"  {name}" for name in names)
