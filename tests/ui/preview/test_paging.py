"""Paging: strips fill pages, and no page break cuts what belongs together."""

from ui.preview.paging import Bond, Strip, paginate

HEIGHT = 100


def heights(strips: list[Strip]) -> list[list[float]]:
    return [[placed.strip.height for placed in sheet] for sheet in paginate(strips, HEIGHT)]


def tops(strips: list[Strip]) -> list[list[float]]:
    return [[placed.top for placed in sheet] for sheet in paginate(strips, HEIGHT)]


def test_nothing_fills_one_page():
    assert heights([]) == [[]]


def test_page_is_turned_when_a_strip_does_not_fit():
    assert heights([Strip(60, ()), Strip(40, ()), Strip(50, ())]) == [[60, 40], [50]]


def test_between_strips_stands_the_greater_room():
    assert tops([Strip(10, (), below=5), Strip(10, (), above=8), Strip(10, ())]) == [[0, 18, 28]]


def test_room_above_counts_on_the_first_page_only():
    assert tops([Strip(80, (), above=5), Strip(80, (), above=5)]) == [[5], [0]]


def test_rest_of_a_line_may_fall_off_the_page():
    line = Strip(40, (), trail=20)
    assert tops([line, line, line]) == [[0, 60], [0]]


def test_strips_that_keep_together_are_moved_together():
    kept = [Strip(60, ()), Strip(30, (), bond=Bond.KEEP), Strip(20, ())]
    assert heights(kept) == [[60], [30, 20]]


def test_too_long_a_chain_is_cut_between_its_things():
    first = [Strip(60, (), bond=Bond.KEEP)]
    second = [Strip(30, (), bond=Bond.WHOLE), Strip(30, ())]
    assert heights([*first, *second]) == [[60], [30, 30]]


def test_thing_longer_than_a_page_is_cut_somewhere():
    assert heights([Strip(60, (), bond=Bond.WHOLE), Strip(70, ())]) == [[60], [70]]


def test_head_is_repeated_at_the_top_of_a_page_only():
    head = Strip(10, (), bond=Bond.KEEP)
    rows = [head, *(Strip(40, (), head=head) for _ in range(4))]
    assert heights(rows) == [[10, 40, 40], [10, 40, 40]]
    again = [[placed.again for placed in sheet] for sheet in paginate(rows, HEIGHT)]
    assert again == [[False] * 3, [True, False, False]]
