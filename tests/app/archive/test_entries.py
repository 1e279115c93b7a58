import datetime

import pytest

from app.archive.entries import Filters, State, Window
from app.archive.errors import MissingRecordError, RecordExistsError
from app.minutes.words import MeetingKind
from tests.app.archive.records import a_record


@pytest.fixture
def filled(archive, clock):
    """Made on 2026-06-30: one of that year without a date, and three with dates."""
    archive.add(a_record("undated", host="Thanh Sơn"))
    clock.pass_by(days=1)
    archive.add(a_record("old", date="2019-12-31", host="Kim Liên"))
    archive.add(a_record("new", date="2026-06-29", host="Thanh Sơn"))
    archive.add(a_record("coming", date="2027-01-01"))
    return archive


def ids(archive, *asked: object) -> list[str]:
    return [entry.id for entry in archive.entries(*asked)]


def test_the_newest_meeting_comes_first_and_an_undated_one_by_its_making(filled):
    assert ids(filled) == ["coming", "undated", "new", "old"]


def test_the_later_of_one_day_comes_first(archive):
    for record_id in ("a", "b", "c"):
        archive.add(a_record(record_id, date="2022-05-11"))
    assert ids(archive) == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(year=2026), ["undated", "new"]),
        (Filters(year=2019), ["old"]),
        (Filters(year=2018), []),
        (Filters(year=9999), []),
        (Filters(host="Thanh Sơn"), ["undated", "new"]),
        (Filters(state=State.FINAL), ["new"]),
        (Filters(state=State.DRAFT, host="Thanh Sơn", year=2026), ["undated"]),
        (Filters(binned=True), []),
    ],
)
def test_filters_choose_and_count(filled, filters, expected):
    filled.finish(filled.load("new"))
    assert ids(filled, filters) == expected
    assert filled.count(filters) == len(expected)


def test_a_window_shows_a_part(filled):
    assert ids(filled, Filters(), Window(limit=2, offset=1)) == ["undated", "new"]


def test_an_entry_tells_what_the_list_shows(archive, clock):
    made = clock()
    archive.add(a_record("m", date="2022-05-11", host="Thanh Sơn"))
    clock.pass_by(hours=1)
    archive.save(a_record("m", "thêm", date="2022-05-11", host="Thanh Sơn"))
    (entry,) = archive.entries()
    assert entry == archive.entry("m")
    assert (entry.number, entry.kind, entry.headline) == (1, MeetingKind.WORKING_VISIT, "")
    assert (entry.date, entry.host) == (datetime.date(2022, 5, 11), "Thanh Sơn")
    assert (entry.created_at, entry.changed_at, entry.deleted_at) == (made, clock(), None)
    assert entry.state is State.DRAFT


def test_saving_what_is_saved_is_no_change(archive, clock):
    archive.add(a_record("m", "lời"))
    made = clock()
    clock.pass_by(hours=1)
    assert archive.save(a_record("m", "lời")) is False
    assert archive.entry("m").changed_at == made


def test_what_is_deleted_lies_in_the_bin_until_it_is_restored(archive, clock):
    archive.add(a_record("m", "lời"))
    archive.delete("m")
    assert (ids(archive), ids(archive, Filters(binned=True))) == ([], ["m"])
    assert archive.entry("m").deleted_at == clock()
    assert archive.load("m") == a_record("m", "lời")
    archive.restore("m")
    assert (ids(archive), ids(archive, Filters(binned=True))) == (["m"], [])


def test_years_and_hosts_are_those_that_the_list_has(filled):
    assert filled.years() == [2027, 2026, 2019]
    assert filled.hosts() == ["Kim Liên", "Thanh Sơn"]
    filled.delete("old")
    assert (filled.years(), filled.hosts()) == ([2027, 2026], ["Thanh Sơn"])
    assert (filled.years(binned=True), filled.hosts(binned=True)) == ([2019], ["Kim Liên"])


def test_an_id_that_is_taken_is_refused_and_nothing_is_lost(archive):
    archive.add(a_record("m", "lời"))
    archive.delete("m")
    with pytest.raises(RecordExistsError, match="already has minutes with the id m"):
        archive.add(a_record("m", "khác"))
    assert archive.load("m") == a_record("m", "lời")


@pytest.mark.parametrize("ask", ["load", "delete", "restore", "entry"])
def test_an_id_that_nothing_has_is_told(archive, ask):
    with pytest.raises(MissingRecordError, match="no minutes with the id x"):
        getattr(archive, ask)("x")


def test_the_last_day_there_is_can_be_sorted_and_filtered(archive):
    archive.add(a_record("m", date="9999-12-31"))
    assert (archive.years(), ids(archive, Filters(year=9999))) == ([9999], ["m"])


def test_what_lies_in_the_bin_is_not_looked_for_among_all_that_there_is(filled):
    """SQLite would walk through every record, the newest first; the plan says that it does not."""
    plans = []
    filled.store.connection.set_trace_callback(plans.append)
    filled.entries(Filters(binned=True), Window(limit=60))
    filled.years(binned=True)
    filled.store.connection.set_trace_callback(None)
    assert len(plans) == 2
    for sql in plans:
        plan = " ".join(row[3] for row in filled.store.rows(f"EXPLAIN QUERY PLAN {sql}"))
        assert "INDEX minutes_by_newest (deleted_at>?" in plan
