"""Attendees, frozen as they were on the day of the meeting."""

import datetime

from app.minutes.items import Count, Item, Line, Link
from app.minutes.words import AttendanceState, Honorific, Role


class Position(Item, frozen=True):
    """Chức vụ: one of possibly several, in the order in which they are read out."""

    title: Line = ""


class Attendee(Item, frozen=True):
    """A person, or a group without names ("lãnh đạo các Ban Đảng của Thành ủy").

    `head_count` counts a group; None is not known. `person_id` links to the people directory.
    """

    name: Line = ""
    group: bool = False
    head_count: Count | None = None
    honorific: Honorific = Honorific.COMRADE
    positions: tuple[Position, ...] = ()
    body: Line = ""
    role: Role = Role.DELEGATION
    attendance: AttendanceState = AttendanceState.PRESENT
    reason: Line = ""
    substitute: Line = ""
    arrived: datetime.time | None = None
    left: datetime.time | None = None
    person_id: Link = ""

    @property
    def titles(self) -> tuple[str, ...]:
        """The positions as plain text, in order."""
        return tuple(position.title for position in self.positions)
