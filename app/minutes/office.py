"""The office's profile: what is the same in all its minutes. A record copies from it and stands
alone; only the choices of typography and content are looked up by `Minutes.office` when printing.
"""

import msgspec

from app.minutes.issuance import Recipient, Signatory
from app.minutes.items import Item, Line
from app.minutes.meeting import IssuingBody
from app.minutes.words import DocumentKind, Form


class Paper(Item, frozen=True):
    """What documents of one kind usually carry."""

    kind: DocumentKind
    symbol: Line = ""
    signatories: tuple[Signatory, ...] = ()
    recipients: tuple[Recipient, ...] = ()


class Choice(Item, frozen=True):
    """One thing that the office chose about its documents: a setting's name and its value.

    Names and values are those of `app.documents` ("body_size" → "15"); unknown ones are passed
    over, so that a profile outlives the program that wrote it.
    """

    name: Line = ""
    value: Line = ""


class Office(Item, frozen=True):
    """A profile. `name` is what the user calls it; `writer` is the usual secretary of meetings."""

    name: Line = ""
    form: Form = Form.PARTY
    issuing: IssuingBody = msgspec.field(default_factory=IssuingBody)
    writer: Line = ""
    writer_title: Line = ""
    papers: tuple[Paper, ...] = ()
    choices: tuple[Choice, ...] = ()

    def paper(self, kind: DocumentKind) -> Paper | None:
        """What is kept for documents of a kind, or None."""
        return next((paper for paper in self.papers if paper.kind is kind), None)

    def choice(self, name: str) -> str | None:
        """The value chosen under a name, or None."""
        return next((choice.value for choice in self.choices if choice.name == name), None)
