"""Votes as sentences."""

from app.documents.pieces import Runs, capitalised, composed, known, leader
from app.documents.source import Source
from app.minutes.place import Place
from app.minutes.record import Vote


def vote_sentence(src: Source, vote: Vote) -> Runs:
    """What was voted on, how, and the counts; a count that is not known is a leader or left out."""
    subject = known(vote.subject, Place("votes", vote.id, "subject"))
    said = src.say(
        "vote.counts",
        subject=src.say("vote.subject", subject=subject) if subject else (),
        method=src.word("vote_method", vote.method, Place("votes", vote.id, "method")),
        in_favour=_count(vote, "in_favour") or leader(Place("votes", vote.id, "in_favour")),
        against=_count(vote, "against"),
        other=_count(vote, "other"),
    )
    return capitalised(said)


def _count(vote: Vote, name: str) -> Runs:
    count: int | None = getattr(vote, name)
    return () if count is None else composed(str(count), Place("votes", vote.id, name))
