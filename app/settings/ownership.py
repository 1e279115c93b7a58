"""Whose a policy file is. On Windows every user may make files below ProgramData, so a policy there
holds only where an administrator made it; elsewhere its folder is root's alone to fill.
"""

import sys
from typing import NamedTuple

ADMINISTRATORS = "S-1-5-32-544"
SYSTEM = "S-1-5-18"
TRUSTED_INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"


class Identity(NamedTuple):
    """Who runs the program, and whether with an administrator's rights in use."""

    sid: str
    administrator: bool


def is_made_by_it(file: int) -> bool:
    """Whether an open file (its descriptor) belongs to those who look after the computer."""
    if sys.platform == "win32":
        from app.settings.windows_owner import owner_of, who_runs

        return is_its(owner_of(file), who_runs())
    return True


def is_its(owner: str, who: Identity) -> bool:
    """Whether this owner's word holds.

    What is made with an administrator's rights in use belongs to Administrators. Where the computer
    is set to name the person instead, it holds for that person's own runs with the same rights, and
    for nobody else.
    """
    if owner in (ADMINISTRATORS, SYSTEM, TRUSTED_INSTALLER):
        return True
    return who.administrator and owner == who.sid
