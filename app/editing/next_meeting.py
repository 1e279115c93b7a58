"""The next meeting from this one (kỳ sau): who, where, for whom; and what was not done yet."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from app.minutes.attendees import Attendee
from app.minutes.issuance import Issuance
from app.minutes.items import Id
from app.minutes.marked import assignments, task_of
from app.minutes.meeting import Body, Meeting
from app.minutes.prior_tasks import PriorTask
from app.minutes.record import Minutes
from app.minutes.renewal import with_new_ids
from app.minutes.text import LINE_LIMIT
from app.minutes.words import AssignmentState, AttendanceState

NewId = Callable[[], Id]

SECTIONS = (
    "agenda",
    "results",
    "indicators",
    "directions",
    "targets",
    "speeches",
    "votes",
    "unsorted",
)
"""The sections that belong to the earlier meeting alone."""


class Standing(NamedTuple):
    """How an assignment of finished minutes stands now, where that is known elsewhere."""

    state: AssignmentState
    note: str = ""


class NextMeeting(NamedTuple):
    """New minutes, and what of the earlier ones is not in them.

    `done` are the tasks that need not be carried over. `left_out` names the sections that have
    something in the earlier minutes and nothing in the new ones, with how many items.
    """

    record: Minutes
    carried: tuple[PriorTask, ...]
    done: tuple[str, ...]
    left_out: tuple[tuple[str, int], ...]


def next_meeting(
    record: Minutes, new_id: NewId, standing: Mapping[str, Standing] | None = None
) -> NextMeeting:
    """Minutes of the meeting after `record`'s. `standing`: by the id of the assignment."""
    kept = Minutes(
        id=record.id,
        form=record.form,
        office=record.office,
        meeting=_meeting(record.meeting),
        attendees=tuple(_there(attendee) for attendee in record.attendees),
        issuances=tuple(_unissued(issuance) for issuance in record.issuances),
    )
    tasks = tuple(_tasks(record, standing or {}))
    # New ids come first: links to the earlier minutes must still lead there.
    carried = tuple(_carried(t, new_id) for t in tasks if t.state is AssignmentState.OPEN)
    done = tuple(task.task for task in tasks if task.state is AssignmentState.DONE)
    left_out = tuple((name, n) for name in SECTIONS if (n := len(getattr(record, name))))
    renewed = with_new_ids(kept, new_id).but(prior_tasks=carried)
    return NextMeeting(renewed, carried, done, left_out)


def _meeting(meeting: Meeting) -> Meeting:
    """What stays from one meeting to the next; day, hours, headline and purpose are to be told."""
    return Meeting(
        kind=meeting.kind,
        issuing=meeting.issuing,
        working_party=meeting.working_party,
        host=meeting.host,
        place=meeting.place,
    )


def _there(attendee: Attendee) -> Attendee:
    return attendee.but(
        attendance=AttendanceState.PRESENT, reason="", substitute="", arrived=None, left=None
    )


def _unissued(issuance: Issuance) -> Issuance:
    return issuance.but(number="", date=None, draft=None)


def _tasks(record: Minutes, standing: Mapping[str, Standing]) -> Iterator[PriorTask]:
    """All tasks as they stand: those that the earlier meeting carried over already come first."""
    yield from record.prior_tasks
    for said, assignment in assignments(record):
        now = standing.get(assignment.id) or Standing(assignment.state, assignment.note)
        yield PriorTask(
            id=assignment.id,
            task=task_of(said.passage, assignment).rstrip(" ;,"),
            lead=assignment.lead,
            coordinating=_names(assignment.coordinating),
            deadline=assignment.deadline,
            state=now.state,
            note=now.note,
            origin=record.id,
            origin_assignment=assignment.id,
        )


def _names(bodies: tuple[Body, ...]) -> str:
    """The names with commas, as many whole ones as a line holds."""
    line = ""
    for body in bodies:
        longer = f"{line}, {body.name}" if line else body.name
        if len(longer) > LINE_LIMIT:
            break
        line = longer
    return line


def _carried(task: PriorTask, new_id: NewId) -> PriorTask:
    lead = task.lead.but(id=new_id()) if task.lead else None
    return task.but(id=new_id(), lead=lead)
