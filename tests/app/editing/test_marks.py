import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.editing.marks import (
    Stretch,
    mark,
    nearest_petition,
    sentence_at,
    set_purpose,
    spoken_at,
    unmark,
)
from app.editing.runs import text_of
from app.editing.said_text import paragraphs_of
from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.words import Purpose
from tests.app.editing.records import ids, speeches

PLAIN, PETITION, REPLY = Purpose.PLAIN, Purpose.PETITION, Purpose.REPLY
CONCLUSION = Purpose.CONCLUSION
TASK = Assignment(id="t")


def a_speech(*told: tuple[str, Purpose], **fields: object) -> Speech:
    passages = (Passage(id=f"p{n}", text=text, purpose=p) for n, (text, p) in enumerate(told))
    return Speech(id="s", passages=tuple(passages), **fields)


def texts(speech: Speech) -> list[str]:
    return [text_of(paragraph) for paragraph in paragraphs_of(speech)]


def marked(speech: Speech, start: int, end: int, purpose: Purpose, answers: str = "") -> Speech:
    edit = mark("s", Stretch(0, start, end), purpose, ids(), answers)
    return edit(Minutes(id="m", speeches=(speech,))).speeches[0]


def told(speech: Speech) -> list[tuple[str, Purpose]]:
    return [(passage.text, passage.purpose) for passage in speech.passages]


def test_marking_splits_a_passage_in_three():
    speech = marked(a_speech(("Một. Hai. Ba.", PLAIN)), 5, 9, PETITION)
    assert told(speech) == [("Một.", PLAIN), ("Hai.", PETITION), ("Ba.", PLAIN)]
    assert speech.passages[0].id == "p0"
    assert len({p.id for p in speech.passages}) == 3


def test_marking_half_words_marks_the_words():
    speech = marked(a_speech(("Một hai ba.", PLAIN)), 5, 6, PETITION)
    assert told(speech) == [("Một", PLAIN), ("hai", PETITION), ("ba.", PLAIN)]


def test_marking_all_of_a_passage_keeps_it():
    speech = a_speech(("Một.", CONCLUSION))
    speech = speech.but(passages=(speech.passages[0].but(assignments=(TASK,)),))
    assert marked(speech, 0, 4, PETITION).passages == (speech.passages[0].but(purpose=PETITION),)


def test_unmarking_by_its_words_takes_the_tasks_away():
    speech = a_speech(("Một.", CONCLUSION))
    charged = speech.but(passages=(speech.passages[0].but(assignments=(TASK,)),))
    assert marked(charged, 0, 4, PLAIN) == a_speech(("Một.", PLAIN))


def test_marking_across_passages_makes_one():
    speech = a_speech(("Một. Hai", PLAIN), ("và ba;", CONCLUSION), ("bốn năm", PLAIN))
    speech = marked(speech, 5, 18, PETITION)
    assert told(speech) == [("Một.", PLAIN), ("Hai và ba; bốn", PETITION), ("năm", PLAIN)]
    assert [p.id for p in speech.passages] == ["p0", "p1", "p2"]


@pytest.mark.parametrize(("start", "end"), [(3, 4), (4, 4), (8, 20), (5, 2)])
def test_a_stretch_without_a_word_marks_nothing(start, end):
    speech = a_speech(("Một hai ", PLAIN))
    assert marked(speech, start, end, PETITION) is speech


def test_a_stretch_of_a_paragraph_that_is_not_there_marks_nothing():
    record = Minutes(id="m", speeches=(a_speech(("Một", PLAIN)),))
    assert mark("s", Stretch(3, 0, 2), PETITION, ids())(record) is record
    assert mark("gone", Stretch(0, 0, 2), PETITION, ids())(record) is record


def test_a_reply_names_its_petition_until_it_is_something_else():
    speech = marked(a_speech(("Một. Hai.", PLAIN)), 5, 9, REPLY, "asked")
    assert speech.passages[1].answers == "asked"
    assert marked(speech, 5, 9, REPLY).passages[1].answers == "asked"
    assert marked(speech, 5, 9, CONCLUSION).passages[1].answers == ""
    assert marked(speech, 0, 4, CONCLUSION, "asked").passages[0].answers == ""
    assert marked(a_speech(("Một. Hai.", PLAIN)), 5, 9, PETITION, "x").passages[1].answers == ""


def test_a_petition_that_is_one_no_more_releases_its_replies():
    reply = Passage(id="r", text="Được.", purpose=REPLY, answers="p0")
    speech = a_speech(("Xin.", PETITION))
    speech = speech.but(passages=(*speech.passages, reply))
    record = Minutes(id="m", speeches=(speech,))
    for edit in (
        mark("s", Stretch(0, 0, 4), CONCLUSION, ids()),
        set_purpose("p0", CONCLUSION),
        unmark("p0"),
    ):
        assert edit(record).speeches[0].passages[-1].answers == ""


def test_a_paragraph_is_opened_by_its_first_words_after_marking_them():
    speech = a_speech(("Một hai", PLAIN))
    speech = speech.but(passages=(speech.passages[0].but(opens_paragraph=True),))
    assert [p.opens_paragraph for p in marked(speech, 0, 3, PETITION).passages] == [True, False]
    assert [p.opens_paragraph for p in marked(speech, 4, 7, PETITION).passages] == [True, False]


def test_setting_the_purpose_of_a_reply():
    record = Minutes(id="m", speeches=(a_speech(("Được.", PLAIN)),))
    passage = set_purpose("p0", REPLY, "asked")(record).speeches[0].passages[0]
    assert (passage.purpose, passage.answers) == (REPLY, "asked")
    assert set_purpose("p0", PLAIN)(record) == record


@given(speeches(), st.integers(0, 40), st.integers(0, 40), st.sampled_from(Purpose))
def test_marking_never_changes_the_text(speech, start, end, purpose):
    assert texts(marked(speech, start, end, purpose)) == texts(speech)


@given(speeches(), st.integers(0, 40), st.integers(0, 40), st.sampled_from(Purpose))
def test_ids_stay_single_and_words_stay_words(speech, start, end, purpose):
    passages = marked(speech, start, end, purpose).passages
    assert len({p.id for p in passages}) == len(passages)
    assert all(p.text for p in passages)


@given(
    st.text("aắ. ;", min_size=1, max_size=20).filter(str.strip),
    st.integers(0, 20),
    st.integers(0, 20),
)
def test_marking_and_unmarking_is_the_start(text, start, end):
    record = Minutes(id="m", speeches=(a_speech((text, PLAIN)),))
    done = mark("s", Stretch(0, start, end), PETITION, ids())(record)
    for passage in done.speeches[0].passages:
        if passage.purpose is PETITION:
            done = unmark(passage.id)(done)
    assert done == record


@pytest.mark.parametrize(
    ("cursor", "sentence"),
    [
        (0, "Một hai."),
        (8, "Một hai."),
        (9, "Ba bốn?!"),
        (17, "Ba bốn?!"),
        (18, "Đạt 2.317,8 tỷ đồng…"),
        (24, "Đạt 2.317,8 tỷ đồng…"),
        (39, "TP. Huế (được.)"),
        (54, "TP. Huế (được.)"),
        (55, "hết"),
        (99, "hết"),
    ],
)
def test_a_sentence_goes_to_its_mark(cursor, sentence):
    text = "Một hai. Ba bốn?! Đạt 2.317,8 tỷ đồng… TP. Huế (được.) hết "
    found = sentence_at(a_speech((text, PLAIN)), 0, cursor)
    assert text[found.start : found.end] == sentence


@pytest.mark.parametrize(("cursor", "sentence"), [(2, (0, 3)), (6, (4, 15)), (20, (16, 23))])
def test_a_sentence_stops_at_marked_words(cursor, sentence):
    speech = a_speech(("Một", PLAIN), ("Xin. Xin ơi", PETITION), ("và hai. Ba", PLAIN))
    assert sentence_at(speech, 0, cursor) == Stretch(0, *sentence)


def test_a_sentence_runs_across_plain_passages():
    speech = a_speech(("Một và", PLAIN), ("hai.", PLAIN), ("Ba.", PLAIN))
    assert sentence_at(speech, 0, 1) == Stretch(0, 0, 11)


def test_where_nothing_is_said_there_is_no_sentence():
    assert sentence_at(Speech(id="s"), 0, 0) is None
    assert sentence_at(a_speech(("", PLAIN)), 0, 0) is None


def test_the_passage_that_ends_at_the_cursor_comes_before_the_one_that_begins():
    speech = a_speech(("Một", PLAIN), ("hai", PETITION))
    assert [spoken_at(speech, 0, at).passage.id for at in (3, 4, 9)] == ["p0", "p1", "p1"]


@pytest.mark.parametrize(
    ("where", "petition"),
    [
        (Stretch(0, 0, 3), "p1"),
        (Stretch(0, 4, 8), "p2"),
        (Stretch(0, 6, 8), "p1"),
        (Stretch(0, 9, 12), "p1"),
        (Stretch(0, 20, 22), "p2"),
    ],
)
def test_words_answer_the_petition_before_them_else_the_next(where, petition):
    told = (("Một", PLAIN), ("Xin.", PETITION), ("Hai", PLAIN), ("Xin.", PETITION), ("Ba", PLAIN))
    speech = a_speech(*told)
    ids = ("p0", "p1", "px", "p2", "py")
    passages = [p.but(id=i) for p, i in zip(speech.passages, ids, strict=True)]
    record = Minutes(id="m", speeches=(speech.but(passages=tuple(passages)),))
    assert nearest_petition(record, "s", where) == petition


def test_words_answer_the_last_petition_of_an_earlier_speech():
    asking = a_speech(("Xin.", PETITION)).but(id="asking")
    record = Minutes(id="m", speeches=(asking, Speech(id="s")))
    assert nearest_petition(record, "s", Stretch(0, 0, 1)) == "p0"
    assert nearest_petition(Minutes(id="m"), "s", Stretch(0, 0, 1)) == ""
