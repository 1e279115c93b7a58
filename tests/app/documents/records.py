"""Small records for the tests of documents."""

from app.documents.compose import compose
from app.documents.options import Options
from app.documents.outline import Outline
from app.documents.wording import read_wording
from app.minutes.attendees import Attendee, Position
from app.minutes.issuance import Issuance
from app.minutes.meeting import Body
from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Deadline, Passage, Speech
from app.minutes.words import DocumentKind, Form, Purpose, Role
from app.paths import resources_folder

CHAIR = Attendee(
    id="chair", name="Hoa", role=Role.CHAIR, positions=(Position(id="cp", title="Bí thư"),)
)
HOST = Attendee(id="host", name="Lan", role=Role.HOST)


def minutes_of(record: Minutes, form: Form = Form.PARTY, **options: object) -> Outline:
    return _composed(record, DocumentKind.MINUTES, form, Options(**options))


def notice_of(record: Minutes, form: Form = Form.PARTY) -> Outline:
    return _composed(record, DocumentKind.NOTICE, form, Options())


def _composed(record: Minutes, kind: DocumentKind, form: Form, options: Options) -> Outline:
    return compose(record, kind, form, read_wording(resources_folder() / "wording"), options)


def issued(
    kind: DocumentKind = DocumentKind.MINUTES, form: Form = Form.PARTY, **fields: object
) -> Minutes:
    return Minutes(id="m", issuances=(Issuance(id="is", kind=kind, form=form, **fields),))


def said(text: str, purpose: Purpose = Purpose.PLAIN, **fields: object) -> Passage:
    """A passage whose id is its text."""
    return Passage(id=text, text=text, purpose=purpose, **fields)


def task(**fields: str) -> Assignment:
    """An assignment from the bare words: lead="…", deadline="…", task="…", with_="…"."""
    return Assignment(
        id="task",
        task=fields.get("task", ""),
        lead=Body(id="lead", name=fields.get("lead", "")),
        coordinating=(Body(id="with", name=fields.get("with_", "")),),
        deadline=Deadline(written=fields.get("deadline", "")),
    )


def speech(speaker: Attendee, *passages: Passage, **fields: object) -> Speech:
    """A speech whose id names its speaker and first words."""
    first = passages[0].id if passages else ""
    return Speech(id=f"{speaker.id} {first}", speaker=speaker.id, passages=passages, **fields)


def meeting_of(*speeches: Speech, **fields: object) -> Minutes:
    """A record with the chair, a host and what they said."""
    return Minutes(id="m", attendees=(CHAIR, HOST), speeches=speeches, **fields)
