import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.plain import changed_span, kept_cursor, one_line


@pytest.mark.parametrize(
    ("before", "after", "span"),
    [
        ("abc", "abc", (3, 3, 3)),
        ("abc", "abXc", (2, 2, 3)),
        ("abc", "ac", (1, 2, 1)),
        ("aa", "aaa", (2, 2, 3)),
        ("", "abc", (0, 0, 3)),
    ],
)
def test_changed_span(before: str, after: str, span: tuple[int, int, int]) -> None:
    assert changed_span(before, after) == span


@given(st.text("ab"), st.text("ab"))
def test_putting_the_changed_span_in_gives_the_new_text(before: str, after: str) -> None:
    start, old_end, new_end = changed_span(before, after)
    assert before[:start] + after[start:new_end] + before[old_end:] == after


@given(st.text("ab"), st.text("ab"), st.integers(0, 10))
def test_a_kept_cursor_is_within_the_text(before: str, after: str, cursor: int) -> None:
    assert 0 <= kept_cursor(before, after, min(cursor, len(before))) <= len(after)


@pytest.mark.parametrize("text", ["a\nb", "a \r\n\r\n b", "a\tb", "a\u2028b"])
def test_one_line_has_single_spaces_for_breaks(text: str) -> None:
    assert one_line(text) == "a b"
