"""Small records for the archive's tests."""

import datetime

from app.minutes.meeting import Body, Meeting
from app.minutes.record import Minutes, Result


def a_record(record_id: str = "m", *texts: str, date: str = "", host: str = "") -> Minutes:
    """A record with one result for each text; the date as 2022-05-11."""
    meeting = Meeting(
        date=datetime.date.fromisoformat(date) if date else None,
        host=Body(id=f"{record_id}-host", name=host) if host else None,
    )
    results = tuple(Result(id=f"{record_id}-{n}", text=text) for n, text in enumerate(texts))
    return Minutes(id=record_id, meeting=meeting, results=results)
