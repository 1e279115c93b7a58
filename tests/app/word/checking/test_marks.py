"""The stamps of urgency and secrecy: their box and their colour."""

import pytest

from app.minutes.words import Security, Urgency
from app.word.elements import name, prototype
from tests.app.word.checking.documents import MINUTES, PARTY, STATE, found, record_of, told, written
from tests.app.word.checking.docx_file import Docx
from tests.app.word.checking.seeding import Spoil, in_style, on_runs, says

STAMP = "HỎA TỐC"
BORDER = '<w:bdr w:val="single" w:sz="8" w:space="0" w:color="C00000"/>'


def rules_after(*spoils: Spoil) -> set[str]:
    marks = {"urgency": Urgency.EXPRESS, "security": Security.NONE}
    docx = Docx(written(record_of(MINUTES, STATE, **marks), MINUTES, STATE))
    for spoil in spoils:
        spoil(docx)
    return {f"{each.rule.role}.{each.rule.property}" for each in found(docx.data, MINUTES, STATE)}


def without_border(docx: Docx) -> None:
    shape = docx.style("BBDoKhan").find(name("w:pPr"))
    shape.remove(shape.find(name("w:pBdr")))


def in_a_table(docx: Docx) -> None:
    stamp = docx.paragraph(STAMP)
    table = prototype("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>")
    stamp.addprevious(table)
    table[0][0].append(stamp)


def test_stamp_without_a_box_is_told() -> None:
    assert rules_after(without_border) == {"urgency_mark.box"}


@pytest.mark.parametrize("boxed", [on_runs(STAMP, BORDER), in_a_table])
def test_box_may_be_drawn_in_any_way(boxed: Spoil) -> None:
    assert rules_after(without_border, boxed) == set()


@pytest.mark.parametrize(
    ("colour", "told_of"),
    [("FF0000", False), ("C00000", False), ("0000FF", True), ("FFFF00", True), ("none", True)],
)
def test_stamp_is_red(colour: str, told_of: bool) -> None:
    rules = rules_after(in_style("BBDoKhan", "w:rPr", f'<w:color w:val="{colour}"/>'))
    assert rules == ({"urgency_mark.colour"} if told_of else set())


def test_stamp_in_small_letters_is_told() -> None:
    caps = in_style("BBDoKhan", "w:rPr", '<w:caps w:val="0"/>')
    assert rules_after(says(STAMP, "Hỏa tốc"), caps) == {"urgency_mark.caps"}


def test_party_has_no_box_around_urgency() -> None:
    record = record_of(MINUTES, PARTY, urgency=Urgency.URGENT)
    assert not told(found(written(record, MINUTES, PARTY), MINUTES, PARTY))
