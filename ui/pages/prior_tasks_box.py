"""Việc kỳ trước: the tasks of the earlier meeting, as they stand at this one."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.editing.session import Changed
from app.marking import N_
from app.minutes.place import Place
from app.minutes.prior_tasks import PriorTask
from app.minutes.record import Minutes
from ui.models.prior_tasks_model import PriorTasksModel, columns
from ui.pages.page import Page
from ui.pages.table_part import TablePart, TableWords
from ui.widgets.read_only import READS_ONLY

SECTION = "prior_tasks"
WORDS = TableWords(
    title=N_("Tasks of the earlier meeting"),
    add=N_("Add task of the earlier meeting"),
    remove=N_("Remove task of the earlier meeting"),
    remove_several=N_("Remove {count} tasks of the earlier meeting"),
    move=N_("Move tasks of the earlier meeting"),
    paste=N_("Paste tasks of the earlier meeting"),
    hint=N_(
        "“Next meeting” brings here what was not done yet; you can type it too. Enter begins a row."
    ),
)
FOLDED, OPEN = Qt.ArrowType.RightArrow, Qt.ArrowType.DownArrow


class PriorTasksBox(QWidget):
    """A line that unfolds into the table. It is open where the record has such tasks."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._shown_record = ""
        self.fold = QToolButton(autoRaise=True)
        self.fold.setCheckable(True)
        self.fold.setAccessibleName(page.texts(WORDS.title))
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setToolTip(page.texts("Shows or hides the tasks of the earlier meeting"))
        self.fold.setProperty(READS_ONLY, True)
        self.fold.toggled.connect(self._on_folded)
        self.table = _Table(self, page)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table.buttons(mnemonics=False))
        column.addWidget(self.table.view, 1)
        column.addWidget(self.table.note)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.fold)
        whole.addWidget(self._inside, 1)
        self._on_folded(False)

    def show_tasks_of(self, record: Minutes) -> None:
        """Say how many there are; a record newly opened shows them if it has any."""
        count = len(record.prior_tasks)
        words = self._page.texts(WORDS.title)
        self.fold.setText(f"{words} ({count})" if count else words)
        if record.id != self._shown_record:
            self._shown_record = record.id
            self.fold.setChecked(bool(count))

    def unfold(self) -> None:
        self.fold.setChecked(True)

    def _on_folded(self, open_: bool) -> None:
        self.fold.setArrowType(OPEN if open_ else FOLDED)
        self._inside.setVisible(open_)


class _Table(TablePart):
    """The table, unfolded before a place in it is shown."""

    def __init__(self, box: PriorTasksBox, page: Page) -> None:
        super().__init__(
            page, SECTION, columns(self._day), self._make, WORDS, model=PriorTasksModel
        )
        self._box = box

    def refresh(self, record: Minutes, changed: Changed | None) -> None:
        super().refresh(record, changed)
        self._box.show_tasks_of(record)

    def show_place(self, place: Place) -> bool:
        if place.section == SECTION:
            self._box.unfold()
        return super().show_place(place)

    def _day(self) -> datetime.date:
        record = self.page.record
        return (record.meeting.date if record else None) or self.page.today()

    def _make(self) -> PriorTask:
        return PriorTask(id=self.page.new_id())
