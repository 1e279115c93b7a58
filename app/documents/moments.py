"""Days and hours as documents say them; what is not known stays a leader, part by part."""

import datetime

from app.documents.pieces import Runs, composed, joined, leader
from app.documents.source import Source
from app.language.dates import clock_time, long_date, short_date
from app.minutes.place import Place

DATE = Place("meeting", field="date")


def long_day(src: Source, day: datetime.date | None, place: Place) -> Runs:
    """ "ngày 11 tháng 5 năm 2022"."""
    if day is not None:
        return composed(long_date(day), place)
    unknown = leader(place)
    return src.say("moment.date", day=unknown, month=unknown, year=unknown)


def hour(src: Source, moment: datetime.time | None, place: Place) -> Runs:
    """ "08 giờ 30 phút"."""
    if moment is not None:
        return composed(clock_time(moment), place)
    unknown = leader(place)
    return src.say("moment.time", hour=unknown, minute=unknown)


def session(src: Source) -> Runs:
    """ "sáng ngày 11/5": the day as reports say it, without its year."""
    day = src.meeting.date
    date = composed(short_date(day, year=False), DATE) if day else leader(DATE)
    return src.say("moment.session", day_part=_day_part(src), date=date)


def beginning_day(src: Source) -> Runs:
    """ "ngày 11 tháng 5 năm 2022", with the part of the day where the hour is not known."""
    day = long_day(src, src.meeting.date, DATE)
    part = () if src.meeting.start else _day_part(src)
    return joined((part, day), " ")


def ending_day(src: Source) -> Runs:
    """The day of the end: that of the meeting, where no other is told."""
    meeting = src.meeting
    if meeting.end_date is not None:
        return long_day(src, meeting.end_date, Place("meeting", field="end_date"))
    return long_day(src, meeting.date, DATE)


def _day_part(src: Source) -> Runs:
    part = src.meeting.day_part
    return src.word("day_part", part, Place("meeting", field="day_part")) if part else ()
