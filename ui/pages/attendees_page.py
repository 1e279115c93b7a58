"""Thành phần: who was there, who was not, and as what, in one table made for typing."""

from PySide6.QtWidgets import QLabel

from app.editing.session import Changed, Label
from app.marking import N_
from app.minutes.attendees import Attendee
from app.minutes.place import Place
from app.minutes.words import AttendanceState, Honorific, Role
from ui.models.attendees_model import COLUMNS, count_line
from ui.models.attendees_pasting import TARGETS
from ui.pages import kinds
from ui.pages.page import Page
from ui.pages.table_part import TablePart, TableWords
from ui.widgets.button_row import Button

WORDS = TableWords(
    title=N_("Attendees"),
    add=N_("Add attendee"),
    remove=N_("Remove attendee {name}"),
    remove_several=N_("Remove {count} attendees"),
    move=N_("Move attendees"),
    paste=N_("Paste attendees"),
    hint=N_(
        "Type a few letters of a name, or all of it: Tab goes on to the next cell, Enter to the"
        " next row. Rows from Excel or Word can be pasted."
    ),
)

PRESENT_BUTTON = N_("All prese&nt")
PRESENT_HELP = N_("Marks everybody as present; reasons and hours stay.")
ALL_PRESENT = N_("Mark all as present")
REPEATED = frozenset({Role.DELEGATION, Role.HOST, Role.MEMBER, Role.INVITEE})
"""Roles that several have."""


class AttendeesPage(Page):
    """The attendees of the meeting."""

    title = kinds.ATTENDEES.title
    widest = 240  # all of it is a table, whose lines are short

    def build(self) -> None:
        self.table = TablePart(self, "attendees", COLUMNS, self._make, WORDS, targets=TARGETS)
        self.count = QLabel()
        self.count.setWordWrap(True)
        group = Button(
            self.texts(N_("Add &group")),
            self.add_group,
            self.texts(N_("Adds a group without names: “leaders of the departments”.")),
        )
        present = Button(
            self.texts(PRESENT_BUTTON), self.mark_all_present, self.texts(PRESENT_HELP)
        )
        self.column.addWidget(self.table.buttons(group, present))
        self.column.addWidget(self.table.view, 1)
        self.column.addWidget(self.table.note)
        self.column.addWidget(self.count)

    def refresh(self, changed: Changed | None = None) -> None:
        super().refresh(changed)
        record = self.record
        self.count.setText(count_line(record.attendees, self.texts) if record else "")

    def _make(self) -> Attendee:
        """A new attendee is there as the one before was: hosts are named after hosts."""
        last = self.record.attendees[-1:] if self.record else ()
        role = next((a.role for a in last if a.role in REPEATED), Role.DELEGATION)
        return Attendee(id=self.new_id(), role=role)

    def mark_all_present(self) -> None:
        """Say of everybody that they are there, as one step."""
        self.table.view.finish_inside()
        there = AttendanceState.PRESENT
        attendees = self.record.attendees if self.record else ()
        self.edit(
            lambda record: record.but(attendees=tuple(a.but(attendance=there) for a in attendees)),
            Label(ALL_PRESENT),
            Place("attendees"),
        )

    def add_group(self) -> None:
        """Begin a row for a group without names."""
        self.table.add_blank(Attendee(id=self.new_id(), group=True, honorific=Honorific.NONE))
