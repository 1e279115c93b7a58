"""What is right in another way than ours has no finding."""

from copy import deepcopy

import pytest

from app.word.elements import name, prototype
from tests.app.word.checking.documents import exported, found, told
from tests.app.word.checking.docx_file import HEADER, SETTINGS, THEME, Docx, say
from tests.app.word.checking.seeding import (
    PARTY_MINUTES,
    PARTY_NOTICE,
    STATE_MINUTES,
    STATE_NOTICE,
    Defect,
    before,
    in_defaults,
    in_style,
    on_paragraph,
    on_runs,
    says,
    together,
    without_element,
    words,
)

DAY = "Thanh Sơn, ngày"
LYING = (
    '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/>'
    '<w:pgMar w:top="1701" w:right="1134" w:bottom="850" w:left="1134" w:header="567"'
    ' w:footer="567"/></w:sectPr></w:pPr></w:p>'
)
FRAME = '<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center"/>'


def themed(docx: Docx) -> None:
    """The defaults name the theme's font, which is ours."""
    in_defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/>')(docx)
    assert all(
        f.get("typeface") == "Times New Roman" for f in docx.tree(THEME).iter(name("a:latin"))
    )


def framed_number(docx: Docx) -> None:
    shape = next(docx.tree(HEADER).iter(name("w:pPr")))
    shape.append(prototype('<w:jc w:val="left"/>'))
    shape.append(prototype(FRAME))


def tabbed_number(docx: Docx) -> None:
    paragraph = next(docx.tree(HEADER).iter(name("w:p")))
    paragraph[0].append(prototype('<w:jc w:val="left"/>'))
    paragraph.insert(1, prototype("<w:r><w:tab/></w:r>"))


def number_in_a_control(docx: Docx) -> None:
    header = docx.tree(HEADER)
    control = prototype("<w:sdt><w:sdtContent/></w:sdt>")
    control[0].append(header[0])
    header.append(control)


def line_elsewhere(docx: Docx) -> None:
    """The line that belongs below the motto hangs on the number."""
    drawing = next(docx.paragraph("Độc lập").iter(name("w:drawing")))
    run = next(up for up in drawing.iterancestors() if up.tag == name("w:r"))
    docx.paragraph("Số:").append(run)


def bordered_line(docx: Docx) -> None:
    """A bottom border as long as the title, by the paragraph's indents."""
    without_element("ĐẢNG CỘNG", "w:drawing")(docx)
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    on_paragraph("ĐẢNG CỘNG", border)(docx)
    on_paragraph("ĐẢNG CỘNG", '<w:ind w:left="340" w:right="340"/>')(docx)


def lying_section(docx: Docx) -> None:
    """Between two sections that stand upright."""
    last = deepcopy(next(docx.tree().iter(name("w:sectPr"))))
    upright = prototype("<w:p><w:pPr/></w:p>")
    upright[0].append(last)
    docx.paragraph("2. Phương hướng").addprevious(upright)
    docx.paragraph("3. Ý kiến").addprevious(prototype(LYING))


def added_spaces(docx: Docx) -> None:
    """Three points below and three above, in a file whose spaces add up."""
    compat = next(docx.tree(SETTINGS).iter(name("w:compat")))
    compat.insert(0, prototype("<w:doNotUseHTMLParagraphAutoSpacing/>"))
    for style in ("BBNoiDung", "BBGachDauDong"):
        in_style(style, "w:pPr", '<w:spacing w:before="60" w:after="60"/>')(docx)


def footnote_mark(docx: Docx) -> None:
    raised = '<w:rPr><w:sz w:val="18"/><w:vertAlign w:val="superscript"/></w:rPr>'
    docx.paragraph("Buổi làm việc của").append(prototype(f"<w:r>{raised}<w:t>1</w:t></w:r>"))


def bold_start(docx: Docx) -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Kết quả: </w:t></w:r>"
    docx.paragraph("Năm 2021").insert(1, prototype(bold))


def short_document(docx: Docx) -> None:
    """One page, and so no page number."""
    for style in list(docx.tree().iter(name("w:pStyle"))):
        if style.get(name("w:val")) in ("BBTenMuc", "BBGachDauDong", "BBNoiDung"):
            paragraph = style.getparent().getparent()
            paragraph.getparent().remove(paragraph)
    docx.replace("headerReference", "ignoredReference")
    say(docx.paragraph("Nội dung (theo"), "Nội dung: thống nhất, kết thúc lúc 11 giờ./.")


ACCEPTED = (
    Defect("spaces that add up", PARTY_NOTICE, added_spaces, ""),
    Defect("raised mark of a note", STATE_MINUTES, footnote_mark, ""),
    Defect("other tone in the title", STATE_NOTICE, words("CỘNG HÒA", "CỘNG HOÀ"), ""),
    Defect("blank number", STATE_MINUTES, says("Số: 05", "Số:       /BB-UBND"), ""),
    Defect("dotted number", PARTY_MINUTES, says("Số 05", "Số ........-BB/ĐU"), ""),
    Defect("large number", PARTY_NOTICE, says("Số 05", "Số 1234-TB/ĐU"), ""),
    Defect("blank date", STATE_NOTICE, says(DAY, "Thanh Sơn, ngày     tháng     năm 2022"), ""),
    Defect("dotted date", PARTY_MINUTES, says(DAY, "Thanh Sơn, ngày … tháng 12 năm 2022"), ""),
    Defect("December", PARTY_MINUTES, says(DAY, "Thanh Sơn, ngày 31 tháng 12 năm 2022"), ""),
    Defect("themed font", STATE_MINUTES, themed, ""),
    Defect("almost black", PARTY_MINUTES, on_runs("Năm 2021", '<w:color w:val="0D0D0D"/>'), ""),
    Defect(
        "short text at the left",
        STATE_MINUTES,
        on_paragraph("Địa điểm", '<w:jc w:val="left"/>'),
        "",
    ),
    Defect(
        "exact lines in the State's form",
        STATE_MINUTES,
        in_style("BBNoiDung", "w:pPr", '<w:spacing w:line="322" w:lineRule="exact"/>'),
        "",
    ),
    Defect(
        "space below",
        PARTY_NOTICE,
        together(
            in_style("BBGachDauDong", "w:pPr", '<w:spacing w:before="0" w:after="120"/>'),
            in_style("BBNoiDung", "w:pPr", '<w:spacing w:after="120"/>'),
        ),
        "",
    ),
    Defect(
        "list further in",
        STATE_NOTICE,
        in_style("BBGachDauDong", "w:pPr", '<w:ind w:left="1134" w:firstLine="-284"/>'),
        "",
    ),
    Defect(
        "bold words in the text",
        STATE_MINUTES,
        bold_start,
        "",
    ),
    Defect("line on another paragraph", STATE_MINUTES, line_elsewhere, ""),
    Defect("border as a line", PARTY_MINUTES, bordered_line, ""),
    Defect("number in a frame", PARTY_MINUTES, framed_number, ""),
    Defect("number behind a tab", STATE_MINUTES, tabbed_number, ""),
    Defect("number in a control", STATE_NOTICE, number_in_a_control, ""),
    Defect(
        "lying section",
        STATE_MINUTES,
        lying_section,
        "",
    ),
    Defect("one page without number", STATE_MINUTES, short_document, ""),
    Defect("other chair's caption", PARTY_MINUTES, says("CHỦ TRÌ", "CHỦ TRÌ CUỘC HỌP"), ""),
    Defect("other writer's caption", STATE_MINUTES, says("THƯ KÝ", "THƯ KÝ CUỘC HỌP"), ""),
    Defect(
        "empty lines to sign",
        STATE_MINUTES,
        together(*(before(each, "<w:p/>") for each in ("Xuân Thoa", "Bùi Văn Phú"))),
        "",
    ),
    Defect("district of old", STATE_NOTICE, words("UBND phường lập", "UBND huyện lập"), ""),
    Defect("one way after q", PARTY_MINUTES, words("sữa nhà ở", "quý nhà ở quỳ"), ""),
    Defect(
        "page break",
        STATE_MINUTES,
        before("Năm 2022", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'),
        "",
    ),
    Defect(
        "picture alone", STATE_MINUTES, before("Năm 2022", "<w:p><w:r><w:drawing/></w:r></w:p>"), ""
    ),
)


@pytest.mark.parametrize("each", ACCEPTED, ids=lambda each: each.name.replace(" ", "-"))
def test_is_accepted(each: Defect) -> None:
    docx = Docx(exported(*each.document))
    each.spoil(docx)
    assert not told(found(docx.data, *each.document))
