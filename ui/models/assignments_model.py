"""The table of what a passage charges whom with: how bodies and deadlines are typed and read."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt

from app.archive.vocabulary import Known
from app.language.dates import short_date
from app.language.deadlines import read_deadline
from app.marking import N_
from app.minutes.items import Item
from app.minutes.meeting import Body
from app.minutes.speeches import Assignment, Deadline
from app.minutes.spoken import STATES
from ui.models.columns import Column, NewId, choice, line
from ui.models.items_model import ItemsModel
from ui.models.offering import each_of, whole_line
from ui.widgets.table_model import Index

Today = Callable[[], datetime.date]

WHOLE_PASSAGE = N_("(the whole passage)")
NO_DAY = N_("No day can be read from this deadline; it is kept as it is written.")
BODIES_HELP = N_("Several bodies are separated by semicolons.")
TASK_HELP = N_("What is to be done; empty where the whole passage is the task.")
DEADLINE_HELP = N_("As it is said: “trước 30/6”, “quý II/2026”. The day understood is shown.")
TASK, DEADLINE = "task", "deadline.written"


def read_bodies(old: tuple[Body, ...], text: str, new_id: NewId) -> tuple[Body, ...]:
    """The bodies that a line names. Those there already keep their ids, one being retyped too."""
    names = [name.strip() for name in text.split(";") if name.strip()]
    by_name = {body.name: body for body in old}
    free = [body for body in old if body.name not in names]
    made = []
    for name in names:
        known = by_name.pop(name, None)
        if known is None:
            known = free.pop(0).but(name=name) if free else Body(id=new_id(), name=name)
        made.append(known)
    return tuple(made)


def columns(today: Today) -> tuple[Column, ...]:
    """The columns; `today` is the day from which deadlines without a year are read."""

    def read_written(assignment: Assignment, text: str, _new_id: NewId) -> Item:
        written = text.strip()
        day = read_deadline(written, today())
        deadline = Deadline(written=written, date=day) if written else None
        return assignment if deadline == assignment.deadline else assignment.but(deadline=deadline)

    return (
        Column(
            "lead.name",
            N_("Lead body"),
            _lead,
            _read_lead,
            width=20,
            look=whole_line(Known.BODY),
        ),
        Column(
            "coordinating",
            N_("Coordinating bodies"),
            _coordinating,
            _read_coordinating,
            BODIES_HELP,
            width=20,
            look=each_of(Known.BODY, ";"),
            ends=";",
        ),
        Column(
            DEADLINE,
            N_("Deadline"),
            _written,
            read_written,
            DEADLINE_HELP,
            width=24,
            doubt=_doubt,
        ),
        line(TASK, N_("Task"), TASK_HELP, 22),
        choice("state", N_("State"), STATES, width=10),
        line("note", N_("Note"), width=16),
    )


class AssignmentsModel(ItemsModel):
    """Shows besides what was typed: what an empty task means, and the day understood."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            field = self.columns[index.column()].field
            assignment = self.item_at(index.row())
            if isinstance(assignment, Assignment):
                return self._understood(field, assignment) or super().data(index, role)
        return super().data(index, role)

    def _understood(self, field: str, assignment: Assignment) -> str:
        if field == TASK and not assignment.task:
            return self.texts(WHOLE_PASSAGE)
        deadline = assignment.deadline
        if field == DEADLINE and deadline is not None and deadline.date is not None:
            day = short_date(deadline.date)
            return deadline.written if deadline.written == day else f"{deadline.written} → {day}"
        return ""


def _lead(assignment: Assignment) -> str:
    return assignment.lead.name if assignment.lead else ""


def _read_lead(assignment: Assignment, text: str, new_id: NewId) -> Item:
    name = text.strip()
    if name == _lead(assignment):
        return assignment
    if not name:
        return assignment.but(lead=None)
    known = assignment.lead
    return assignment.but(lead=known.but(name=name) if known else Body(id=new_id(), name=name))


def _coordinating(assignment: Assignment) -> str:
    return "; ".join(body.name for body in assignment.coordinating)


def _read_coordinating(assignment: Assignment, text: str, new_id: NewId) -> Item:
    bodies = read_bodies(assignment.coordinating, text, new_id)
    same = bodies == assignment.coordinating
    return assignment if same else assignment.but(coordinating=bodies)


def _written(assignment: Assignment) -> str:
    return assignment.deadline.written if assignment.deadline else ""


def _doubt(assignment: Assignment) -> str:
    deadline = assignment.deadline
    return NO_DAY if deadline is not None and deadline.date is None else ""
