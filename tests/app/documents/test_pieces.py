from app.documents.outline import Origin, Run
from app.documents.pieces import capitalised, fixed, joined, known, merged, text_of, whole
from app.minutes.place import Place

PLACE = Place("meeting", field="place")


def test_a_run_is_verbatim_only_where_it_is_the_field():
    assert known("A", PLACE) == (Run("A", Origin(PLACE)),)
    assert known(" A ", PLACE) == (Run("A", Origin(PLACE, verbatim=False)),)
    assert known("  ", PLACE) == ()
    assert whole(" A ", PLACE) == (Run(" A ", Origin(PLACE)),)


def test_a_capital_is_told_apart_from_other_changes():
    assert capitalised(known("đất", PLACE)) == (
        Run("Đất", Origin(PLACE, verbatim=False, capitalised=True)),
    )
    assert capitalised(known(" đất", PLACE))[0].origin == Origin(PLACE, verbatim=False)
    assert capitalised(known("Đất", PLACE)) == known("Đất", PLACE)
    assert capitalised(()) == ()


def test_only_what_says_something_is_joined():
    parts = [fixed("a"), (), fixed("b"), fixed("c")]
    assert text_of(joined(parts, ", ", " và ")) == "a, b và c"
    assert text_of(joined(parts, ", ")) == "a, b, c"


def test_fixed_wording_side_by_side_is_one_run():
    runs = (Run("a"), Run("b"), *known("x", PLACE), Run("c", role="emphasis"), Run("d"))
    assert [run.text for run in merged(runs)] == ["ab", "x", "c", "d"]
