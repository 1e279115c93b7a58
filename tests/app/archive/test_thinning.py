import datetime

from hypothesis import given
from hypothesis import strategies as st

from app.archive.thinning import Keep, kept, within_budget

MOMENTS = st.datetimes(datetime.datetime(2024, 1, 1), datetime.datetime(2027, 1, 1))
TAKEN = st.lists(MOMENTS, max_size=60)
KEEP = Keep()


def daily(days: int) -> list[datetime.datetime]:
    return [datetime.datetime(2025, 1, 1, 8) + datetime.timedelta(days=n) for n in range(days)]


@given(TAKEN)
def test_what_is_kept_is_among_what_was_taken_and_no_more_than_planned(taken):
    staying = kept(taken)
    assert staying <= set(taken)
    assert len(staying) <= sum(KEEP)
    assert not taken or max(taken) in staying


@given(TAKEN)
def test_thinning_twice_is_thinning_once(taken):
    assert kept(kept(taken)) == kept(taken)


@given(TAKEN)
def test_thinning_as_one_goes_keeps_what_thinning_at_the_end_would(taken):
    staying: set[datetime.datetime] = set()
    for moment in sorted(taken):
        staying = kept({*staying, moment})
    assert staying == kept(taken)


@given(TAKEN)
def test_the_last_seven_days_with_backups_are_all_there(taken):
    days = sorted({moment.date() for moment in taken})[-KEEP.days :]
    assert set(days) <= {moment.date() for moment in kept(taken)}


def test_after_two_years_of_days_there_are_days_weeks_and_months():
    taken = daily(730)
    staying = kept(taken)
    assert set(taken[-7:]) <= staying
    assert len({(m.year, m.month) for m in staying}) == KEEP.months
    # Two of the four weeks end within the last seven days, as does the last month.
    assert 7 + 2 + 10 <= len(staying) <= 7 + 4 + 12


@given(st.dictionaries(MOMENTS, st.integers(0, 100), min_size=1), st.integers(0, 500))
def test_a_budget_lets_the_oldest_go_but_never_the_newest(sizes, budget):
    staying = within_budget(sizes, budget)
    assert max(sizes) in staying
    assert len(staying) == 1 or sum(sizes[m] for m in staying) <= budget
    gone = set(sizes) - staying
    assert all(g < s for g in gone for s in staying)
    if gone:
        assert sum(sizes[m] for m in staying) + sizes[max(gone)] > budget
