import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.editing.runs import text_of
from app.editing.said_text import paragraphs_of, say, with_paragraphs
from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.words import Purpose
from tests.app.editing.records import TEXTS, ids, speeches

ASKED = Passage(id="asked", text="Xin sửa.", purpose=Purpose.PETITION)
ANSWERED = Passage(
    id="answered", text="Đồng ý.", purpose=Purpose.REPLY, assignments=(Assignment(id="t"),)
)
PLAIN = Passage(id="plain", text="Đã nghe.", opens_paragraph=True)
LATER = Passage(id="later", text="Cảm ơn.")
SPEECH = Speech(id="s", passages=(PLAIN, ASKED, ANSWERED, LATER))
GAP = ("", " ")


def run(passage: Passage) -> tuple[str, str]:
    return passage.id, passage.text


def edited(*paragraphs: tuple, speech: Speech = SPEECH) -> tuple[Passage, ...]:
    return with_paragraphs(speech, paragraphs, ids()).passages


def test_passages_are_shown_with_a_space_between_that_is_no_ones():
    assert paragraphs_of(SPEECH) == (
        (run(PLAIN), GAP, run(ASKED), GAP, run(ANSWERED), GAP, run(LATER)),
    )


def test_a_speech_without_words_is_one_empty_paragraph():
    assert paragraphs_of(Speech(id="s")) == ((),)
    assert edited((), speech=Speech(id="s")) == edited(speech=Speech(id="s")) == ()


def test_typing_in_a_passage_changes_its_text_alone():
    asked = ("asked", "Xin sửa chữa.")
    assert edited((run(PLAIN), GAP, asked, GAP, run(ANSWERED), GAP, run(LATER))) == (
        PLAIN,
        ASKED.but(text="Xin sửa chữa."),
        ANSWERED,
        LATER,
    )


def test_first_words_make_the_first_passage():
    assert edited((("", "A"),), speech=Speech(id="s")) == (
        Passage(id="new0", text="A", opens_paragraph=True),
    )


def test_words_beside_a_plain_passage_join_it():
    speech = Speech(id="s", passages=(ASKED, LATER))
    added = edited((run(ASKED), ("", " Còn. "), run(LATER)), speech=speech)
    assert added == (ASKED, LATER.but(text="Còn. Cảm ơn."))


def test_words_between_marked_passages_are_a_new_one():
    speech = Speech(id="s", passages=(ASKED, ANSWERED))
    assert edited((run(ASKED), ("", " Rồi. "), run(ANSWERED)), speech=speech) == (
        ASKED,
        Passage(id="new0", text="Rồi."),
        ANSWERED,
    )


def test_words_typed_over_a_passage_take_its_place():
    speech = Speech(id="s", passages=(PLAIN, ASKED, LATER))
    typed = edited((run(PLAIN), GAP, ("", "X"), GAP, run(LATER)), speech=speech)
    assert typed[1] == ASKED.but(text="X")


def test_a_new_paragraph_is_a_new_passage_that_opens_it():
    speech = Speech(id="s", passages=(PLAIN,))
    assert edited((run(PLAIN),), (), speech=speech) == (
        PLAIN,
        Passage(id="new0", opens_paragraph=True),
    )


def test_words_typed_into_an_empty_paragraph_go_to_its_passage():
    empty = Passage(id="e", purpose=Purpose.PETITION, opens_paragraph=True)
    speech = Speech(id="s", passages=(PLAIN, empty))
    assert edited((run(PLAIN),), (("", "Xin."),), speech=speech) == (PLAIN, empty.but(text="Xin."))


def test_a_passage_cut_by_a_new_paragraph_is_two_of_one_purpose():
    speech = Speech(id="s", passages=(ASKED,))
    first, second = edited((("asked", "Xin"),), (("asked", "sửa."),), speech=speech)
    assert first == ASKED.but(text="Xin")
    assert second == Passage(id="new0", text="sửa.", purpose=Purpose.PETITION, opens_paragraph=True)


def test_two_halves_joined_again_are_one_passage():
    halves = (("asked", "Xin"),), (("asked", "sửa."),)
    cut = with_paragraphs(Speech(id="s", passages=(ASKED,)), halves, ids())
    whole = with_paragraphs(cut, ((("asked", "Xin "), ("new0", "sửa.")),), ids())
    assert whole.passages == (ASKED,)


def test_what_has_tasks_is_never_swallowed_by_its_neighbour():
    twin = Passage(id="twin", text="Rồi.", purpose=Purpose.REPLY)
    speech = Speech(id="s", passages=(twin, ANSWERED))
    joined = edited((("twin", "Rồi."), ("answered", "Đồng ý.")), speech=speech)
    assert [p.text for p in joined] == ["Rồi.Đồng", "ý."]
    assert joined[1].assignments == ANSWERED.assignments
    charged = LATER.but(assignments=ANSWERED.assignments)
    speech = Speech(id="s", passages=(PLAIN, charged))
    joined = edited((("plain", "Đã nghe. "), run(LATER)), speech=speech)
    assert joined == (PLAIN, charged)


def test_a_marked_passage_that_waits_for_words_stays_where_it_is():
    waiting = Passage(id="w", purpose=Purpose.REPLY, answers="asked")
    speech = Speech(id="s", passages=(PLAIN, ASKED, waiting, LATER))
    after = edited((("plain", "Đã."), GAP, run(ASKED), GAP, run(LATER)), speech=speech)
    assert after == (PLAIN.but(text="Đã."), ASKED, waiting, LATER)
    assert edited((run(LATER),), speech=speech) == (waiting.but(opens_paragraph=True), LATER)


def test_removing_the_words_of_a_petition_releases_its_replies():
    reply = Passage(id="r", text="Được.", purpose=Purpose.REPLY, answers="asked")
    record = Minutes(
        id="m",
        speeches=(Speech(id="s", passages=(PLAIN, ASKED)), Speech(id="o", passages=(reply,))),
    )
    after = say("s", ((run(PLAIN),),), ids())(record)
    assert after.speeches[0].passages == (PLAIN,)
    assert after.speeches[1].passages[0].answers == ""


def test_the_text_of_a_speech_that_is_not_there_changes_nothing():
    record = Minutes(id="m", speeches=(SPEECH,))
    assert say("gone", ((),), ids())(record) is record


KEYS = st.sampled_from(["", *(f"sp{n}" for n in range(6)), "unknown"])
PARAGRAPHS = st.lists(
    st.lists(st.tuples(KEYS, TEXTS), max_size=5).map(tuple), min_size=1, max_size=4
).map(tuple)


@given(speeches())
def test_showing_and_taking_back_is_the_same_speech(speech):
    assert with_paragraphs(speech, paragraphs_of(speech), ids()) is speech


@given(speeches(texts=st.text("aắ. ;", max_size=6)), PARAGRAPHS)
def test_the_speech_reads_as_the_edited_text(speech, paragraphs):
    after = with_paragraphs(speech, paragraphs, ids())
    assert [text_of(p) for p in paragraphs_of(after)] == [text_of(p) for p in paragraphs]


@given(speeches(texts=st.text("aắ. ;", max_size=6)), PARAGRAPHS)
def test_every_passage_has_an_id_of_its_own(speech, paragraphs):
    after = with_paragraphs(speech, paragraphs, ids()).passages
    assert len({passage.id for passage in after}) == len(after)


@given(speeches(), st.data())
def test_passages_that_keep_their_words_keep_their_marks_and_tasks(speech, data):
    paragraphs = list(paragraphs_of(speech))
    at = data.draw(st.integers(0, len(paragraphs) - 1))
    dropped = paragraphs.pop(at)
    after = with_paragraphs(speech, tuple(paragraphs), ids())
    gone = {key for key, _ in dropped}
    for passage in speech.passages:
        if passage.id not in gone:
            kept = next(p for p in after.passages if p.id == passage.id)
            assert kept.but(opens_paragraph=passage.opens_paragraph) == passage


@given(speeches(), PARAGRAPHS)
def test_taking_the_same_text_twice_changes_nothing_more(speech, paragraphs):
    once = with_paragraphs(speech, paragraphs, ids())
    assert with_paragraphs(once, paragraphs_of(once), ids("more")) is once


@pytest.mark.parametrize("opens", [True, False])
def test_the_first_passage_may_leave_open_that_it_opens_a_paragraph(opens):
    speech = Speech(id="s", passages=(PLAIN.but(opens_paragraph=opens),))
    assert edited((("plain", "Đã."),), speech=speech)[0].opens_paragraph is opens
