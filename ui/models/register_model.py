"""The register of tasks as a table: a part is read at a time, as one scrolls."""

import datetime
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.archive.archive import Archive
from app.archive.register import Part, Start, Task, Wanted
from app.language.catalogue import Catalogue
from app.language.dates import short_date
from app.marking import N_
from app.minutes.words import AssignmentState
from ui.models.archive_model import Asker

AT_ONCE = 200
"""Lines read at once: some screens full."""
COLUMNS = (
    (N_("Deadline"), 19),
    (N_("State"), 15),
    (N_("Task"), 38),
    (N_("Lead body"), 20),
    (N_("Coordinating bodies"), 20),
    (N_("Meeting"), 26),
    (N_("Note"), 20),
)
"""The words above the columns, and their widths in letters."""
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class RegisterModel(QAbstractTableModel):
    """`look_for` starts it anew; what is there stays until the answer comes."""

    def __init__(self, asker: Asker, texts: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asker = asker
        self._texts = texts
        self._wanted = Wanted(datetime.date.min)
        self._tasks: list[Task] = []
        self._next: Start | None = None
        self._asked = 0
        self._anew = False
        asker.answered.connect(self._on_answered)
        asker.failed.connect(self._on_failed)

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    def look_for(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._ask(Start(), AT_ONCE, anew=True)

    def reload(self) -> None:
        """Read again what is wanted, as many lines as were there."""
        self._ask(Start(), max(AT_ONCE, len(self._tasks)), anew=True)

    def task(self, row: int) -> Task | None:
        return self._tasks[row] if 0 <= row < len(self._tasks) else None

    def overdue_days(self, task: Task) -> int:
        """How many days ago an open task had to be done; 0 where it is not overdue."""
        if task.state is AssignmentState.DONE or task.deadline_date is None:
            return 0
        return max(0, (self._wanted.today - task.deadline_date).days)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._next is not None and not self._asked

    def fetchMore(self, _parent: _Index) -> None:
        if self._next is not None:
            self._ask(self._next, AT_ONCE, anew=False)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return self._texts(COLUMNS[section][0])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        task = self._tasks[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(task)[index.column()]
        if role == Qt.ItemDataRole.FontRole and self.overdue_days(task):
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _words(self, task: Task) -> tuple[str, ...]:
        return (
            self._until(task),
            self._standing(task),
            task.task,
            task.lead,
            "; ".join(task.coordinating),
            self.meeting(task),
            task.note,
        )

    def meeting(self, task: Task) -> str:
        """Which meeting gave the task: its day and what it is called, as far as that is known."""
        called = task.headline or task.host or task.working_party
        day = short_date(task.date) if task.date else ""
        return " – ".join(each for each in (day, called) if each)

    def _until(self, task: Task) -> str:
        day = short_date(task.deadline_date) if task.deadline_date else ""
        if not task.deadline or task.deadline == day:
            return day
        return f"{task.deadline} → {day}" if day else task.deadline

    def _standing(self, task: Task) -> str:
        days = self.overdue_days(task)
        if days:
            return self._texts.plural("{count} day overdue", "{count} days overdue", count=days)
        done = task.state is AssignmentState.DONE
        return self._texts("Done") if done else self._texts("To be done")

    def _ask(self, start: Start, limit: int, *, anew: bool) -> None:
        self._anew = anew
        self._asked = self._asker.ask(
            partial(_fetch, wanted=self._wanted, start=start, limit=limit)
        )

    def _on_answered(self, number: int, part: Part) -> None:
        if number != self._asked:
            return
        self._asked = 0
        if self._anew:
            self.beginResetModel()
            self._tasks = list(part.tasks)
            self._next = part.next
            self.endResetModel()
        elif part.tasks:
            first = len(self._tasks)
            self.beginInsertRows(QModelIndex(), first, first + len(part.tasks) - 1)
            self._tasks.extend(part.tasks)
            self._next = part.next
            self.endInsertRows()
        else:
            self._next = None

    def _on_failed(self, number: int, _error: Exception) -> None:
        if number == self._asked:
            self._asked = 0


def _fetch(archive: Archive, wanted: Wanted, start: Start, limit: int) -> Part:
    return archive.register.tasks(wanted, start, limit)
