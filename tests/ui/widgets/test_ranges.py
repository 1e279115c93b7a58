import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.ranges import (
    Point,
    Span,
    key_at,
    place_of,
    replaced,
    space_between,
    whole_text,
)

A, GAP, B = ("a", "Một."), ("", " "), ("b", "Hai.")
PARAGRAPH = (A, GAP, B)


def typed(text: str, start: int, end: int | None = None, closing: str = "") -> list[tuple]:
    end = start if end is None else end
    return replaced([PARAGRAPH], Span(start, end, start + len(text)), text, closing)


@pytest.mark.parametrize(
    ("text", "start", "after"),
    [
        ("x", 4, (("a", "Một.x"), GAP, B)),
        ("x", 2, (("a", "Mộxt."), GAP, B)),
        ("x", 0, (("a", "xMột."), GAP, B)),
        ("x", 5, (A, GAP, ("b", "xHai."))),
        ("x", 9, (A, GAP, ("b", "Hai.x"))),
    ],
)
def test_words_belong_to_the_range_they_touch(text, start, after):
    assert typed(text, start) == [after]


def test_first_words_belong_to_no_range():
    assert replaced([()], Span(0, 0, 1), "x", "") == [(("", "x"),)]


def test_a_space_after_its_full_stop_leaves_a_closing_range():
    assert typed(" C", 9, closing="b") == [(A, GAP, B, ("", " C"))]
    assert typed("C", 9, closing="b") == [(A, GAP, ("b", "Hai.C"))]
    assert typed(" C", 9) == [(A, GAP, ("b", "Hai. C"))]


def test_a_space_typed_before_leaves_it_too():
    paragraph = (("b", "Hai. "),)
    assert replaced([paragraph], Span(5, 5, 6), "C", "b") == [(B, ("", " C"))]


def test_inside_a_closing_range_words_stay_inside():
    paragraph = (("b", "Hai. Ba."),)
    assert replaced([paragraph], Span(4, 4, 6), " C", "b") == [(("b", "Hai. C Ba."),)]


def test_a_line_break_cuts_a_range_in_two():
    assert typed("\n", 2) == [(("a", "Mộ"),), (("a", "t."), GAP, B)]


def test_pasted_lines_belong_to_what_they_touch():
    assert typed("x\ny\nz", 2) == [(("a", "Mộx"),), (("", "y"),), (("a", "zt."), GAP, B)]


def test_removing_a_line_break_joins():
    assert replaced([(A,), (B,)], Span(4, 5, 4), "", "") == [(A, B)]


@pytest.mark.parametrize(("offset", "key"), [(0, "a"), (4, "a"), (5, "b"), (9, "b"), (7, "b")])
def test_the_range_at_a_cursor(offset, key):
    assert key_at(PARAGRAPH, offset) == key


def test_an_empty_paragraph_has_no_range_at_its_cursor():
    assert key_at((), 0) == ""


def test_where_a_range_is():
    assert place_of([(), PARAGRAPH], "b") == (Point(1, 5), Point(1, 9))
    assert place_of([PARAGRAPH], "gone") is None


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("Một.", "Hai", " "),
        ("một", "Hai", " "),
        ("trư", "ờng", ""),
        ("một ", "hai", ""),
        ("", "Hai", ""),
        ("20", "22", ""),
    ],
)
def test_what_joins_two_paragraphs(before, after, between):
    assert space_between(before, after) == between


RUNS = st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.text("xắ. ", min_size=1, max_size=4)))
PARAGRAPHS = st.lists(RUNS.map(tuple), min_size=1, max_size=3)


@given(PARAGRAPHS, st.data(), st.text("xắ. \n", max_size=5), st.sampled_from(["", "a", "ab"]))
def test_only_the_told_words_change(paragraphs, data, text, closing):
    whole = whole_text(paragraphs)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    after = replaced(paragraphs, Span(start, end, start + len(text)), text, closing)
    assert whole_text(after) == whole[:start] + text + whole[end:]
    assert all(words for paragraph in after for _, words in paragraph)


def test_a_range_that_is_complete_is_left_by_a_space_after_any_word() -> None:
    said = [(("k", "Về trụ sở, "),)]
    at_end = Span(11, 11, 12)
    assert replaced(said, at_end, "đ", {"k"}) == [(("k", "Về trụ sở, đ"),)]
    assert replaced(said, at_end, "đ", {"k"}, "k") == [(("k", "Về trụ sở,"), ("", " đ"))]
    assert replaced(said, at_end, "đ", {"k"}, "other") == [(("k", "Về trụ sở, đ"),)]


def test_a_word_that_is_going_on_stays_in_a_complete_range() -> None:
    said = [(("k", "trụ s"),)]
    assert replaced(said, Span(5, 5, 6), "ở", {"k"}, "k") == [(("k", "trụ sở"),)]
