"""The choices about documents of the office whose minutes lie open: shown, kept, seen at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.documents.choices import (
    Value,
    choices_of,
    offered,
    value_of,
    with_choice,
    without_choices,
)
from app.editing.edits import set_field
from app.editing.session import Changed, Label
from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.office import Office
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import Form
from app.press import Press
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.offices import Offices

if TYPE_CHECKING:
    from ui.dialogs.options_dialog import OptionsDialog

_OFFICE = Place("office")
_TAKE_OFFICE = N_("Take the office {name}")


class DocumentOptions(QObject):
    """One dialog at a time, which stands beside the work and goes with the record."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        offices: Offices,
        press: Press,
        texts: Catalogue,
        new_id: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._offices = offices
        self._press = press
        self._texts = texts
        self._new_id = new_id
        self._dialog: OptionsDialog | None = None
        self._form = Form.PARTY
        self._preview_was_hidden = False
        desk.opened.connect(self._close)
        desk.changed.connect(self._on_changed)
        offices.changed.connect(self._show)

    def ask(self) -> None:
        """Open the dialog for the open record, or bring it to the front."""
        from ui.dialogs.options_dialog import OptionsDialog

        record = self._desk.record
        if record is None:
            return
        if self._dialog is None:
            rules = self._press.rules(record.form)
            self._form = record.form
            self._dialog = OptionsDialog(
                self._texts, record.form, offered(rules).values(), self._window
            )
            self._dialog.chosen.connect(self._on_chosen)
            self._dialog.usual_requested.connect(self._on_usual_requested)
            self._dialog.destroyed.connect(self._on_closed)
            self._dialog.finished.connect(self._leave_preview)
            self._show_preview()
            self._show()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _show_preview(self) -> None:
        """Choices are seen there at once. Folded away before, it goes with the dialog."""
        panel = self._window.actions_by_name["preview_panel"]
        self._preview_was_hidden = not panel.isChecked()
        panel.setChecked(True)

    def _leave_preview(self) -> None:
        if self._preview_was_hidden:
            self._window.actions_by_name["preview_panel"].setChecked(False)

    def _show(self) -> None:
        record = self._desk.record
        if self._dialog is None or record is None:
            return
        known = offered(self._press.rules(record.form))
        kept = choices_of(self._offices.find(record.office), record.form)
        values: dict[str, Value] = {}
        for name in kept.keys() & known.keys():
            value = value_of(known[name], kept[name])
            if value is not None:
                values[name] = value
        fixed = self._offices.fixed_choices(record.office, record.form)
        self._dialog.tell(self._sentence(record), values, fixed)

    def _sentence(self, record: Minutes) -> str:
        office = self._offices.find(record.office)
        if office is not None:
            return self._texts("All documents of {office} are made so.", office=_name(office))
        return self._texts(
            "These minutes belong to no office yet. What you choose is kept for {office}, and these"
            " minutes are taken there.",
            office=_name(self._office_for(record)) or self._texts("a new office"),
        )

    def _office_for(self, record: Minutes) -> Office:
        """The office of the record; else that of new minutes; else one made from its letterhead."""
        found = self._offices.find(record.office)
        if found is None:
            found = self._offices.chosen()
        issuing = record.meeting.issuing
        return found or Office(
            id=self._new_id(), name=issuing.name, form=record.form, issuing=issuing
        )

    def _on_chosen(self, name: str, value: Value) -> None:
        record = self._desk.record
        if record is None:
            return
        usual = offered(self._press.rules(record.form))[name].usual
        office = self._office_for(record)
        kept = None if value == usual else value
        self._keep(record, office, with_choice(office, record.form, name, kept, self._new_id()))

    def _on_usual_requested(self) -> None:
        record = self._desk.record
        office = self._offices.find(record.office) if record else None
        if record is not None and office is not None:
            self._keep(record, office, without_choices(office, record.form))

    def _keep(self, record: Minutes, office: Office, changed: Office) -> None:
        try:
            self._offices.save(changed)
        except KnownError as error:
            self._window.messages.warn(error.told(self._texts))
            self._show()
            return
        session = self._desk.session
        if session is not None and record.office != office.id:
            label = Label(_TAKE_OFFICE, {"name": _name(office)})
            session.edit(set_field(_OFFICE, office.id), label, _OFFICE)

    def _on_changed(self, changed: Changed) -> None:
        """Another form has other choices; another office has made others."""
        record = self._desk.record
        if self._dialog is None or record is None:
            return
        if record.form is not self._form:
            self._close()
            self.ask()
        elif _OFFICE.section in changed.difference.sections:
            self._show()

    def _close(self) -> None:
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.destroyed.disconnect(self._on_closed)
            dialog.close()

    def _on_closed(self) -> None:
        self._dialog = None


def _name(office: Office) -> str:
    return office.name or office.issuing.name
