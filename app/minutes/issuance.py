"""Issuance: what a document carries besides its content, for each document kind and form."""

import datetime

from app.minutes.items import Count, Item, Line
from app.minutes.words import DocumentKind, Form, Security, Side, Urgency


class Signatory(Item, frozen=True):
    """Who signs: authority ("T/M BAN THƯỜNG VỤ"), title ("PHÓ BÍ THƯ") and name.

    Empty fields fall back to what the record knows: the writer at the left, the chair at the right.
    """

    side: Side = Side.RIGHT
    authority: Line = ""
    title: Line = ""
    name: Line = ""


class Recipient(Item, frozen=True):
    """One line of nơi nhận, without its dash and semicolon."""

    text: Line = ""


class Issuance(Item, frozen=True):
    """Thông tin ban hành for one document kind in one form. `draft` None: not a draft."""

    kind: DocumentKind
    form: Form
    number: Line = ""
    symbol: Line = ""
    place: Line = ""
    date: datetime.date | None = None
    signatories: tuple[Signatory, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    draft: Count | None = None
    copies: Count | None = None
    urgency: Urgency = Urgency.NONE
    security: Security = Security.NONE
