"""Differences as a secretary would say them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.minutes.attendees import Attendee, Position
from app.minutes.difference import Difference, What, difference
from app.minutes.figures import Figure, Indicator, Measure
from app.minutes.issuance import Issuance, Recipient
from app.minutes.meeting import Body, Meeting
from app.minutes.place import Place
from app.minutes.record import Minutes, Result
from app.minutes.speeches import Assignment, Deadline, Passage, Speech
from app.minutes.words import DocumentKind, Form, MeetingKind, Purpose, Role
from app.telling.differences import plain, told
from app.telling.fields import UNTOLD
from app.telling.words import Mark
from tests.strategies import edited, minutes


def texts(message: str, /, **places: object) -> str:
    return message.format(**places) if places else message


def said(old: Minutes, new: Minutes) -> list[str]:
    return [plain(sentence, texts) for sentence in told(old, new, texts)]


def attendee(item_id: str, name: str, **more) -> Attendee:
    return Attendee(id=item_id, name=name, **more)


PHU = attendee("a", "Bùi Văn Phú", positions=(Position(id="p", title="Phó Bí thư"),))
NGUYEN = attendee("b", "Kiều Như Nguyên")
EMPTY = Minutes(id="m")
TWO = EMPTY.but(attendees=(PHU, NGUYEN))


def test_who_was_added_and_who_was_removed():
    assert said(EMPTY, TWO) == [
        "Added attendee: Bùi Văn Phú – Phó Bí thư",
        "Added attendee: Kiều Như Nguyên",
    ]
    assert said(TWO, TWO.but(attendees=(NGUYEN,))) == ["Removed attendee: Bùi Văn Phú – Phó Bí thư"]


def test_a_field_of_an_item_says_whose_it_is():
    new = TWO.but(attendees=(PHU.but(role=Role.CHAIR), NGUYEN))
    assert said(TWO, new) == ["Attendee “Bùi Văn Phú”, role: “Delegation” became “Chair”"]


def test_an_item_in_an_item_says_in_which():
    new = TWO.but(attendees=(PHU.but(positions=()), NGUYEN))
    assert said(TWO, new) == ["Attendee “Bùi Văn Phú” – removed position: Phó Bí thư"]


def test_the_order_is_told_once_and_not_for_those_that_only_made_room():
    assert said(TWO, TWO.but(attendees=(NGUYEN, PHU))) == ["Changed the order: attendee"]
    more = TWO.but(attendees=(attendee("c", "Lê Văn Cương"), PHU, NGUYEN))
    assert said(TWO, more) == ["Added attendee: Lê Văn Cương"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ({}, {"place": "Hội trường"}, "Place: now with “Hội trường”"),
        ({"place": "Hội trường"}, {}, "Place: without “Hội trường”"),
        ({}, {"date": datetime.date(2022, 5, 11)}, "Date: now with “11/5/2022”"),
        ({}, {"start": datetime.time(8, 30)}, "Start: now with “8h30”"),
        ({}, {"host": Body(id="h", name="Đảng ủy phường")}, "Host body: now with “Đảng ủy phường”"),
        (
            {},
            {"kind": MeetingKind.SESSION},
            "Kind of meeting: “Working visit” became “Session”",
        ),
    ],
)
def test_fields_of_the_meeting(old, new, words):
    before, after = (EMPTY.but(meeting=Meeting(**fields)) for fields in (old, new))
    assert said(before, after) == [words]


def test_what_changed_in_a_sentence_is_marked_by_words():
    old = EMPTY.but(results=(Result(id="r", text="Thu ngân sách đạt 93% kế hoạch năm."),))
    new = EMPTY.but(results=(Result(id="r", text="Thu ngân sách đạt 94% kế hoạch năm."),))
    (sentence,) = told(old, new, texts)
    assert sentence.about == "Result “Thu ngân sách đạt 93% kế hoạch năm.”, text"
    assert [p.text for p in sentence.pieces if p.mark is not Mark.SAME] == ["93%", "94%"]
    assert sentence.place == Place("results", "r", "text")


SPEECH = Speech(
    id="s",
    speaker="a",
    passages=(
        Passage(id="x", text="Một câu."),
        Passage(id="y", text="Hai câu.", purpose=Purpose.CONCLUSION),
    ),
)
SPOKEN = TWO.but(speeches=(SPEECH,))


def with_passages(*passages: Passage) -> Minutes:
    return SPOKEN.but(speeches=(SPEECH.but(passages=passages),))


def test_a_sentence_of_a_speech_that_changed():
    new = with_passages(Passage(id="x", text="Một ý."), SPEECH.passages[1])
    assert said(SPOKEN, new) == ["Speech “Bùi Văn Phú”, words: “câu.” became “ý.”"]


def test_marking_is_no_change_of_words():
    new = with_passages(
        Passage(id="x", text="Một câu.", purpose=Purpose.PETITION),
        Passage(id="y", text="Hai câu."),
    )
    assert said(SPOKEN, new) == [
        "Speech “Bùi Văn Phú” – no longer marked: conclusion: Hai câu.",
        "Speech “Bùi Văn Phú” – marked: petition: Một câu.",
    ]


def test_a_passage_split_by_a_mark_is_no_change_of_words():
    whole = EMPTY.but(speeches=(SPEECH.but(passages=(Passage(id="x", text="Một câu. Hai câu."),)),))
    split = EMPTY.but(speeches=(SPEECH,))
    assert said(whole, split) == ["Speech – marked: conclusion: Hai câu."]


def test_a_task_that_was_given():
    task = Assignment(
        id="t", task="Báo cáo", lead=Body(id="l", name="UBND"), deadline=Deadline(written="30/6")
    )
    new = with_passages(SPEECH.passages[0], SPEECH.passages[1].but(assignments=(task,)))
    assert said(SPOKEN, new) == ["Speech “Bùi Văn Phú” – added task: Báo cáo, UBND, 30/6"]


def test_a_paragraph_that_opens_is_told():
    new = with_passages(SPEECH.passages[0], SPEECH.passages[1].but(opens_paragraph=True))
    assert said(SPOKEN, new) == ["Speech “Bùi Văn Phú”, words: now with “¶”"]


def test_figures_and_recipients():
    indicator = Indicator(
        id="i", name="Thu hút", measures=(Measure(id="n", actual=Figure(written="7"), unit="hộ"),)
    )
    issuance = Issuance(
        id="u",
        kind=DocumentKind.NOTICE,
        form=Form.PARTY,
        recipients=(Recipient(id="q", text="Lưu"),),
    )
    new = EMPTY.but(indicators=(indicator,), issuances=(issuance,))
    assert said(EMPTY, new) == [
        "Added indicator: Thu hút: 7 hộ",
        "Added document data: Notice of conclusions (Party form); Lưu",
    ]
    other = new.but(issuances=(issuance.but(recipients=()),))
    assert said(new, other) == [
        "Document data “Notice of conclusions (Party form)” – removed recipient: Lưu"
    ]


def test_long_names_are_cut_at_a_word():
    old = EMPTY.but(results=(Result(id="r", text="từ " * 60),))
    (sentence,) = told(old, EMPTY.but(results=(Result(id="r", text="khác"),)), texts)
    assert sentence.about.endswith("từ…”, text")
    assert len(sentence.about) < 90


@given(st.data())
def test_whatever_an_edit_changes_is_told_or_is_a_link(data):
    old = data.draw(minutes())
    new = data.draw(edited(old))
    sentences = told(old, new, texts)
    for sentence in sentences:
        assert sentence.about
        assert plain(sentence, texts)
    if not sentences:
        assert untold(difference(old, new))


def untold(changed: Difference) -> bool:
    """Whether nothing changed but links, and marks that point at other passages."""
    return all(
        set(change.fields) <= set(UNTOLD.get(type(change.item), ()))
        or isinstance(change.item, Passage)
        for change in changed.changes
        if change.what is What.CHANGED
    )


def test_a_speaker_that_is_no_attendee_has_no_name():
    odd = EMPTY.but(speeches=(SPEECH.but(speaker="s"),))
    assert said(EMPTY, odd) == ["Added speech: Một câu. Hai câu."]


@given(minutes(), minutes())
def test_any_two_records_can_be_compared(one, other):
    assert told(one, one, texts) == ()
    assert bool(told(one, other, texts)) <= bool(difference(one, other))
