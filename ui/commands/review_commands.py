"""Commands about drafts that are looked at by others, and the files that come of it."""

import datetime
from functools import partial
from typing import TYPE_CHECKING

from app.archive.errors import MissingRecordError
from app.errors import KnownError
from ui.commands.command_set import CommandSet
from ui.drafts import draft_of, set_draft
from ui.keeping_files import FileKeeper

if TYPE_CHECKING:
    from app.archive.reviews import Review, Sent
    from app.minutes.record import Minutes
    from app.minutes.words import DocumentKind


class ReviewCommands(CommandSet):
    """Sent for review, files kept with the minutes."""

    def send_for_review(self) -> None:
        from ui.dialogs.review_dialog import ReviewDialog

        record = self._settled()
        if record is None:
            return
        before = self._reviews(record)
        draft, today = partial(_next_draft, record, before), datetime.date.today()
        dialog = ReviewDialog(self._texts, before, draft, record.form, today, self._window)
        dialog.choose_kind(self._window.preview.kind)
        dialog.sent.connect(self._on_sent)
        dialog.open()

    def attachments(self) -> None:
        from ui.dialogs.attachments_dialog import AttachmentsDialog

        record = self._settled()
        if record is None:
            return
        keeper = FileKeeper(self._tools.for_many.archive.another, record.id, self._desk.state)
        folder = self._tools.for_many.settings.export_folder
        dialog = AttachmentsDialog(self._texts, keeper, folder, self._window)
        dialog.open()

    def _reviews(self, record: "Minutes") -> list["Review"]:
        try:
            return self._tools.for_many.archive.reviews.of(record.id)
        except MissingRecordError:  # nothing was typed yet
            return []

    def _on_sent(self, sent: "Sent", day: datetime.date) -> None:
        session = self._desk.session
        if session is None:
            return
        if sent.draft is not None:
            set_draft(session, sent.kind, sent.draft)
        if not self._desk.flush():
            return  # the status line says why
        try:
            self._tools.for_many.archive.reviews.add(session.record, sent, _moment(day))
        except KnownError as error:
            self._window.messages.warn(error.told(self._texts))
        self._desk.read_state()


def _next_draft(record: "Minutes", before: list["Review"], kind: "DocumentKind") -> int:
    """The number that the document bears, or the one after the last that was sent."""
    borne = draft_of(record, kind, record.form)
    if borne is not None:
        return borne
    sent = (r.sent.draft or 0 for r in before if (r.sent.kind, r.sent.form) == (kind, record.form))
    return max(sent, default=0) + 1


def _moment(day: datetime.date) -> datetime.datetime | None:
    """Noon of a day that is past; None for today: then it is just now."""
    if day == datetime.date.today():
        return None
    return datetime.datetime.combine(day, datetime.time(12)).astimezone()
