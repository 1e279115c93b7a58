from app.documents.outline import Columns, Row, Table
from tests.app.word.outlines import body, found, line, written

SIGNED = (line("copies", "x"), line("signature_name", "An"))
SIGNATURES = Columns("signatures", (SIGNED, SIGNED))
CELLS = ((line("table_cell", "a"),), (line("table_cell", "b"),))
TABLE = Table("attendees", Row(CELLS), (Row(CELLS),))
KEEPS, AFTER = "w:pPr/w:keepNext", "string(w:pPr/w:spacing/@w:after)"


def test_words_before_a_table_keep_with_it_and_leave_it_room() -> None:
    first, last, *_ = body(written(line("body", "a"), line("body", "b"), TABLE))
    assert found(last, KEEPS)
    assert found(last, AFTER) == "120"
    assert not found(first, KEEPS)
    assert not found(first, AFTER)


def test_caption_has_room_of_its_own_below_it() -> None:
    caption = body(written(line("table_caption", "Bảng"), TABLE))[0]
    assert not found(caption, "w:pPr/w:spacing")
    assert not found(caption, KEEPS)  # its style says it


def test_tables_that_follow_one_another_are_kept_apart() -> None:
    first, between, second, end = body(written(TABLE, TABLE))
    assert [part.tag.partition("}")[2] for part in (first, between, second, end)] == [
        "tbl",
        "p",
        "tbl",
        "p",
    ]
    assert found(between, AFTER) == "120"
    assert not found(end, AFTER)


def test_signatures_keep_with_those_below_them() -> None:
    first, between, second, _ = body(written(SIGNATURES, SIGNATURES))
    assert len(found(first, "w:tr[last()]/w:tc/w:p/w:pPr/w:keepNext")) == 2
    assert found(between, KEEPS)
    assert not found(second, "w:tr[last()]//w:keepNext")


def test_signatures_keep_with_the_recipients_below_them() -> None:
    signatures, _ = body(written(SIGNATURES, line("recipients_label", "Nơi nhận:")))
    assert len(found(signatures, "w:tr[last()]/w:tc/w:p/w:pPr/w:keepNext")) == 2


def test_what_does_not_print_stands_between_nothing() -> None:
    first, *_ = body(written(line("body", "a"), line("body", " "), SIGNATURES))
    assert found(first, KEEPS)
