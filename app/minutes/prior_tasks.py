"""Việc kỳ trước: tasks of an earlier meeting that were not done yet, carried over to this one."""

from app.minutes.items import Item, Line, Link, Text
from app.minutes.meeting import Body
from app.minutes.speeches import Deadline
from app.minutes.words import AssignmentState


class PriorTask(Item, frozen=True):
    """A task as the earlier meeting gave it, and how it stands at this one.

    `origin` is the id of the minutes that gave it, `origin_assignment` that of the assignment in
    them: links that may lead nowhere. `coordinating` names the bodies as written, with commas.
    """

    task: Text = ""
    lead: Body | None = None
    coordinating: Line = ""
    deadline: Deadline | None = None
    state: AssignmentState = AssignmentState.OPEN
    note: Text = ""
    origin: Link = ""
    origin_assignment: Link = ""
