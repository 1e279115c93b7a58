"""Which part of a changed text belongs to which of the pieces that it was made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.word.resolving.alignment import Held, likeness, longest_rise, pairs, parts_now


def parts(said: str, now: str, *, before: bool = False, after: bool = False) -> list[str]:
    """`said` is written "fixed|[held]|fixed"; what stands beside is left out where it is empty."""
    pieces = [Held(each.strip("[]"), each.startswith("[")) for each in said.split("|")]
    first, *middle, last = parts_now(pieces, now, before=before, after=after)
    return [*filter(None, [first]), *middle, *filter(None, [last])]


def test_parts_are_the_pieces_when_nothing_was_changed() -> None:
    assert parts("a) |[một hai]|; |[ba]|.", "a) một hai; ba.") == [
        "a) ",
        "một hai",
        "; ",
        "ba",
        ".",
    ]


CHANGES = {
    "inside": ("Ý: |[một hai ba]|.", "Ý: một bốn ba.", ["Ý: ", "một bốn ba", "."]),
    "at the end": ("Ý: |[một hai]|.", "Ý: một hai ba.", ["Ý: ", "một hai ba", "."]),
    "at the start": ("Ý: |[một hai]|.", "Ý: ba một hai.", ["Ý: ", "ba một hai", "."]),
    "all of it": ("Ý: |[một hai]|.", "Ý: bốn năm sáu.", ["Ý: ", "bốn năm sáu", "."]),
    "taken out": ("Ý: |[một hai]|.", "Ý: .", ["Ý: ", "", "."]),
    "fixed words": ("Ý kiến: |[một hai]|.", "Lời nói: một hai.", ["Lời nói: ", "một hai", "."]),
    "between two": ("[một]| |[hai]", "một thêm hai", ["một thêm", " ", "hai"]),
    "run together": ("[một]|; |[hai]", "bốn năm", ["bốn năm", "", ""]),
    "inside a word": ("[tiền]|tố", "tiềntố", ["tiền", "tố"]),
    "no word at all": ("[…]|; ", "…!; ", ["…!", "; "]),
}


@pytest.mark.parametrize(("said", "now", "expected"), CHANGES.values(), ids=CHANGES)
def test_change_belongs_to_the_held_piece(said: str, now: str, expected: list[str]) -> None:
    assert parts(said, now) == expected


def test_what_is_added_beside_fixed_words_belongs_to_the_held_neighbour() -> None:
    assert parts("; ", " thêm; ", before=True) == [" thêm", "; "]
    assert parts("; ", "; thêm ", after=True) == ["; ", "thêm "]
    assert parts(" ", " thêm ", before=True, after=True) == [" thêm", " "]


def test_changed_fixed_words_are_nobodys() -> None:
    assert parts("; ", ", và ", before=True, after=True) == [", và "]


def test_everything_between_two_neighbours_goes_to_the_first() -> None:
    assert parts_now([], "thêm", before=True, after=True) == ["thêm", ""]
    assert parts_now([], "thêm", before=False, after=True) == ["", "thêm"]


LINES = st.lists(st.tuples(st.text("ab ;\n", max_size=6), st.booleans()), max_size=5)


@given(LINES, st.text("ab ;\n", max_size=20), st.booleans(), st.booleans())
def test_parts_together_are_the_whole(
    line: list[tuple[str, bool]], now: str, before: bool, after: bool
) -> None:
    found = parts_now([Held(*piece) for piece in line], now, before=before, after=after)
    assert "".join(found) == now
    assert len(found) == len(line) + 2


@given(LINES, st.booleans(), st.booleans())
def test_unchanged_text_gives_each_piece_its_own(
    line: list[tuple[str, bool]], before: bool, after: bool
) -> None:
    texts = [text for text, _ in line]
    pieces = [Held(*piece) for piece in line]
    found = parts_now(pieces, "".join(texts), before=before, after=after)
    assert found == ["", *texts, ""]


def test_pairs_are_the_same_texts_then_those_alike() -> None:
    old = ["một", "hai ba bốn", "năm", "sáu bảy tám"]
    new = ["một", "mới", "hai ba năm", "năm"]
    assert pairs(old, new, least=0.4) == [(0, 0), (1, 2), (2, 3)]


def test_pairs_go_by_place_where_nothing_is_alike_and_nothing_is_asked() -> None:
    assert pairs(["một", "hai"], ["ba", "bốn"], least=0) == [(0, 0), (1, 1)]
    assert pairs(["một", "hai"], ["ba", "bốn"], least=0.4) == []


def test_pairs_keep_the_order_of_both() -> None:
    assert len(pairs(["một hai", "ba bốn"], ["ba bốn!", "một hai!"], least=0.4)) == 1


def test_likeness_is_the_share_of_the_words() -> None:
    assert likeness("Một hai", "hai một") == 1
    assert likeness("một hai", "một ba") == 0.5
    assert likeness("một", "hai") == 0


@given(st.lists(st.integers(0, 9), max_size=9))
def test_longest_rise_rises_and_none_is_longer(values: list[int]) -> None:
    taken = [values[at] for at in longest_rise(values)]
    assert taken == sorted(set(taken))
    best = [0] * len(values)
    for at, value in enumerate(values):
        best[at] = 1 + max((best[i] for i in range(at) if values[i] < value), default=0)
    assert len(taken) == max(best, default=0)
