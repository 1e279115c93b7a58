"""Whom a passage charges with what: the table of its tasks."""

import datetime
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.editing.edits import Edit, set_field
from app.marking import N_
from app.minutes.items import Item
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Passage
from ui.models.assignments_model import AssignmentsModel, columns
from ui.pages.chosen import SECTION, chosen_item
from ui.pages.page import Page
from ui.pages.table_part import TablePart, TableWords
from ui.widgets.form_rows import heading

WORDS = TableWords(
    title=N_("Charged"),
    add=N_("Add task"),
    remove=N_("Remove task"),
    remove_several=N_("Remove {count} tasks"),
    move=N_("Move tasks"),
    paste=N_("Paste tasks"),
    hint=N_("Name who leads, who coordinates, until when; Enter begins a row."),
)


class AssignmentsBox(QWidget):
    """The tasks of the chosen passage."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._passage_id = ""
        self.table = TablePart(
            page,
            SECTION,
            columns(self._day),
            self._make,
            WORDS,
            read=self._read,
            write=self._write,
            model=AssignmentsModel,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(page.texts(WORDS.title), 1.1))
        column.addWidget(self.table.buttons())
        column.addWidget(self.table.view, 1)
        column.addWidget(self.table.note)
        self.setEnabled(False)

    def choose(self, passage_id: str) -> None:
        """Show the tasks of another passage; "" is none."""
        if passage_id != self._passage_id:
            self.table.view.finish_inside()
            self.table.forget()
            self._passage_id = passage_id
            self.setEnabled(bool(passage_id))
            self.table.refresh(self._page.record or Minutes(id="none"), None)

    def _day(self) -> datetime.date:
        """Deadlines are read as of the meeting; where its day is not known, as of today."""
        record = self._page.record
        return (record.meeting.date if record else None) or self._page.today()

    def _make(self) -> Assignment:
        return Assignment(id=self._page.new_id())

    def _read(self, record: Minutes) -> Sequence[Item]:
        passage = chosen_item(record, self._passage_id)
        return passage.assignments if isinstance(passage, Passage) else ()

    def _write(self, items: tuple[Item, ...]) -> Edit:
        return set_field(Place(SECTION, self._passage_id, "assignments"), items)
