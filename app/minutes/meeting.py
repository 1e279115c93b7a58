"""Meeting data: what was held, by whom, with whom, when and where."""

import datetime

import msgspec

from app.minutes.items import Item, Line, Link, Text, Value
from app.minutes.words import DayPart, MeetingKind


class Body(Item, frozen=True):
    """Cơ quan, đơn vị, frozen as written at the place where it is used."""

    name: Line = ""
    directory_id: Link = ""


class IssuingBody(Value, frozen=True):
    """Cơ quan ban hành, with cơ quan cấp trên and the place its papers are dated from."""

    name: Line = ""
    parent: Line = ""
    symbol: Line = ""
    place: Line = ""


class Meeting(Value, frozen=True):
    """What is not known stays empty or None: it prints as a dotted leader and is never invented.

    `headline` and `purpose` are "" where the composed wording says it already; `period_reported`
    and `period_ahead` are written as in running text ("năm 2021").
    """

    kind: MeetingKind = MeetingKind.WORKING_VISIT
    headline: Line = ""
    issuing: IssuingBody = msgspec.field(default_factory=IssuingBody)
    working_party: Line = ""
    host: Body | None = None
    purpose: Text = ""
    period_reported: Line = ""
    period_ahead: Line = ""
    date: datetime.date | None = None
    day_part: DayPart | None = None
    start: datetime.time | None = None
    end_date: datetime.date | None = None
    end: datetime.time | None = None
    place: Line = ""
    documents_used: Text = ""
    press: Text = ""
    recording: Text = ""
