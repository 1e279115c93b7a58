from hypothesis import given
from hypothesis import strategies as st

from app.editing.edits import Edit, insert, move, remove, set_field
from app.editing.session import TYPING_PAUSE, Changed, Label, Session, Way
from app.minutes.attendees import Attendee
from app.minutes.difference import difference
from app.minutes.place import Place
from app.minutes.record import Minutes

START = Minutes(id="m", attendees=(Attendee(id="an", name="An"), Attendee(id="binh")))
PLACE, ELSEWHERE = Place("meeting", "", "place"), Place("meeting", "", "headline")
LABEL = Label("Change {field}", {"field": "Địa điểm"})


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def a_session(clock: Clock | None = None) -> Session:
    return Session(START, clock or Clock())


def type_(session: Session, *texts: str, place: Place = PLACE) -> None:
    for text in texts:
        session.edit(set_field(place, text), LABEL, place, typing=True)


def steps(session: Session) -> int:
    count = 0
    while session.undo():
        count += 1
    return count


def test_a_new_session_has_nothing_to_undo_or_redo():
    session = a_session()
    assert session.undo() is session.redo() is session.undo_step is session.redo_step is None


def test_an_edit_is_a_step_with_its_name_and_place():
    session = a_session()
    session.edit(set_field(PLACE, "Hội trường"), LABEL, PLACE)
    assert session.undo_step[1:] == (session.record, LABEL, PLACE)
    assert session.undo_step.before is START


def test_an_edit_that_changes_nothing_is_no_step():
    session = a_session()
    assert not session.edit(set_field(PLACE, ""), LABEL, PLACE)
    assert session.undo_step is None


def test_undo_and_redo_go_back_and_forth():
    session = a_session()
    session.edit(set_field(PLACE, "Hội trường"), LABEL, PLACE)
    after = session.record
    assert session.undo().label == LABEL
    assert session.record is START
    assert session.redo().place == PLACE
    assert session.record is after


def test_a_new_edit_forgets_what_was_undone():
    session = a_session()
    type_(session, "a")
    session.undo()
    type_(session, "b")
    assert session.redo_step is None


def test_typing_that_took_itself_back_is_no_step_and_joins_none_before_it():
    clock = Clock()
    session = a_session(clock)
    type_(session, "a")
    clock.seconds += TYPING_PAUSE + 1
    type_(session, "ab", "a")
    assert session.undo_step.after.meeting.place == "a"
    type_(session, "ac")
    assert steps(session) == 2


def test_typing_under_another_name_is_a_step_of_its_own():
    session = a_session()
    type_(session, "a")
    session.edit(set_field(PLACE, "ab"), Label("Paste"), PLACE, typing=True)
    assert steps(session) == 2


def test_typing_in_one_place_is_one_step():
    session = a_session()
    type_(session, "H", "Hộ", "Hội")
    assert steps(session) == 1


def test_a_pause_ends_the_step():
    clock = Clock()
    session = a_session(clock)
    type_(session, "H")
    clock.seconds += TYPING_PAUSE
    type_(session, "Hộ")
    clock.seconds += TYPING_PAUSE + 0.01
    type_(session, "Hội")
    assert steps(session) == 2


def test_another_place_ends_the_step():
    session = a_session()
    type_(session, "a")
    type_(session, "b", place=ELSEWHERE)
    assert steps(session) == 2


def test_leaving_a_field_ends_the_step():
    session = a_session()
    type_(session, "a")
    session.end_typing()
    type_(session, "ab")
    assert steps(session) == 2


def test_an_edit_that_is_not_typing_stands_alone():
    session = a_session()
    type_(session, "a")
    session.edit(set_field(PLACE, "ab"), LABEL, PLACE)
    assert steps(session) == 2


def test_typing_after_undo_is_a_step_of_its_own():
    session = a_session()
    type_(session, "a")
    session.edit(set_field(ELSEWHERE, "x"), LABEL, PLACE)
    session.undo()
    type_(session, "ab")
    assert steps(session) == 2


def test_listeners_hear_what_changed_and_how():
    session, heard = a_session(), []
    session.listen(heard.append)
    session.edit(set_field(PLACE, "a"), LABEL, PLACE)
    session.undo()
    session.redo()
    assert [changed.way for changed in heard] == [Way.EDIT, Way.UNDO, Way.REDO]
    assert all(isinstance(changed, Changed) and changed.place == PLACE for changed in heard)
    assert all(changed.difference.sections == {"meeting"} for changed in heard)


def test_a_listener_sees_the_record_already_changed():
    session, seen = a_session(), []
    session.listen(lambda _: seen.append(session.record.meeting.place))
    type_(session, "a")
    assert seen == ["a"]


def test_a_listener_that_has_stopped_hears_nothing():
    session, heard = a_session(), []
    stop = session.listen(heard.append)
    stop()
    type_(session, "a")
    assert not heard


def insert_new(position: int) -> Edit:
    edit = insert("attendees", Attendee(id="new"), position)
    return lambda record: record if "new" in {a.id for a in record.attendees} else edit(record)


EDITS = st.one_of(
    st.builds(set_field, st.sampled_from([PLACE, ELSEWHERE]), st.text("ab", max_size=2)),
    st.builds(remove, st.just("attendees"), st.sampled_from(["an", "binh", "new"])),
    st.builds(
        move, st.just("attendees"), st.sampled_from(["an", "binh", "new"]), st.integers(0, 1)
    ),
    st.builds(insert_new, st.integers(0, 2)),
)


@given(st.lists(st.tuples(EDITS, st.booleans())))
def test_undo_of_everything_is_the_start_and_redo_of_everything_the_end(edits):
    session = a_session()
    for edit, typing in edits:
        session.edit(edit, LABEL, PLACE, typing=typing)
    end = session.record
    steps(session)
    assert session.record == START
    while session.redo():
        pass
    assert session.record == end


@given(EDITS, EDITS)
def test_a_difference_is_empty_exactly_where_records_are_equal(one: Edit, other: Edit):
    first, second = one(START), other(START)
    assert bool(difference(first, second)) is (first != second)


def test_a_locked_session_changes_nothing_and_keeps_its_history():
    session = a_session()
    type_(session, "Huế")
    session.lock()
    before, seen = session.record, []
    session.listen(seen.append)
    assert not session.edit(set_field(PLACE, "Hà Nội"), LABEL, PLACE)
    assert session.undo_step is session.undo() is session.redo() is None
    assert session.record is before
    assert not seen
    session.lock(False)
    assert session.undo() is not None
    assert session.record is START
