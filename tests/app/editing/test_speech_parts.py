from collections.abc import Callable
from datetime import time
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.editing.said_text import paragraphs_of
from app.editing.speech_parts import join_speeches, split_speech
from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.words import Purpose, SpeechPart
from tests.strategies import minutes

TASK = Assignment(id="t", task="rà soát")
SPEECH = Speech(
    id="s",
    part=SpeechPart.CLOSING,
    speaker="phu",
    agenda_item="g",
    passages=(
        Passage(id="a", text="Một hai.", opens_paragraph=True),
        Passage(id="b", text="Ba bốn.", purpose=Purpose.CONCLUSION, assignments=(TASK,)),
        Passage(id="c", text="Năm.", opens_paragraph=True),
    ),
)
RECORD = Minutes(id="m", speeches=(SPEECH, Speech(id="z")))


def ids() -> Callable[[], str]:
    numbers = count()
    return lambda: f"n{next(numbers)}"


def said(record: Minutes) -> list[list[str]]:
    return [
        ["".join(text for _, text in paragraph) for paragraph in paragraphs_of(speech)]
        for speech in record.speeches
    ]


def letters(record: Minutes) -> str:
    return "".join("".join(p.text for s in record.speeches for p in s.passages).split())


@pytest.mark.parametrize(
    ("paragraph", "offset", "wanted"),
    [
        (0, 8, [["Một hai."], ["Ba bốn.", "Năm."]]),
        (0, 9, [["Một hai."], ["Ba bốn.", "Năm."]]),
        (0, 12, [["Một hai. Ba"], ["bốn.", "Năm."]]),
        (0, 0, [[""], ["Một hai. Ba bốn.", "Năm."]]),
        (0, 16, [["Một hai. Ba bốn."], ["Năm."]]),
        (1, 0, [["Một hai. Ba bốn."], ["Năm."]]),
        (1, 4, [["Một hai. Ba bốn.", "Năm."], [""]]),
    ],
)
def test_a_speech_is_cut_at_the_cursor(paragraph: int, offset: int, wanted: list) -> None:
    after = split_speech("s", paragraph, offset, "new", ids())(RECORD)
    assert said(after)[:2] == wanted
    first, second, last = after.speeches
    assert (first.id, second.id, last.id) == ("s", "new", "z")
    assert (second.part, second.agenda_item, second.speaker) == (SpeechPart.CLOSING, "g", "")
    assert not second.passages or second.passages[0].opens_paragraph


def test_a_marked_passage_that_is_cut_keeps_its_mark_on_both_sides_and_its_tasks() -> None:
    after = split_speech("s", 0, 12, "new", ids())(RECORD)
    before, rest = after.speeches[0].passages[1], after.speeches[1].passages[0]
    assert (before.id, before.purpose, before.assignments) == ("b", Purpose.CONCLUSION, (TASK,))
    assert (rest.id, rest.purpose, rest.assignments) == ("n0", Purpose.CONCLUSION, ())


def test_joining_takes_the_speaker_and_the_time_that_are_known() -> None:
    first = Speech(id="x", passages=(Passage(id="p", text="a"),))
    second = Speech(id="y", speaker="phu", time=time(8, 30), passages=(Passage(id="q", text="b"),))
    record = Minutes(id="m", speeches=(first, second))
    (joined,) = join_speeches("x", "y")(record).speeches
    assert (joined.id, joined.speaker, joined.time) == ("x", "phu", time(8, 30))
    assert [(p.id, p.opens_paragraph) for p in joined.passages] == [("p", False), ("q", True)]


def test_joining_keeps_the_first_speaker() -> None:
    record = RECORD.but(speeches=(SPEECH, Speech(id="z", speaker="nguyen")))
    assert join_speeches("s", "z")(record).speeches == (SPEECH,)


@pytest.mark.parametrize(("first", "second"), [("s", "s"), ("s", "nobody"), ("nobody", "s")])
def test_what_is_not_there_is_not_joined(first: str, second: str) -> None:
    assert join_speeches(first, second)(RECORD) is RECORD


def test_what_is_not_there_is_not_cut() -> None:
    assert split_speech("nobody", 0, 0, "new", ids())(RECORD) is RECORD


@given(minutes(), st.integers(0, 2), st.integers(0, 9))
def test_no_word_is_lost_in_cutting_and_joining(
    record: Minutes, paragraph: int, offset: int
) -> None:
    for speech in record.speeches:
        cut = split_speech(speech.id, paragraph, offset, "new", ids())(record)
        assert letters(cut) == letters(record)
        joined = join_speeches(speech.id, "new")(cut)
        assert [s.id for s in joined.speeches] == [s.id for s in record.speeches]
        kept = {p.id for s in joined.speeches for p in s.passages}
        assert {p.id for s in record.speeches for p in s.passages} <= kept
