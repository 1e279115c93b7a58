"""Drafts that were sent to somebody to be looked at (xin ý kiến): a log that is only added to."""

import datetime
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple

from app.archive.entries import State
from app.archive.errors import FinishedRecordError, unknown_record
from app.archive.evidence import Reason, add_state, add_version, moment_of, noted
from app.archive.store import Store
from app.marking import N_
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form

Writing = Callable[[], AbstractContextManager[sqlite3.Connection]]


class Sent(NamedTuple):
    """What is told of a draft that is sent. `draft` None: it bears no number."""

    sent_to: str
    kind: DocumentKind
    form: Form
    draft: int | None = None
    note: str = ""


class Review(NamedTuple):
    """A line of the log. `version` is the version of the record that was sent."""

    number: int
    at: datetime.datetime
    sent: Sent
    version: int


class Reviews:
    """The log of every record's reviews."""

    def __init__(self, store: Store, writing: Writing, time: Callable[[], str]) -> None:
        self._store = store
        self._writing = writing
        self._time = time

    def add(self, record: Minutes, sent: Sent, at: datetime.datetime | None = None) -> int:
        """Log that a draft was sent, and keep what the record says now; it is in review then.

        `at` is when it was sent, where that was not just now.
        """
        with self._writing() as connection:
            number, state = self._minutes(record.id)
            if state == State.FINAL:
                raise FinishedRecordError(
                    N_("These minutes are finished: no draft of them can be sent any more.")
                )
            moment = self._time()
            version = add_version(connection, number, record, Reason.TIMER, moment)
            sql = "SELECT coalesce(max(number), 0) + 1 FROM review WHERE minutes_number = ?"
            review = int(connection.execute(sql, (number,)).fetchone()[0])
            told = (sent.sent_to, sent.kind.value, sent.form.value, sent.draft)
            connection.execute(
                "INSERT INTO review (minutes_number, number, at, sent_to, kind, form, draft,"
                " version_number, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, review, noted(at) if at else moment, *told, version, sent.note),
            )
            if state != State.REVIEW:
                add_state(connection, number, State.REVIEW, "", moment)
            return review

    def of(self, record_id: str) -> list[Review]:
        """The drafts of a record that were sent, newest first."""
        number, _ = self._minutes(record_id)
        sql = """
            SELECT number, at, sent_to, kind, form, draft, note, version_number FROM review
            WHERE minutes_number = ? ORDER BY number DESC"""
        return [
            Review(
                review,
                moment_of(at),
                Sent(sent_to, DocumentKind(kind), Form(form), draft, note),
                version,
            )
            for review, at, sent_to, kind, form, draft, note, version in self._store.rows(
                sql, (number,)
            )
        ]

    def last(self, record_id: str, kind: DocumentKind, form: Form) -> Review | None:
        """The draft of one document that was sent last, or None."""
        same = (r for r in self.of(record_id) if (r.sent.kind, r.sent.form) == (kind, form))
        return next(same, None)

    def _minutes(self, record_id: str) -> tuple[int, str]:
        rows = self._store.rows("SELECT number, state FROM minutes WHERE id = ?", (record_id,))
        if not rows:
            raise unknown_record(record_id)
        number, state = rows[0]
        return int(number), str(state)
