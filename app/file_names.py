"""Names for files that every system takes and a person can tell apart in a folder."""

import datetime
import re

LONGEST = 120
"""Characters, without the suffix: Windows still counts whole paths, and Vietnamese takes bytes."""

# What Windows refuses in a name; Linux refuses the slash alone.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def file_name(title: str, date: datetime.date | None) -> str:
    """A telling name without suffix: "2022-05-11 Biên bản làm việc với …"."""
    day = date.isoformat() if date else ""
    words = " ".join(_REFUSED.sub(" ", f"{day} {title}").split())
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0]
    words = words.rstrip(". ") or "bien-ban"
    return f"_{words}" if _RESERVED.match(words) else words
