import unicodedata
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.dates import clock_time, long_date, read_date, read_time, short_date

TODAY = date(2022, 5, 11)
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2022, 5, 11), "ngày 11 tháng 5 năm 2022"),
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 4), "ngày 04 tháng 3 năm 2026"),
        (date(2026, 1, 10), "ngày 10 tháng 01 năm 2026"),
        (date(2026, 12, 9), "ngày 09 tháng 12 năm 2026"),
    ],
)
def test_long_date_has_the_zeros_of_official_papers(day: date, text: str) -> None:
    assert long_date(day) == text


@pytest.mark.parametrize(
    ("day", "with_year", "without"),
    [
        (date(2022, 5, 11), "11/5/2022", "11/5"),
        (date(2026, 2, 5), "05/02/2026", "05/02"),
        (date(2018, 4, 3), "03/4/2018", "03/4"),
        (date(2020, 12, 30), "30/12/2020", "30/12"),
    ],
)
def test_short_date_has_the_same_zeros(day: date, with_year: str, without: str) -> None:
    assert short_date(day) == with_year
    assert short_date(day, year=False) == without


def test_clock_time_has_two_digits() -> None:
    assert clock_time(time(8, 30)) == "08 giờ 30 phút"
    assert clock_time(time(14)) == "14 giờ 00 phút"


@pytest.mark.parametrize(
    "text",
    [
        "11/5/2022",
        "11/05/2022",
        "11-5-2022",
        "11.5.2022",
        "ngày 11/5/2022",
        " 11 / 5 / 2022 ",
        "ngày 11 tháng 5 năm 2022",
        "Ngày 11  tháng 5, năm 2022",
        "11 tháng 5 năm 2022",
        "11/5/22",
        "11.05.22",
        "ngày 11 tháng 5 năm 22",
        "11/5",
        "ngày 11 tháng 5",
        "ngay 11 thang 5",
        "11-5",
        unicodedata.normalize("NFD", "ngày 11 tháng 5 năm 2022"),
    ],
)
def test_date_is_read_as_people_write_it(text: str) -> None:
    assert read_date(text, TODAY) == date(2022, 5, 11)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("5/2/26", 2026),
        ("5/2/00", 2000),
        ("5/2/52", 2052),
        ("5/2/53", 1953),
        ("5/2/99", 1999),
    ],
)
def test_a_year_of_two_digits_is_at_most_thirty_years_ahead(text: str, year: int) -> None:
    assert read_date(text, TODAY) == date(year, 2, 5)


def test_date_without_a_year_is_of_this_year() -> None:
    assert read_date("30/12", date(2030, 1, 1)) == date(2030, 12, 30)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "11",
        "31/4/2022",
        "29/2/2022",
        "29/2",
        "12/14",
        "0/5",
        "5/2022",
        "11/5/222",
        "11/5/0022",
        "11/5-2022",
        "11/5/2022 nhé",
        "tháng 5 năm 2022",
        "2022-05-11",
        "١١/٥",
        "1" * 1_000_000,
    ],
)
def test_date_is_unknown_when_there_is_no_such_day(text: str) -> None:
    assert read_date(text, TODAY) is None


@given(DAYS)
def test_written_dates_are_read_back(day: date) -> None:
    assert read_date(long_date(day), TODAY) == day
    assert read_date(short_date(day), TODAY) == day
    assert read_date(short_date(day, year=False), day) == day


@pytest.mark.parametrize(
    "text",
    ["8h30", "08:30", "8:30", "8 giờ 30 phút", "08 giờ 30", "8g30", "8G30", "8h30'", "8 h 30 ph"],
)
def test_time_is_read_as_people_write_it(text: str) -> None:
    assert read_time(text) == time(8, 30)


@pytest.mark.parametrize("text", ["14h", "14 giờ", "14h00", "14:00", "14 giờ 00 phút"])
def test_hour_alone_is_on_the_hour(text: str) -> None:
    assert read_time(text) == time(14)


@pytest.mark.parametrize(
    "text", ["", "8", "24h", "8h60", "8:", "830", "8.30", "8h30h", "sáng 8h", "-1h", "h30", "٨h"]
)
def test_time_is_unknown_when_there_is_no_such_time(text: str) -> None:
    assert read_time(text) is None


@given(st.times().map(lambda moment: time(moment.hour, moment.minute)))
def test_written_time_is_read_back(moment: time) -> None:
    assert read_time(clock_time(moment)) == moment
    assert read_time(moment.strftime("%H:%M")) == moment


@given(st.text())
def test_any_text_is_a_date_or_unknown(text: str) -> None:
    read_date(text, TODAY)
    read_time(text)
