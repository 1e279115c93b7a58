"""The Windows installers run under wine as IT would run them: silently, again over an older
version, and back out. Run by `make test-packages` after `make packages`; not part of `make test`.

Wine shows that the installers and the program work together; what only a real Windows can show is
listed in packaging/README.md.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from installers import msi, nsis, signing
from installers.places import DIST
from installers.windows import HOME

from app import __version__
from app.archive.schema import SCHEMA
from tests.packaging.installed.older import OLDER, OLDER_SCHEMA, older_home
from tests.packaging.installed.wine import Windows, default_of, has_key

STEPS = 11
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\BienBan"
TYPE = r"Software\Classes\BienBan.Minutes"
PER_MACHINE = Path("Program Files/BienBan")
NOBODY = 65534
REMOVED_SINCE = "program/ui/models/opener.py"
"""A file of the older program that this one has no more."""
COPY = r"copy C:\windows\win.ini written.ini"
LINK = "Microsoft/Windows/Start Menu/Programs"


def the_one(pattern: str) -> Path:
    (found,) = DIST.glob(pattern)
    return found


@pytest.fixture(scope="session")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return older_home(HOME, tmp_path_factory.mktemp("older"))


@pytest.fixture(scope="session")
def older_setup(older: Path) -> Path:
    return nsis.build(older, older.parent / "older.exe", OLDER, "zlib")


@pytest.fixture(scope="session")
def older_msi(older: Path) -> Path:
    return msi.build(older, older.parent / "older.msi", OLDER)


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    made = Windows(tmp_path, HOME / "program/PySide6/Qt6Core.dll")
    yield made
    made.stop()


def passes_its_self_test(windows: Windows, folder: Path) -> None:
    said = windows.said(folder, "bienban.exe --self-test")
    assert said.count("ok      ") >= STEPS
    assert "FAILED" not in said


def in_windows(folder: Path) -> str:
    return "C:\\" + str(folder).replace("/", "\\")


def command_line(windows: Windows, folder: Path, arguments: str) -> str:
    return windows.said(folder, f"bienban-cli.exe {arguments}")


def put_sample(windows: Windows, folder: Path) -> str:
    return command_line(windows, folder, "sample").split()[-1]


def is_upgraded_with_a_backup(windows: Windows, folder: Path, identity: str) -> None:
    """The archive that the older program made is opened, migrated, and copied before."""
    assert schema_of(data(windows)) == OLDER_SCHEMA
    listed = json.loads(command_line(windows, folder, "list --json"))
    assert [entry["id"] for entry in listed] == [identity]
    assert schema_of(data(windows)) == SCHEMA
    (backup,) = (data(windows).parent / "backups").glob("*.sqlite")
    assert schema_of(backup) == OLDER_SCHEMA


def schema_of(archive: Path) -> int:
    with closing(sqlite3.connect(f"file:{archive}?mode=ro", uri=True)) as opened:
        (version,) = opened.execute("PRAGMA user_version").fetchone()
        return int(version)


def opens_files_of_minutes(windows: Windows, root: str, folder: Path) -> None:
    classes = rf"{root}\Software\Classes"
    assert default_of(windows, rf"{classes}\.bienban") == "BienBan.Minutes"
    command = default_of(windows, rf"{root}\{TYPE}\shell\open\command")
    assert command == rf'"{in_windows(folder)}\bienban.exe" "%1"'


def hands_over(windows: Windows, folder: Path, identity: str) -> None:
    """The launcher passes the path of a file of minutes as it is, letters and spaces."""
    program = rf"{in_windows(folder)}\bienban-cli.exe"
    file, other = r"C:\Biên bản họp.bienban", r"C:\other.sqlite"
    assert windows.run(program, "pack", identity, "--out", file) == 0
    assert (windows.drive / "Biên bản họp.bienban").exists()
    assert windows.run(program, "import", file, "--archive", other) == 0
    # Wine keeps an access list as the mode of the file; without one of ours all could read it.
    assert (windows.drive / "other.sqlite").stat().st_mode & 0o007 == 0
    listed = json.loads(command_line(windows, folder, f"list --json --archive {other}"))
    assert [entry["id"] for entry in listed] == [identity]


def exports_with_many_processes(windows: Windows, folder: Path) -> None:
    count = 10
    command = f"for /L %i in (1,1,{count}) do bienban-cli.exe --language en sample"
    windows.said(folder, command)
    command_line(windows, folder, r"export --all --as report --out C:\many")
    assert len(list((windows.drive / "many").glob("*.docx"))) == count


def data(windows: Windows) -> Path:
    return windows.home / "AppData/Local/BienBan/bienban.sqlite"


def test_setup_installs_per_user_upgrades_and_leaves_the_minutes(
    windows: Windows, older_setup: Path
) -> None:
    folder = (windows.home / "AppData/Local/Programs/BienBan").relative_to(windows.drive)
    assert windows.run(str(older_setup), "/S") == 0
    identity = put_sample(windows, folder)
    left_over = windows.drive / folder / "program/left-over.py"

    assert windows.run(str(the_one("*-setup.exe")), "/S") == 0
    assert __version__ in command_line(windows, folder, "--version")
    is_upgraded_with_a_backup(windows, folder, identity)
    assert not (windows.drive / folder / REMOVED_SINCE).exists()
    passes_its_self_test(windows, folder)
    opens_files_of_minutes(windows, "HKCU", folder)
    hands_over(windows, folder, identity)
    assert not (windows.home / "AppData/Roaming/BienBan").exists()
    assert list((windows.home / "AppData/Roaming" / LINK).glob("Bi*n B*n.lnk"))

    left_over.write_text("not the installer's")
    uninstall = rf"{in_windows(folder)}\uninstall.exe"
    assert windows.run(uninstall, "/S", rf"_?={in_windows(folder)}") == 0
    assert not (windows.drive / folder / "bienban.exe").exists()
    assert left_over.exists(), "removal deletes what was installed, and nothing else"
    assert not has_key(windows, rf"HKCU\{UNINSTALL}")
    assert not has_key(windows, rf"HKCU\{TYPE}")
    assert data(windows).exists()


def test_setup_installs_per_machine_and_refuses_an_older_version(
    windows: Windows, older_setup: Path
) -> None:
    assert windows.run(str(the_one("*-setup.exe")), "/S", "/AllUsers") == 0
    passes_its_self_test(windows, PER_MACHINE)
    exports_with_many_processes(windows, PER_MACHINE)
    assert has_key(windows, rf"HKLM\{UNINSTALL}")
    newer_is_there = 4
    assert windows.run(str(older_setup), "/S", "/AllUsers") == newer_is_there
    assert __version__ in command_line(windows, PER_MACHINE, "--version")


def test_setup_refuses_while_the_program_runs(windows: Windows) -> None:
    setup = str(the_one("*-setup.exe"))
    assert windows.run(setup, "/S", "/AllUsers") == 0
    it_runs = 3
    with windows.saying(PER_MACHINE, "bienban.exe --self-test") as told:
        while not (told.exists() and told.read_bytes()):
            time.sleep(0.1)  # until its first step is done
        assert windows.run(setup, "/S", "/AllUsers") == it_runs
    assert "FAILED" not in told.read_text(encoding="utf-8")
    assert windows.run(setup, "/S", "/AllUsers") == 0


def test_program_runs_from_a_read_only_folder_with_vietnamese_letters(windows: Windows) -> None:
    folder = Path("Phần mềm cơ quan/Biên Bản")
    # NSIS wants this argument without quotes, which wine puts around one with spaces
    words = rf"/D={in_windows(folder)}".split(" ")
    assert windows.run(str(the_one("*-setup.exe")), "/S", *words) == 0
    temporary = windows.drive / "Thư mục tạm"
    temporary.mkdir()
    for name in ("TMP", "TEMP"):
        told = ["/v", name, "/d", in_windows(Path(temporary.name)), "/f"]
        assert windows.run("reg", "add", r"HKCU\Environment", *told) == 0
    with windows.read_only(folder):
        assert "AppData" not in windows.said(folder, "echo %TEMP%")
        passes_its_self_test(windows, folder)
        windows.try_line(folder, COPY)
        assert not (windows.drive / folder / "written.ini").exists()
    windows.try_line(folder, COPY)
    assert (windows.drive / folder / "written.ini").exists(), "the mount stopped it, nothing else"


def test_msi_installs_upgrades_repairs_and_leaves_the_minutes(
    windows: Windows, older_msi: Path, tmp_path: Path
) -> None:
    new = the_one("*.msi")
    run = msiexec(windows, tmp_path / "install.log")
    assert run("/i", older_msi) == 0
    identity = put_sample(windows, PER_MACHINE)

    assert run("/i", new) == 0
    assert __version__ in command_line(windows, PER_MACHINE, "--version")
    is_upgraded_with_a_backup(windows, PER_MACHINE, identity)
    assert not (windows.drive / PER_MACHINE / REMOVED_SINCE).exists()
    passes_its_self_test(windows, PER_MACHINE)
    opens_files_of_minutes(windows, "HKLM", PER_MACHINE)
    # wine puts it into the user's menu, Windows into everybody's
    assert (windows.home / "AppData/Roaming" / LINK / "Biên Bản.lnk").exists()

    (windows.drive / PER_MACHINE / "program/__main__.py").unlink()
    # what /fa means; wine takes that only with a product's code
    assert run("/i", new, "REINSTALL=ALL", "REINSTALLMODE=amus") == 0
    passes_its_self_test(windows, PER_MACHINE)

    assert run("/i", older_msi) != 0, "an older version is refused"
    assert __version__ in command_line(windows, PER_MACHINE, "--version")
    assert run("/x", new) == 0
    assert not (windows.drive / PER_MACHINE / "bienban.exe").exists()
    assert data(windows).exists()


def test_policy_of_machine_file_and_user_holds_in_this_order(windows: Windows) -> None:
    assert windows.run(str(the_one("*-setup.exe")), "/S", "/AllUsers") == 0
    office = r'[[office]]\0id = "city"\0name = "Thành ủy"'
    fix(windows, "HKLM", "theme", "REG_SZ", "dark")
    fix(windows, "HKLM", "feature_pdf", "REG_DWORD", "0")
    fix(windows, "HKLM", "archive", "REG_EXPAND_SZ", r"C:\Kho biên bản\%USERNAME%.sqlite")
    fix(windows, "HKLM", "offices", "REG_MULTI_SZ", office)
    fix(windows, "HKCU", "theme", "REG_SZ", "light")
    fix(windows, "HKCU", "language", "REG_SZ", "vi")
    fix(windows, "HKCU", "interface_size", "REG_DWORD", "150")
    file = windows.drive / "ProgramData/BienBan/policy.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[settings]\nlanguage = "en"\ntheme = "system"\n', encoding="utf-8")

    key = r"Software\Policies\BienBan"
    told = command_line(windows, PER_MACHINE, "settings").splitlines()
    assert rf'theme = "dark"  # HKLM\{key}' in told
    assert rf"feature_pdf = false  # HKLM\{key}" in told
    assert r'language = "en"  # C:\ProgramData\BienBan\policy.toml' in told
    assert rf"interface_size = 150  # HKCU\{key}" in told
    assert "# profile by policy: Thành ủy" in told
    put_sample(windows, PER_MACHINE)
    assert (windows.drive / "Kho biên bản" / f"{windows.home.name}.sqlite").exists()
    passes_its_self_test(windows, PER_MACHINE)
    holds_only_where_an_administrator_made_it(windows, file)


def holds_only_where_an_administrator_made_it(windows: Windows, file: Path) -> None:
    """For wine whoever runs it is an administrator, and what another user of this computer owns is
    a stranger's."""
    os.chown(file, NOBODY, NOBODY)
    windows.try_line(PER_MACHINE, r"bienban-cli.exe --language en settings > C:\told.txt 2>&1")
    told = (windows.drive / "told.txt").read_text(encoding="utf-8").splitlines()
    assert "does not belong to an administrator" in told[0]
    assert [line for line in told if line.startswith("language = ") and "HKCU" in line]


def fix(windows: Windows, root: str, name: str, kind: str, value: str) -> None:
    key = rf"{root}\Software\Policies\BienBan"
    assert windows.run("reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f") == 0


def msiexec(windows: Windows, log: Path) -> Callable[..., int]:
    def run(what: str, package: Path, *said: str) -> int:
        return windows.run("msiexec", what, f"Z:{package}", *said, "/qn", "/l*v", f"Z:{log}")

    return run


@pytest.mark.parametrize("pattern", ["*-setup.exe", "*.msi"])
def test_packages_can_be_signed(
    pattern: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate, both = (tmp_path / name for name in ("k.pem", "c.pem", "both.p12"))
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=test"]
    subprocess.run(
        [*make, "-addext", "extendedKeyUsage=codeSigning", "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
    )
    pack = ["openssl", "pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", both]
    subprocess.run([*pack, "-passout", "pass:"], check=True)
    monkeypatch.setenv(signing.CERTIFICATE, str(both))
    package = Path(shutil.copy(the_one(pattern), tmp_path))

    assert signing.sign([package])
    command = ["osslsigncode", "verify", "-CAfile", certificate, "-in", package]
    said = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    assert "Signature verification: ok" in said
