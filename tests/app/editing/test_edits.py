import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.editing.edits import change_item, in_turn, insert, move, remove, set_field, with_field
from app.minutes.attendees import Attendee, Position
from app.minutes.difference import difference
from app.minutes.meeting import Body, Meeting
from app.minutes.place import Place
from app.minutes.record import Minutes

POSITIONS = tuple(Position(id=f"b{n}", title=f"chức {n}") for n in range(3))
AN, BINH, CHI = (
    Attendee(id="an", name="An"),
    Attendee(id="binh", name="Bình", positions=POSITIONS),
    Attendee(id="chi", name="Chi"),
)
RECORD = Minutes(
    id="m", attendees=(AN, BINH, CHI), meeting=Meeting(host=Body(id="h", name="Phường"))
)


def ids(items: tuple) -> list[str]:
    return [item.id for item in items]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (Place("meeting", "", "place"), "Hội trường"),
        (Place("meeting", "", "host.name"), "Xã"),
        (Place("meeting", "", "issuing.symbol"), "VP"),
        (Place("form"), "state"),
        (Place("attendees", "an", "name"), "Anh"),
        (Place("attendees", "b1", "title"), "Chủ tịch"),
    ],
)
def test_a_field_is_set_wherever_it_is(place, value):
    changed = difference(RECORD, set_field(place, value)(RECORD))
    assert len(changed.changes) == 1
    assert changed.sections == {place.section}


@pytest.mark.parametrize(
    "edit",
    [
        set_field(Place("attendees", "an", "name"), "An"),
        set_field(Place("attendees", "nobody", "name"), "Anh"),
        set_field(Place("meeting", "", "host.name"), "Phường"),
        remove("attendees", "nobody"),
        move("attendees", "nobody", 0),
        move("attendees", "binh", 1),
        insert("attendees", Position(id="n"), holder="nobody"),
        change_item("attendees", "an", lambda item: item),
    ],
)
def test_what_changes_nothing_gives_the_same_record(edit):
    assert edit(RECORD) is RECORD


def test_what_an_edit_does_not_touch_is_shared():
    after = set_field(Place("attendees", "an", "name"), "Anh")(RECORD)
    assert after.attendees[1] is BINH
    assert after.meeting is RECORD.meeting


def test_an_unknown_field_is_an_error():
    with pytest.raises(AttributeError):
        with_field(AN, "nickname", "x")


def test_text_is_cleaned_on_the_way_in():
    after = set_field(Place("meeting", "", "place"), "Ha\u0300\x00")(RECORD)
    assert after.meeting.place == "Hà"


@pytest.mark.parametrize(("position", "order"), [(None, "an binh chi n"), (0, "n an binh chi")])
def test_an_item_is_inserted_where_told(position, order):
    after = insert("attendees", Attendee(id="n"), position)(RECORD)
    assert ids(after.attendees) == order.split()


def test_an_item_is_inserted_into_the_list_inside_its_holder():
    after = insert("attendees", Position(id="n"), 1, holder="binh")(RECORD)
    assert ids(after.attendees[1].positions) == ["b0", "n", "b1", "b2"]


def test_removing_an_item_takes_what_is_inside_it():
    assert ids(remove("attendees", "binh")(RECORD).attendees) == ["an", "chi"]


def test_an_inner_item_is_removed_alone():
    after = remove("attendees", "b1")(RECORD)
    assert ids(after.attendees[1].positions) == ["b0", "b2"]


@pytest.mark.parametrize(
    ("item", "position", "order"),
    [("an", 2, "binh chi an"), ("chi", 0, "chi an binh"), ("an", 9, "binh chi an")],
)
def test_an_item_is_moved_among_its_siblings(item, position, order):
    assert ids(move("attendees", item, position)(RECORD).attendees) == order.split()


def test_an_inner_item_moves_within_its_holder():
    after = move("attendees", "b2", 0)(RECORD)
    assert ids(after.attendees[1].positions) == ["b2", "b0", "b1"]


@given(st.sampled_from(["an", "binh", "chi"]), st.integers(0, 2))
def test_moving_back_is_the_start(item, position):
    was = ids(RECORD.attendees).index(item)
    assert move("attendees", item, was)(move("attendees", item, position)(RECORD)) == RECORD


def test_edits_in_turn_are_one_edit():
    edit = in_turn(remove("attendees", "an"), insert("attendees", AN, 0))
    assert edit(RECORD) == RECORD
