import pytest

from app.documents.outline import Columns, Row, Table
from app.minutes.words import Form
from tests.app.word.outlines import body, found, line, written

BODY = line("issuing_body", "Đảng ủy")


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
