import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.archive.entries import Filters, State, Window
from app.minutes.attendees import Attendee
from app.minutes.prior_tasks import PriorTask
from app.minutes.record import Minutes
from tests.app.archive.records import a_record


def ids(archive, typed: str, *more: object) -> list[str]:
    return [entry.id for entry in archive.search(typed, *more)]


@pytest.fixture
def filled(archive):
    archive.add(a_record("phu-2021", "đồng chí Bùi Văn Phú chủ trì", date="2021-05-01"))
    archive.add(a_record("phú-2019", "phường Thanh Sơn, quận Phù", date="2019-05-01"))
    archive.add(a_record("phu-2022", "Phu va phuong, 12/14 chỉ tiêu", date="2022-05-01"))
    return archive


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("phu", ["phu-2022", "phu-2021", "phú-2019"]),
        ("Phú", ["phu-2021", "phu-2022", "phú-2019"]),
        ("phù", ["phú-2019", "phu-2022", "phu-2021"]),
        ("dong chi", ["phu-2021"]),
        ("chủ Bùi", ["phu-2021"]),
        ("Thanh S", ["phú-2019"]),
        ("Than Sơn", []),
        ('"thanh sơn"', ["phú-2019"]),
        ('"sơn thanh"', []),
        ('"sơn quận"', ["phú-2019"]),
        ('"thanh s"', []),
        ('"thanh s', ["phú-2019"]),
        ('"thanh sơn" ph', ["phú-2019"]),
        ("12/14", ["phu-2022"]),
        ("14/12", []),
        ("", []),
        ('"', []),
        ("_ * -- ()", []),
    ],
)
def test_what_is_found_and_in_which_order(filled, typed, expected):
    assert ids(filled, typed) == expected


@pytest.mark.parametrize(
    "window", [Window(limit, offset) for limit in (1, 2, 9) for offset in range(4)]
)
def test_a_window_is_a_part_of_the_whole_list(filled, window):
    whole = ids(filled, "Phú")
    assert ids(filled, "Phú", Filters(), window) == whole[window.offset :][: window.limit]


def test_the_bin_is_searched_apart(filled):
    filled.delete("phu-2021")
    assert ids(filled, "bùi") == []
    assert ids(filled, "bùi", Filters(binned=True)) == ["phu-2021"]


def test_filters_hold_for_what_is_found(filled):
    assert ids(filled, "phu", Filters(year=2022)) == ["phu-2022"]


def test_an_edit_is_found_at_once_and_what_it_replaced_no_more(filled):
    old = filled.load("phu-2021")
    filled.save(old.but(attendees=(Attendee(id="a", name="Kiều Như Nguyên"),), results=()), old)
    assert ids(filled, "kieu nguyen") == ["phu-2021"]
    assert ids(filled, "bui") == []


def test_a_new_date_moves_what_is_found(filled):
    old = filled.load("phu-2021")
    filled.save(a_record("phu-2021", "phu", date="2023-01-01"), old)
    assert ids(filled, "phu") == ["phu-2021", "phu-2022", "phú-2019"]
    assert filled.store.number("SELECT count(*) FROM search") == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.one_of(st.text(), st.text("\"*()^:-+{}[]'\\ abAND OR NOT NEAR\0,", max_size=30)))
def test_nothing_typed_is_an_error(filled, typed):
    assert set(ids(filled, typed)) <= {"phu-2021", "phú-2019", "phu-2022"}


def test_of_a_book_pasted_into_the_search_only_the_beginning_counts(filled):
    assert ids(filled, "thanh sơn " * 1000 + " nowhere") == ["phú-2019"]


def test_neither_list_nor_search_sorts_what_it_finds(filled):
    """The order comes from an index, however many there are; the plan says so."""
    asked: list[str] = []
    filled.store.connection.set_trace_callback(asked.append)
    filled.search("phu")
    for filters in (Filters(), Filters(year=2022), Filters(host="a"), Filters(state=State.DRAFT)):
        filled.entries(filters)
    filled.store.connection.set_trace_callback(None)
    asked = [sql for sql in asked if not sql.startswith("--")]  # FTS5's own
    assert len(asked) == 6
    for sql in asked:
        plan = " ".join(row[3] for row in filled.store.rows(f"EXPLAIN QUERY PLAN {sql}"))
        assert "TEMP B-TREE" not in plan


def test_tasks_of_the_earlier_meeting_are_found(archive):
    task = PriorTask(id="t", task="Khởi công cầu", note="chờ vốn")
    archive.add(Minutes(id="m", prior_tasks=(task,)))
    for typed in ("khoi cong", "chờ vốn"):
        assert [entry.id for entry in archive.search(typed)] == ["m"]
