from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.numbers import read_number, two_digits, write_number

FIGURES = st.decimals(
    min_value=Decimal("-1e20"), max_value=Decimal("1e20"), places=None, allow_nan=False
).filter(lambda value: abs(value.as_tuple().exponent) <= 6) | st.builds(  # type: ignore[arg-type]
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.integers(-(10**18), 10**18),
    st.integers(0, 8),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.317,8", "2317.8"),
        ("2317,8", "2317.8"),
        ("24,661", "24.661"),
        ("1.257", "1257"),
        ("1.234.567,05", "1234567.05"),
        ("12", "12"),
        ("05", "5"),
        ("96,35", "96.35"),
        ("-0,5", "-0.5"),
        ("−0,5", "-0.5"),
        ("+3", "3"),
        ("-0", "0"),
        ("\u00a0 7\t", "7"),
    ],
)
def test_number_is_read_when_it_is_vietnamese(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "2,317.8",
        "1.25",
        "0.257",
        "01.257",
        "1234.567",
        "1.2345",
        "1.257.00",
        "1,2,3",
        "12,",
        ",5",
        "",
        " ",
        "-",
        "--1",
        "1 257",
        "1e3",
        "NaN",
        "Infinity",
        "٣",
        "２",
        "12%",
        "7 hộ",
        "1_000",
    ],
)
def test_number_is_unknown_when_it_could_mean_something_else(text: str) -> None:
    assert read_number(text) is None


def test_number_keeps_the_decimals_that_were_typed() -> None:
    assert str(read_number("2,50")) == "2.50"


def test_negative_zero_is_zero() -> None:
    assert str(read_number("-0,0")) == "0.0"


def test_huge_number_is_unknown() -> None:
    assert read_number("9" * 28) == Decimal("9" * 28)
    assert read_number("9" * 29) is None
    assert read_number("9" * 1_000_000) is None
    assert read_number("0," + "0" * 28) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2317.8", "2.317,8"),
        ("2.50", "2,50"),
        ("-1257", "-1.257"),
        ("0.24", "0,24"),
        ("1E+3", "1.000"),
        ("9" * 26 + ".99", "99." + ".".join(["999"] * 8) + ",99"),
    ],
)
def test_number_is_written_with_the_decimals_it_has(value: str, text: str) -> None:
    assert write_number(Decimal(value)) == text


@pytest.mark.parametrize("value", ["NaN", "Infinity", "sNaN"])
def test_what_is_no_number_is_not_written(value: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        write_number(Decimal(value))


@given(FIGURES)
def test_what_is_written_is_read_back(value: Decimal) -> None:
    assert read_number(write_number(value)) == value


@given(st.text(alphabet="0123456789.,-+ ", max_size=40))
def test_what_is_read_is_written_and_read_the_same(text: str) -> None:
    value = read_number(text)
    if value is not None:
        assert str(read_number(write_number(value))) == str(value)


@given(st.text())
def test_any_text_is_a_number_or_unknown(text: str) -> None:
    read_number(text)


@pytest.mark.parametrize(("count", "text"), [(5, "05"), (0, "00"), (12, "12"), (120, "120")])
def test_count_has_two_digits_at_least(count: int, text: str) -> None:
    assert two_digits(count) == text
