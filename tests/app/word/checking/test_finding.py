"""How findings are told, gathered and ordered."""

import unicodedata

from app.documents.wording import read_wording
from app.language.catalogue import load_catalogue
from app.minutes.words import Form
from app.word.checking import Severity
from app.word.checking.facts import HOUSE, KINDS, WORDS
from app.word.checking.finding import amount
from tests.app.word.checking.documents import (
    MINUTES,
    PARTY,
    RESOURCES,
    STATE,
    exported,
    found,
    rules_of,
    told,
)
from tests.app.word.checking.docx_file import Docx
from tests.app.word.checking.seeding import in_style, on_runs, page, says, together

ITEMS = in_style("BBGachDauDong", "w:rPr", '<w:sz w:val="24"/>')


def spoiled(*spoils) -> list[str]:
    docx = Docx(exported(MINUTES, PARTY))
    together(*spoils)(docx)
    return told(found(docx.data, MINUTES, PARTY))


def test_finding_tells_where_what_needs_how_and_which() -> None:
    (line,) = spoiled(on_runs("BIÊN BẢN", '<w:sz w:val="25"/>'))
    assert line == (
        "Paragraph 7 “BIÊN BẢN”: size 12.5; needed: size 15 to 16."
        " Select it and set: size 15 to 16. [document_title.size, hd05, error]"
    )


def test_finding_is_told_in_vietnamese() -> None:
    docx = Docx(exported(MINUTES, PARTY))
    on_runs("BIÊN BẢN", '<w:sz w:val="25"/>')(docx)
    texts = load_catalogue(RESOURCES / "catalogues", "vi")
    (finding,) = found(docx.data, MINUTES, PARTY)
    assert "cỡ chữ 12,5" in finding.told(texts)
    assert finding.told(texts).isprintable()


def test_same_in_many_paragraphs_is_told_once() -> None:
    (line,) = spoiled(ITEMS)
    assert line.startswith("Paragraph 18 “- Có mặt: 04 đồng chí")
    assert "” and 16 more: size 12" in line
    assert "Change the style “Gạch đầu dòng” to: size 14 to 15." in line


def test_part_of_a_paragraph_is_named_by_its_own_words() -> None:
    number = '<w:sz w:val="20"/>'
    (line,) = spoiled(lambda docx: _set_on_last_run(docx, number))
    assert "“trụ sở Đảng ủy phường”" in line or "“.”" in line


def test_decomposed_text_is_told_for_that_alone() -> None:
    for text in ("Nơi nhận:", "Thanh Sơn, ngày 05 tháng 02 năm 2022", "ĐẢNG CỘNG SẢN VIỆT NAM"):
        (line,) = spoiled(says(text[:9], unicodedata.normalize("NFD", text)))
        assert f"“{text}”: letters with separate accents" in line


def test_errors_come_before_warnings_and_in_order() -> None:
    docx = Docx(exported(MINUTES, STATE))
    together(says("CHỦ TỌA", "CHỦ TRÌ"), ITEMS, page("w:pgMar", left="567"))(docx)
    findings = found(docx.data, MINUTES, STATE)
    weights = [finding.severity for finding in findings]
    assert weights == sorted(weights, key=[Severity.ERROR, Severity.WARNING].index)
    assert findings[0].where.paragraph == 0
    assert len({*weights}) == 2


def test_every_source_is_one_of_the_forms() -> None:
    for form in Form:
        words, sources = WORDS[form], rules_of(form).sources
        assert {words.source, words.undated_source, words.captions_source, HOUSE} <= {*sources}


def test_words_that_are_wanted_are_the_words_that_are_written() -> None:
    wording = read_wording(RESOURCES / "wording")
    for form in Form:
        words, written = WORDS[form], wording.of(form)
        assert next(iter(words.titles.values())) == written.text("letterhead.title")
        assert words.text_end == written.text("words.text_end")
        captions = (written.text("signature.writer"), written.text("signature.chair"))
        assert words.captions == captions
        for kind, told_as in KINDS.items():
            assert told_as.title == written.text(f"{kind}.title")
            assert told_as.abbreviation == written.text(f"{kind}.abbreviation")


def test_amounts_have_no_more_decimals_than_they_need() -> None:
    assert (amount(14.0), amount(10)) == ("14", "10")
    assert amount(12.70) == amount(12.7)
    assert str(amount(100)) == "100"


def _set_on_last_run(docx: Docx, xml: str) -> None:
    from app.word.elements import name, prototype

    run = list(docx.paragraph("- Địa điểm").iter(name("w:r")))[-1]
    run.insert(0, prototype(f"<w:rPr>{xml}</w:rPr>"))
