import threading

import pytest

from app.archive.archive import Archive
from app.archive.entries import ALL, WHOLE, Entry, Filters, Window
from app.archive.errors import DamagedArchiveError
from app.archive.searching import Search
from tests.app.archive.records import a_record

SECONDS = 10


@pytest.fixture
def search(archive):
    archive.add(a_record("m", "phường Thanh Sơn", date="2022-05-11"))
    archive.add(a_record("n", "phường Kim Liên", date="2021-05-11"))
    search = Search(archive.another)
    yield search
    search.close()


def look(
    search: Search, number: int, typed: str, filters: Filters = ALL, window: Window = WHOLE
) -> list[Entry] | None:
    def question(archive: Archive) -> list[Entry]:
        return archive.search(typed, filters, window)

    return search.run(number, question)


def test_the_newest_question_is_answered(search):
    assert [e.id for e in look(search, search.ask(), "thanh")] == ["m"]
    found = look(search, search.ask(), "phuong", Filters(year=2021), Window(5))
    assert [e.id for e in found] == ["n"]


def test_a_question_that_was_overtaken_before_it_began_is_not_answered(search):
    first = search.ask()
    second = search.ask()
    assert look(search, first, "thanh") is None
    assert look(search, second, "thanh")


def test_a_running_search_is_overtaken_by_the_next_key(search):
    """The search asks for the time at each step, and the next key comes in the middle."""
    look(search, search.ask(), "thanh")
    connection = search._archive.store.connection  # noqa: SLF001
    asked = []

    def slow(sql: str) -> None:
        if "MATCH" in sql and not asked:
            asked.append(search.ask())

    connection.set_trace_callback(slow)
    assert look(search, search.ask(), "phuong") is None
    connection.set_trace_callback(None)
    assert len(look(search, asked[0], "phuong")) == 2


def test_asking_from_another_thread_ends_a_query_that_would_never_end(search):
    look(search, search.ask(), "thanh")
    archive = search._archive  # noqa: SLF001
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    archive.search = lambda *_: archive.store.rows(f"{endless} WHERE i < 0")
    started = threading.Timer(0, search.ask)
    number = search.ask()
    started.start()
    assert look(search, number, "thanh") is None
    started.join(SECONDS)


def test_other_errors_are_not_swallowed(search, archive):
    look(search, search.ask(), "thanh")
    archive.store.connection.execute("UPDATE minutes SET meeting_kind = 'x'")
    with pytest.raises(DamagedArchiveError):
        look(search, search.ask(), "thanh")


def test_after_closing_it_opens_anew(search):
    look(search, search.ask(), "thanh")
    search.close()
    assert look(search, search.ask(), "thanh")
