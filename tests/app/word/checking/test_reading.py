"""What is read of a body: what Word shows, once, and where it stands."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from app.word.checking.document import read_document
from tests.app.word.checking.docx_file import zipped
from tests.app.word.checking.parts import document_of, file_of, paragraph_of, text

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LINE = (
    '<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:xfrm><a:ext cx="1270000" cy="0"/></a:xfrm>'
    '<a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
)
VML = (
    '<w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="10pt,3pt" to="60pt,3pt"/>'
    "</w:pict>"
)
OLD_CONNECTOR = (
    '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office" o:connectortype="straight"'
    ' style="position:absolute;width:1in;height:0"/></w:pict>'
)
STRICT = {
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    ),
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


def runs(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def numbers(body: str) -> list[tuple[int, str]]:
    return [(each.number, each.text) for each in document_of(body).paragraphs]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:ins><w:r><w:t>mới</w:t></w:r></w:ins>", "mới"),
        ("<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>", ""),
        ("<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom>", ""),
        ("<w:hyperlink><w:r><w:t>nối</w:t></w:r></w:hyperlink>", "nối"),
        ("<w:sdt><w:sdtContent><w:r><w:t>ô</w:t></w:r></w:sdtContent></w:sdt>", "ô"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>", ""),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>BB</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>", "BB-UBND"),
        (FIELD, "2"),
        ("<w:r><w:pgNum/></w:r>", "1"),
        (
            "<mc:AlternateContent><mc:Fallback><w:r><w:t>cũ</w:t></w:r></mc:Fallback></mc:AlternateContent>",
            "cũ",
        ),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3"),
    ],
)
def test_text_is_what_word_shows(inside: str, shown: str) -> None:
    assert paragraph_of(runs(inside)).text == shown


def test_field_is_known_by_its_name() -> None:
    assert [run.field for run in paragraph_of(runs(FIELD)).runs] == ["PAGE"]


def test_field_without_a_result_still_shows_something() -> None:
    empty = FIELD.replace("<w:t>2</w:t>", "")
    assert [run.field for run in paragraph_of(runs(empty)).runs] == ["PAGE"]


def test_capitals_set_by_the_font_are_shown() -> None:
    paragraph = paragraph_of(text("<w:caps/>", words="Đảng ủy"))
    assert (paragraph.text, paragraph.shown) == ("Đảng ủy", "ĐẢNG ỦY")


@pytest.mark.parametrize(
    ("drawing", "length"),
    [(f"<w:drawing>{LINE}</w:drawing>", 100), (VML, 50), (OLD_CONNECTOR, 72)],
)
def test_drawn_line_is_measured(drawing: str, length: float) -> None:
    assert paragraph_of(runs(f"<w:r>{drawing}</w:r>")).lines == (length,)


def test_drawing_that_is_there_twice_is_read_once() -> None:
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{LINE}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{VML}</mc:Fallback></mc:AlternateContent>"
    )
    assert paragraph_of(runs(f"<w:r>{both}</w:r>")).lines == (100,)


def test_text_box_is_read_after_its_paragraph() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{text(words='MẬT')}</w:txbxContent></w:pict></w:r>"
    found = document_of(runs(f"<w:r><w:t>Số</w:t></w:r>{box}") + text()).paragraphs
    assert [(each.text, each.boxed) for each in found] == [
        ("Số", False),
        ("MẬT", True),
        ("Biên bản", False),
    ]


def test_cells_know_their_place() -> None:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{text()}</w:tc>'
        for width in (567, 1134)
    )
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    spots = [each.spot for each in document_of(table).paragraphs]
    assert [spot and spot[:4] for spot in spots] == [(1, 0, 0, 2), (1, 0, 1, 2)]
    assert [spot and round(spot.width) for spot in spots] == [10, 20]


def test_paragraphs_are_counted_through_tables_and_controls() -> None:
    table = f"<w:tbl><w:tr><w:tc>{text(words='b')}</w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtContent>{text(words='c')}</w:sdtContent></w:sdt>"
    choice = f"<mc:AlternateContent><mc:Choice>{text(words='d')}</mc:Choice></mc:AlternateContent>"
    assert numbers(text(words="a") + table + control + choice) == [
        (1, "a"),
        (2, "b"),
        (3, "c"),
        (4, "d"),
    ]


def test_rows_in_controls_are_rows() -> None:
    row = f"<w:tr><w:tc>{text(words='a')}</w:tc></w:tr>"
    table = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>{row}</w:tbl>"
    assert [each.spot and each.spot.row for each in document_of(table).paragraphs] == [0, 1]


def test_paragraph_that_word_demands_is_needed() -> None:
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    found = document_of(f"{table}<w:p/>{table}<w:p/>{text()}{table}<w:p/>").paragraphs
    assert [each.needed for each in found] == [True, True, True, False, False, True, True]


def test_strict_files_are_read_like_others() -> None:
    with ZipFile(BytesIO(file_of(text("<w:b/>")))) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    for usual, strict in STRICT.items():
        parts = {part: content.replace(usual, strict) for part, content in parts.items()}
    assert read_document(zipped(parts)).paragraphs == document_of(text("<w:b/>")).paragraphs
