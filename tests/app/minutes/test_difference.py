from app.minutes.attendees import Attendee
from app.minutes.difference import Change, What, difference
from app.minutes.figures import Tally
from app.minutes.meeting import Meeting
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech

AN, BINH, CHI = (Attendee(id=name, name=name) for name in ("an", "binh", "chi"))
RECORD = Minutes(id="m", attendees=(AN, BINH))


def test_equal_records_differ_in_nothing():
    assert not difference(RECORD, RECORD.but(attendees=(AN, BINH.but(name="binh"))))


def test_a_changed_field_is_named():
    changed = difference(RECORD, RECORD.but(attendees=(AN.but(name="An"), BINH)))
    assert changed.changes == (
        Change(What.CHANGED, "attendees", "m", AN.but(name="An"), 0, ("name",)),
    )
    assert changed.sections == {"attendees"}


def test_adding_at_the_front_names_the_added_one_and_the_moved_ones():
    changed = difference(RECORD, RECORD.but(attendees=(CHI, AN, BINH)))
    assert [(c.what, c.item.id, c.position) for c in changed.changes] == [
        (What.ADDED, "chi", 0),
        (What.MOVED, "an", 1),
        (What.MOVED, "binh", 2),
    ]


def test_a_removed_item_is_named_with_where_it_stood():
    changed = difference(RECORD, RECORD.but(attendees=(AN,)))
    assert changed.changes == (Change(What.REMOVED, "attendees", "m", BINH, 1),)


def test_a_passage_changes_inside_its_speech():
    speech = Speech(id="s", passages=(Passage(id="p", text="một"),))
    old = RECORD.but(speeches=(speech,))
    new = RECORD.but(speeches=(speech.but(passages=(Passage(id="p", text="hai"),)),))
    (change,) = difference(old, new).changes
    assert (change.section, change.holder, change.fields) == ("speeches", "s", ("text",))


def test_the_records_own_values_count_as_sections():
    changed = difference(
        RECORD, RECORD.but(meeting=Meeting(place="Hội trường"), tally=Tally(met=1))
    )
    assert changed.sections == {"meeting", "tally"}
