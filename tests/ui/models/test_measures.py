from collections.abc import Callable
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.minutes.figures import Figure, Measure
from ui.models.measures import actual_text, plan_text, read_actual, read_plan, read_rate

Told = tuple[str | None, str | None, str]


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"m{next(numbers)}"


def told(measures: tuple[Measure, ...]) -> list[Told]:
    return [
        (m.actual and m.actual.written, m.plan and m.plan.written, m.unit)  # type: ignore[misc]
        for m in measures
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.317,8 tỷ đồng", [("2.317,8", None, "tỷ đồng")]),
        ("7 hộ/21 khẩu", [("7", None, "hộ"), ("21", None, "khẩu")]),
        ("7 hộ; 21 khẩu", [("7", None, "hộ"), ("21", None, "khẩu")]),
        ("12/10 đảng viên", [("12", "10", "đảng viên")]),
        ("12/14", [("12", "14", "")]),
        ("45 triệu đồng/người/năm", [("45", None, "triệu đồng/người/năm")]),
        ("96,35%", [("96,35", None, "%")]),
        ("-3,5 %", [("-3,5", None, "%")]),
        ("7", [("7", None, "")]),
        ("", []),
        ("khoảng 7 hộ", [("khoảng 7 hộ", None, "")]),
        ("…/21 khẩu", [("21", None, "khẩu")]),
    ],
)
def test_reading_actual_figures(text: str, expected: list[Told], new_id: Callable[[], str]) -> None:
    assert told(read_actual((), text, new_id)) == expected


def test_values_are_read_the_vietnamese_way(new_id: Callable[[], str]) -> None:
    (measure,) = read_actual((), "24,661 tỷ đồng", new_id)
    assert measure.actual == Figure(value=Decimal("24.661"), written="24,661")


def test_a_number_that_cannot_be_read_keeps_its_text(new_id: Callable[[], str]) -> None:
    (measure,) = read_actual((), "2,317.8 tỷ", new_id)
    assert (measure.actual, measure.unit) == (Figure(written="2,317.8"), "tỷ")


@pytest.mark.parametrize(
    ("text", "plan", "shown"),
    [
        ("7 hộ/21 khẩu", "", ("7 hộ/21 khẩu", "")),
        ("7 hộ / 21 khẩu", "8/22", ("7 hộ/21 khẩu", "8/22")),
        ("12", "10 đảng viên", ("12 đảng viên", "10")),
        ("12/10 đảng viên", "", None),
        ("", "96,35%", ("", "96,35%")),
        ("7;21", "", ("7; 21", "")),
    ],
)
def test_both_cells_show_what_was_typed(
    text: str, plan: str, shown: tuple[str, str] | None, new_id: Callable[[], str]
) -> None:
    measures = read_actual((), text, new_id)
    if plan:
        measures = read_plan(measures, plan, new_id)
    assert (actual_text(measures), plan_text(measures)) == (shown or ("12 đảng viên", "10"))


def test_the_plan_may_be_typed_first(new_id: Callable[[], str]) -> None:
    measures = read_actual(read_plan((), "10 đảng viên", new_id), "12", new_id)
    assert told(measures) == [("12", "10", "đảng viên")]


def test_measures_keep_their_ids_when_retyped(new_id: Callable[[], str]) -> None:
    first = read_actual((), "7 hộ/21 khẩu", new_id)
    second = read_actual(first, "8 hộ/22 khẩu/3 ấp", new_id)
    assert [m.id for m in second] == ["m1", "m2", "m3"]


def test_emptying_a_cell_keeps_what_the_other_says(new_id: Callable[[], str]) -> None:
    both = read_actual((), "12/10 đảng viên", new_id)
    assert told(read_actual(both, "", new_id)) == [(None, "10", "đảng viên")]
    assert told(read_plan(both, "", new_id)) == [("12", None, "đảng viên")]
    assert read_plan(read_actual(both, "", new_id), "", new_id) == ()


figures = st.none() | st.integers(0, 9999).map(lambda n: Figure(value=Decimal(n), written=str(n)))
units = st.sampled_from(["", "hộ", "%", "triệu đồng/người"])
lists = st.lists(st.tuples(figures, figures, units), max_size=3)


@given(lists)
def test_reading_what_is_shown_changes_nothing(
    rows: list[tuple[Figure | None, Figure | None, str]],
) -> None:
    measures = tuple(
        Measure(id=f"m{n}", actual=actual, plan=plan, unit=unit)
        for n, (actual, plan, unit) in enumerate(rows)
        if actual or plan
    )
    assert read_actual(measures, actual_text(measures), lambda: "new") == measures
    assert read_plan(measures, plan_text(measures), lambda: "new") == measures


@given(st.text("12.,/; hộ%-…", max_size=20))
def test_no_digit_is_lost(text: str) -> None:
    numbers = count(1)
    measures = read_actual((), text, lambda: f"m{next(numbers)}")
    kept = "".join((m.actual.written if m.actual else "") + m.unit for m in measures)
    kept += "".join(m.plan.written for m in measures if m.plan)
    assert sorted(filter(str.isdigit, kept)) == sorted(filter(str.isdigit, text))


@pytest.mark.parametrize("text", ["93", "93%", " 93 % "])
def test_a_rate_is_read_without_its_sign(text: str) -> None:
    assert read_rate(text) == Figure(value=Decimal(93), written="93")
