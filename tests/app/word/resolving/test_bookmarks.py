"""Which bookmarks stand in the order they had, which were moved, and which tell nothing."""

import pytest

from app.minutes.place import Place
from app.word.resolving.accepted import END, Accepted, Span
from app.word.resolving.bookmarks import standing
from app.word.resolving.exported import Anchor

TEXT = f"{END}một hai{END}ba bốn{END}"


def stand(**spans: tuple[int, int]) -> tuple[dict[int, str], dict[int, str]]:
    """What stands in place and what was moved, for bookmarks exported in the order given."""
    anchors = [Anchor(mark, Place("speeches"), "") for mark in spans]
    bookmarks = {mark: Span(*span) for mark, span in spans.items()}
    in_place, moved = standing(anchors, Accepted(TEXT, bookmarks))
    return (
        {number: span.of(TEXT) for number, span in in_place.items()},
        {number: span.of(TEXT) for number, span in moved.items()},
    )


def test_bookmarks_in_order_are_in_place() -> None:
    assert stand(a=(1, 4), b=(5, 8), c=(9, 11)) == ({0: "một", 1: "hai", 2: "ba"}, {})


def test_the_fewest_count_as_moved() -> None:
    assert stand(a=(9, 11), b=(1, 4), c=(5, 8)) == ({1: "một", 2: "hai"}, {0: "ba"})


@pytest.mark.parametrize("empty", [(4, 4), (4, 5), (0, 1), (8, 9)])
def test_bookmark_that_holds_no_letter_is_lost(empty: tuple[int, int]) -> None:
    assert stand(a=empty) == ({}, {})


def test_ends_of_paragraphs_do_not_belong_to_a_bookmark() -> None:
    assert stand(a=(0, 9)) == ({0: "một hai"}, {})


def test_bookmark_that_overlaps_another_is_lost() -> None:
    assert stand(a=(1, 8), b=(5, 11)) == ({0: "một hai"}, {})
    assert stand(a=(9, 15), b=(1, 8), c=(2, 4), d=(5, 8)) == ({1: "một hai"}, {0: "ba bốn"})
