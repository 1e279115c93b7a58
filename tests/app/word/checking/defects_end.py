"""Defects of signatures and recipients, of layout by hand, and of the text itself."""

import unicodedata

from app.word.elements import prototype
from tests.app.word.checking.docx_file import Docx
from tests.app.word.checking.seeding import (
    PARTY_MINUTES,
    PARTY_NOTICE,
    STATE_MINUTES,
    STATE_NOTICE,
    Defect,
    before,
    says,
    together,
    without,
    words,
)

DECOMPOSED = unicodedata.normalize("NFD", "2. Phương hướng, nhiệm vụ")
TODAY = "Thanh Sơn, ngày 05 tháng 02 năm 2026"


def changed_sides(docx: Docx) -> None:
    """The right cell of the signatures before the left one."""
    for start in ("THƯ KÝ", "Xuân Thoa"):
        cell = docx.paragraph(start).getparent()
        cell.getnext().addnext(cell)


CLOSING_DEFECTS = (
    Defect("nobody's name", STATE_NOTICE, without("Lê Văn An"), "signature_name.text"),
    Defect("changed sides", STATE_MINUTES, changed_sides, "signature_authority.side"),
    Defect("no caption", PARTY_MINUTES, without("NGƯỜI GHI"), "signature_authority.text"),
    Defect(
        "the other form's captions",
        STATE_MINUTES,
        says("CHỦ TỌA", "CHỦ TRÌ HỘI NGHỊ"),
        "signature_authority.text",
    ),
    Defect(
        "a full stop for the Party",
        PARTY_NOTICE,
        says("T/L BAN", "TL. BAN THƯỜNG VỤ"),
        "signature_authority.sign",
    ),
    Defect(
        "a slash for the State",
        STATE_NOTICE,
        says("TL. CHỦ", "T/L CHỦ TỊCH"),
        "signature_authority.sign",
    ),
    Defect(
        "comrade before the name",
        PARTY_MINUTES,
        says("Bùi Văn Phú", "Đồng chí Bùi Văn Phú"),
        "signature_name.text",
    ),
    Defect(
        "degree before the name",
        STATE_NOTICE,
        says("Lê Văn An", "TS. Lê Văn An"),
        "signature_name.text",
    ),
    Defect(
        "no recipients",
        PARTY_NOTICE,
        together(
            without("Nơi nhận"),
            without("- Thường trực"),
            without("- Đảng ủy viên"),
            without("- Lưu"),
        ),
        "recipients_label.text",
    ),
    Defect(
        "label without a colon",
        STATE_MINUTES,
        says("Nơi nhận:", "Nơi nhận"),
        "recipients_label.text",
    ),
    Defect(
        "recipients with commas",
        PARTY_MINUTES,
        says("- Thường trực Tỉnh", "- Thường trực Tỉnh ủy,"),
        "recipient.text",
    ),
    Defect(
        "last recipient with a semicolon",
        STATE_NOTICE,
        says("- Lưu", "- Lưu: VT;"),
        "recipient.text",
    ),
    Defect("the State's filing", PARTY_MINUTES, says("- Lưu", "- Lưu: VT."), "recipient.filing"),
)


def accent_in_a_run_of_its_own(docx: Docx) -> None:
    docx.paragraph("BIÊN BẢN").getnext().append(prototype("<w:r><w:t>a</w:t></w:r>"))
    docx.paragraph("Buổi làm việc").append(prototype("<w:r><w:t>\u0301</w:t></w:r>"))


TEXT_DEFECTS = (
    Defect("accent in its own run", STATE_MINUTES, accent_in_a_run_of_its_own, "text.unicode"),
    Defect("empty paragraphs", STATE_MINUTES, before("BIÊN BẢN", "<w:p/>"), "text.empty_paragraph"),
    Defect("tab as indent", PARTY_MINUTES, words(">Năm 2021,", ">\tNăm 2021,"), "text.tab"),
    Defect(
        "blanks as indent", PARTY_MINUTES, words(">Năm 2021,", ">     Năm 2021,"), "text.blanks"
    ),
    Defect(
        "decomposed letters",
        STATE_MINUTES,
        says("2. Phương hướng", DECOMPOSED),
        "text.unicode",
    ),
    Defect("mixed tones", PARTY_MINUTES, words("văn hóa", "văn hoá"), "text.tone"),
    Defect(
        "shorthand", PARTY_MINUTES, says("+ Đồng chí Xuân", "+ Đ/c Xuân Thoa."), "text.shorthand"
    ),
    Defect(
        "district",
        STATE_NOTICE,
        together(
            says("Thanh Sơn, ngày", TODAY),
            words("UBND phường lập", "UBND huyện lập"),
        ),
        "text.district",
    ),
)
