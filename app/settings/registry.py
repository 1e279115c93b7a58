"""The registry's policy key, where Windows' group policy writes: a policy like that of a file.

Values are named as the settings are: numbers for numbers and for yes (1) and no (0), text for the
rest. Profiles of offices stand in the lines of one value, as a policy file would have them.
"""

import sys
from collections.abc import Callable, Mapping

from app.settings.declared import SETTINGS
from app.settings.policy import Policy, policy_from, unread

KEY = r"Software\Policies\BienBan"
OFFICES = "offices"
MACHINE, USER = "HKLM", "HKCU"

Values = Mapping[str, object]
ReadKey = Callable[[str, str], Values]
"""From a root (MACHINE or USER) and a key to its values; empty where there is no such key."""


def registry_policy(root: str, read: ReadKey) -> Policy:
    """What the policy key below a root fixes."""
    origin = rf"{root}\{KEY}"
    try:
        values = read(root, KEY)
        return policy_from(_tree(values), origin) if values else Policy()
    except (OSError, ValueError) as error:  # ValueError: profiles that are not TOML
        return unread(origin, error)


def _tree(values: Values) -> dict[str, object]:
    """The tree of a policy file that says the same. The registry takes no heed of case."""
    import tomllib  # most computers have no such key

    named = {name.lower(): value for name, value in values.items() if name}
    offices = named.pop(OFFICES, ())
    lines = offices if isinstance(offices, list | tuple) else str(offices).splitlines()
    tree = tomllib.loads("\n".join(map(str, lines)))
    settings = {name: _as_declared(name, value) for name, value in named.items()}
    return {**tree, "settings": settings}


def _as_declared(name: str, value: object) -> object:
    setting = SETTINGS.get(name)
    if setting is not None and isinstance(setting.default, bool) and value in (0, 1):
        return bool(value)
    return value


def read_key(root: str, key: str) -> Values:
    """The real registry; elsewhere than on Windows there is none."""
    if sys.platform == "win32":
        import winreg

        roots = {MACHINE: winreg.HKEY_LOCAL_MACHINE, USER: winreg.HKEY_CURRENT_USER}
        try:
            with winreg.OpenKey(roots[root], key) as opened:
                count = winreg.QueryInfoKey(opened)[1]
                found = (winreg.EnumValue(opened, number) for number in range(count))
                return {name: value for name, value, _ in found}
        except FileNotFoundError:
            pass
    return {}
