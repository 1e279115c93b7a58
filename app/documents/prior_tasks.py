"""Việc kỳ trước: what an earlier meeting gave to be done, and how it stands at this one."""

from collections.abc import Iterator

from app.documents.outline import Paragraph
from app.documents.pieces import Runs, capitalised, known, whole
from app.documents.source import Source
from app.minutes.place import Place
from app.minutes.prior_tasks import PriorTask

_SECTION = "prior_tasks"


def prior_tasks(src: Source) -> Iterator[Paragraph]:
    """A line for each task with words: the task, who was charged with it, whether it is done."""
    for task in src.record.prior_tasks:
        told = whole(task.task, Place(_SECTION, task.id, "task"))
        if told:
            text = capitalised(told)
            standing = capitalised(_standing(src, task))
            yield src.line("list_item", "prior.line", task=text, standing=standing)


def _standing(src: Source, task: PriorTask) -> Runs:
    deadline = task.deadline.written if task.deadline else ""
    lead = known(task.lead.name if task.lead else "", Place(_SECTION, task.id, "lead.name"))
    return src.say(
        "prior.given" if lead else "prior.bare",
        lead=lead,
        coordinating=known(task.coordinating, Place(_SECTION, task.id, "coordinating")),
        deadline=known(deadline, Place(_SECTION, task.id, "deadline.written")),
        state=src.word("prior_state", task.state, Place(_SECTION, task.id, "state")),
        note=whole(task.note, Place(_SECTION, task.id, "note")),
    )
