"""Commands of the menu Minutes: how far minutes have come, and the meeting after this one."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.archive.errors import MissingRecordError
from app.editing.edits import Edit, in_turn, set_field
from app.editing.next_meeting import Standing, next_meeting
from app.editing.session import Label
from app.errors import KnownError
from app.identity import new_id
from app.keeping import document_of
from app.marking import N_
from app.minutes.findings import Finding, findings
from app.minutes.marked import assignments
from app.minutes.place import Place
from app.minutes.words import DocumentKind
from ui.commands.command_set import CommandSet
from ui.drafts import without_drafts
from ui.jobs import run

if TYPE_CHECKING:
    from app.archive.evidence import Document
    from app.archive.register import Register
    from app.minutes.record import Minutes
    from app.press import Press

NO_DRAFT = N_("Take the mark “draft” off")
TAKE_PROGRESS = N_("Take over how the tasks went on")


class StateCommands(CommandSet):
    """Next meeting, finish, reopen."""

    def next_meeting(self) -> None:
        from ui.dialogs.carried_dialog import CarriedDialog

        record = self._settled()
        if record is None:
            return
        made = next_meeting(record, new_id, _standing(self._register, record))
        self._desk.take(made.record)
        self._window.pages.begin()
        CarriedDialog(self._texts, made, self._window).open()

    def finish(self) -> None:
        from ui.dialogs.finish_dialog import FinishDialog

        record = self._settled()
        if record is None:
            return
        look, kinds = partial(_look, record), self._usual_kinds(record)
        drafts = any(issuance.draft is not None for issuance in record.issuances)
        dialog = FinishDialog(self._texts, look, kinds, drafts, self._window)
        dialog.finish_chosen.connect(self._on_finish_chosen)
        dialog.place_chosen.connect(self._on_place_chosen)
        dialog.open()

    def reopen(self) -> None:
        from ui.dialogs.reopen_dialog import ReopenDialog

        dialog = ReopenDialog(self._texts, self._window)
        dialog.reopen_chosen.connect(self._on_reopen_chosen)
        dialog.open()

    @property
    def _register(self) -> "Register":
        return self._tools.for_many.archive.register

    def _usual_kinds(self, record: "Minutes") -> tuple[DocumentKind, ...]:
        """The minutes, and what was exported before."""
        try:
            exports = self._tools.for_many.archive.history.exports(record.id)
        except MissingRecordError:  # nothing was typed yet
            exports = []
        return (DocumentKind.MINUTES, *{export.kind for export in exports})

    def _on_place_chosen(self, place: Place) -> None:
        self._window.activateWindow()
        self._window.pages.show_place(place)

    def _on_finish_chosen(self, kinds: Sequence[DocumentKind], no_draft: bool) -> None:
        session = self._desk.session
        if session is None:
            return
        if no_draft:
            session.edit(without_drafts, Label(NO_DRAFT), Place("issuances"))
        session.lock()  # what is printed now is what will be kept
        run(
            partial(_print, self._tools.for_many.press, session.record, kinds),
            self,
            self._on_printed,
            self._on_not_printed,
        )

    def _on_printed(self, printed: tuple["Minutes", tuple["Document", ...]]) -> None:
        record, documents = printed
        if self._desk.record is not record:
            return  # another was opened meanwhile: it stays as it was
        try:
            done = self._desk.finish(documents, record.meeting.issuing.name)
        except KnownError as error:
            self._on_not_printed(error)
            return
        if not done:
            self._desk.read_state()

    def _on_not_printed(self, error: Exception) -> None:
        self._desk.read_state()
        if not isinstance(error, KnownError):
            raise error
        self._window.messages.warn(error.told(self._texts))

    def _on_reopen_chosen(self, reason: str) -> None:
        try:
            self._desk.reopen(reason)
        except KnownError as error:
            self._window.messages.warn(error.told(self._texts))
            return
        self._take_progress()

    def _take_progress(self) -> None:
        """From now on the minutes say themselves how their tasks stand."""
        session = self._desk.session
        if session is None:
            return
        edit = in_turn(*_progress(session.record, _standing(self._register, session.record)))
        session.edit(edit, Label(TAKE_PROGRESS), Place("speeches"))


def _look(record: "Minutes", kinds: Sequence[DocumentKind]) -> tuple[Finding, ...]:
    """What is found in the record itself, and what these documents must have; each once.

    Where none is kept, what minutes must have is still asked for: finished without it (a chair,
    say), they would have to be reopened before they can be printed.
    """
    found = [*findings(record)]
    for kind in kinds or (DocumentKind.MINUTES,):
        found += findings(record, kind, record.form)
    once = {(each.rule, each.place, each.message): each for each in found}
    return tuple(sorted(once.values(), key=lambda each: each.severity))


def _print(
    press: "Press", record: "Minutes", kinds: Sequence[DocumentKind]
) -> tuple["Minutes", tuple["Document", ...]]:
    form = record.form
    return record, tuple(
        document_of(record, kind, form, "", press.document(record, kind, form)) for kind in kinds
    )


def _standing(register: "Register", record: "Minutes") -> dict[str, Standing]:
    try:
        noted = register.noted(record.id)
    except MissingRecordError:  # nothing was typed yet
        return {}
    return {key: Standing(state, note) for key, (state, note) in noted.items()}


def _progress(record: "Minutes", standing: dict[str, Standing]) -> list[Edit]:
    edits: list[Edit] = []
    for _, assignment in assignments(record):
        now = standing.get(assignment.id)
        if now is not None:
            edits.append(set_field(Place("speeches", assignment.id, "state"), now.state))
            edits.append(set_field(Place("speeches", assignment.id, "note"), now.note))
    return edits
