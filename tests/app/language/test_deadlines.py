from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.dates import long_date, short_date
from app.language.deadlines import read_deadline

TODAY = date(2026, 5, 11)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30/6", (2026, 6, 30)),
        ("trước 30/6", (2026, 6, 30)),
        ("trước 30/6/26", (2026, 6, 30)),
        ("hạn: 05-02-27", (2027, 2, 5)),
        ("5/2/19", (2019, 2, 5)),
        ("Trước ngày 30/6.", (2026, 6, 30)),
        ("ngày 05/02/2026", (2026, 2, 5)),
        ("05/02/2019", (2019, 2, 5)),
        ("hoàn thành trước ngày 30 tháng 6 năm 2026", (2026, 6, 30)),
        ("chậm nhất là ngày 30/6", (2026, 6, 30)),
        ("hạn cuối: 30/6", (2026, 6, 30)),
        ("trong ngày 30/6", (2026, 6, 30)),
        ("truoc 30/6", (2026, 6, 30)),
    ],
)
def test_deadline_that_names_a_day_is_that_day(text: str, day: tuple[int, int, int]) -> None:
    assert read_deadline(text, TODAY) == date(*day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tháng 6 năm 2026", (2026, 6, 30)),
        ("tháng 02/2028", (2028, 2, 29)),
        ("tháng 6/26", (2026, 6, 30)),
        ("cuối quý II/26", (2026, 6, 30)),
        ("6/2026", (2026, 6, 30)),
        ("cuối tháng 4", (2026, 4, 30)),
        ("đến hết tháng 6", (2026, 6, 30)),
        ("trong tháng 6", (2026, 6, 30)),
        ("đầu tháng 6", (2026, 6, 10)),
        ("giữa tháng 6/2026", (2026, 6, 20)),
        ("quý II/2026", (2026, 6, 30)),
        ("quý IV năm 2026", (2026, 12, 31)),
        ("Quý 1 - 2027", (2027, 3, 31)),
        ("hết quý iii", (2026, 9, 30)),
        ("6 tháng đầu năm 2026", (2026, 6, 30)),
        ("sáu tháng cuối năm", (2026, 12, 31)),
        ("năm 2027", (2027, 12, 31)),
        ("cuối năm 2026", (2026, 12, 31)),
    ],
)
def test_deadline_that_names_a_period_is_its_last_day(text: str, day: tuple[int, int, int]) -> None:
    assert read_deadline(text, TODAY) == date(*day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("đến hết ngày 30/6", (2026, 6, 30)),
        ("từ nay đến 30/6", (2026, 6, 30)),
        ("từ ngày 01/6 đến ngày 30/6", (2026, 6, 30)),
        ("trước 17h ngày 20/5", (2026, 5, 20)),
        ("trước 17 giờ 30 phút, ngày 20/5/2026", (2026, 5, 20)),
        ("17h00 ngày 20 tháng 5", (2026, 5, 20)),
        ("trước ngày 15 tháng 8", (2026, 8, 15)),
        ("trong tháng 9", (2026, 9, 30)),
        ("hết quý III", (2026, 9, 30)),
    ],
)
def test_other_words_before_a_day(text: str, day: tuple[int, int, int]) -> None:
    assert read_deadline(text, TODAY) == date(*day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hôm nay", (2026, 5, 11)),
        ("trong ngày", (2026, 5, 11)),
        ("xong trong ngày mai", (2026, 5, 12)),
        ("tuần này", (2026, 5, 17)),
        ("trong tuần tới", (2026, 5, 24)),
        ("cuối tuần sau", (2026, 5, 24)),
        ("thứ Sáu tuần này", (2026, 5, 15)),
        ("trước thứ 6 tuần tới", (2026, 5, 22)),
        ("chủ nhật tuần này", (2026, 5, 17)),
        ("trong 15 ngày", (2026, 5, 26)),
        ("trong vòng 02 tuần", (2026, 5, 25)),
        ("trong thời hạn 3 tháng kể từ ngày họp", (2026, 8, 11)),
        ("ngày 20 tháng này", (2026, 5, 20)),
        ("trước ngày 05 tháng tới", (2026, 6, 5)),
    ],
)
def test_a_day_counted_from_the_meeting(text: str, day: tuple[int, int, int]) -> None:
    assert read_deadline(text, TODAY) == date(*day)


@pytest.mark.parametrize("text", ["tuần này", "tuần tới", "thứ hai tuần sau"])
def test_a_week_said_on_a_sunday_could_be_either(text: str) -> None:
    assert read_deadline(text, date(2026, 5, 17)) is None


@pytest.mark.parametrize(
    "text",
    [
        *("thứ sáu", "sau 15 ngày", "trong 15 ngày làm việc", "ngày 20", "hằng tháng"),
        *("ngày 31 tháng 6", "ngày 25 hằng tháng", "31 tháng tới", "thường xuyên", "tuần"),
    ],
)
def test_what_two_people_would_not_take_for_the_same_day_is_not_read(text: str) -> None:
    assert read_deadline(text, TODAY) is None


def test_months_end_where_the_later_one_is_shorter() -> None:
    assert read_deadline("trong 1 tháng", date(2026, 1, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("cuối tháng", (2026, 5, 31)),
        ("tháng này", (2026, 5, 31)),
        ("trong tháng tới", (2026, 6, 30)),
        ("cuối quý", (2026, 6, 30)),
        ("quý sau", (2026, 9, 30)),
        ("hết năm nay", (2026, 12, 31)),
        ("trước cuối năm sau", (2027, 12, 31)),
        ("cuối tháng 4 năm nay", (2026, 4, 30)),
        ("tháng 1 năm sau", (2027, 1, 31)),
    ],
)
def test_deadline_of_a_running_period_is_told_from_today(
    text: str, day: tuple[int, int, int]
) -> None:
    assert read_deadline(text, TODAY) == date(*day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("trước tháng 6", (2026, 5, 31)),
        ("trước hạn: tháng 6", (2026, 5, 31)),
        ("trước quý III/2026", (2026, 6, 30)),
        ("xong trước năm 2027", (2026, 12, 31)),
        ("trước cuối tháng 6", (2026, 6, 30)),
        ("trước giữa tháng 6", (2026, 6, 20)),
    ],
)
def test_before_a_period_is_the_day_before_it(text: str, day: tuple[int, int, int]) -> None:
    assert read_deadline(text, TODAY) == date(*day)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("15/01", date(2025, 12, 20), date(2026, 1, 15)),
        ("quý I", date(2025, 12, 20), date(2026, 3, 31)),
        ("30/6", date(2026, 7, 5), date(2026, 6, 30)),
        ("30/6", date(2026, 12, 30), date(2026, 6, 30)),
        ("30/6", date(2026, 12, 31), date(2027, 6, 30)),
        ("29/2", date(2027, 12, 1), date(2028, 2, 29)),
        ("tháng sau", date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_deadline_without_a_year_is_the_nearest(text: str, today: date, day: date) -> None:
    assert read_deadline(text, today) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sớm",
        "trước",
        "năm",
        "tháng",
        "quý",
        "tháng 13",
        "quý V",
        "quý 5",
        "31/4",
        "đầu quý II",
        "thường xuyên",
        "hằng tháng",
        "5 năm tới",
        "30/6 và 15/7",
        "6/26",
        "tháng 6 26",
        "năm 26",
        "đầu năm 2026",
        "30/6 " * 50_000,
    ],
)
def test_deadline_is_unknown_when_it_names_no_day(text: str) -> None:
    assert read_deadline(text, TODAY) is None


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_deadline_reads_every_written_day(day: date) -> None:
    assert read_deadline("trước " + long_date(day), TODAY) == day
    assert read_deadline(short_date(day), TODAY) == day


WORDS = [
    "trước",
    "hết",
    "cuối",
    "đầu",
    "tháng",
    "quý",
    "năm",
    "nay",
    "sau",
    "6",
    "30/6",
    "II",
    "/2026",
    "13",
    "0",
]


@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join) | st.text(), st.dates())
def test_any_text_is_a_deadline_or_unknown(text: str, today: date) -> None:
    read_deadline(text, today)
