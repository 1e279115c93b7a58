import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.language.folding import fold, fold_with_map, matches

VIETNAMESE = st.text(
    alphabet="aáàảãạăắằâấậbcdđeéêếgiíklmnoôốơớpqrstuúưứvxyýĐÊỨ \u00a0\u200b\t\n\u0301\u0323,.-/1"
)
TEXTS = VIETNAMESE | st.text()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Kiều Như Nguyên", "kieu nhu nguyen"),
        ("ĐẢNG ỦY đặc khu", "dang uy dac khu"),
        ("  hai\u00a0 dòng\n", "hai dong"),
        ("phòng, chống Covid- 19", "phong, chong covid- 19"),
        ("kinh\u00ad tế\u200b", "kinh te"),
        ("ก็", "ก็"),
    ],
)
def test_fold_drops_marks_case_and_spare_space(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_is_the_same_for_composed_and_decomposed() -> None:
    text = "Ủy ban nhân dân phường Thanh Sơn"
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(TEXTS)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_fold_is_idempotent_for_every_character() -> None:
    characters = map(chr, range(0x20000))  # all that are letters of some living script
    assert [c for c in characters if (folded := fold(c)) != c and fold(folded) != folded] == []


@given(TEXTS)
@example("ΑΣ ΑΣΑ")
@example("\u05b8\u05b0\u0591 \u0f73\u0f71")
@example("d\u05bc\u05b0")
def test_map_folds_as_fold_does(text: str) -> None:
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert len(folded.positions) == len(folded.text) + 1
    assert list(folded.positions) == sorted(folded.positions)


@given(VIETNAMESE, st.data())
def test_mapped_piece_folds_to_the_hit(text: str, data: st.DataObject) -> None:
    folded, positions = fold_with_map(text)
    start = data.draw(st.integers(0, len(folded)))
    end = data.draw(st.integers(start, len(folded)))
    assert fold(text[positions[start] : positions[end]]) == folded[start:end].strip()


def test_mapped_hit_takes_its_marks_along() -> None:
    text = unicodedata.normalize("NFD", "  Trần  Phú ")
    folded, positions = fold_with_map(text)
    start = folded.index("phu")
    hit = text[positions[start] : positions[start + 3]]
    assert unicodedata.normalize("NFC", hit) == "Phú"


@pytest.mark.parametrize(
    "query", ["kieu nhu", "Kiều Như", "nguyen kieu", "ng k", "", "  ", "NHƯ", "kiêu", "nhu,"]
)
def test_query_matches_when_each_word_begins_a_word(query: str) -> None:
    assert matches(query, "Kiều Như Nguyên")


@pytest.mark.parametrize("query", ["kieu van", "ieu", "kieunhu", "kieu nhu nguyenx"])
def test_query_does_not_match_when_some_word_is_missing(query: str) -> None:
    assert not matches(query, "Kiều Như Nguyên")


def test_query_matches_words_beside_signs() -> None:
    assert matches("chu tich ubnd", "Phó Bí thư, (Chủ tịch) UBND/HĐND")
