import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.matching import Marked, excerpt, has_all, marked, terms_of

TEXT = "Đồng chí Kiều Như Nguyên, kiều bào, làm việc với Đảng ủy."


def found(text: str, typed: str) -> list[str]:
    return [text[a:b] for a, b in marked(text, terms_of(typed)).ranges]


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("kieu nhu", ["Kiều", "Như", "kiều"]),
        ("nhu kie", ["Như", "Kiề", "kiề"]),
        ("Kiều", ["Kiều", "kiều"]),
        ("dang u", ["Đảng", "ủ"]),
        ('"kieu nhu"', ["Kiều Như"]),
        ('"nhu nguyen', ["Như Nguyên"]),
        ("guyen", []),
        ("nguy kieu", ["Kiều", "kiều"]),
        ("...", []),
        ("", []),
    ],
)
def test_words_are_found_without_marks_at_the_beginnings_of_words(typed, hits):
    assert sorted(found(TEXT, typed)) == sorted(hits)


def test_with_its_marks_only_what_has_them_is_marked():
    text = "Hòa bình, hoa hồng, hoà giải"
    assert found(text, "hoa") == ["Hòa", "hoa", "hoà"]
    assert found(text, "hòa") == ["Hòa"]


def test_decomposed_text_is_marked_with_its_marks():
    import unicodedata

    text = unicodedata.normalize("NFD", "Xã Thủy Nguyên")
    assert found(text, "thuy") == [unicodedata.normalize("NFD", "Thủy")]


def test_hits_that_touch_are_one():
    assert marked("nguyen", terms_of("nguyen nguye")).ranges == ((0, 6),)


def test_the_excerpt_is_the_piece_with_the_most_and_cut_around_it():
    long = "Mở đầu rất dài " * 10 + "thì Kiều Như Nguyên phát biểu " + "và còn nữa " * 20
    shown = excerpt(["kiều", long, "như"], terms_of("kieu nhu"), 60)
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")
    assert len(shown.text) <= 62
    assert [shown.text[a:b] for a, b in shown.ranges] == ["Kiều", "Như"]


def test_nothing_found_is_no_excerpt():
    assert excerpt(["một", "hai"], terms_of("ba bốn")) == Marked()


def test_whether_all_is_there():
    assert has_all(Marked(TEXT), terms_of("dang kieu"))
    assert not has_all(Marked(TEXT), terms_of("dang bo"))


@given(st.text('aăâđĐ ếẾ.,"\u0301', max_size=30), st.text('aăđe "', max_size=8))
def test_ranges_lie_in_the_text_in_order_and_apart(text, typed):
    ranges = marked(text, terms_of(typed)).ranges
    flat = [place for pair in ranges for place in pair]
    assert flat == sorted(set(flat))
    assert all(0 <= place <= len(text) for place in flat)
    cut = excerpt([text], terms_of(typed), 10)
    assert all(0 <= a < b <= len(cut.text) for a, b in cut.ranges)
