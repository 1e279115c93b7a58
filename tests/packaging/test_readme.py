"""What IT reads of places and commands is what the program does, on both systems."""

import re
from pathlib import Path

import platformdirs
import pytest
from platformdirs import windows

from app import paths
from app.cli.parser import COMMANDS

README = (Path(__file__).parents[2] / "packaging/README.md").read_text(encoding="utf-8")
ROWS = {
    "kho biên bản": paths.archive_path,
    "thiết lập": paths.settings_folder,
    "nhật ký": paths.log_folder,
}


def told(row: str) -> list[str]:
    """The two places of a row: Linux, Windows."""
    (cells,) = re.findall(rf"^\| {row} \| `(\S+)` \| `(\S+)` \|$", README, re.MULTILINE)
    return [place.rstrip("/\\") for place in cells]


@pytest.mark.parametrize("row", ROWS)
def test_places_on_linux(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/a")
    assert str(ROWS[row]({})) == told(row)[0].replace("~", "/home/a")


@pytest.mark.parametrize("row", ROWS)
def test_places_on_windows(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows' own folder stands as its variable, so that a roaming one would be seen."""
    names = {"CSIDL_LOCAL_APPDATA": "%LOCALAPPDATA%", "CSIDL_APPDATA": "%APPDATA%"}
    monkeypatch.setattr(windows, "get_win_folder", names.__getitem__)
    monkeypatch.setattr(windows.os.path, "normpath", lambda path: path)
    monkeypatch.setattr(platformdirs, "PlatformDirs", windows.Windows)
    assert str(ROWS[row]({})).replace("/", "\\") == told(row)[1]


def test_every_command_that_it_is_told_to_type_is_one() -> None:
    typed = set(re.findall(r"bienban-cli ([a-z]+)", README))
    assert {"backup", "restore", "doctor", "settings"} <= typed
    assert typed <= {command.name for command in COMMANDS}


PLACES = (
    *(r"HKLM\Software\Policies\BienBan", r"HKCU\Software\Policies\BienBan"),
    *("/etc/bienban/policy.toml", r"%ProgramData%\BienBan\policy.toml"),
    *("BIENBAN_HOME", "REINSTALLMODE=amus", "Administrators", "ibus", "fcitx5", "21H2"),
)


@pytest.mark.parametrize("place", PLACES)
def test_both_languages_tell_of(place: str) -> None:
    vietnamese, english = README.split("\n## English\n")
    assert place in vietnamese
    assert place in english
