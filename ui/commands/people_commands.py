"""Commands about people: the directory, and a name that is to be corrected everywhere."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.editing.session import Label
from app.errors import KnownError
from app.identity import new_id
from app.marking import N_
from app.minutes.place import Place
from ui.commands.command_set import CommandSet
from ui.correcting import Corrected, Correcting, Correction, Finding, Found, Named, edit_of
from ui.corrections import Corrections
from ui.dialogs.busy_dialog import BusyDialog
from ui.directory import Directory
from ui.gathering import Gathered, Gatherer
from ui.jobs import Job

if TYPE_CHECKING:
    from app.minutes.attendees import Attendee
    from app.minutes.directory import Person
    from ui.dialogs.name_dialog import NameDialog

CORRECT = N_("Correct the name {name}")


class PeopleCommands(CommandSet):
    """`directory_changed`: other people are known now."""

    directory_changed = Signal()
    corrected = Signal()
    """A name was corrected in the archive, or people were learnt: read them again."""
    gathered = Signal(str)
    """How learning from the minutes went."""

    def listen(self) -> None:
        self._asking: NameDialog | None = None
        self._busy: BusyDialog | None = None
        self._named: dict[str, Named] = {}
        self._steps: dict[Job, Label] = {}
        another, bar = self._tools.for_archive.another, self._window.messages
        self._corrections = Corrections(self._desk, another, bar, self._texts, self)
        self._corrections.followed.connect(self.directory_changed)
        self._corrections.followed.connect(self.corrected)

    def people(self) -> None:
        """Open the directory of people."""
        from ui.dialogs.people_dialog import PeopleDialog

        self._settled()
        people = self._tools.for_archive.archive.people
        directory = Directory(people, new_id, datetime.date.today)
        dialog = PeopleDialog(self._texts, directory, new_id, self._window)
        directory.setParent(dialog)
        directory.changed.connect(self.directory_changed)
        self.corrected.connect(dialog.read)
        dialog.correction_wanted.connect(self._on_correction_wanted)
        dialog.gathering_wanted.connect(self._on_gathering_wanted)
        self.gathered.connect(dialog.tell)
        dialog.open()

    def _on_gathering_wanted(self) -> None:
        words = self._texts("Looking through the minutes for people…")
        dialog = self.sender()
        parent = dialog if isinstance(dialog, QWidget) else self._window
        self._busy = BusyDialog(self._texts("People"), words, parent)
        self._busy.let_stop()
        gatherer = Gatherer(self._tools.for_archive.another, new_id, self)
        gatherer.came.connect(self._busy.show_progress)
        gatherer.ended.connect(self._on_gathered)
        gatherer.failed.connect(self._on_not_gathered)
        self._busy.stop_wanted.connect(gatherer.stop)
        self._busy.open()
        gatherer.start()

    def _on_gathered(self, gathered: Gathered) -> None:
        self.sender().deleteLater()
        self._end_busy()
        self.directory_changed.emit()
        self.corrected.emit()
        count = gathered.added
        told = self._texts.plural("{count} person added.", "{count} people added.", count=count)
        if gathered.stopped:
            told = self._texts("Stopped before the end.") + " " + told
        elif not count:
            told = self._texts("Everybody is known already.")
        self.gathered.emit(told)

    def _end_busy(self) -> None:
        if self._busy is not None:
            self._busy.finish()
            self._busy = None

    def _on_not_gathered(self, error: Exception) -> None:
        self.sender().deleteLater()
        self._end_busy()
        if not isinstance(error, KnownError):
            raise error
        self.gathered.emit(error.told(self._texts))

    def correct_name(self) -> None:
        """Correct the name of the attendee one is at, or of one that is chosen."""
        self._settled()
        record = self._desk.record
        attendees = record.attendees if record else ()
        place = self._window.pages.current_place()
        here = [each for each in attendees if place and each.id == place.item]
        self._ask([_named(each) for each in (*here, *attendees) if each.name and not each.group])

    def _on_correction_wanted(self, person: "Person") -> None:
        dialog = self.sender()
        self._ask([Named(person.name, person.id)], dialog if isinstance(dialog, QWidget) else None)

    def _ask(self, named: Sequence[Named], parent: QWidget | None = None) -> None:
        from ui.dialogs.name_dialog import NameDialog

        self._named = {}
        for each in named:
            self._named.setdefault(each.name, each)
        if not self._named:
            self._window.messages.warn(self._texts("There is no name to correct yet."))
            return
        names, listing = list(self._named), self._tools.for_archive.listing
        dialog = NameDialog(self._texts, names, listing, parent or self._window)
        self._asking = dialog
        dialog.name_chosen.connect(self._on_name_chosen)
        dialog.chosen.connect(self._on_chosen)
        dialog.destroyed.connect(self._on_closed)
        self._on_name_chosen(dialog.old)
        dialog.open()

    def _on_closed(self) -> None:
        self._asking = None

    def _on_name_chosen(self, name: str) -> None:
        record = self._desk.record
        finding = Finding(
            self._tools.for_archive.another, self._named[name], record.id if record else ""
        )
        job = Job(finding, self)  # type: ignore[arg-type]
        job.done.connect(self._on_found)
        job.failed.connect(self._on_not_found)
        job.start()

    def _on_found(self, found: Found) -> None:
        self.sender().deleteLater()
        if self._asking is not None:
            self._asking.show_found(found)

    def _on_not_found(self, error: Exception) -> None:
        self.sender().deleteLater()
        if not isinstance(error, KnownError):
            raise error
        if self._asking is not None:
            self._asking.tell(error.told(self._texts))

    def _on_chosen(self, correction: Correction) -> None:
        named, session = self._named[correction.old], self._desk.session
        archive = self._tools.for_archive
        job = Job(Correcting(archive.another, named, correction, datetime.date.today()), self)  # type: ignore[arg-type]
        if session is not None:
            label = Label(CORRECT, {"name": correction.old})
            edit = edit_of(archive.archive, named, correction)
            if session.edit(edit, label, self._place(named)):
                self._steps[job] = label
                self._corrections.note(label, correction.old, correction.new)
        self._desk.flush()
        job.done.connect(self._on_corrected)
        job.failed.connect(self._on_not_corrected)
        job.start()

    def _place(self, named: Named) -> Place:
        record = self._desk.record
        found = (each for each in record.attendees if each.name == named.name) if record else ()
        attendee = next(iter(found), None)
        return Place("attendees", attendee.id if attendee else "", "name")

    def _on_corrected(self, corrected: Corrected) -> None:
        job = self.sender()
        job.deleteLater()
        drafts = len(corrected.drafts)
        self._desk.rewritten()
        self.directory_changed.emit()
        self.corrected.emit()
        told = self._texts.plural(
            "The name is corrected, in {count} other draft too.",
            "The name is corrected, in {count} other drafts too.",
            count=drafts,
        )
        self._window.messages.tell(told if drafts else self._texts("The name is corrected."))
        if isinstance(job, Job) and job in self._steps:
            self._corrections.know(self._steps.pop(job), corrected)

    def _on_not_corrected(self, error: Exception) -> None:
        self.sender().deleteLater()
        if not isinstance(error, KnownError):
            raise error
        self._window.messages.warn(error.told(self._texts))


def _named(attendee: "Attendee") -> Named:
    return Named(attendee.name, attendee.person_id)
