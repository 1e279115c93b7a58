from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.paragraphs import Change, Paragraph, differing, moved, rekeyed


@pytest.fixture
def new_key() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new{next(numbers)}"


def of(*texts: str) -> list[Paragraph]:
    return [Paragraph(f"k{number}", text) for number, text in enumerate(texts)]


def keys(paragraphs: list[Paragraph]) -> list[str]:
    return [paragraph.key for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["ab"], ["abc"], ["k0"]),  # typing
        (["ab"], ["", "ab"], ["new1", "k0"]),  # Enter before
        (["ab"], ["ab", ""], ["k0", "new1"]),  # Enter after
        (["ab"], ["a", "b"], ["k0", "new1"]),  # Enter inside
        (["a", "b"], ["ab"], ["k0"]),  # joined
        (["", "b"], ["b"], ["k1"]),  # a blank paragraph removed before one
        (["a", "b", "c"], ["a", "c"], ["k0", "k2"]),  # removed
        (["ab"], ["aX", "Y", "Zb"], ["k0", "new1", "new2"]),  # pasted inside
    ],
)
def test_which_keys_are_kept(
    old: list[str], new: list[str], expected: list[str], new_key: Callable[[], str]
) -> None:
    assert keys(rekeyed(of(*old), new, new_key)) == expected


def test_a_heading_that_is_split_leaves_a_paragraph(new_key: Callable[[], str]) -> None:
    after = rekeyed([Paragraph("h", "Kinh tế", heading=True)], ["Kinh", "tế"], new_key)
    assert [paragraph.heading for paragraph in after] == [True, False]


lists = st.lists(st.sampled_from(["", "a", "b"]), min_size=1, max_size=5)


@given(lists, lists)
def test_keys_are_never_doubled_and_texts_never_lost(old: list[str], new: list[str]) -> None:
    numbers = count(1)
    after = rekeyed(of(*old), new, lambda: f"new{next(numbers)}")
    assert [paragraph.text for paragraph in after] == new
    assert len(set(keys(after))) == len(new)


@given(lists, lists)
def test_differing_spans_make_one_list_of_the_other(old: list[str], new: list[str]) -> None:
    before, after = of(*old), [Paragraph(f"k{n}", text) for n, text in enumerate(new)]
    span = differing(before, after)
    if span is None:
        assert before == after
        return
    start, old_end, new_end = span
    assert before[:start] + after[start:new_end] + before[old_end:] == after
    assert start < old_end
    assert start < new_end


def test_headings_are_known_by_their_words() -> None:
    one, other = Paragraph("a", "Kinh tế", heading=True), Paragraph("b", "Kinh tế", heading=True)
    assert differing([one], [other]) is None


@pytest.mark.parametrize(
    ("first", "last", "by", "expected"),
    [
        (1, 1, -1, ["k1", "k0", "k2"]),
        (0, 1, 1, ["k2", "k0", "k1"]),
        (0, 0, -1, None),
        (1, 2, 1, None),
    ],
)
def test_moving(first: int, last: int, by: int, expected: list[str] | None) -> None:
    after = moved(of("a", "b", "c"), first, last, by)
    assert (after and keys(after)) == expected


def test_typing_is_a_change_of_one_paragraphs_words() -> None:
    old, new = Paragraph("k", "a"), Paragraph("k", "ab")
    assert Change(0, (old,), (new,)).typed
    assert not Change(0, (old,), (new, Paragraph("l", ""))).typed
    assert not Change(0, (old,), (old._replace(heading=True),)).typed
