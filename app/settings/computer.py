"""All that IT has fixed on this computer, and where its settings say that things are."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.settings.declared import ARCHIVE
from app.settings.ownership import is_made_by_it
from app.settings.policy import Policy, read_policy
from app.settings.registry import MACHINE, USER, ReadKey, read_key, registry_policy

if TYPE_CHECKING:
    from app.settings.preferences import Preferences
    from app.settings.setting import Setting

_VARIABLE = re.compile("%([^%]+)%")


def policy_of_computer(file: Path) -> Policy:
    """The policy that holds: that of the file and, on Windows, of the registry."""
    return with_registry(read_policy(file, is_made_by_it), read_key)


def with_registry(file: Policy, read: ReadKey) -> Policy:
    """What group policy fixes for the machine, then the file, then group policy for the user."""
    machine, user = (registry_policy(root, read) for root in (MACHINE, USER))
    return machine.over(file).over(user)


def own_archive(preferences: "Preferences", usual: Path, environment: Mapping[str, str]) -> Path:
    """The archive that is opened when none is named; `usual` where nobody chose one."""
    return path_of(ARCHIVE, preferences, environment) or usual


def path_of(
    setting: "Setting[str]", preferences: "Preferences", environment: Mapping[str, str]
) -> Path | None:
    """The folder or file that a setting names, or None.

    One policy serves many users: "~" is the user's home, "%NAME%" a variable of the environment. A
    variable that is not set stays as it is written, and the path is then told as not there.
    """
    text = preferences[setting]
    if not text:
        return None
    named = _VARIABLE.sub(lambda found: environment.get(found[1], found[0]), text)
    return Path(named).expanduser()
