"""Defects of alignment, indents, spaces and lines."""

from tests.app.word.checking.seeding import (
    PARTY_MINUTES,
    PARTY_NOTICE,
    STATE_MINUTES,
    STATE_NOTICE,
    Defect,
    in_style,
    on_paragraph,
)

BODY = "Năm 2021"

SHAPE_DEFECTS = (
    Defect(
        "text at the left",
        PARTY_MINUTES,
        on_paragraph(BODY, '<w:jc w:val="left"/>'),
        "body.align",
    ),
    Defect(
        "text at the left by its style",
        STATE_MINUTES,
        in_style("BBNoiDung", "w:pPr", '<w:jc w:val="left"/>'),
        "body.align",
    ),
    Defect(
        "title at the left",
        STATE_MINUTES,
        on_paragraph("BIÊN BẢN", '<w:jc w:val="left"/>'),
        "document_title.align",
    ),
    Defect(
        "no indent",
        STATE_MINUTES,
        on_paragraph(BODY, '<w:ind w:firstLine="0"/>'),
        "body.first_line",
    ),
    Defect(
        "indent in the style",
        PARTY_MINUTES,
        in_style("BBNoiDung", "w:pPr", '<w:ind w:firstLine="720"/>'),
        "body.first_line",
    ),
    Defect(
        "two indents",
        STATE_MINUTES,
        in_style("BBNoiDung", "w:pPr", '<w:ind w:firstLine="720"/>'),
        "body.first_line",
    ),
    Defect(
        "paragraphs close together",
        PARTY_NOTICE,
        in_style("BBGachDauDong", "w:pPr", '<w:spacing w:before="0"/>'),
        "list_item.before",
    ),
    Defect(
        "no space between paragraphs of one style",
        STATE_NOTICE,
        in_style("BBGachDauDong", "w:pPr", "<w:contextualSpacing/>"),
        "list_item.before",
    ),
    Defect(
        "lines in the State's way",
        PARTY_MINUTES,
        in_style("BBNoiDung", "w:pPr", '<w:spacing w:line="276" w:lineRule="auto"/>'),
        "body.line",
    ),
    Defect(
        "at least instead of exactly",
        PARTY_MINUTES,
        on_paragraph(BODY, '<w:spacing w:line="360" w:lineRule="atLeast"/>'),
        "body.line",
    ),
    Defect(
        "double lines",
        STATE_MINUTES,
        on_paragraph(BODY, '<w:spacing w:line="480" w:lineRule="auto"/>'),
        "body.line",
    ),
    Defect(
        "two line spacings",
        STATE_MINUTES,
        in_style("BBNoiDung", "w:pPr", '<w:spacing w:line="360" w:lineRule="auto"/>'),
        "body.line",
    ),
)
