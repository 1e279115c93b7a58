import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.editing.finding import Wanted, count_words, find, replace, replaceable, spans, texts_of
from app.minutes.attendees import Attendee, Position
from app.minutes.figures import Figure, Indicator, Measure
from app.minutes.meeting import Body, Meeting
from app.minutes.place import Place
from app.minutes.record import Minutes, Result
from app.minutes.speeches import Assignment, Deadline, Passage, Speech
from app.minutes.structure import walk
from app.paths import resources_folder
from app.sample import sample
from tests.strategies import minutes

RECORD = Minutes(
    id="m",
    meeting=Meeting(host=Body(id="b", name="Đảng ủy phường Thanh Sơn"), place="thanh sơn"),
    attendees=(
        Attendee(id="a", name="Kiều Như Nguyên", positions=(Position(id="p", title="Bí thư"),)),
    ),
    results=(Result(id="r", text="Năm 2021, phường Thanh Sơn đạt 7 hộ; Thanh  sơn."),),
    indicators=(
        Indicator(id="i", measures=(Measure(id="me", actual=Figure(written="7"), unit="hộ"),)),
    ),
    speeches=(
        Speech(
            id="s",
            speaker="a",
            passages=(
                Passage(
                    id="pa",
                    text="giao UBND phường",
                    assignments=(
                        Assignment(
                            id="as",
                            lead=Body(id="l", name="UBND phường"),
                            coordinating=(Body(id="c", name="Công an phường"),),
                            deadline=Deadline(written="trước 30/6"),
                        ),
                    ),
                ),
            ),
        ),
    ),
)


def found(text: str, **how: bool) -> list[str]:
    return [m.written.text[m.start : m.end] for m in find(RECORD, Wanted(text, **how))]


def test_found_with_and_without_marks_and_in_any_spacing() -> None:
    assert found("thanh son") == ["Thanh Sơn", "thanh sơn", "Thanh Sơn", "Thanh  sơn"]
    assert found("thanh sơn", marks=True) == found("thanh son")
    assert found("thanh son", marks=True) == []
    assert found("dang uy") == ["Đảng ủy"]


def test_found_in_the_same_case_alone() -> None:
    assert found("Thanh Sơn", marks=True, case=True) == ["Thanh Sơn"] * 2
    assert found("Thanh Son", case=True) == ["Thanh Sơn"] * 2
    assert found("Dang", case=True) == ["Đảng"]


def test_found_as_whole_words_alone() -> None:
    assert found("nhu") == ["Như"]
    assert found("ph", whole=True) == []
    assert found("7", whole=True) == ["7", "7"]
    assert [*spans("hộ, hộp; hội hộ", Wanted("hộ", whole=True))] == [(0, 2), (13, 15)]


@pytest.mark.parametrize("text", ["", "  ", "\u0301"])
def test_nothing_is_no_match(text: str) -> None:
    assert find(RECORD, Wanted(text)) == ()


def test_ids_links_and_closed_words_are_not_found() -> None:
    assert found("remarks") == []
    assert [m.written.place for m in find(RECORD, Wanted("as", whole=True))] == []


def test_each_match_says_where_it_is_and_where_it_is_shown() -> None:
    def places(text: str) -> list[tuple[Place, Place]]:
        return [(m.written.place, m.written.shown) for m in find(RECORD, Wanted(text))]

    attendee = Place("attendees", "a", "positions")
    assert places("bí thư") == [(Place("attendees", "p", "title"), attendee)]
    lead, coordinating = (
        Place("speeches", "as", "lead.name"),
        Place("speeches", "as", "coordinating"),
    )
    text = Place("speeches", "pa", "text")
    assert places("ubnd") == [(text, text), (lead, lead)]
    assert places("công an") == [(Place("speeches", "c", "name"), coordinating)]
    host = Place("meeting", "", "host.name")
    assert places("đảng ủy") == [(host, host)]


def test_all_are_replaced_in_one_edit_and_nothing_else() -> None:
    matches = find(RECORD, Wanted("thanh son"))
    after = replace(matches, "Tân Lập")(RECORD)
    assert after.results[0].text == "Năm 2021, phường Tân Lập đạt 7 hộ; Tân Lập."
    assert after.meeting.host == Body(id="b", name="Đảng ủy phường Tân Lập")
    assert after.meeting.place == "Tân Lập"
    assert after.but(results=RECORD.results, meeting=RECORD.meeting) == RECORD


def test_items_inside_items_are_reached() -> None:
    after = replace(find(RECORD, Wanted("phường")), "xã")(RECORD)
    (task,) = after.speeches[0].passages[0].assignments
    assert task.lead == Body(id="l", name="UBND xã")
    assert task.coordinating == (Body(id="c", name="Công an xã"),)


def test_figures_and_deadlines_are_found_and_not_replaced() -> None:
    matches = find(RECORD, Wanted("7", whole=True)) + find(RECORD, Wanted("30/6"))
    assert len(matches) == 3
    (one,) = replaceable(matches, "8")
    assert one.written.place == Place("results", "r", "text")


def test_what_would_be_too_long_is_not_replaced() -> None:
    record = Minutes(id="m", meeting=Meeting(place="a" * 3))
    matches = find(record, Wanted("a"))
    limit = matches[0].written.limit
    assert len(replaceable(matches, "x" * (limit - 2))) == 1
    assert replaceable(matches, "x" * limit) == ()


def test_words_are_counted_as_word_counts_them() -> None:
    assert count_words(Minutes(id="m", meeting=Meeting(place=" một  hai\nba - 4 "))) == 5
    assert count_words(sample(resources_folder())) > 1_000


@given(minutes(), st.text("aăđ1 ", min_size=1, max_size=2), st.booleans(), st.booleans())
def test_any_record_keeps_its_ids_and_order(
    record: Minutes, text: str, marks: bool, whole: bool
) -> None:
    matches = find(record, Wanted(text, marks=marks, whole=whole))
    after = replace(replaceable(matches, "@"), "@")(record)
    assert [item.id for item in walk(after)] == [item.id for item in walk(record)]
    for match in matches:
        assert 0 <= match.start < match.end <= len(match.written.text)


@given(minutes())
def test_replacing_what_was_found_by_itself_changes_nothing(record: Minutes) -> None:
    for written in texts_of(record):
        for match in find(record, Wanted(written.text, marks=True, case=True)):
            same = match.written.text[match.start : match.end]
            assert replace([match], same)(record) == record
