"""Paging: strips fill pages, and no page break cuts what belongs together."""

from hypothesis import given
from hypothesis import strategies as st

from ui.preview.paging import Bond, Paginator, Strip, paginate

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


HEAD = Strip(10, (), bond=Bond.KEEP)
STRIPS = st.builds(
    Strip,
    st.integers(1, 130),
    st.just(()),
    above=st.integers(0, 9),
    below=st.integers(0, 9),
    trail=st.integers(0, 9),
    bond=st.sampled_from(Bond),
    head=st.sampled_from([None, HEAD]),
)


@given(st.lists(STRIPS, max_size=30), st.data())
def test_pages_that_are_kept_are_as_if_all_were_laid_anew(strips, data):
    paginator = Paginator(HEIGHT)
    for _ in range(3):
        assert paginator.paginate(list(strips)) == paginate(strips, HEIGHT)
        start = data.draw(st.integers(0, len(strips)))
        end = data.draw(st.integers(start, len(strips)))
        strips = [*strips[:start], *data.draw(st.lists(STRIPS, max_size=3)), *strips[end:]]
    assert paginator.paginate(list(strips)) == paginate(strips, HEIGHT)


def test_page_does_not_begin_with_a_chain_of_which_the_end_was_taken_away():
    strips = [Strip(60, ()), Strip(20, (), bond=Bond.KEEP), Strip(60, ())]
    paginator = Paginator(HEIGHT)
    assert len(paginator.paginate(strips)) == 2
    assert len(paginator.paginate(strips[:2])) == len(paginate(strips[:2], HEIGHT)) == 1


def test_change_lays_only_its_own_page_anew():
    strips = [Strip(30, ()) for _ in range(100)]
    paginator = Paginator(HEIGHT)
    first = list(paginator.paginate(list(strips)))
    assert paginator.laid_anew == len(first) == 34
    strips[50] = Strip(31, ())
    second = paginator.paginate(list(strips))
    assert paginator.laid_anew == 1
    assert [old is new for old, new in zip(first, second, strict=True)].count(False) == 1


def test_line_more_moves_what_follows_until_a_page_begins_as_before():
    strips = [Strip(30, ()) for _ in range(100)]
    strips[60] = Strip(90, ())  # it begins a page whatever stands before it
    paginator = Paginator(HEIGHT)
    before = len(paginator.paginate(list(strips)))
    after = paginator.paginate([*strips[:50], Strip(30, ()), *strips[50:]])
    assert len(after) == before + 1
    assert paginator.laid_anew == 5  # 50 to 52, …, 59


def test_nothing_changed_lays_nothing_anew():
    strips = [Strip(30, ()) for _ in range(100)]
    paginator = Paginator(HEIGHT)
    assert paginator.paginate(strips) == paginator.paginate(list(strips))
    assert paginator.laid_anew == 0


def test_chain_that_has_shrunk_goes_back_to_the_page_before():
    first, begun, long = Strip(60, ()), Strip(30, (), bond=Bond.KEEP), Strip(20, ())
    paginator = Paginator(HEIGHT)
    assert len(paginator.paginate([first, begun, long])) == 2
    assert len(paginator.paginate([first, begun, Strip(10, ())])) == 1
