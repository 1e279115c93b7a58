"""Defects of the page and of the letters: on the run, in styles, in the defaults, in the theme."""

from copy import deepcopy

from app.word.elements import name, prototype
from tests.app.word.checking.docx_file import HEADER, SETTINGS, THEME, Docx
from tests.app.word.checking.seeding import (
    PARTY_MINUTES,
    PARTY_NOTICE,
    STATE_MINUTES,
    STATE_NOTICE,
    Defect,
    in_base_style,
    in_defaults,
    in_style,
    on_runs,
    page,
    says,
    words,
)

BODY = "Năm 2021"
CALIBRI = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'


def theme_font(docx: Docx) -> None:
    """The defaults name the theme's font, and the theme says Calibri."""
    in_defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')(docx)
    for latin in docx.tree(THEME).iter(name("a:latin")):
        latin.set("typeface", "Calibri")


def number_at_foot(docx: Docx) -> None:
    docx.replace("headerReference", "footerReference")


def words_beside_number(docx: Docx) -> None:
    first = next(docx.tree(HEADER).iter(name("w:r")))
    first.addprevious(prototype("<w:r><w:t>Trang </w:t></w:r>"))


def roman_number(docx: Docx) -> None:
    next(docx.tree().iter(name("w:pgMar"))).addnext(prototype('<w:pgNumType w:fmt="lowerRoman"/>'))


def even_headers(docx: Docx) -> None:
    docx.tree(SETTINGS).insert(0, prototype("<w:evenAndOddHeaders/>"))


def narrow_section(docx: Docx) -> None:
    """A section of its own before the last one, with another margin."""
    section = deepcopy(next(docx.tree().iter(name("w:sectPr"))))
    section.find(name("w:pgMar")).set(name("w:left"), "567")
    paragraph = prototype("<w:p><w:pPr/></w:p>")
    paragraph[0].append(section)
    docx.paragraph("2. Diễn biến").addprevious(paragraph)


PAGE_DEFECTS = (
    Defect("letter paper", STATE_MINUTES, page("w:pgSz", w="12240", h="15840"), "page.width"),
    Defect("lying page", STATE_MINUTES, page("w:pgSz", w="16838", h="11906"), "page.orientation"),
    Defect("top margin", STATE_MINUTES, page("w:pgMar", top="850"), "page.top"),
    Defect("bottom margin", PARTY_MINUTES, page("w:pgMar", bottom="1418"), "page.bottom"),
    Defect("left margin", PARTY_MINUTES, page("w:pgMar", left="1985"), "page.left"),
    Defect("right margin", STATE_NOTICE, page("w:pgMar", right="1418"), "page.right"),
    Defect("gutter", PARTY_NOTICE, page("w:pgMar", gutter="567"), "page.left"),
    Defect(
        "number near the text", PARTY_MINUTES, page("w:pgMar", header="850"), "page.number_edge"
    ),
    Defect(
        "number below the margin",
        STATE_MINUTES,
        page("w:pgMar", header="1200"),
        "page.number_edge",
    ),
    Defect("no number", PARTY_MINUTES, words("PAGE", "DATE", HEADER), "page_number.place"),
    Defect("number at the foot", STATE_MINUTES, number_at_foot, "page_number.place"),
    Defect("number on page 1", PARTY_NOTICE, words("<w:titlePg/>", ""), "page.number_first"),
    Defect(
        "number at the right",
        STATE_MINUTES,
        in_style("BBSoTrang", "w:pPr", '<w:jc w:val="right"/>'),
        "page_number.align",
    ),
    Defect(
        "small number",
        PARTY_MINUTES,
        in_style("BBSoTrang", "w:rPr", '<w:sz w:val="24"/>'),
        "page_number.size",
    ),
    Defect("number with words", STATE_MINUTES, words_beside_number, "page_number.form"),
    Defect("even pages without number", STATE_MINUTES, even_headers, "page_number.place"),
    Defect("narrow second section", PARTY_MINUTES, narrow_section, "page.left"),
    Defect("roman number", PARTY_MINUTES, roman_number, "page_number.form"),
)

LETTER_DEFECTS = (
    Defect("font on the run", STATE_MINUTES, on_runs(BODY, CALIBRI), "text.font"),
    Defect(
        "font for accented letters only",
        PARTY_MINUTES,
        on_runs(BODY, '<w:rFonts w:hAnsi="Arial"/>'),
        "text.font",
    ),
    Defect(
        "font in the style", PARTY_MINUTES, in_style("BBNoiDung", "w:rPr", CALIBRI), "text.font"
    ),
    Defect(
        "font in a base style",
        STATE_MINUTES,
        in_base_style("BBNoiDung", "w:rPr", CALIBRI),
        "text.font",
    ),
    Defect("font in the defaults", PARTY_NOTICE, in_defaults(CALIBRI), "text.font"),
    Defect("font in the theme", STATE_NOTICE, theme_font, "text.font"),
    Defect(
        "legacy font",
        PARTY_MINUTES,
        on_runs(BODY, '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'),
        "text.legacy_font",
    ),
    Defect(
        "VNI font",
        STATE_MINUTES,
        on_runs(BODY, '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'),
        "text.legacy_font",
    ),
    Defect("size on the run", STATE_MINUTES, on_runs(BODY, '<w:sz w:val="24"/>'), "body.size"),
    Defect(
        "size in the style",
        PARTY_MINUTES,
        in_style("BBNoiDung", "w:rPr", '<w:sz w:val="26"/>'),
        "body.size",
    ),
    Defect(
        "size in a base style",
        PARTY_MINUTES,
        in_base_style("BBNoiDung", "w:rPr", '<w:sz w:val="32"/>'),
        "body.size",
    ),
    Defect(
        "two sizes of text",
        STATE_MINUTES,
        in_style("BBNoiDung", "w:rPr", '<w:sz w:val="26"/>'),
        "body.size",
    ),
    Defect(
        "sizes that do not pair",
        STATE_NOTICE,
        in_style("BBTieuNgu", "w:rPr", '<w:sz w:val="26"/>'),
        "motto.size",
    ),
    Defect(
        "title too small",
        PARTY_MINUTES,
        in_style("BBTenLoai", "w:rPr", '<w:sz w:val="28"/>'),
        "document_title.size",
    ),
    Defect(
        "title not bold",
        STATE_MINUTES,
        on_runs("BIÊN BẢN", '<w:b w:val="0"/>'),
        "document_title.bold",
    ),
    Defect(
        "bold switched off by a bold character style",
        PARTY_MINUTES,
        on_runs("BIÊN BẢN", '<w:rStyle w:val="BBNguoiPhatBieu"/>'),
        "document_title.bold",
    ),
    Defect(
        "bold title of who signs",
        PARTY_NOTICE,
        on_runs("CHÁNH VĂN PHÒNG", "<w:b/>"),
        "signature_title.bold",
    ),
    Defect("text all bold", STATE_MINUTES, on_runs(BODY, "<w:b/>"), "body.bold"),
    Defect(
        "upright date",
        STATE_NOTICE,
        in_style("BBDiaDanh", "w:rPr", '<w:i w:val="0"/>'),
        "place_date.italic",
    ),
    Defect(
        "small letters in a body's name",
        PARTY_MINUTES,
        in_style("BBBanHanh", "w:rPr", '<w:caps w:val="0"/>'),
        "issuing_body.caps",
    ),
    Defect(
        "capitals in a name",
        STATE_MINUTES,
        says("Xuân Thoa", "XUÂN THOA"),
        "signature_name.caps",
    ),
    Defect("blue text", PARTY_MINUTES, on_runs(BODY, '<w:color w:val="0000FF"/>'), "text.colour"),
    Defect("grey text", STATE_NOTICE, on_runs("Trên", '<w:color w:val="595959"/>'), "text.colour"),
    Defect(
        "label not underlined",
        PARTY_MINUTES,
        in_style("BBNoiNhan", "w:rPr", '<w:u w:val="none"/>'),
        "recipients_label.underline",
    ),
    Defect(
        "recipients too large",
        STATE_NOTICE,
        in_style("BBDanhSachNhan", "w:rPr", '<w:sz w:val="28"/>'),
        "recipient.size",
    ),
)
