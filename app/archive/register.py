"""The register of assignments: every task of the archive, those overdue first, a part at a time.

Minutes that are not finished say themselves how their tasks stand. For finished ones the log of
progress does, and so do later minutes to which a task was carried over.
"""

import datetime
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import Any, NamedTuple

from app.archive.entries import State
from app.archive.errors import FinishedRecordError, damaged, unknown_record
from app.archive.store import Store
from app.marking import N_
from app.minutes.words import AssignmentState, MeetingKind


class Which(StrEnum):
    """Which tasks to list."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    ALL = "all"


class Wanted(NamedTuple):
    """`body` leads or coordinates; "" is any. Overdue is what had to be done before `today`."""

    today: datetime.date
    which: Which = Which.OPEN
    body: str = ""


class Start(NamedTuple):
    """Where a part of the list begins."""

    part: int = 0
    offset: int = 0


class Task(NamedTuple):
    """A line of the register, with the minutes that it stands in. `state` is how it stands now."""

    record_id: str
    assignment_id: str
    kind: MeetingKind
    headline: str
    working_party: str
    host: str
    date: datetime.date | None
    minutes_state: State
    task: str
    lead: str
    coordinating: tuple[str, ...]
    deadline: str
    deadline_date: datetime.date | None
    state: AssignmentState
    note: str


class Part(NamedTuple):
    """Some lines, and where the next ones begin; None where there are no more."""

    tasks: tuple[Task, ...]
    next: Start | None


class Noted(NamedTuple):
    """What the log of progress says last of a task."""

    state: AssignmentState
    note: str


Writing = Callable[[], AbstractContextManager[sqlite3.Connection]]

_SEPARATOR = "\x1f"
_LAST = """
    (SELECT p.{column} FROM progress p WHERE m.state = 'final'
     AND p.minutes_number = t.minutes_number AND p.assignment_id = t.id
     ORDER BY p.number DESC LIMIT 1)"""
_SAID_LATER = """
    (m.id, t.id) IN (SELECT q.origin, q.origin_assignment FROM prior_task q
     CROSS JOIN minutes w ON w.number = q.minutes_number
     WHERE q.state = 'done' AND w.deleted_at IS NULL)"""
_IS_DONE = f"""
    (coalesce({_LAST.format(column="state")}, t.state) = 'done' OR {_SAID_LATER})"""
_COLUMNS = f"""
    m.id, t.id, m.meeting_kind, m.meeting_headline, m.meeting_working_party,
    coalesce(m.meeting_host_name, ''), m.meeting_date, m.state,
    coalesce(nullif(t.task, ''), s.text), coalesce(t.lead_name, ''),
    (SELECT group_concat(b.name, char(31)) FROM
        (SELECT name FROM body WHERE minutes_number = t.minutes_number AND holder_id = t.id
         ORDER BY ordinal) b),
    coalesce(t.deadline_written, ''), t.deadline_date, {_IS_DONE},
    coalesce({_LAST.format(column="note")}, t.note)"""
# CROSS keeps what is read in order outermost, so that nothing is sorted.
_FROM = """
    CROSS JOIN minutes m ON m.number = t.minutes_number
    CROSS JOIN passage s ON s.minutes_number = t.minutes_number AND s.id = t.holder_id"""
_DATED = f"""
    assignment t {_FROM} WHERE t.state = 'open' AND t.deadline_date IS NOT NULL
    AND NOT {_IS_DONE} AND {{more}} ORDER BY t.deadline_date, t.rowid"""
_OVERDUE = f"""
    assignment t {_FROM} WHERE t.state = 'open' AND t.deadline_date < ?1
    AND NOT {_IS_DONE} AND {{more}} ORDER BY t.deadline_date, t.rowid"""
_UNDATED = f"""
    assignment t {_FROM} WHERE t.state = 'open' AND t.deadline_date IS NULL
    AND NOT {_IS_DONE} AND {{more}} ORDER BY t.rowid DESC"""
_DONE_AFTER = f"""
    (SELECT minutes_number AS number, assignment_id AS id FROM progress
     UNION SELECT o.number, q.origin_assignment FROM prior_task q
     CROSS JOIN minutes o ON o.id = q.origin WHERE q.state = 'done') g
    CROSS JOIN assignment t ON t.minutes_number = g.number AND t.id = g.id {_FROM}
    WHERE t.state = 'open' AND {_IS_DONE} AND {{more}} ORDER BY t.rowid DESC"""
_DONE = f"""
    assignment t {_FROM} WHERE t.state = 'done' AND {_IS_DONE} AND {{more}}
    ORDER BY t.deadline_date DESC, t.rowid DESC"""
_PARTS: dict[Which, tuple[str, ...]] = {
    Which.OPEN: (_DATED, _UNDATED),
    Which.OVERDUE: (_OVERDUE,),
    Which.DONE: (_DONE_AFTER, _DONE),
    Which.ALL: (_DATED, _UNDATED, _DONE_AFTER, _DONE),
}
_OF_BODY = """
    AND (t.lead_name = ?2 OR EXISTS (SELECT 1 FROM body f
     WHERE f.minutes_number = t.minutes_number AND f.holder_id = t.id AND f.name = ?2))"""


class Register:
    """The tasks of all minutes but those in the bin."""

    def __init__(self, store: Store, writing: Writing, time: Callable[[], str]) -> None:
        self._store = store
        self._writing = writing
        self._time = time

    def tasks(self, wanted: Wanted, start: Start = Start(), limit: int = -1) -> Part:  # noqa: B008
        """Lines of the register from `start`, up to `limit`; -1 is all."""
        parts = _PARTS[wanted.which]
        found: list[Task] = []
        part, offset = start
        while part < len(parts):
            room = limit - len(found) if limit >= 0 else -1
            rows = self._rows(parts[part], wanted, room, offset)
            found += rows
            if limit >= 0 and len(rows) == room:
                return Part(tuple(found), Start(part, offset + len(rows)))
            part, offset = part + 1, 0
        return Part(tuple(found), None)

    def bodies(self) -> list[str]:
        """The bodies that tasks were given to. It reads all of them: not while somebody types."""
        sql = """
            SELECT lead_name FROM assignment WHERE lead_name <> ''
            UNION SELECT name FROM body WHERE name <> ''"""
        return sorted(str(row[0]) for row in self._store.rows(sql))

    def note(self, record_id: str, assignment_id: str, state: AssignmentState, note: str) -> None:
        """Log how a task of finished minutes went on."""
        with self._writing() as connection:
            number, minutes_state = self._minutes(record_id)
            if minutes_state != State.FINAL:
                raise FinishedRecordError(
                    N_("These minutes are not finished: they say themselves how their tasks stand.")
                )
            connection.execute(
                "INSERT INTO progress (minutes_number, assignment_id, number, at, state, note)"
                " SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5 FROM progress"
                " WHERE minutes_number = ?1 AND assignment_id = ?2",
                (number, assignment_id, self._time(), state.value, note),
            )

    def noted(self, record_id: str) -> dict[str, Noted]:
        """What the log of progress says last of the tasks of a record, by their ids."""
        number, _ = self._minutes(record_id)
        sql = """
            SELECT assignment_id, state, note FROM progress
            WHERE minutes_number = ? ORDER BY assignment_id, number"""
        rows = self._store.rows(sql, (number,))
        return {key: Noted(AssignmentState(state), note) for key, state, note in rows}

    def _rows(self, source: str, wanted: Wanted, limit: int, offset: int) -> list[Task]:
        more = "m.deleted_at IS NULL" + (_OF_BODY if wanted.body else "")
        sql = f"SELECT {_COLUMNS} FROM {source.format(more=more)} LIMIT ?3 OFFSET ?4"
        values = (wanted.today.isoformat(), wanted.body, limit, offset)
        try:
            return [_task(row) for row in self._store.rows(sql, values)]
        except ValueError as error:
            raise damaged(self._store.path) from error

    def _minutes(self, record_id: str) -> tuple[int, str]:
        rows = self._store.rows("SELECT number, state FROM minutes WHERE id = ?", (record_id,))
        if not rows:
            raise unknown_record(record_id)
        number, state = rows[0]
        return int(number), str(state)


def _task(row: Sequence[Any]) -> Task:
    record, key, kind, headline, party, host, date, state, task, lead, others, *rest = row
    written, day, done, note = rest
    return Task(
        record,
        key,
        MeetingKind(kind),
        headline,
        party,
        host,
        _day(date),
        State(state),
        task,
        lead,
        tuple(others.split(_SEPARATOR)) if others else (),
        written,
        _day(day),
        AssignmentState.DONE if done else AssignmentState.OPEN,
        note,
    )


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
