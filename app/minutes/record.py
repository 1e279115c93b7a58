"""Minutes (biên bản): the record of one meeting, the one aggregate."""

import msgspec

from app.minutes.attendees import Attendee
from app.minutes.figures import Indicator, Tally, Target
from app.minutes.issuance import Issuance
from app.minutes.items import Count, Item, Line, Link, Text
from app.minutes.meeting import Meeting
from app.minutes.prior_tasks import PriorTask
from app.minutes.speeches import Speech
from app.minutes.words import DocumentKind, Form, Role, VoteMethod


class AgendaItem(Item, frozen=True):
    """Nội dung chương trình: groups results, speeches and conclusions, where there is an agenda."""

    title: Line = ""


class Result(Item, frozen=True):
    """A paragraph of the reported results, under an optional field (lĩnh vực)."""

    text: Text = ""
    field: Line = ""
    agenda_item: Link = ""


class Direction(Item, frozen=True):
    """A paragraph of the directions of the coming period, under an optional field."""

    text: Text = ""
    field: Line = ""
    agenda_item: Link = ""


class Vote(Item, frozen=True):
    """Biểu quyết. None where a count is not known."""

    subject: Text = ""
    method: VoteMethod = VoteMethod.SHOW_OF_HANDS
    in_favour: Count | None = None
    against: Count | None = None
    other: Count | None = None
    agenda_item: Link = ""


class UnsortedParagraph(Item, frozen=True):
    """A paragraph that has no place yet (chưa xếp): kept, listed, never printed by accident."""

    text: Text = ""


class Minutes(Item, frozen=True):
    """The record of one meeting. A version of it is a value: compare, keep and send it freely.

    `office` is the id of the office's profile, for the choices that documents are printed with.
    """

    form: Form = Form.PARTY
    meeting: Meeting = msgspec.field(default_factory=Meeting)
    attendees: tuple[Attendee, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    results: tuple[Result, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    tally: Tally = msgspec.field(default_factory=Tally)
    directions: tuple[Direction, ...] = ()
    targets: tuple[Target, ...] = ()
    speeches: tuple[Speech, ...] = ()
    votes: tuple[Vote, ...] = ()
    issuances: tuple[Issuance, ...] = ()
    unsorted: tuple[UnsortedParagraph, ...] = ()
    prior_tasks: tuple[PriorTask, ...] = ()
    office: Link = ""

    @property
    def chair(self) -> Attendee | None:
        """The attendee who chairs, or None where it is not known."""
        return self.first_with(Role.CHAIR)

    @property
    def writer(self) -> Attendee | None:
        """Người ghi biên bản: the attendee with the role of secretary, or None."""
        return self.first_with(Role.SECRETARY)

    def first_with(self, role: Role) -> Attendee | None:
        """The first attendee with a role, or None."""
        return next((attendee for attendee in self.attendees if attendee.role is role), None)

    def attendee(self, attendee_id: str) -> Attendee | None:
        """The attendee with an id, or None."""
        return next((a for a in self.attendees if a.id == attendee_id), None)

    def issuance(self, kind: DocumentKind, form: Form) -> Issuance | None:
        """The issuance data kept for a document kind in a form, or None."""
        return next((i for i in self.issuances if (i.kind, i.form) == (kind, form)), None)
