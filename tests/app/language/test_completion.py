import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.completion import OFFERED, Index, spelled_out

WORDS = (
    "Kiều Như Nguyên",
    "Nguyễn Thành Phú",
    "Bùi Văn Phú",
    "Bùi Văn Phủ",
    "Phó Chủ tịch HĐND thành phố",
    "Chủ tịch UBND thành phố",
    "Đảng ủy phường Thanh Sơn",
)
INDEX = Index((word, word) for word in WORDS)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kieu nhu", "Kiều Như Nguyên"),
        ("Kiều", "Kiều Như Nguyên"),
        ("knn", "Kiều Như Nguyên"),
        ("nguyen", "Nguyễn Thành Phú"),
        ("nguyên", "Kiều Như Nguyên"),
        ("phủ", "Bùi Văn Phủ"),
        ("bvp", "Bùi Văn Phú"),
        ("dang uy", "Đảng ủy phường Thanh Sơn"),
        ("ct ubnd", "Chủ tịch UBND thành phố"),
        ("chu tich thanh pho", "Chủ tịch UBND thành phố"),
        ("pct hdnd", "Phó Chủ tịch HĐND thành phố"),
        ("phu nguyen", "Nguyễn Thành Phú"),
    ],
)
def test_letters_without_marks_find_what_is_meant(typed: str, first: str) -> None:
    assert INDEX.find(typed)[0] == first


@pytest.mark.parametrize("typed", ["xyz", "ieu", "kn x", "duts", "…"])
def test_other_letters_find_nothing(typed: str) -> None:
    assert INDEX.find(typed) == []


def test_what_begins_so_comes_before_what_holds_it() -> None:
    assert INDEX.find("ph")[0] == "Phó Chủ tịch HĐND thành phố"
    assert INDEX.find("tha")[0] == "Nguyễn Thành Phú"


def test_nothing_typed_offers_the_first_ones() -> None:
    many = Index((str(number), number) for number in range(100))
    assert many.find("") == list(range(OFFERED))
    assert many.find("1", 3) == [1, 10, 11]


@given(st.sampled_from(WORDS), st.data())
def test_the_beginning_of_each_word_is_enough(word: str, data: st.DataObject) -> None:
    lengths = [data.draw(st.integers(1, len(part))) for part in word.split()]
    typed = " ".join(part[:n] for part, n in zip(word.split(), lengths, strict=True))
    assert word in INDEX.find(typed)


@pytest.mark.parametrize(
    ("typed", "offered", "stands"),
    [
        ("Nguyễn Văn A", "Nguyễn Văn An", True),
        ("nguyễn văn a", "Nguyễn Văn An", False),
        ("Lê Thị Hoa", "Lê Thị Hoà", True),
        ("le thi hoa", "Lê Thị Hoà", False),
        ("Nguyen", "Nguyễn Văn An", False),
        ("phú", "Bùi Văn Phú", False),
        ("hộ", "hộ nghèo", True),
    ],
)
def test_what_is_spelled_out_is_left_alone(typed: str, offered: str, stands: bool) -> None:
    assert spelled_out(typed, offered) is stands


@pytest.mark.parametrize(("typed", "stands"), [("công an", True), ("cong an", False)])
def test_small_letters_with_marks_stand_where_no_name_is_meant(typed: str, stands: bool) -> None:
    assert spelled_out(typed, "Công an phường", any_case=True) is stands
    assert not spelled_out(typed, "Công an phường")
