"""A duplicate shares no id with its original, and its links name its own items."""

from itertools import count

from app.minutes.attendees import Attendee, Position
from app.minutes.meeting import Body, Meeting
from app.minutes.record import Minutes
from app.minutes.renewal import with_new_ids
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.structure import walk
from app.minutes.words import Purpose


def numbered():
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def a_meeting() -> Minutes:
    task = Assignment(id="t", lead=Body(id="lead"), coordinating=(Body(id="co"),))
    said = (
        Passage(id="p", text="p", purpose=Purpose.PETITION),
        Passage(id="r", purpose=Purpose.REPLY, answers="p", assignments=(task,)),
    )
    return Minutes(
        id="m",
        meeting=Meeting(host=Body(id="h", name="UBND phường", directory_id="known")),
        attendees=(Attendee(id="a", name="An", positions=(Position(id="q"),), person_id="per"),),
        speeches=(Speech(id="s", speaker="a", passages=said),),
    )


def test_no_id_is_shared_with_the_original():
    copy = with_new_ids(a_meeting(), numbered())
    task = copy.speeches[0].passages[1].assignments[0]
    ids = [item.id for item in walk(copy)] + [copy.meeting.host.id, task.lead.id]
    assert all(item_id.startswith("new-") for item_id in ids)
    assert len(set(ids)) == len(ids) == 10


def test_links_between_items_follow():
    copy = with_new_ids(a_meeting(), numbered())
    petition, reply = copy.speeches[0].passages
    assert copy.speeches[0].speaker == copy.attendees[0].id
    assert reply.answers == petition.id


def test_links_to_the_directories_and_all_text_stay():
    copy = with_new_ids(a_meeting(), numbered())
    assert copy.attendees[0].person_id == "per"
    assert copy.meeting.host.directory_id == "known"
    assert copy.meeting.host.name == "UBND phường"
    assert copy.speeches[0].passages[0].text == "p"  # text that looks like an id is still text
