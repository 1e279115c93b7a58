"""New minutes as an office starts them, and the profile's things put into a record."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.minutes.attendees import Attendee, Position
from app.minutes.issuance import Issuance
from app.minutes.items import Id
from app.minutes.record import Minutes
from app.minutes.words import Form, Role

if TYPE_CHECKING:
    from app.minutes.office import Office, Paper

NewId = Callable[[], Id]


def with_office(record: Minutes, office: "Office", new_id: NewId) -> Minutes:
    """The record with the profile's form, letterhead, papers and writer.

    What the record says already stays: only empty fields are filled, and only issuances that are
    not there are added.
    """
    meeting = record.meeting
    kept = meeting.issuing
    issuing = kept.but(
        **{
            name: getattr(kept, name) or getattr(office.issuing, name)
            for name in kept.__struct_fields__
        }
    )
    untouched = record.but(office="") == Minutes(id=record.id)
    return record.but(
        office=office.id,
        form=office.form if untouched else record.form,
        meeting=meeting.but(issuing=issuing),
        attendees=(*record.attendees, *_writer(record, office, new_id)),
        issuances=(*record.issuances, *_papers(record, office, new_id)),
    )


def _writer(record: Minutes, office: "Office", new_id: NewId) -> tuple[Attendee, ...]:
    if not office.writer or record.writer is not None:
        return ()
    titles = (title.strip() for title in office.writer_title.split(","))
    positions = tuple(Position(id=new_id(), title=title) for title in titles if title)
    return (Attendee(id=new_id(), name=office.writer, positions=positions, role=Role.SECRETARY),)


def _papers(record: Minutes, office: "Office", new_id: NewId) -> tuple[Issuance, ...]:
    return tuple(
        _issuance(paper, office.form, new_id)
        for paper in office.papers
        if record.issuance(paper.kind, office.form) is None
    )


def _issuance(paper: "Paper", form: Form, new_id: NewId) -> Issuance:
    return Issuance(
        id=new_id(),
        kind=paper.kind,
        form=form,
        symbol=paper.symbol,
        signatories=tuple(each.but(id=new_id()) for each in paper.signatories),
        recipients=tuple(each.but(id=new_id()) for each in paper.recipients),
    )
