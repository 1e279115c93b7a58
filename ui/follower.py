"""Keeps the window in step with the desk: pages, preview, badges, titles, save state, the list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.archive.errors import MissingRecordError
from app.archive.writer import NotSaved, Saved
from app.marking import N_
from app.minutes.words import Form
from ui.actions import usable
from ui.list_filters import wanted_of
from ui.models.archive_model import ArchiveModel

if TYPE_CHECKING:
    from app.editing.session import Changed, Label, Session
    from app.language.catalogue import Catalogue
    from app.minutes.findings import Finding
    from app.minutes.record import Minutes
    from ui.checking import Checker
    from ui.desk import Desk
    from ui.fetching import Fetcher
    from ui.listing import Listing
    from ui.main_window import MainWindow
    from ui.widgets.archive_panel import Looked

DELETE = N_("Delete “{name}”")
FORMS = {Form.PARTY: N_("Party form"), Form.STATE: N_("State form")}


class Follower(QObject):
    """Listens to the desk and to the writer, and shows what they say. It changes no record."""

    def __init__(
        self,
        window: "MainWindow",
        desk: "Desk",
        listing: "Listing",
        fetcher: "Fetcher",
        checker: "Checker",
        texts: "Catalogue",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._listing = listing
        self._checker = checker
        self._texts = texts
        self._model = ArchiveModel(fetcher, listing.fetch, self)
        desk.opened.connect(self._on_opened)
        desk.changed.connect(self._on_changed)
        desk.archive_changed.connect(self._read_list)
        desk.state_changed.connect(self._on_state_changed)
        checker.found.connect(self._on_found)
        window.preview.kind_chosen.connect(checker.choose_kind)
        window.archive.search_changed.connect(self._on_search_changed)
        window.pages.refused.connect(self._on_refused)
        window.pages.place_changed.connect(window.preview.view.show_place)
        window.archive.set_model(self._model)
        self._model.modelReset.connect(self._mark_row)
        self._read_list()
        self._on_opened(desk.session)

    def show_saved(self, report: Saved | NotSaved) -> None:
        """Say what became of the last save."""
        if isinstance(report, NotSaved):
            reason = report.error.told(self._texts)
            self._window.status.show_saved(self._texts("Not saved: {reason}", reason=reason))
            return
        at = report.at.astimezone().strftime("%H:%M:%S")
        self._window.status.show_saved(self._texts("Saved {time}", time=at))
        self.refresh_row()

    def refresh_row(self) -> None:
        """Show in the list what the archive says of the open record now."""
        if self._desk.record is None:
            return
        try:
            row = self._listing.row(self._desk.record.id)
        except MissingRecordError:
            return  # what was saved was another record, and this new one is untouched yet
        if not self._model.refresh(row):
            self._read_list()

    def _on_opened(self, session: "Session | None") -> None:
        self._window.pages.open(session)
        self._window.rail.setEnabled(session is not None)
        self._show_record(session.record if session else None)
        self._window.preview.follow(session.record if session else None)
        self._show_usable()
        self._show_steps()
        self._mark_row(moving=session is not None)

    def _on_state_changed(self) -> None:
        self._window.pages.follow_lock()
        self._show_usable()
        self._show_steps()
        self._read_list()

    def _show_usable(self) -> None:
        is_open = self._desk.session is not None
        for name, can in usable(is_open, self._desk.state, binned=self._desk.binned).items():
            self._window.actions_by_name[name].setEnabled(can)

    def _on_changed(self, changed: "Changed") -> None:
        record = self._desk.record
        self._window.status.show_saved(self._texts("Saving…"))
        self._window.pages.refresh(changed)
        self._window.preview.follow(record, changed.place)
        self._show_record(record)
        self._show_steps()

    def _show_record(self, record: "Minutes | None") -> None:
        self._checker.follow(record)
        self._window.status.show_form(self._texts(FORMS[record.form]) if record else "")
        self._window.show_headline(self._listing.headline(record) if record else "")

    def _show_steps(self) -> None:
        session, deleted = self._desk.session, self._desk.deleted
        done = session.undo_step if session else None
        undone = session.redo_step if session else None
        last = self._label_of_deletion(deleted) if deleted else None
        self._show_step("undo", N_("&Undo"), N_("&Undo: {step}"), done.label if done else last)
        self._show_step("redo", N_("&Redo"), N_("&Redo: {step}"), undone.label if undone else None)

    def _label_of_deletion(self, deleted: "Minutes") -> "Label":
        from app.editing.session import Label

        return Label(DELETE, {"name": self._listing.headline(deleted)})

    def _show_step(self, name: str, alone: str, named: str, label: "Label | None") -> None:
        action = self._window.actions_by_name[name]
        action.setEnabled(label is not None)
        if label is None:
            action.setText(self._texts(alone))
        else:
            # A name with "&" in it would become a mnemonic.
            words = self._step_words(label).replace("&", "&&")
            action.setText(self._texts(named, step=words))
        action.setIconText(self._texts(alone).replace("&", ""))

    def _step_words(self, label: "Label") -> str:
        words = self._texts(label.message, **label.places)
        return words[:1].lower() + words[1:]

    def _on_found(self, findings: "tuple[Finding, ...]") -> None:
        self._window.pages.show_findings(findings)
        count = len(findings)
        told = self._texts.plural("{count} finding", "{count} findings", count=count)
        self._window.status.show_findings(told if count else "")
        words = self._texts("Check")
        self._window.actions_by_name["check"].setIconText(f"{words} ({count})" if count else words)

    def _on_search_changed(self, looked: "Looked") -> None:
        self._model.look_for(wanted_of(looked))

    def _on_refused(self, sentence: str) -> None:
        self._window.messages.warn(sentence)

    def _read_list(self) -> None:
        binned = self._model.wanted.binned
        self._window.archive.filters.show_years(self._listing.years(binned=binned))
        self._model.reload()

    def _mark_row(self, *, moving: bool = False) -> None:
        record = self._desk.record
        row = self._model.position(record.id) if record else -1
        self._window.archive.mark_current(row, moving=moving)
