"""Where things are on this computer. Only answers: it makes no folder and opens no file.

The user's places come from platformdirs; `BIENBAN_HOME` puts them all in one folder instead (a
stick, a test). On Linux platformdirs itself follows the XDG variables of the running process.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

import platformdirs

APPLICATION = "BienBan"
ARCHIVE_NAME = "bienban.sqlite"
HOME_VARIABLE = "BIENBAN_HOME"


def resources_folder() -> Path:
    """What the program brings along; it stands beside the package, installed or checked out."""
    return Path(__file__).resolve().parent.parent / "resources"


def archive_path(environment: Mapping[str, str]) -> Path:
    """The archive that is opened when none is named."""
    home = _home(environment)
    # Local, never roaming: SQLite files must not be copied about by a login script.
    folder = home or platformdirs.user_data_path(APPLICATION, appauthor=False, roaming=False)
    return folder / ARCHIVE_NAME


def log_folder(environment: Mapping[str, str]) -> Path:
    """Where the log and crash reports are written."""
    home = _home(environment)
    return home / "log" if home else platformdirs.user_log_path(APPLICATION, appauthor=False)


def settings_folder(environment: Mapping[str, str]) -> Path:
    """Where the user's own settings are kept."""
    home = _home(environment)
    if home:
        return home / "settings"
    return platformdirs.user_config_path(APPLICATION, appauthor=False, roaming=False)


def preferences_path(environment: Mapping[str, str]) -> Path:
    """Where what the user chose is kept."""
    return settings_folder(environment) / "preferences.json"


def policy_path(environment: Mapping[str, str]) -> Path:
    """Where IT's policy is looked for. No variable of the user's moves it."""
    if sys.platform == "win32":
        return _for_all_users(environment) / APPLICATION / "policy.toml"
    return Path("/etc/bienban/policy.toml")


def _for_all_users(environment: Mapping[str, str]) -> Path:
    """C:\\ProgramData, as the registry of the machine says."""
    if sys.platform == "win32":
        import winreg

        key = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                return Path(str(winreg.QueryValueEx(opened, "Common AppData")[0]))
        except OSError:
            pass
    return Path(environment.get("ProgramData", r"C:\ProgramData"))


def _home(environment: Mapping[str, str]) -> Path | None:
    named = environment.get(HOME_VARIABLE, "").strip()
    return Path(named) if named else None
