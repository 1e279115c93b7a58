"""Small outlines made by hand, and what a test wants to see of the files written from them."""

from functools import cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from app.documents.forms import FormRules, read_form
from app.documents.outline import Block, Columns, Origin, Outline, Paragraph, Row, Run, Table
from app.minutes.place import Place
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.word.elements import NAMESPACES
from app.word.write import write_document


@cache
def rules_of(form: Form) -> FormRules:
    return read_form(form, resources_folder() / "forms")


def line(role: str, *pieces: str | Run) -> Paragraph:
    return Paragraph(role, tuple(p if isinstance(p, Run) else Run(p) for p in pieces))


def typed(text: str, item: str = "i1", *, verbatim: bool = True) -> Run:
    return Run(text, Origin(Place("speeches", item, "text"), verbatim))


def outline_of(*blocks: Block, form: Form = Form.PARTY, title: str = "Biên bản thử") -> Outline:
    return Outline(DocumentKind.MINUTES, form, "record-1", title, blocks, draft=2)


def written(*blocks: Block, form: Form = Form.PARTY, title: str = "Biên bản thử") -> bytes:
    outline = outline_of(*blocks, form=form, title=title)
    return write_document(outline, rules_of(form), resources_folder() / "templates" / "blank")


def part(document: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(document)) as package:
        return etree.fromstring(package.read(name))


def body(document: bytes) -> list[etree._Element]:
    """What stands in the body, without the section's properties."""
    return list(part(document, "word/document.xml")[0])[:-1]


def found(tree: etree._Element, path: str) -> list:
    return tree.xpath(path, namespaces=NAMESPACES)


def plain(element: etree._Element) -> str:
    """Its XML with the prefixes alone, so that a test can be read."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix, uri in NAMESPACES.items():
        text = text.replace(f' xmlns:{prefix}="{uri}"', "")
    return text.replace(' xml:space="preserve"', "")


def full_outline(form: Form) -> Outline:
    """One of everything that a document has."""
    left = (line("parent_body", "Cấp trên"), line("issuing_body", typed("Cơ quan")))
    mark = (line("letterhead_mark", "*"),) if form is Form.PARTY else ()
    title = "party_title" if form is Form.PARTY else "motto"
    right = (line(title, "Tiêu đề"), line("place_date", "……, ngày 05 tháng 02 năm 2026"))
    row = Row(((line("table_figure", "1"),), (line("table_cell", typed("An")),), (), ()), "a1")
    head = Row(tuple((line("table_head", text),) for text in ("STT", "Tên", "Chức vụ", "Ghi chú")))
    signed = (line("signature_title", "Thư ký"), line("signature_name", "An"))
    return outline_of(
        Columns("letterhead", ((*left, *mark, line("number", "Số 01")), right)),
        line("document_title", "Biên bản"),
        line("abstract", "Buổi làm việc\nvới phường"),
        line("section_heading", "1. Thành phần"),
        Table("attendees", head, (row, row)),
        line("body", Run("Đồng chí An", role="speaker"), ": ", typed("Lời nói.")),
        line("body", "Kết thúc vào ", Run("……", role="unknown")),
        Columns("signatures", (signed, signed)),
        Columns("signatures", ((line("signature_title", "Xác nhận"),), ())),
        form=form,
    )
