"""The table of tasks that an earlier meeting gave: how bodies and deadlines are typed and read."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt

from app.language.dates import short_date
from app.language.deadlines import read_deadline
from app.marking import N_
from app.minutes.items import Item
from app.minutes.meeting import Body
from app.minutes.prior_tasks import PriorTask
from app.minutes.speeches import Deadline
from app.minutes.spoken import STATES
from ui.models.assignments_model import DEADLINE, DEADLINE_HELP, NO_DAY
from ui.models.columns import Column, NewId, choice, line
from ui.models.items_model import ItemsModel
from ui.widgets.table_model import Index

COORDINATING_HELP = N_("Several bodies are separated by commas.")
TASK_HELP = N_("What the earlier meeting gave to be done.")
NOTE_HELP = N_("How it stands; it is printed after the task.")


def columns(today: Callable[[], datetime.date]) -> tuple[Column, ...]:
    """The columns; `today` is the day from which deadlines without a year are read."""

    def read_written(task: PriorTask, text: str, _new_id: NewId) -> Item:
        written = text.strip()
        day = read_deadline(written, today())
        deadline = Deadline(written=written, date=day) if written else None
        return task if deadline == task.deadline else task.but(deadline=deadline)

    return (
        line("task", N_("Task"), TASK_HELP, 36),
        choice("state", N_("State"), STATES, width=10),
        line("note", N_("Note"), NOTE_HELP, 16),
        Column("lead.name", N_("Lead body"), _lead, _read_lead, width=18),
        line("coordinating", N_("Coordinating bodies"), COORDINATING_HELP, 18),
        Column(
            DEADLINE, N_("Deadline"), _written, read_written, DEADLINE_HELP, width=14, doubt=_doubt
        ),
    )


class PriorTasksModel(ItemsModel):
    """Shows besides what was typed the day understood."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            task = self.item_at(index.row())
            if self.columns[index.column()].field == DEADLINE and isinstance(task, PriorTask):
                return _understood(task) or super().data(index, role)
        return super().data(index, role)


def _understood(task: PriorTask) -> str:
    deadline = task.deadline
    if deadline is None or deadline.date is None:
        return ""
    day = short_date(deadline.date)
    return deadline.written if deadline.written == day else f"{deadline.written} → {day}"


def _lead(task: PriorTask) -> str:
    return task.lead.name if task.lead else ""


def _read_lead(task: PriorTask, text: str, new_id: NewId) -> Item:
    name = text.strip()
    if name == _lead(task):
        return task
    if not name:
        return task.but(lead=None)
    known = task.lead
    return task.but(lead=known.but(name=name) if known else Body(id=new_id(), name=name))


def _written(task: PriorTask) -> str:
    return task.deadline.written if task.deadline else ""


def _doubt(task: PriorTask) -> str:
    deadline = task.deadline
    return NO_DAY if deadline is not None and deadline.date is None else ""
