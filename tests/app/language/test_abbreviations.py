import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import KnownError
from app.language.abbreviations import (
    LONG_LIMIT,
    SHORT_LIMIT,
    USUAL,
    expansion,
    fits,
    from_csv,
    to_csv,
)

TABLE = {
    "đc": "đồng chí",
    "tp": "thành phố",
    "ubnd": "Ủy ban nhân dân",
    "HN": "Hà Nội",
    "k": "không",
}
SHORTS = st.text("aăâbcđêhnpưyBĐ0123", min_size=1, max_size=SHORT_LIMIT)
LONGS = st.text("aăâđê hờ,;\"'-1", min_size=1, max_size=LONG_LIMIT).map(str.strip).filter(bool)
TABLES = st.dictionaries(SHORTS, LONGS, max_size=5)


@pytest.mark.parametrize(
    ("before", "long"),
    [
        ("đc", "đồng chí"),
        ("Đc", "Đồng chí"),
        ("gửi các đc", "đồng chí"),
        ("(đc", "đồng chí"),
        ("“Đc", "Đồng chí"),
        ("HN", "Hà Nội"),
        ("ubnd", "Ủy ban nhân dân"),
        ("Ubnd", "Ủy ban nhân dân"),
        ("k", "không"),
    ],
)
def test_a_word_is_written_out_in_the_case_it_was_typed_in(before: str, long: str) -> None:
    found = expansion(before, TABLE)
    assert found is not None
    assert found.long == long
    assert before.endswith(found.short)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "UBND",
        "ĐC",
        "đC",
        "dc",
        "hn",
        "adc",
        "ađc",
        "1tp",
        "kh/tp",
        "a.tp",
        "tp-tp",
        "đc ",
        "tp_",
        "K",
    ],
)
def test_other_words_stay(before: str) -> None:
    assert expansion(before, TABLE) is None


def test_a_mark_of_a_decomposed_word_is_none_of_ours() -> None:
    assert expansion(unicodedata.normalize("NFD", "đồng tp"), TABLE) is not None
    assert expansion("tp\u0301", TABLE) is None


@given(st.text(), TABLES)
def test_what_is_found_stands_at_the_end_and_in_the_table(before: str, table: dict) -> None:
    found = expansion(before, table)
    if found is not None:
        assert before.endswith(found.short)
        assert found.short.casefold() in {short.casefold() for short in table}
        rest = before[: -len(found.short)]
        assert not rest or not rest[-1].isalnum()


@given(TABLES, st.text("ab đ", max_size=9))
def test_every_word_of_the_table_is_found_after_any_words(table: dict, words: str) -> None:
    for short, long in table.items():
        found = expansion(f"{words} {short}", table)
        assert found == (short, long)


def test_the_usual_ones_fit_the_table() -> None:
    assert all(fits(short, long) for short, long in USUAL.items())


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("", "a"),
        ("đ c", "a"),
        ("đ.c", "a"),
        ("a" * 21, "b"),
        ("a", ""),
        ("a", " b"),
        ("a", "b" * 201),
    ],
)
def test_what_does_not_fit(short: str, long: str) -> None:
    assert not fits(short, long)


@given(TABLES)
def test_a_table_comes_back_from_csv(table: dict) -> None:
    assert from_csv(to_csv(table)) == table


def test_csv_of_a_spreadsheet_is_read() -> None:
    text = "\ufeffTắt;Đầy đủ\r\nđc;đồng chí\r\n;\r\ntp;thành phố, thị xã\r\n"
    assert from_csv(text.replace("Tắt;Đầy đủ\r\n", "")) == {
        "đc": "đồng chí",
        "tp": "thành phố, thị xã",
    }


@pytest.mark.parametrize("text", ["đ c,đồng chí", "đc", "short,long\nđc,", '"đc,"x'])
def test_a_row_that_does_not_fit_is_told(text: str) -> None:
    with pytest.raises(KnownError):
        from_csv(text)


def test_a_quotation_mark_that_stays_open_is_told_by_its_line() -> None:
    with pytest.raises(KnownError, match="look at its line 2"):
        from_csv('tp,thành phố\nđc,"đồng chí\n')
