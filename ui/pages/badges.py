"""What the rail says beside the title of a page: a count ("16"), a warning ("⚠1"), or "".

It is read from the record alone: most pages are not there yet when it is shown. Nor is what looks
a record over, as long as none is open.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.minutes.record import Minutes


def nothing(_record: "Minutes") -> str:
    return ""


def attendees(record: "Minutes") -> str:
    return _count(len(record.attendees))


def wrong_figures(record: "Minutes") -> str:
    from app.minutes.findings import figures

    found = sum(1 for rule in figures.RULES for _finding in rule(record))
    return f"⚠{found}" if found else ""


def petitions_made(record: "Minutes") -> str:
    from app.minutes.marked import petitions

    return _count(len(petitions(record)))


def speeches(record: "Minutes") -> str:
    return _count(len(record.speeches))


def conclusions_drawn(record: "Minutes") -> str:
    from app.minutes.marked import conclusions

    return _count(len(conclusions(record)))


def _count(number: int) -> str:
    return str(number) if number else ""
