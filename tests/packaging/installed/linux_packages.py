"""The Linux packages are installed as IT would, used as a secretary would, upgraded and removed.

Run by `make test-packages` as root, after `make packages`; not part of `make test`.
"""

import json
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
    UBUNTU_22_04,
    USER,
    Root,
    clean_root,
)

DIST = Path(__file__).parents[3] / "dist"
DEB = DIST / f"bienban_{__version__}_amd64.deb"
PORTABLE = DIST / f"bienban-{__version__}-linux-x86_64.tar.gz"
HOME = Path("home", USER)
DATA = HOME / ".local/share/BienBan/bienban.sqlite"
INSTALL = "apt-get --quiet=2 --yes --no-install-recommends install"
STEPS = 11
"""What `--self-test` says at least, one line a step."""


@pytest.fixture(params=[DEBIAN_12, DEBIAN_13, UBUNTU_22_04], ids=lambda system: system.suite)
def root(request: pytest.FixtureRequest) -> Iterator[Root]:
    with clean_root(request.param) as made:
        made.put(DEB, "/srv/new.deb")
        yield made


@pytest.fixture
def root_with_older(root: Root, tmp_path: Path) -> Root:
    root.put(older_deb(DEB, tmp_path), "/srv/older.deb")
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
    count = 10
    root.run_as_user(f"for each in $(seq {count}); do bienban-cli sample; done")
    root.run_as_user("bienban-cli export --all --as report --out many")
    assert len(list((root.folder / HOME / "many").glob("*.docx"))) == count


def test_installed_program_passes_its_self_test(root: Root) -> None:
    begun = time.perf_counter()
    root.run(f"{INSTALL} /srv/new.deb")
    print(f"installed with its dependencies in {time.perf_counter() - begun:.0f} s")  # noqa: T201
    passes_its_self_test(root)
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


def test_upgrade_keeps_an_archive_in_use(root_with_older: Root) -> None:
    root = root_with_older
    identity = root.run_as_user("bienban-cli sample").stdout.split()[-1]
    assert schema_of(root.folder / DATA) == OLDER_SCHEMA
    root.run(
        f"su --login {USER} --command 'QT_QPA_PLATFORM=offscreen exec bienban' & window=$!;"
        f"sleep 3; {INSTALL} /srv/new.deb; kill -0 $window; kill $window; wait $window || true"
    )
    assert root.run_as_user("bienban-cli --version").stdout.split()[-1] == __version__
    listed = json.loads(root.run_as_user("bienban-cli list --json").stdout)
    assert [entry["id"] for entry in listed] == [identity]
    assert schema_of(root.folder / DATA) == SCHEMA
    (backup,) = (root.folder / DATA.parent / "backups").glob("*.sqlite")
    assert schema_of(backup) == OLDER_SCHEMA
    passes_its_self_test(root)


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
    before = (root.folder / DATA).read_bytes()
    said = root.run(f"dpkg --{way} bienban").stderr
    assert ".local/share/BienBan" in said
    assert not (root.folder / "usr/lib/bienban").exists()
    assert (root.folder / DATA).read_bytes() == before


def test_portable_program_runs_from_a_read_only_folder_with_vietnamese_letters(root: Root) -> None:
    root.run(f"{INSTALL} /srv/new.deb; dpkg --remove bienban")  # its libraries stay
    root.put(PORTABLE, "/srv/portable.tar.gz")
    folder = "Phần mềm của tôi"
    root.run_as_user(f'mkdir "{folder}"; tar -xf /srv/portable.tar.gz -C "{folder}"')
    root.run_as_user(f'chmod -R a-w "{folder}"')
    passes_its_self_test(root, f'"{folder}"/bienban-{__version__}-linux-x86_64/bienban')
