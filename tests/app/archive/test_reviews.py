import datetime

import pytest

from app.archive.entries import State
from app.archive.errors import FinishedRecordError, MissingRecordError
from app.archive.reviews import Sent
from app.minutes.words import DocumentKind, Form
from tests.app.archive.records import a_record

SENT = Sent("Đ/c Bí thư", DocumentKind.MINUTES, Form.PARTY, 2, "qua Zalo")


def test_a_draft_that_is_sent_is_logged_with_what_it_said(archive, clock):
    archive.add(a_record("m", "một"))
    archive.reviews.add(archive.load("m"), SENT)
    archive.save(a_record("m", "hai"))
    clock.pass_by(hours=1)
    archive.reviews.add(archive.load("m"), SENT._replace(draft=3))
    second, first = archive.reviews.of("m")
    assert (first.number, second.number, first.sent, second.sent.draft) == (1, 2, SENT, 3)
    assert archive.history.version("m", first.version) == a_record("m", "một")
    assert archive.history.version("m", second.version) == a_record("m", "hai")
    assert second.at > first.at


def test_it_is_in_review_then_and_the_log_of_states_says_so_once(archive):
    archive.add(a_record("m"))
    for _ in range(2):
        archive.reviews.add(a_record("m"), SENT)
    assert archive.entry("m").state is State.REVIEW
    assert [change.state for change in archive.history.states("m")] == [State.REVIEW]


def test_the_last_draft_of_one_document_is_found(archive):
    archive.add(a_record("m"))
    archive.reviews.add(a_record("m"), SENT)
    archive.reviews.add(a_record("m"), SENT._replace(kind=DocumentKind.NOTICE, draft=7))
    last = archive.reviews.last("m", DocumentKind.MINUTES, Form.PARTY)
    assert last is not None
    assert last.sent.draft == 2
    assert archive.reviews.last("m", DocumentKind.MINUTES, Form.STATE) is None


def test_finished_minutes_are_not_sent(archive):
    archive.add(a_record("m"))
    archive.finish(a_record("m"))
    with pytest.raises(FinishedRecordError):
        archive.reviews.add(a_record("m"), SENT)
    assert archive.reviews.of("m") == []


def test_minutes_that_are_not_there_are_told(archive):
    with pytest.raises(MissingRecordError):
        archive.reviews.add(a_record("m"), SENT)


def test_a_draft_that_was_sent_days_ago_is_noted_with_its_day(archive):
    archive.add(a_record("m"))
    at = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
    archive.reviews.add(a_record("m"), SENT, at)
    assert archive.reviews.of("m")[0].at == at
