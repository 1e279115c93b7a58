"""Values as people type them in a field or a cell, and what is said when they cannot be read."""

import datetime

from app.marking import N_

DATE_UNREAD = N_("This is not a date that can be read; write it like 11/5/2022.")
TIME_UNREAD = N_("This is not an hour that can be read; write it like 8h30.")
COUNT_UNREAD = N_("This is not a count that can be read; write it in digits.")
COUNT_LIMIT = 1_000_000


def short_time(moment: datetime.time) -> str:
    """As people type an hour: "8h30"."""
    return f"{moment.hour}h{moment.minute:02d}"


def read_count(text: str) -> int | None:
    """A count written in digits, with or without dots between thousands, or None."""
    digits = text.replace(".", "")
    count = int(digits) if digits.isdecimal() and len(digits) <= len(str(COUNT_LIMIT)) else None
    return count if count is not None and count <= COUNT_LIMIT else None
