"""The heads of tables."""

from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.headers import shared_out

COLUMNS = st.lists(st.tuples(st.integers(20, 400), st.booleans()), min_size=1, max_size=12)


def test_what_is_left_goes_to_the_wordy_columns_as_they_are_wide():
    assert shared_out([100, 50, 200], [True, False, True], 650) == [200, 50, 400]


def test_where_no_column_is_wordy_the_widths_stay():
    assert shared_out([100, 50], [False, False], 650) == [100, 50]


@given(COLUMNS, st.integers(0, 4000))
def test_no_column_gets_narrower_and_no_room_is_overrun(columns, room):
    widths, wordy = [width for width, _ in columns], [has for _, has in columns]
    given_out = shared_out(widths, wordy, room)
    assert all(after >= before for before, after in zip(widths, given_out, strict=True))
    assert sum(given_out) <= max(room, sum(widths))
