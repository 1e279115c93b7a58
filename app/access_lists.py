"""Access lists of Windows as text (SDDL): the one that keeps others out, and whom one lets in."""

import re

_ENTRY = re.compile(r"\(([^;]*);([^;]*);([^;]*);[^;]*;[^;]*;([^;)]*)")
_SYSTEM, _ADMINISTRATORS = "SY", "BA"
_TRUSTED = frozenset((_SYSTEM, "S-1-5-18", _ADMINISTRATORS, "S-1-5-32-544", "OW", "CO"))
"""Who may read everything on a computer anyway, and names that stand for the owner."""
_ACCOUNTS = {"500": "LA", "501": "LG"}
"""Accounts that have a short name in the text, by the end of their number."""


def list_for(user: str, *, folder: bool) -> str:
    """The access list of what is a user's alone; what is made in a folder later gets it too."""
    inherited = "OICI" if folder else ""
    allowed = (f"(A;{inherited};FA;;;{who})" for who in (user, _SYSTEM, _ADMINISTRATORS))
    return f"D:P{''.join(allowed)}"


def others(access: str, user: str) -> frozenset[str]:
    """Whom an access list lets in besides the user; without a list it is everyone ("WD")."""
    listed = access.partition("D:")[2]
    if not access.startswith("D:") or "NO_ACCESS_CONTROL" in listed:
        return frozenset(("WD",))
    allowed = {
        who
        for kind, inherited, rights, who in _ENTRY.findall(listed)
        if kind in ("A", "XA", "OA") and "IO" not in inherited and rights
    }
    own = {user, _ACCOUNTS.get(user.rpartition("-")[2], user)}
    return frozenset(allowed - _TRUSTED - own)
