import pytest

from app.documents.outline import Columns, Paragraph, Row, Table
from app.minutes.words import Form
from app.word.tables import column_widths, level_rows
from tests.app.word.outlines import body, found, line, written

NUMBER, PLACE = line("number", "Số 1"), line("place_date", "Huế, ngày 05")
BODY, TITLE = line("issuing_body", "Đảng ủy"), line("party_title", "Đảng")
Column = tuple[Paragraph, ...]


def roles(rows: list[list[list[Paragraph]]]) -> list[list[list[str]]]:
    return [[[paragraph.role for paragraph in cell] for cell in row] for row in rows]


def test_columns_open_a_level_row_where_each_has_a_starting_role() -> None:
    rows = level_rows(((BODY, NUMBER), (TITLE, PLACE)), ("number", "place_date"))
    assert roles(rows) == [[["issuing_body"], ["party_title"]], [["number"], ["place_date"]]]


@pytest.mark.parametrize("right", [(TITLE,), (TITLE, PLACE, PLACE), (PLACE, TITLE), ()])
def test_columns_stay_one_row_when_they_would_leave_an_empty_cell(right: Column) -> None:
    assert len(level_rows(((BODY, NUMBER), right), ("number", "place_date"))) == 1


@pytest.mark.parametrize(("count", "widths"), [(1, [60]), (2, [60, 105]), (3, [55, 55, 55])])
def test_column_widths_are_equal_beyond_those_of_the_form(count: int, widths: list[int]) -> None:
    assert list(column_widths((60, 105), count, 165)) == widths


def test_columns_keep_every_row_but_the_last_with_the_next() -> None:
    signed = (line("copies", "x"), line("signature_name", "An"))
    table = body(written(Columns("signatures", (signed, signed))))[0]
    first, second = found(table, "w:tr")
    assert len(found(first, ".//w:pPr/w:keepNext")) == 2
    assert not found(second, ".//w:keepNext")
    assert len(found(table, "w:tr/w:trPr/w:cantSplit")) == 2


@pytest.mark.parametrize("form", Form)
def test_columns_are_as_wide_as_the_text(form: Form) -> None:
    letterhead = Columns("letterhead", ((BODY,), (line("place_date", "Huế"),)))
    table = body(written(letterhead, form=form))[0]
    (whole,) = found(table, "w:tblPr/w:tblW/@w:w")
    assert abs(int(whole) - 165 * 1440 / 25.4) < 2
    assert sum(map(int, found(table, "w:tblGrid/w:gridCol/@w:w"))) == int(whole)
    assert found(table, ".//w:tcW/@w:w") == found(table, "w:tblGrid/w:gridCol/@w:w")


def test_room_stands_above_the_signatures_in_the_first_row_only() -> None:
    signed = (line("signature_title", "x"), line("signature_name", "An"))
    rows = found(body(written(Columns("signatures", (signed, signed))))[0], "w:tr")
    assert found(rows[0], "w:tc/w:tcPr/w:tcMar/w:top/@w:w") == ["360", "360"]
    assert not found(rows[1], ".//w:tcMar")


def test_columns_at_the_end_are_left_out_when_empty() -> None:
    table = body(written(Columns("signatures", ((BODY,), ()))))[0]
    assert len(found(table, "w:tr/w:tc")) == 1


def test_columns_are_left_out_when_nothing_would_print() -> None:
    assert not body(written(Columns("signatures", ((line("copies", " "),), ()))))


def test_table_repeats_its_head_and_splits_no_row() -> None:
    cells = ((line("table_cell", "a"),), (line("table_cell", "b"),))
    table = body(written(Table("attendees", Row(cells), (Row(cells), Row(cells)))))[0]
    head, *rows = found(table, "w:tr/w:trPr")
    assert len(found(head, "w:tblHeader")) == len(found(head, "w:cantSplit")) == 1
    assert all(found(row, "w:cantSplit") and not found(row, "w:tblHeader") for row in rows)


def test_cell_without_text_has_the_one_paragraph_that_word_demands() -> None:
    head = Row(((line("table_head", "a"),), (line("table_head", "b"),)))
    table = body(written(Table("attendees", head, (Row(((), (line("table_cell", " "),))),))))[0]
    assert len(found(table, "w:tr[2]/w:tc/w:p[w:pPr/w:pStyle/@w:val='BBOBang']")) == 2
