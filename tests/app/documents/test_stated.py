import pytest

from app.documents.stated import Prose, assignment_stated
from app.minutes.figures import Figure, Indicator, Measure, Tally
from app.minutes.meeting import Body
from app.minutes.speeches import Assignment, Deadline

POOR = Indicator(
    id="i",
    name="Hộ nghèo",
    measures=(
        Measure(id="a", actual=Figure(written="7")),
        Measure(id="b", actual=Figure(written="21")),
    ),
    rate=Figure(written="0,24"),
)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Đến nay hộ nghèo 7 hộ/21 khẩu, tỷ lệ 0,24%.", True),
        ("Đến nay hộ  nghèo 7 hộ/21 khẩu, tỷ lệ 0,24.", True),
        ("Đến nay hộ nghèo 17 hộ/21 khẩu, tỷ lệ 0,24%.", False),
        ("Đến nay hộ nghèo 7,5 hộ/21 khẩu, tỷ lệ 0,24%.", False),
        ("Đến nay hộ nghèo 1.7 hộ/21 khẩu, tỷ lệ 0,24%.", False),
        ("Đến nay hộ nghèo 7 hộ/21 khẩu.", False),
        ("Đến nay 7 hộ/21 khẩu, tỷ lệ 0,24%.", False),
        ("", False),
    ],
)
def test_an_indicator_is_stated_by_its_name_and_all_its_figures(text, stated):
    assert Prose([text]).says_indicator(POOR) is stated


@pytest.mark.parametrize("text", ["Đạt CHUẨN  nông thôn mới", "đạt chuẩn nông thôn mới"])
def test_a_figure_in_words_is_compared_without_case_and_spaces(text):
    reached = Measure(id="a", actual=Figure(written="Đạt chuẩn"))
    indicator = Indicator(id="i", name="nông thôn mới", measures=(reached,))
    assert Prose([text]).says_indicator(indicator)


def test_an_indicator_is_not_stated_by_two_paragraphs_together():
    assert not Prose(["hộ nghèo 7 hộ", "hộ nghèo 21 khẩu, 0,24%"]).says_indicator(POOR)


def test_an_indicator_without_a_name_is_never_stated():
    assert not Prose(["7 hộ, 21 khẩu, 0,24%"]).says_indicator(POOR.but(name=" "))


@pytest.mark.parametrize(("text", "stated"), [("có 12/14 chỉ tiêu", True), ("112/14", False)])
def test_a_tally_is_stated_as_written(text, stated):
    assert Prose([text]).says_tally(Tally(met=12, total=14)) is stated


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("giao Phòng Tài chính làm trước 30/6", True),
        ("giao phòng tài chính", False),
        ("làm trước 30/6", False),
    ],
)
def test_an_assignment_is_stated_by_its_bodies_and_deadline(text, stated):
    task = Assignment(
        id="a", lead=Body(id="b", name="phòng tài chính"), deadline=Deadline(written="trước 30/6")
    )
    assert assignment_stated(task, text) is stated
