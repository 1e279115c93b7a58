import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.pasting import cleaned

SOURCE = Path(__file__).parents[2] / "data" / "source-report.txt"
LETTERS = "aăĐđêờ 12,.;:\n\t\u00a0\u200b\ufeff\u0301\u2028()-%"
PASTED = st.text(LETTERS, max_size=40)
DROPPED = "[\\s\u00ad\u200b-\u200f\u2060\ufeff]"


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("một\u00a0 hai\t ba", "một hai ba"),
        ("ti\u0302n\u0303", "tîñ"),
        ("ê\u200b\u0301", "ế"),
        ("Ðảng ủy", "Đảng ủy"),
        ("\u00a0 nam\t", " nam "),
        (" \t", ""),
        ("kinh\u00ad tế\u200b", "kinh tế"),
        ("a\x0bb\u2028c", "a b c"),
        ("rà soát , cân đối ; xong .", "rà soát, cân đối; xong."),
        ("Covid- 19", "Covid- 19"),
        ("17- CT/TU", "17- CT/TU"),
        ("giá ,5 và .docx", "giá ,5 và .docx"),
        ('“đặt trong ngoặc"', "“đặt trong ngoặc”"),
        ("\"thẳng\" và 'đơn'", "\"thẳng\" và 'đơn'"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
    ],
)
def test_a_line_is_put_right(pasted: str, clean: str) -> None:
    assert cleaned(pasted) == clean


@pytest.mark.parametrize(
    "pasted",
    [
        "•\tMột;\n•\tHai",
        "\uf0b7\tMột;\r\n\uf0b7\tHai\r\n",
        "o\tMột;\no\tHai",
        "- Một;\n- Hai",
        "+ Một;\n+ Hai",
        "1.\tMột;\n2.\tHai",
        "1. Một;\n2. Hai",
        "a) Một;\nb) Hai",
        "II. Một;\n\nIII. Hai",
        "(1) Một;\n(2) Hai",
    ],
)
def test_marks_of_lists_go(pasted: str) -> None:
    assert cleaned(pasted) == "Một;\nHai"


@pytest.mark.parametrize(
    "pasted",
    [
        "1. Một thôi",
        "5 hộ\n7 hộ",
        "-5%",
        "1. Một\n5. Năm",
        "1. Một\n2) Hai",
        "o Mường",
        "TP. Huế",
        "30/6",
        "1.500 hộ",
    ],
)
def test_what_only_looks_like_a_mark_stays(pasted: str) -> None:
    assert cleaned(pasted) == pasted


def test_lines_of_a_narrow_page_become_one_paragraph() -> None:
    pasted = "Tập trung lãnh đạo,\nchỉ đạo các\nchi bộ.\nTiếp tục\n\nđổi mới."
    assert cleaned(pasted) == "Tập trung lãnh đạo, chỉ đạo các chi bộ.\nTiếp tục\nđổi mới."


def test_entries_of_a_list_are_never_joined() -> None:
    assert cleaned("- xây dựng\n- phát triển") == "xây dựng\nphát triển"


def test_for_a_field_of_one_line_all_becomes_one() -> None:
    assert cleaned("Một.\nHai  ,\nba", lines=False) == "Một. Hai, ba"


def test_no_word_of_the_source_report_is_touched() -> None:
    source = SOURCE.read_text("utf-8")
    clean = cleaned(source)
    assert clean.split("\n") != source.split("\n")
    assert re.sub(r"\s", "", clean) == re.sub(r"\s", "", source)
    assert len(clean.split("\n")) == sum(bool(line.strip()) for line in source.split("\n"))


@given(PASTED)
def test_letters_digits_and_marks_stay_in_their_order(pasted: str) -> None:
    def words(text: str) -> str:
        return unicodedata.normalize("NFC", re.sub(DROPPED, "", text))

    bare = cleaned(pasted)
    kept = iter(words(pasted))
    assert all(letter in kept for letter in words(bare))  # nothing new, and nothing out of order
    marks = re.sub(r"[\w%:;]", "", words(pasted))
    if not set(marks) & set("-.)"):  # else the mark of a list may have gone
        assert words(bare) == words(pasted)


@given(PASTED)
def test_cleaned_text_is_composed_and_without_odd_space(pasted: str) -> None:
    clean = cleaned(pasted)
    assert unicodedata.is_normalized("NFC", clean)
    assert not re.search("[\t\u00a0\u200b]|  |\n | \n", clean)
