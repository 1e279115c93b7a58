import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.editing.passages import (
    add_conclusion,
    add_petition,
    add_reply,
    join_plain,
    remove_passages,
    swap_passages,
)
from app.editing.runs import text_of
from app.editing.said_text import paragraphs_of
from app.minutes.attendees import Attendee
from app.minutes.marked import conclusions, petitions, replies
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Purpose, Role, SpeechPart
from tests.app.editing.records import ids, records

CHAIR = Attendee(id="chair", role=Role.CHAIR)
REMARKS = Speech(id="remarks", passages=(Passage(id="said", text="Đã nghe."),))
CLOSING = Speech(id="closing", part=SpeechPart.CLOSING)
EMPTY = Minutes(id="m", attendees=(CHAIR,))
RECORD = EMPTY.but(speeches=(REMARKS, CLOSING))


def a_speech(*passages: Passage) -> Minutes:
    return Minutes(id="m", speeches=(Speech(id="s", passages=passages),))


def told(record: Minutes) -> list[str]:
    return [passage.id for speech in record.speeches for passage in speech.passages]


def test_a_conclusion_goes_to_the_end_of_the_closing_speech():
    record = add_conclusion("Hai.", ids())(add_conclusion("Một.", ids("first"))(RECORD))
    assert [said.passage.text for said in conclusions(record)] == ["Một.", "Hai."]
    assert record.speeches[1].id == "closing"


def test_without_a_closing_speech_the_chair_gets_one_at_the_end():
    record = add_conclusion("Một.", ids(), Purpose.ASSIGNMENT)(EMPTY.but(speeches=(REMARKS,)))
    assert record.speeches[1].part is SpeechPart.CLOSING
    assert record.speeches[1].speaker == "chair"


def test_a_petition_goes_to_the_hosts_list_that_comes_first():
    record = add_petition("Hai.", ids())(add_petition("Một.", ids("first"))(RECORD))
    assert [said.passage.text for said in petitions(record)] == ["Một.", "Hai."]
    assert record.speeches[0].part is SpeechPart.PETITIONS
    assert all(p.opens_paragraph for p in record.speeches[0].passages)


def test_the_reply_to_a_petition_of_the_list_ends_the_last_remarks():
    record = add_petition("Xin.", lambda: "asked")(RECORD)
    record = add_reply("asked", "Được.", ids())(record)
    assert replies(record, "asked")[0].speech.id == "remarks"


def test_a_reply_without_remarks_makes_them_before_the_closing_speech():
    record = EMPTY.but(speeches=(CLOSING,))
    record = add_reply("asked", "Được.", ids())(add_petition("Xin.", lambda: "asked")(record))
    assert [speech.part for speech in record.speeches] == [
        SpeechPart.PETITIONS,
        SpeechPart.REMARKS,
        SpeechPart.CLOSING,
    ]


def test_a_petition_told_by_an_official_is_answered_right_after_it():
    asked = Passage(id="asked", purpose=Purpose.PETITION)
    record = a_speech(asked, Passage(id="later"))
    record = add_reply("asked", "Được.", lambda: "one")(record)
    record = add_reply("asked", "Rồi.", lambda: "two")(record)
    assert told(record) == ["asked", "one", "two", "later"]


def test_plain_passages_that_run_on_are_joined():
    record = a_speech(Passage(id="a", text="Một."), Passage(id="b"), Passage(id="c", text="Hai."))
    assert join_plain("b")(record) == a_speech(Passage(id="a", text="Một. Hai."))


@pytest.mark.parametrize(
    "other", [Passage(id="b", opens_paragraph=True), Passage(id="b", purpose=Purpose.PETITION)]
)
def test_marked_passages_and_other_paragraphs_stay_apart(other):
    record = a_speech(Passage(id="a", text="Một."), other)
    assert join_plain("a")(record) is record


def test_the_paragraph_of_a_removed_passage_is_opened_by_the_next():
    record = a_speech(Passage(id="a", opens_paragraph=True), Passage(id="b"), Passage(id="c"))
    assert remove_passages("a")(record) == a_speech(
        Passage(id="b", opens_paragraph=True), Passage(id="c")
    )
    assert remove_passages("gone")(record) is record


def test_removing_a_petition_releases_its_replies():
    asked = Passage(id="a", purpose=Purpose.PETITION)
    answered = Passage(id="b", purpose=Purpose.REPLY, answers="a")
    assert remove_passages("a")(a_speech(asked, answered)) == a_speech(answered.but(answers=""))


def test_passages_change_places_within_their_paragraphs():
    record = a_speech(
        Passage(id="a", opens_paragraph=True),
        Passage(id="b"),
        Passage(id="c", opens_paragraph=True),
    )
    swapped = swap_passages(("a", "c"))(record)
    assert told(swapped) == ["c", "b", "a"]
    assert [p.opens_paragraph for p in swapped.speeches[0].passages] == [True, False, True]
    assert swap_passages(("c", "a"))(swapped) == record


def test_a_passage_changes_places_with_none_of_another_speech():
    record = a_speech(Passage(id="a"), Passage(id="b"))
    assert swap_passages(("a", "gone"))(record) == record


@given(records(), st.data())
def test_removing_a_passage_leaves_all_other_words(record, data):
    every = told(record)
    if every:
        gone = data.draw(st.sampled_from(every))
        after = remove_passages(gone)(record)
        assert told(after) == [passage_id for passage_id in every if passage_id != gone]


@given(records(), st.data())
def test_joining_leaves_the_text(record, data):
    every = told(record)
    if every:
        after = join_plain(data.draw(st.sampled_from(every)))(record)
        assert [text_of(p) for s in after.speeches for p in paragraphs_of(s)] == [
            text_of(p) for s in record.speeches for p in paragraphs_of(s)
        ]
