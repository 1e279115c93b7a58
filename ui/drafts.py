"""Numbers of drafts: which one was sent for review last, and what has changed since."""

from typing import NamedTuple

from app.archive.archive import Archive
from app.archive.entries import State
from app.archive.reviews import Review
from app.editing.session import Label, Session
from app.identity import new_id
from app.marking import N_
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form
from ui.models.signing import Issuing

SET_DRAFT = N_("Number the draft")


class SentBefore(NamedTuple):
    """The draft that was sent last, and the record as it was then."""

    review: Review
    record: Minutes


def sent_before(
    archive: Archive, record: Minutes, kind: DocumentKind, state: State
) -> SentBefore | None:
    """What was sent, where the record says another thing now under the same number; else None."""
    if state is not State.REVIEW:
        return None
    review = archive.reviews.last(record.id, kind, record.form)
    if review is None or review.sent.draft != draft_of(record, kind, record.form):
        return None
    then = archive.history.version(record.id, review.version)
    return SentBefore(review, then) if then != record else None


def draft_of(record: Minutes, kind: DocumentKind, form: Form) -> int | None:
    """The number that the next export of a document will bear."""
    issuance = record.issuance(kind, form)
    return issuance.draft if issuance else None


def set_draft(session: Session, kind: DocumentKind, draft: int) -> None:
    """Let a document bear the number of a draft."""
    record = session.record
    if draft_of(record, kind, record.form) == draft:
        return
    issuing = Issuing(new_id)
    issuing.choose(kind, record.form)
    item = issuing.of(record).id
    session.edit(issuing.changed(draft=draft), Label(SET_DRAFT), Place("issuances", item, "draft"))


def without_drafts(record: Minutes) -> Minutes:
    """The record with no document numbered as a draft any more."""
    return record.but(issuances=tuple(each.but(draft=None) for each in record.issuances))
