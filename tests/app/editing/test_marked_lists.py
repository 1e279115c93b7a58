import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.editing.edits import Edit
from app.editing.marked_lists import first_id, relist
from app.editing.passages import add_conclusion, add_petition
from app.minutes.marked import conclusions
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Purpose, SpeechPart
from tests.app.editing.records import ids

CONCLUSION = Purpose.CONCLUSION


def a_conclusion(name: str, **fields: object) -> Passage:
    return Passage(id=name, text=f"{name}.", purpose=CONCLUSION, **fields)


ONE, TWO, THREE = (
    a_conclusion("one", opens_paragraph=True),
    a_conclusion("two"),
    a_conclusion("three"),
)
PLAIN = Passage(id="plain", text="Cảm ơn.")
CLOSING = Speech(id="c", part=SpeechPart.CLOSING, passages=(ONE, PLAIN, TWO, THREE))
RECORD = Minutes(id="m", speeches=(CLOSING,))
LISTED = (ONE, TWO, THREE)


def add(passage: Passage):
    return add_conclusion(passage.text, first_id(passage.id, ids()))


def said(*wanted: Passage, record: Minutes = RECORD, shown: tuple = LISTED) -> list[str]:
    record = relist(shown, wanted, add, SpeechPart.CLOSING)(record)
    return [passage.id for speech in record.speeches for passage in speech.passages]


def test_the_same_list_changes_nothing():
    assert relist(LISTED, LISTED, add)(RECORD) is RECORD


def test_words_change_in_the_speech():
    record = relist(LISTED, (ONE, TWO.but(text="Khác."), THREE), add)(RECORD)
    assert [p.text for p in record.speeches[0].passages] == ["one.", "Cảm ơn.", "Khác.", "three."]


def test_what_is_gone_from_the_list_is_said_no_more():
    assert said(ONE, THREE) == ["one", "plain", "three"]


def test_the_listed_change_places_and_what_is_between_stays():
    assert said(THREE, ONE, TWO) == ["three", "plain", "one", "two"]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ((ONE, a_conclusion("new"), TWO, THREE), "one new plain two three"),
        ((*LISTED, a_conclusion("new")), "one plain two three new"),
        ((a_conclusion("new"), *LISTED), "new one plain two three"),
        ((a_conclusion("a"), a_conclusion("b"), *LISTED), "a b one plain two three"),
    ],
)
def test_a_new_one_goes_beside_its_neighbour(wanted, told):
    assert said(*wanted) == told.split()


def test_a_new_first_one_opens_the_paragraph():
    record = relist(LISTED, (a_conclusion("new"), *LISTED), add)(RECORD)
    assert [p.opens_paragraph for p in record.speeches[0].passages] == [True] + [False] * 4


def test_the_first_of_all_goes_where_it_belongs():
    record = Minutes(id="m")
    assert said(ONE, record=record, shown=()) == ["one"]


def test_what_was_said_elsewhere_is_no_neighbour_for_a_new_one():
    remarks = Speech(id="r", passages=(ONE,))
    record = Minutes(id="m", speeches=(remarks, Speech(id="c", part=SpeechPart.CLOSING)))
    after = relist((ONE,), (ONE, a_conclusion("new")), add, SpeechPart.CLOSING)(record)
    assert [p.id for p in after.speeches[1].passages] == ["new"]


def test_each_petition_of_the_host_is_a_paragraph():
    asked = Passage(id="asked", text="Xin.", purpose=Purpose.PETITION, opens_paragraph=True)
    record = Minutes(
        id="m", speeches=(Speech(id="p", part=SpeechPart.PETITIONS, passages=(asked,)),)
    )
    new = Passage(id="new", text="Xin nữa.", purpose=Purpose.PETITION)
    after = relist((asked,), (new, asked), lambda p: add_petition(p.text, ids()))(record)
    assert after.speeches[0].passages == (new.but(opens_paragraph=True), asked)


@given(st.permutations(LISTED), st.integers(0, 3))
def test_the_list_becomes_what_was_wanted(wanted, kept):
    wanted = wanted[:kept]
    record = relist(LISTED, wanted, add)(RECORD)
    assert [found.passage.id for found in conclusions(record)] == [p.id for p in wanted]
    assert "plain" in [p.id for p in record.speeches[0].passages]


def work(edit: Edit, record: Minutes) -> int:
    """How many steps of Python it takes: it does not depend on the machine, nor on its load."""
    steps = 0

    def count(_frame: object, event: str, _given: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        edit(record)
    finally:
        sys.setprofile(before)
    return steps


def many(count: int) -> tuple[Passage, ...]:
    return tuple(a_conclusion(f"c{n}") for n in range(count))


def closed(passages: tuple[Passage, ...]) -> Minutes:
    return Minutes(id="m", speeches=(CLOSING.but(passages=passages),))


def shown_and_wanted(change: str, count: int) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    lines = many(count)
    return {
        "pasted": ((ONE,), (ONE, *lines)),
        "pasted where there are none": ((), lines),
        "deleted": (lines, lines[: count // 2]),
        "reworded": (lines, tuple(p.but(text=f"{p.text}!") for p in lines)),
    }[change]


@pytest.mark.parametrize("change", ["pasted", "pasted where there are none", "deleted", "reworded"])
def test_the_work_grows_with_the_lines_and_not_with_their_square(change: str):
    few, lot = (
        work(lambda r, s=shown, w=wanted: relist(s, w, add)(r), closed(shown))
        for shown, wanted in (shown_and_wanted(change, count) for count in (20, 200))
    )
    assert lot < 15 * few
