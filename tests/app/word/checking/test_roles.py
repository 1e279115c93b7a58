"""Which paragraph is what, in documents that people set by hand."""

from collections.abc import Sequence

import pytest

from app.minutes.words import DocumentKind
from app.word.checking.roles import find_roles
from tests.app.word.checking.documents import (
    MINUTES,
    NOTICE,
    REPORT,
    STATE,
    exported,
    found,
    rules_of,
    told,
)
from tests.app.word.checking.parts import document_of, file_of, text

STATE_TOP = (
    ("UBND TỈNH LÂM ĐỒNG\nUBND PHƯỜNG\nTHANH SƠN", "________", "Số:       /BB-UBND"),
    ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",),
)
TEXT = ("I. THÀNH PHẦN", "1. Chủ trì: Ông A", "- Các thành viên", "Hôm nay, đã họp./.")
SIGNED = ("      THƯ KÝ                      CHỦ TỌA", "", "\tNguyễn Văn A\t\tTrần Thị B")
RECEIVED = ("Nơi nhận:\n- Như trên;\n- Lưu: VT.",)


def letters(line: str) -> str:
    """The text of a run with its tabs and breaks as elements."""
    line = line.replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>'


def columns(cells: Sequence[Sequence[str]]) -> str:
    written = "".join(f"<w:tc>{''.join(map(letters, cell))}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tr>{written}</w:tr></w:tbl>"


def lines(*texts: str) -> str:
    return "".join(map(letters, texts))


def roles(body: str, kind: DocumentKind = MINUTES) -> list[tuple[str, str]]:
    placed = find_roles(document_of(body), rules_of(STATE), kind).placed
    return [(role, paragraph.text.strip()) for role, paragraph in placed]


def role_of(body: str, start: str, kind: DocumentKind = MINUTES) -> str:
    return next(role for role, said in roles(body, kind) if said.startswith(start))


def test_whole_document_by_hand_is_understood() -> None:
    body = columns(STATE_TOP) + lines("", "BIÊN BẢN", "Họp giao ban", *TEXT, *SIGNED, *RECEIVED)
    assert roles(body) == [
        ("parent_body", "UBND TỈNH LÂM ĐỒNG"),
        ("issuing_body", "UBND PHƯỜNG"),
        ("issuing_body", "THANH SƠN"),
        ("typed_line", "________"),
        ("number", "Số:       /BB-UBND"),
        ("national_title", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("motto", "Độc lập - Tự do - Hạnh phúc"),
        ("document_title", "BIÊN BẢN"),
        ("abstract", "Họp giao ban"),
        ("section_heading", "I. THÀNH PHẦN"),
        ("body", "1. Chủ trì: Ông A"),
        ("list_item", "- Các thành viên"),
        ("body", "Hôm nay, đã họp./."),
        ("signature_authority", "THƯ KÝ"),
        ("signature_name", "Nguyễn Văn A"),
        ("recipients_label", "Nơi nhận:"),
        ("recipient", "- Như trên;"),
        ("recipient", "- Lưu: VT."),
        ("signature_authority", "CHỦ TỌA"),
        ("signature_name", "Trần Thị B"),
    ]


def test_letterhead_without_a_table_is_understood() -> None:
    top = (
        "ĐẢNG ỦY PHƯỜNG A\tĐẢNG CỘNG SẢN VIỆT NAM",
        "*",
        "Số 05-BB/ĐU\tA, ngày 05 tháng 02 năm 2026",
    )
    assert roles(lines(*top, "BIÊN BẢN", "Hội nghị", "Nội dung.")) == [
        ("issuing_body", "ĐẢNG ỦY PHƯỜNG A"),
        ("party_title", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("letterhead_mark", "*"),
        ("number", "Số 05-BB/ĐU"),
        ("place_date", "A, ngày 05 tháng 02 năm 2026"),
        ("document_title", "BIÊN BẢN"),
        ("abstract", "Hội nghị"),
        ("body", "Nội dung."),
    ]


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("dang cong san viet nam", "party_title"),
        ("Cộng hoà xã hội chủ nghĩa Việt Nam", "national_title"),
        ("Độc lập – Tự do – Hạnh phúc", "motto"),
        ("Số ……-BB/ĐU", "number"),
        ("SỐ: 12/BB-UBND", "number"),
        ("Thanh Sơn, ngày    tháng    năm 2026", "place_date"),
        ("A, ngày 5/2/2026", "place_date"),
        ("(Dự thảo lần 2)", "draft_mark"),
        ("HOẢ TỐC", "urgency_mark"),
        ("Thượng khẩn", "urgency_mark"),
        ("TỐI MẬT", "security_mark"),
        ("* * *", "letterhead_mark"),
        ("-------", "typed_line"),
        ("VĂN PHÒNG ĐẢNG ỦY", "issuing_body"),
    ],
)
def test_line_of_a_letterhead_is_known_by_what_it_says(said: str, role: str) -> None:
    assert role_of(lines(said, "BIÊN BẢN", "Hội nghị", "Nội dung."), said) == role


@pytest.mark.parametrize(
    ("title", "kind", "known"),
    [
        ("BIÊN BẢN", MINUTES, True),
        ("Biên bản", MINUTES, True),
        ("B I Ê N   B Ả N", MINUTES, True),
        ("BIÊN BẢN HỌP", MINUTES, True),
        ("THÔNG BÁO", MINUTES, True),
        ("Biên bản này được lập", MINUTES, False),
        ("TỜ TRÌNH", NOTICE, False),
    ],
)
def test_title_is_known_however_it_is_set(title: str, kind: DocumentKind, known: bool) -> None:
    body = lines("ĐẢNG CỘNG SẢN VIỆT NAM", title, "Nội dung cuộc họp.")
    assert (role_of(body, title, kind) == "document_title") is known


@pytest.mark.parametrize(
    ("said", "letters", "role"),
    [
        ("I- TÌNH HÌNH CHUNG", "", "section_heading"),
        ("II. Kết luận", "<w:b/>", "section_heading"),
        ("2. Kết luận", "<w:b/>", "subsection_heading"),
        ("2. Kết luận", "", "body"),
        ("2. Đồng chí A phát biểu.", "<w:b/>", "body"),
        ("CHƯƠNG I", "<w:b/>", ""),
        ("a) Giao phòng tài chính;", "", "list_item"),
        ("Thời gian bắt đầu: 8 giờ.", "", "opening_data"),
        ("- Địa điểm: trụ sở.", "", "opening_data"),
        ("Thư ký ghi chép đầy đủ.", "", "body"),
    ],
)
def test_paragraph_of_the_text_is_known(said: str, letters: str, role: str) -> None:
    body = lines("BIÊN BẢN", "Hội nghị") + text(letters, words=said) + lines("Nội dung.")
    assert role_of(body, said) == role


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê An"), "authority title name"),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "authority authority title"),
        (("T/M BAN THƯỜNG VỤ\nĐẢNG ỦY XÃ", "BÍ THƯ", "LÊ AN"), "authority authority title name"),
        (("THƯ KÝ", "(Ký, ghi rõ họ tên)", "Đoàn Văn Ba"), "authority note name"),
        (("CHÁNH VĂN PHÒNG", "Trương Ban Mai"), "title name"),
        (("CHỦ TRÌ CUỘC HỌP", "(đã ký)", "BÍ THƯ", "Lê An"), "authority note title name"),
    ],
)
def test_column_of_a_signature_is_known(column: Sequence[str], expected: str) -> None:
    left = ("Nơi nhận:", "- Như trên;", "- Lưu.", "(12 bản)")
    body = lines("BIÊN BẢN", "Hội nghị", "Nội dung.") + columns((left, column))
    found_roles = [role for role, _ in roles(body)][3:]
    assert found_roles[:4] == ["recipients_label", "recipient", "recipient", "copies"]
    assert found_roles[4:] == [f"signature_{each}" for each in expected.split()]


def test_caption_far_from_the_end_is_a_heading() -> None:
    body = lines("BIÊN BẢN", "Hội nghị", "THƯ KÝ", *("Nội dung.",) * 60, *SIGNED)
    assert [role for role, said in roles(body) if said == "THƯ KÝ"] == [
        "body",
        "signature_authority",
    ]


def test_notes_below_the_signatures_are_nothing_of_the_form() -> None:
    body = lines("BIÊN BẢN", "Hội nghị", "Nội dung.", *RECEIVED, "Ghi chú về cách viết")
    assert role_of(body, "Ghi chú") == ""


def test_document_without_a_title_still_has_its_letterhead() -> None:
    body = columns(STATE_TOP) + lines("Họp giao ban", *TEXT)
    assert role_of(body, "UBND PHƯỜNG") == "issuing_body"
    assert role_of(body, "Họp giao ban") == "body"


def test_report_has_a_headline_and_its_writers_name() -> None:
    body = lines("Dự thảo lần 1", "Thành ủy làm việc", "Sáng nay.", "Nội dung.", "Xuân Thoa")
    expected = ["draft_mark", "headline", "lede", "body", "writer_name"]
    assert [role for role, _ in roles(body, REPORT)] == expected


def test_rules_of_a_report_are_those_of_its_text() -> None:
    assert not told(found(exported(REPORT, STATE), REPORT, STATE))
    properties = {each.rule.role for each in found(file_of(lines("A", "B", "C.")), REPORT, STATE)}
    assert {"lede", "page"} <= properties
    assert not properties & {"document_title", "number", "recipients_label", "motto"}


def test_empty_document_lacks_everything() -> None:
    missing = {each.rule.role for each in found(file_of(""), MINUTES, STATE)}
    assert {"document_title", "number", "motto", "recipients_label"} <= missing
