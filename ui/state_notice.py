"""Says above the pages how far the open minutes have come: finished, or being looked at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.archive.entries import State
from app.language.dates import short_date

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.errors import KnownError
    from app.language.catalogue import Catalogue
    from ui.desk import Desk
    from ui.main_window import MainWindow


class StateNotice(QObject):
    """Follows the desk."""

    def __init__(
        self,
        window: "MainWindow",
        desk: "Desk",
        archive: "Archive",
        why_read_only: "KnownError | None",
        texts: "Catalogue",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._archive = archive
        self._why_read_only = why_read_only
        self._texts = texts
        self._take_out = QAction(texts("&Take out of the bin"), self)
        self._take_out.triggered.connect(self._on_take_out)
        desk.opened.connect(self.show_state)
        desk.state_changed.connect(self.show_state)
        self.show_state()

    def show_state(self, _session: object = None) -> None:
        record, state = self._desk.record, self._desk.state
        actions = self._window.actions_by_name
        if self._why_read_only is not None:
            told = self._why_read_only.told(self._texts)
            self._window.notice.tell(
                self._texts("Read only. {reason}", reason=told), [actions["open_to_write"]]
            )
        elif record is not None and self._desk.binned:
            told = self._texts("These minutes lie in the bin. Take them out to go on with them.")
            self._window.notice.tell(told, [self._take_out])
        elif record is None or state is State.DRAFT:
            self._window.notice.tell("")
        elif state is State.FINAL:
            self._window.notice.tell(self._finished(record.id), [actions["reopen"]])
        else:
            offered = [actions["send_for_review"], actions["attachments"], actions["finish"]]
            self._window.notice.tell(self._in_review(record.id), offered)

    def _on_take_out(self) -> None:
        if self._desk.record is not None:
            self._archive.restore(self._desk.record.id)
            self._desk.read_state()

    def _finished(self, record_id: str) -> str:
        revision = self._archive.history.revisions(record_id)[0]
        at = revision.at.astimezone()
        return self._texts(
            "Finished {date} at {time}. The minutes can be read and exported, not changed.",
            date=short_date(at.date()),
            time=at.strftime("%H:%M"),
        )

    def _in_review(self, record_id: str) -> str:
        sent = next(iter(self._archive.reviews.of(record_id)), None)
        if sent is None:
            return self._texts("In review.")
        places = {"to": sent.sent.sent_to, "date": short_date(sent.at.astimezone().date())}
        if sent.sent.draft is None:
            return self._texts("In review: sent to {to} on {date}.", **places)
        return self._texts(
            "In review: draft {draft} sent to {to} on {date}.", draft=sent.sent.draft, **places
        )
