"""Edits of a profile, and of the profile that a record follows. Pure functions, like all edits."""

from collections.abc import Callable

from app.editing.from_office import with_office
from app.minutes.attendees import Attendee
from app.minutes.issuance import Issuance, Recipient, Signatory
from app.minutes.items import Id
from app.minutes.meeting import IssuingBody
from app.minutes.office import Office, Paper
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Role, Side

NewId = Callable[[], Id]


def with_paper(office: Office, kind: DocumentKind, symbol: str, new_id: NewId) -> Office:
    """The profile with another symbol for documents of a kind."""
    return _put(office, _paper(office, kind, new_id).but(symbol=symbol))


def with_recipients(office: Office, kind: DocumentKind, text: str, new_id: NewId) -> Office:
    """The profile with these recipients for documents of a kind, one a line."""
    lines = [line.strip() for line in text.splitlines()]
    recipients = tuple(Recipient(id=new_id(), text=line) for line in lines if line)
    return _put(office, _paper(office, kind, new_id).but(recipients=recipients))


def with_signatory(
    office: Office, kind: DocumentKind, side: Side, new_id: NewId, **fields: str
) -> Office:
    """The profile with fields of the first signatory of a side changed; one left blank goes."""
    paper = _paper(office, kind, new_id)
    before = signatory(office, kind, side)
    after = (before or Signatory(id=new_id(), side=side)).but(**fields)
    others = [each for each in paper.signatories if before is None or each.id != before.id]
    blank = not (after.authority or after.title or after.name)
    place = paper.signatories.index(before) if before else len(others)
    signatories = (*others[:place], *(() if blank else (after,)), *others[place:])
    return _put(office, paper.but(signatories=signatories))


def signatory(office: Office, kind: DocumentKind, side: Side) -> Signatory | None:
    """The first signatory of a side for documents of a kind, or None."""
    paper = office.paper(kind)
    found = (each for each in (paper.signatories if paper else ()) if each.side is side)
    return next(found, None)


def copy_of(office: Office, name: str, new_id: NewId) -> Office:
    """A profile of its own with the same things in it."""
    papers = tuple(
        paper.but(
            id=new_id(),
            signatories=tuple(each.but(id=new_id()) for each in paper.signatories),
            recipients=tuple(each.but(id=new_id()) for each in paper.recipients),
        )
        for paper in office.papers
    )
    choices = tuple(choice.but(id=new_id()) for choice in office.choices)
    return office.but(id=new_id(), name=name, papers=papers, choices=choices)


def change_office(
    record: Minutes, before: Office | None, after: Office | None, new_id: NewId
) -> Minutes:
    """The record under another profile; None: under none.

    What the profile before had put in, and nobody has changed since, makes room; what was typed
    stays.
    """
    cleared = _without(record, before) if before else record
    cleared = cleared.but(office="")
    if after is None:
        return cleared
    return with_office(cleared, after, new_id).but(form=after.form)


def _without(record: Minutes, office: Office) -> Minutes:
    issuing = record.meeting.issuing
    kept = IssuingBody(
        **{
            name: "" if getattr(issuing, name) == getattr(office.issuing, name) else value
            for name in issuing.__struct_fields__
            if (value := getattr(issuing, name)) is not None
        }
    )
    return record.but(
        meeting=record.meeting.but(issuing=kept),
        attendees=tuple(a for a in record.attendees if not _is_its_writer(record, a, office)),
        issuances=tuple(i for i in record.issuances if not _is_its_paper(i, office)),
    )


def _is_its_writer(record: Minutes, attendee: Attendee, office: Office) -> bool:
    """Whether the profile put this attendee in, and nothing in the record hangs on it."""
    speaks = any(speech.speaker == attendee.id for speech in record.speeches)
    titles = tuple(title.strip() for title in office.writer_title.split(",") if title.strip())
    same = attendee.name == office.writer and attendee.titles == titles
    return attendee.role is Role.SECRETARY and same and not speaks


def _is_its_paper(issuance: Issuance, office: Office) -> bool:
    paper = office.paper(issuance.kind)
    if paper is None or issuance.form is not office.form:
        return False
    fresh = Issuance(id=issuance.id, kind=issuance.kind, form=issuance.form)
    same = fresh.but(symbol=paper.symbol) == issuance.but(signatories=(), recipients=())
    return (
        same
        and _texts(issuance.recipients) == _texts(paper.recipients)
        and _signatures(issuance.signatories) == _signatures(paper.signatories)
    )


def _texts(recipients: tuple[Recipient, ...]) -> list[str]:
    return [each.text for each in recipients]


def _signatures(signatories: tuple[Signatory, ...]) -> list[tuple[Side, str, str, str]]:
    return [(each.side, each.authority, each.title, each.name) for each in signatories]


def _paper(office: Office, kind: DocumentKind, new_id: NewId) -> Paper:
    return office.paper(kind) or Paper(id=new_id(), kind=kind)


def _put(office: Office, paper: Paper) -> Office:
    """The profile with this paper in place of the one of its kind; an empty one goes."""
    blank = not (paper.symbol or paper.signatories or paper.recipients)
    kinds = [each.kind for each in office.papers]
    at = kinds.index(paper.kind) if paper.kind in kinds else len(kinds)
    papers = office.papers
    return office.but(papers=(*papers[:at], *(() if blank else (paper,)), *papers[at + 1 :]))
