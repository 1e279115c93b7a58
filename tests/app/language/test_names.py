import random
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.language.names import given_name_key


def _sorted(names: list[str]) -> list[str]:
    shuffled = random.sample(names, len(names))
    return sorted(shuffled, key=given_name_key)


@pytest.mark.parametrize(
    "names",
    [
        ["Lê Văn An", "Trần Thị Ân", "Bùi Văn Bình", "Kiều Như Nguyên", "Nguyễn Thành Phú"],
        ["Bùi Thành Phú", "Nguyễn Thành Phú", "Bùi Văn Phú"],
        ["Phú", "Bùi Phú", "Bùi Văn Phú"],
        ["A ma", "A mà", "A mả", "A mã", "A má", "A mạ", "A mai"],
        ["da", "dă", "dâ", "đa", "ea", "êa", "o", "ô", "ơ", "u", "ư", "v"],
        ["Hòa", "Hoan", "Hoàn", "Hoán", "Hòn"],
        ["Tổ 2", "Tổ an", "Tổ ça"],
    ],
)
def test_people_stand_in_vietnamese_order(names: list[str]) -> None:
    assert _sorted(names) == names


def test_order_is_the_same_for_decomposed_and_capital_letters() -> None:
    key = given_name_key("Đặng Ước")
    assert given_name_key(unicodedata.normalize("NFD", "ĐẶNG ƯỚC"))[:3] == key[:3]


def test_name_without_a_syllable_comes_first() -> None:
    assert _sorted(["", "An"]) == ["", "An"]


@given(st.lists(st.text(), max_size=5))
@example(["lê an", "Lê An", "LÊ AN"])
def test_order_does_not_depend_on_what_it_was_before(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(names, key=given_name_key) == sorted(backwards, key=given_name_key)
