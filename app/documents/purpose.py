"""What the meeting was for and what it is called, as told or composed from what is known."""

from app.documents.people import host, working_party
from app.documents.pieces import Runs, field, joined, known, leader
from app.documents.source import Source
from app.minutes.place import Place
from app.minutes.words import MeetingKind

PURPOSE = Place("meeting", field="purpose")


def purpose(src: Source) -> Runs:
    """What was heard: as told; else the periods reported; else the agenda; else a leader."""
    meeting = src.meeting
    told = known(meeting.purpose, PURPOSE) or _periods(src) or _agenda(src)
    if told or meeting.kind is not MeetingKind.WORKING_VISIT:
        return told or leader(PURPOSE)
    return _periods_with_leaders(src)


def called(src: Source, key: str) -> Runs:
    """The meeting's own headline, or the name that `key` composes."""
    told = known(src.meeting.headline, Place("meeting", field="headline"))
    return told or src.say_by_kind(key, party=working_party(src), host=host(src))


def _periods(src: Source) -> Runs:
    some = src.meeting.period_reported.strip() or src.meeting.period_ahead.strip()
    return _periods_with_leaders(src) if some else ()


def _periods_with_leaders(src: Source) -> Runs:
    return src.say("purpose.periods", period_reported=reported(src), period_ahead=ahead(src))


def _agenda(src: Source) -> Runs:
    titles = [known(i.title, Place("agenda", i.id, "title")) for i in src.record.agenda]
    return joined(titles, src.sentences.text("joins.people"))


def reported(src: Source) -> Runs:
    """The period reported, or a leader."""
    return field(src.meeting.period_reported, Place("meeting", field="period_reported"))


def ahead(src: Source) -> Runs:
    """The coming period, or a leader."""
    return field(src.meeting.period_ahead, Place("meeting", field="period_ahead"))
