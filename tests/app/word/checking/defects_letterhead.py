"""Defects of the letterhead, the title, the abstract and the end of the text."""

from app.word.elements import name, prototype
from tests.app.word.checking.docx_file import Docx
from tests.app.word.checking.seeding import (
    PARTY_MINUTES,
    PARTY_NOTICE,
    STATE_MINUTES,
    STATE_NOTICE,
    Defect,
    Spoil,
    before,
    on_runs,
    says,
    together,
    without,
    without_element,
    words,
)

STAR = '<w:p><w:pPr><w:pStyle w:val="BBSoKyHieu"/></w:pPr><w:r><w:t>*</w:t></w:r></w:p>'
DATE = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    "<w:r><w:rPr><w:i/></w:rPr><w:t>Thanh Sơn, ngày 05 tháng 02 năm 2022</w:t></w:r></w:p>"
)
DASHES = '<w:p><w:pPr><w:pStyle w:val="BBTieuNgu"/></w:pPr><w:r><w:t>_______</w:t></w:r></w:p>'
ALL_SIDES = (
    "parent_body.side issuing_body.side letterhead_mark.side number.side party_title.side"
    " place_date.side"
)
DAY = "Thanh Sơn, ngày"  # how the line for place and date begins


def line_length(start: str, share: float) -> Spoil:
    def spoil(docx: Docx) -> None:
        extent = next(docx.paragraph(start).iter(name("a:ext")))
        extent.set("cx", str(round(int(extent.get("cx")) * share)))

    return spoil


def changed_columns(docx: Docx) -> None:
    """The right column of the letterhead before the left one."""
    for start in ("Đảng bộ tỉnh", "Số 05"):
        cell = docx.paragraph(start).getparent()
        cell.getnext().addnext(cell)


def typed_line(docx: Docx) -> None:
    without_element("Độc lập", "w:drawing")(docx)
    docx.paragraph("Độc lập").addnext(prototype(DASHES))


LETTERHEAD_DEFECTS = (
    Defect("changed columns", PARTY_NOTICE, changed_columns, ALL_SIDES),
    Defect(
        "no issuing body",
        STATE_NOTICE,
        together(without("Ủy ban nhân dân tỉnh"), without("Ủy ban nhân dân phường")),
        "issuing_body.text",
    ),
    Defect("typed line", STATE_MINUTES, typed_line, "letterhead.line"),
    Defect("two stars", PARTY_MINUTES, says("*", "**"), "letterhead_mark.text"),
    Defect(
        "the other form's title",
        STATE_MINUTES,
        says("CỘNG HÒA", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        "letterhead.form national_title.text",
    ),
    Defect("no motto", STATE_NOTICE, without("Độc lập"), "motto.text"),
    Defect(
        "long dashes in the motto",
        STATE_MINUTES,
        says("Độc lập", "Độc lập – Tự do – Hạnh phúc"),
        "motto.text",
    ),
    Defect("no star", PARTY_MINUTES, without("*"), "letterhead_mark.text"),
    Defect(
        "star in the State's form",
        STATE_MINUTES,
        before(
            "Số:", '<w:p><w:pPr><w:pStyle w:val="BBSoKyHieu"/></w:pPr><w:r><w:t>*</w:t></w:r></w:p>'
        ),
        "letterhead_mark.text",
    ),
    Defect(
        "no line below the title",
        PARTY_MINUTES,
        without_element("ĐẢNG CỘNG", "w:drawing"),
        "party_title.rule_below",
    ),
    Defect(
        "underlined motto",
        STATE_MINUTES,
        together(
            without_element("Độc lập", "w:drawing"), on_runs("Độc lập", '<w:u w:val="single"/>')
        ),
        "motto.rule_below",
    ),
    Defect(
        "long line",
        STATE_NOTICE,
        line_length("Ủy ban nhân dân phường", 2.2),
        "issuing_body.rule_below",
    ),
    Defect("short line", STATE_MINUTES, line_length("Độc lập", 0.5), "motto.rule_below"),
    Defect("number with a colon", PARTY_MINUTES, says("Số 05", "Số: 05-BB/ĐU"), "number.text"),
    Defect("number without a colon", STATE_MINUTES, says("Số: 05", "Số 05/BB-UBND"), "number.text"),
    Defect("number without a zero", PARTY_NOTICE, says("Số 05", "Số 5-TB/ĐU"), "number.text"),
    Defect("the other form's number", STATE_NOTICE, says("Số: 05", "Số 05-TB/UBND"), "number.text"),
    Defect(
        "the other kind's number", STATE_NOTICE, says("Số: 05", "Số: 05/BB-UBND"), "number.text"
    ),
    Defect(
        "blanks in the number",
        STATE_MINUTES,
        says("Số: 05", "Số: 05 / BB - UBND"),
        "number.text",
    ),
    Defect("no number and symbol", PARTY_MINUTES, without("Số 05"), "number.text"),
    Defect(
        "day without a zero",
        PARTY_MINUTES,
        says(DAY, "Thanh Sơn, ngày 5 tháng 02 năm 2022"),
        "place_date.text",
    ),
    Defect(
        "February without a zero",
        STATE_NOTICE,
        says(DAY, "Thanh Sơn, ngày 05 tháng 2 năm 2022"),
        "place_date.text",
    ),
    Defect(
        "March with a zero",
        PARTY_NOTICE,
        says(DAY, "Thanh Sơn, ngày 15 tháng 03 năm 2022"),
        "place_date.text",
    ),
    Defect(
        "short date",
        STATE_NOTICE,
        says(DAY, "Thanh Sơn, ngày 15/3/2022"),
        "place_date.text",
    ),
    Defect(
        "no comma",
        STATE_NOTICE,
        says(DAY, "Thanh Sơn ngày 15 tháng 3 năm 2022"),
        "place_date.text",
    ),
    Defect(
        "date in the State's minutes",
        STATE_MINUTES,
        before("Độc lập", DATE),
        "place_date.present",
    ),
)

TITLE_DEFECTS = (
    Defect(
        "the other kind's title",
        STATE_MINUTES,
        says("BIÊN BẢN", "THÔNG BÁO"),
        "document_title.text",
    ),
    Defect(
        "title with more words",
        PARTY_MINUTES,
        says("BIÊN BẢN", "BIÊN BẢN LÀM VIỆC"),
        "document_title.text",
    ),
    Defect(
        "title spaced out",
        STATE_MINUTES,
        says("BIÊN BẢN", "B I Ê N  B Ả N"),
        "document_title.text text.blanks",
    ),
    Defect("no abstract", STATE_MINUTES, without("Buổi làm việc của"), "abstract.text"),
    Defect("no hyphens", PARTY_MINUTES, without("-----"), "abstract_mark.text"),
    Defect(
        "long row of hyphens",
        PARTY_NOTICE,
        says("-----", "---------------"),
        "abstract_mark.text",
    ),
    Defect(
        "no line below the abstract",
        STATE_MINUTES,
        without_element("Buổi làm việc của", "w:drawing"),
        "abstract.rule_below",
    ),
    Defect(
        "the Party's end",
        STATE_MINUTES,
        says("Buổi làm việc kết thúc", "Buổi làm việc kết thúc năm 2022."),
        "body.text_end",
    ),
    Defect("the State's end", PARTY_NOTICE, words("thực hiện.<", "thực hiện./.<"), "body.text_end"),
    Defect(
        "no end",
        PARTY_MINUTES,
        says("Buổi làm việc kết thúc", "Buổi làm việc kết thúc vào 11 giờ"),
        "body.text_end",
    ),
)
