"""What the meeting was for and what it is called, as told or composed from what is known."""

from app.documents.people import host, working_party
from app.documents.pieces import Runs, field, joined, known, leader
from app.documents.source import Source
from app.minutes.place import Place

PURPOSE = Place("meeting", field="purpose")


def purpose(src: Source) -> Runs:
    """What was heard: as told; else the periods reported; else the agenda; else a leader.

    Not that a report was heard, where nobody has said so: minutes claim nothing of themselves.
    """
    return known(src.meeting.purpose, PURPOSE) or _periods(src) or _agenda(src) or leader(PURPOSE)


def called(src: Source, key: str) -> Runs:
    """The meeting's own headline, or the name that `key` composes."""
    told = known(src.meeting.headline, Place("meeting", field="headline"))
    return told or src.say_by_kind(key, party=working_party(src), host=host(src))


def _periods(src: Source) -> Runs:
    if not (src.meeting.period_reported.strip() or src.meeting.period_ahead.strip()):
        return ()
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
