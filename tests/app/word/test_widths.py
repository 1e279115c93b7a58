import pytest

from app.documents.forms import Look
from app.minutes.words import Form
from app.word.elements import POINTS, emu, name, prototype
from app.word.rule_lines import rule_line
from app.word.widths import broken_width, text_width
from tests.app.word.outlines import rules_of


# Measured on the pages LibreOffice makes of these lines with Liberation Serif Bold.
@pytest.mark.parametrize(
    ("text", "size", "millimetres"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, 72.9),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.7),
        ("Độc lập - Tự do - Hạnh phúc", 14, 60.5),
    ],
)
def test_width_of_a_title_is_that_on_the_page(text: str, size: float, millimetres: float) -> None:
    assert text_width(text, size, bold=True) / POINTS == pytest.approx(millimetres, abs=0.1)


def test_words_go_to_the_next_line_when_there_is_no_room() -> None:
    one = text_width("một hai", 10, bold=False)
    assert broken_width("một hai ba", 10, one + 1, bold=False) == one
    assert broken_width("một hai ba", 10, one - 1, bold=False) < one
    assert broken_width("một hai ba", 10, 500, bold=False) == text_width(
        "một hai ba", 10, bold=False
    )
    assert broken_width("ba\nmột hai", 10, 500, bold=False) == one


def test_letter_is_as_wide_as_its_base_but_for_the_horn() -> None:
    assert text_width("ệ", 10, bold=False) == text_width("e", 10, bold=False)
    assert text_width("ừ", 10, bold=False) > text_width("u", 10, bold=False)


def test_longest_line_counts() -> None:
    assert text_width("ab\nabc\na", 10, bold=True) == text_width("abc", 10, bold=True)


def length_of(look: Look, width: float) -> float:
    drawn = prototype(rule_line("Đảng ủy phường", look, rules_of(Form.STATE).drawn_line, width, 1))
    return int(next(drawn.iter(name("wp:extent"))).get("cx")) / emu(1)


def test_line_has_its_share_of_the_text_in_capitals() -> None:
    look = rules_of(Form.STATE).roles["issuing_body"].look()
    text = text_width("ĐẢNG ỦY PHƯỜNG", 13, bold=True)
    assert length_of(look, 400) == pytest.approx(text * 0.4, abs=0.1)


def test_line_is_as_long_as_the_longest_that_the_text_breaks_into() -> None:
    look = rules_of(Form.STATE).roles["motto"].look()
    assert length_of(look, 75) == pytest.approx(text_width("Đảng ủy", 14, bold=True), abs=0.1)


def test_line_leaves_the_room_of_the_indents() -> None:
    look = rules_of(Form.STATE).roles["motto"].look()._replace(left=10, right=5)
    assert length_of(look, 75 + 15 * POINTS) == length_of(look._replace(left=0, right=0), 75)


def test_line_is_no_longer_than_its_column() -> None:
    look = rules_of(Form.STATE).roles["motto"].look()
    assert length_of(look, 30) == pytest.approx(30)


def test_line_stands_below_the_last_line_of_the_text() -> None:
    rules = rules_of(Form.STATE)
    look, drawn = rules.roles["motto"].look(), rules.drawn_line
    below = prototype(rule_line("Độc lập", look, drawn, 400, 1))
    offset = int(next(below.iter(name("wp:posOffset"))).text or 0) / emu(1)
    assert offset == pytest.approx(14 * 1.15 + drawn.gap.value, abs=0.01)
