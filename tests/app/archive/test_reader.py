"""Questions are answered in the reader's thread, the newest one only; mistakes come as answers."""

import threading
from queue import SimpleQueue

import pytest

from app.archive.errors import DamagedArchiveError
from app.archive.reader import Answer, Reader
from tests.app.archive.records import a_record

SECONDS = 10


@pytest.fixture
def answers() -> "SimpleQueue[Answer]":
    return SimpleQueue()


@pytest.fixture
def reader(archive, answers):
    archive.add(a_record("m", "phường Thanh Sơn"))
    reader = Reader(archive.another, answers.put)
    yield reader
    reader.close()


def test_a_question_is_answered_with_its_number_in_another_thread(reader, answers):
    number = reader.ask(lambda archive: (archive.count(), threading.current_thread().name))
    assert answers.get(timeout=SECONDS) == Answer(number, (1, "archive-reader"))


def test_only_the_newest_of_the_waiting_questions_is_answered(reader, answers):
    begun, go_on = threading.Event(), threading.Event()

    def slow(_archive):
        begun.set()
        go_on.wait(SECONDS)
        return "slow"

    first = reader.ask(slow)
    assert begun.wait(SECONDS)
    reader.ask(lambda _archive: "overtaken")
    last = reader.ask(lambda _archive: "newest")
    go_on.set()
    # What runs no SQL cannot be broken off: its answer carries its number, and nobody waits for it.
    assert answers.get(timeout=SECONDS) == Answer(first, "slow")
    assert answers.get(timeout=SECONDS) == Answer(last, "newest")
    assert answers.empty()


def test_an_error_is_an_answer_and_the_next_question_is_answered(reader, answers):
    error = DamagedArchiveError("Damaged.")

    def broken(_archive):
        raise error

    number = reader.ask(broken)
    assert answers.get(timeout=SECONDS) == Answer(number, error=error)
    reader.ask(lambda archive: archive.count())
    assert answers.get(timeout=SECONDS).found == 1


def test_closing_ends_a_query_that_would_never_end(archive, answers):
    reader = Reader(archive.another, answers.put)
    begun = threading.Event()

    def endless(own):
        begun.set()
        own.store.connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        ).fetchall()

    reader.ask(endless)
    assert begun.wait(SECONDS)
    reader.close()
    assert answers.empty()


def test_an_archive_that_cannot_be_opened_is_told_for_each_question(answers):
    def shut():
        raise DamagedArchiveError("Damaged.")

    reader = Reader(shut, answers.put)
    for _ in range(2):
        reader.ask(lambda _archive: "never")
        assert isinstance(answers.get(timeout=SECONDS).error, DamagedArchiveError)
    reader.close()


def test_after_an_error_the_file_is_opened_anew(archive, answers):
    opened = []

    def open_archive():
        opened.append(archive.another())
        return opened[-1]

    def broken(_archive):
        raise DamagedArchiveError("Damaged.")

    reader = Reader(open_archive, answers.put)
    for question in (lambda own: own.count() + 1, broken, lambda own: own.count() + 1):
        reader.ask(question)
        answers.get(timeout=SECONDS)
    reader.close()
    assert len(opened) == 2
