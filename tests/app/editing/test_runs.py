import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.editing.runs import parts_of, text_of, unglued

RUNS = st.lists(
    st.tuples(st.sampled_from(["", "a", "b", "c", "?"]), st.text("xắ. ", max_size=5)), max_size=8
).map(tuple)
KNOWN = frozenset("abc")


def never(_one: str, _other: str) -> bool:
    return False


def told(runs: tuple, alike=never) -> list[tuple[str, str]]:
    return [(part.key, part.text) for part in unglued(parts_of(runs, KNOWN), alike)]


@pytest.mark.parametrize(
    ("runs", "parts"),
    [
        ((("a", "Một."), ("", " "), ("b", "Hai.")), [("a", "Một."), ("b", "Hai.")]),
        (
            (("a", "Một."), ("", " mới "), ("b", "Hai.")),
            [("a", "Một."), ("", "mới"), ("b", "Hai.")],
        ),
        ((("a", "Một."), ("", "  "), ("b", "Hai.")), [("a", "Một. "), ("b", "Hai.")]),
        ((("a", "Một."), ("", " ")), [("a", "Một. ")]),
        ((("", " "), ("b", "Hai.")), [("b", " Hai.")]),
        ((("", " "),), [("", " ")]),
        ((("?", "Lạ."),), [("", "Lạ.")]),
        ((("a", "Mộ"), ("a", "t.")), [("a", "Một.")]),
        ((("a", "Một "), ("b", "hai")), [("a", "Một"), ("b", "hai")]),
        ((("a", "Một"), ("b", "hai ba")), [("a", "Mộthai"), ("b", "ba")]),
        ((("a", "Một"), ("b", "hai")), [("a", "Mộthai")]),
        ((("a", "Một"), ("b", "hai ")), [("a", "Mộthai ")]),
        ((), []),
    ],
)
def test_runs_are_read_as_parts(runs, parts):
    assert told(runs) == parts


def test_parts_that_are_alike_become_one_where_they_touch():
    def always(_one: str, _other: str) -> bool:
        return True

    assert told((("a", "Một "), ("b", "hai")), always) == [("a", "Một hai")]
    assert told((("", "Một"), ("b", "hai")), always) == [("b", "Mộthai")]
    assert told((("a", "Một"), ("", " "), ("b", "hai")), always) == [("a", "Một"), ("b", "hai")]


@given(RUNS, st.booleans())
def test_no_character_is_lost_doubled_or_changed(runs, alike):
    parts = unglued(parts_of(runs, KNOWN), lambda _one, _other: alike)
    assert " ".join(part.text for part in parts) == text_of(runs)
    assert all(part.text for part in parts)
