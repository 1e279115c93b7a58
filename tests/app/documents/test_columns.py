import pytest

from app.documents.columns import column_widths, level_rows, prints, without_empty_end
from app.documents.outline import Paragraph, Run

Column = tuple[Paragraph, ...]


def line(role: str, text: str) -> Paragraph:
    return Paragraph(role, (Run(text),))


NUMBER, PLACE = line("number", "Số 1"), line("place_date", "Huế, ngày 05")
BODY, TITLE = line("issuing_body", "Đảng ủy"), line("party_title", "Đảng")
STARTS = ("number", "place_date")


def roles(rows: list[list[list[Paragraph]]]) -> list[list[list[str]]]:
    return [[[paragraph.role for paragraph in cell] for cell in row] for row in rows]


def test_columns_open_a_level_row_where_each_has_a_starting_role() -> None:
    rows = level_rows(((BODY, NUMBER), (TITLE, PLACE)), STARTS)
    assert roles(rows) == [[["issuing_body"], ["party_title"]], [["number"], ["place_date"]]]


@pytest.mark.parametrize("right", [(TITLE,), (TITLE, PLACE, PLACE), (PLACE, TITLE), ()])
def test_columns_stay_one_row_when_they_would_leave_an_empty_cell(right: Column) -> None:
    assert len(level_rows(((BODY, NUMBER), right), STARTS)) == 1


@pytest.mark.parametrize(("count", "widths"), [(1, [60]), (2, [60, 105]), (3, [55, 55, 55])])
def test_column_widths_are_equal_beyond_those_of_the_form(count: int, widths: list[int]) -> None:
    assert list(column_widths((60, 105), count, 165)) == widths


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\u200a\xa0"])
def test_nothing_prints_where_nothing_would_be_seen(text: str) -> None:
    assert not prints(line("body", text))
    assert prints(line("body", f"{text}x"))


def test_empty_columns_at_the_end_are_left_out_but_not_those_before_others() -> None:
    empty = (line("body", " "),)
    assert without_empty_end((empty, (BODY,), empty, ())) == (empty, (BODY,))
    assert without_empty_end((empty, ())) == ()
