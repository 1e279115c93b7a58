"""The Linux packages are installed as IT would, used as a secretary would, upgraded and removed.

Run by `make test-packages` as root, after `make packages`; not part of `make test`.
"""

import json
import os
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from installers.selection import OPTIONAL

from app import __version__
from app.archive.schema import SCHEMA
from tests.packaging.installed.older import OLDER, OLDER_SCHEMA, older_deb
from tests.packaging.installed.root import (
    DEBIAN_12,
    DEBIAN_13,
    INSTALL,
    UBUNTU_22_04,
    USER,
    Root,
    System,
    clean_root,
    furnished_root,
)

ROOT = Path(__file__).parents[3]
DIST = ROOT / "dist"
DEB = Path(os.environ.get("BIENBAN_DEB", DIST / f"bienban_{__version__}_amd64.deb"))
"""CI names one that was made faster."""
PORTABLE = DIST / f"bienban-{__version__}-linux-x86_64.tar.gz"
HOME = Path("home", USER)
DATA = HOME / ".local/share/BienBan/bienban.sqlite"
STEPS = 11
"""What `--self-test` says at least, one line a step."""


@pytest.fixture(params=[DEBIAN_12, DEBIAN_13, UBUNTU_22_04], ids=lambda system: system.suite)
def system(request: pytest.FixtureRequest) -> System:
    made: System = request.param
    return made


@pytest.fixture
def bare_root(system: System) -> Iterator[Root]:
    """With nothing that the package depends on."""
    with clean_root(system) as made:
        made.put(DEB, "/srv/new.deb")
        yield made


@pytest.fixture
def root(system: System) -> Iterator[Root]:
    """With all that the package depends on: what brings it is tried in a bare one."""
    with furnished_root(system, DEB) as made:
        made.put(DEB, "/srv/new.deb")
        yield made


@pytest.fixture(scope="session")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return older_deb(DEB, tmp_path_factory.mktemp("older"))


@pytest.fixture
def root_with_older(root: Root, older: Path) -> Root:
    root.put(older, "/srv/older.deb")
    root.run(f"{INSTALL} /srv/older.deb")
    return root


def passes_its_self_test(root: Root, command: str = "bienban") -> None:
    lines = root.run_as_user(f"{command} --self-test").stdout.splitlines()
    assert len(lines) >= STEPS
    assert [line for line in lines if not line.startswith("ok ")] == []


def schema_of(archive: Path) -> int:
    with closing(sqlite3.connect(f"file:{archive}?mode=ro", uri=True)) as opened:
        (version,) = opened.execute("PRAGMA user_version").fetchone()
        return int(version)


def exports_with_many_processes(root: Root) -> None:
    root.run_as_user("for each in $(seq 10); do bienban-cli sample; done")
    root.run_as_user("bienban-cli export --all --as report --out many")
    there = json.loads(root.run_as_user("bienban-cli list --json").stdout)
    made = list((root.folder / HOME / "many").glob("*.docx"))
    assert len(made) == len(there) >= 10


EVERY_MODULE = """\
import importlib, pkgutil, sys
sys.path.insert(0, "/usr/lib/bienban/program")
import app, ui
for package in (app, ui):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(found.name)
print(*[name for name in sys.modules if name.startswith(("app.", "ui."))])
"""


def has_every_module(root: Root) -> None:
    """Every module of the program can be imported, whatever a start leaves for later."""
    (root.folder / "srv/every_module.py").write_text(EVERY_MODULE, encoding="utf-8")
    python = "/usr/lib/bienban/python/bin/python3.11 -I -S /srv/every_module.py"
    told = root.run_as_user(f"QT_QPA_PLATFORM=offscreen {python}").stdout
    files = [file for name in ("app", "ui") for file in (ROOT / name).glob("*/**/*.py")]
    named = [file.relative_to(ROOT).with_suffix("").parts for file in files]
    ours = {".".join(parts).removesuffix(".__init__") for parts in named}
    assert ours - set(told.split()) == set()


def test_installed_program_passes_its_self_test(bare_root: Root) -> None:
    root = bare_root
    begun = time.perf_counter()
    root.run(f"{INSTALL} /srv/new.deb")
    print(f"installed with its dependencies in {time.perf_counter() - begun:.0f} s")  # noqa: T201
    passes_its_self_test(root)
    has_every_module(root)
    exports_with_many_processes(root)


def test_installed_program_bears_odd_places_and_no_network(root: Root) -> None:
    """Folders with Vietnamese letters and spaces, no network at all."""
    root.run(f"{INSTALL} /srv/new.deb")
    root.run_as_user('mkdir "Thư mục tạm của tôi"')
    passes_its_self_test(root, 'TMPDIR="$HOME/Thư mục tạm của tôi" bienban')
    root.run_as_user('bienban-cli sample --archive "$HOME/Họp giao ban/Kho của tôi.sqlite"')
    assert (root.folder / HOME / "Họp giao ban/Kho của tôi.sqlite").exists()
    kept = '--archive "$HOME/Họp giao ban/Kho của tôi.sqlite"'
    listed = json.loads(root.run_as_user(f"bienban-cli list --json {kept}").stdout)
    identity = listed[0]["id"]
    root.run_as_user(f'bienban-cli pack {identity} --out "Biên bản họp.bienban" {kept}')
    assert root.run_as_user('bienban-cli import "Biên bản họp.bienban"').stdout.strip() == identity
    apart = "unshare --net su --login"
    said = root.run(f"{apart} {USER} --command 'bienban --self-test'").stdout
    assert all(line.startswith("ok ") for line in said.splitlines())


def test_installed_program_finds_every_library_and_input_methods(root: Root) -> None:
    """With what the package depends on and nothing more: no GTK, no CUPS."""
    root.run(f"{INSTALL} /srv/new.deb")
    every = 'find /usr/lib/bienban -name "*.so*" -print -exec ldd {} ";" 2>&1'
    missing: dict[str, list[str]] = {}
    file = ""
    for line in root.run(every).stdout.splitlines():
        file = file if line.startswith("\t") else Path(line).name
        if "not found" in line:
            missing.setdefault(file, []).append(line)
    assert set(missing) == set(OPTIONAL)
    told = "QT_DEBUG_PLUGINS=1 QT_IM_MODULE=fcitx bienban --self-test 2>&1"
    said = root.run_as_user(told).stdout
    assert 'libibusplatforminputcontextplugin.so" loaded library' in said


def test_installed_program_opens_its_window_on_a_display(root: Root, display: str) -> None:
    root.run(f"{INSTALL} /srv/new.deb")
    for scale in ("1", "1.25", "2"):
        screen = f"QT_QPA_PLATFORM=xcb DISPLAY={display} QT_SCALE_FACTOR={scale}"
        passes_its_self_test(root, f"{screen} bienban")


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A screen without a monitor. A root shares this computer's sockets without a file, so a
    program inside it finds the screen by its number."""
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x720x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().decode().strip()}"
        server.terminate()


OPENED = "until ls -l /proc/[0-9]*/fd 2>/dev/null | grep --quiet bienban.sqlite; do sleep 0.1; done"
"""Waits for a program that has its archive open."""


def upgrades_with_the_archive_in_use(root: Root) -> None:
    """From the older program, whose window is open: the archive is migrated, with a backup."""
    identity = root.run_as_user("bienban-cli sample").stdout.split()[-1]
    assert schema_of(root.folder / DATA) == OLDER_SCHEMA
    root.run(
        f"su --login {USER} --command 'QT_QPA_PLATFORM=offscreen exec bienban' & window=$!;"
        f"timeout 300 sh -c '{OPENED}'; {INSTALL} /srv/new.deb;"
        "kill -0 $window; kill $window; wait $window || true"
    )
    assert root.run_as_user("bienban-cli --version").stdout.split()[-1] == __version__
    listed = json.loads(root.run_as_user("bienban-cli list --json").stdout)
    assert [entry["id"] for entry in listed] == [identity]
    assert schema_of(root.folder / DATA) == SCHEMA
    (backup,) = (root.folder / DATA.parent / "backups").glob("*.sqlite")
    assert schema_of(backup) == OLDER_SCHEMA
    passes_its_self_test(root)


def leaves_the_minutes_and_says_where(root: Root, way: str) -> None:
    before = (root.folder / DATA).read_bytes()
    said = root.run(f"dpkg --{way} bienban").stderr
    assert ".local/share/BienBan" in said
    assert not (root.folder / "usr/lib/bienban").exists()
    assert (root.folder / DATA).read_bytes() == before


def test_program_is_installed_upgraded_used_and_removed_on_one_computer(
    bare_root: Root, older: Path
) -> None:
    """What CI has the time for: one clean system, and what the package depends on fetched once."""
    bare_root.put(older, "/srv/older.deb")
    bare_root.run(f"{INSTALL} /srv/older.deb")
    upgrades_with_the_archive_in_use(bare_root)
    has_every_module(bare_root)
    exports_with_many_processes(bare_root)
    leaves_the_minutes_and_says_where(bare_root, "remove")


def test_upgrade_keeps_an_archive_in_use(root_with_older: Root) -> None:
    upgrades_with_the_archive_in_use(root_with_older)


def test_downgrade_is_refused_with_a_sentence(root_with_older: Root) -> None:
    root = root_with_older
    root.run(f"{INSTALL} /srv/new.deb")
    refused = root.run("dpkg --install /srv/older.deb", check=False)
    assert refused.returncode != 0
    assert f"is not replaced by the older {OLDER}" in refused.stderr
    passes_its_self_test(root)


@pytest.mark.parametrize("way", ["remove", "purge"])
def test_removal_leaves_the_minutes_and_says_where(root: Root, way: str) -> None:
    root.run(f"{INSTALL} /srv/new.deb")
    root.run_as_user("bienban-cli sample")
    leaves_the_minutes_and_says_where(root, way)


def test_portable_program_runs_from_a_read_only_folder_with_vietnamese_letters(root: Root) -> None:
    root.run(f"{INSTALL} /srv/new.deb; dpkg --remove bienban")  # its libraries stay
    root.put(PORTABLE, "/srv/portable.tar.gz")
    folder = "Phần mềm của tôi"
    root.run_as_user(f'mkdir "{folder}"; tar -xf /srv/portable.tar.gz -C "{folder}"')
    root.run_as_user(f'chmod -R a-w "{folder}"')
    passes_its_self_test(root, f'"{folder}"/bienban-{__version__}-linux-x86_64/bienban')
