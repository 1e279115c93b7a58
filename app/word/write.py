"""Outline → .docx: opens the blank package with python-docx, gives it the form's styles and page,
and fills it. No clock, no disk but the template: the same outline gives the same bytes.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.documents.forms import FormRules
from app.documents.outline import Block, Columns, Outline, Paragraph
from app.minutes.text import clean
from app.word.anchors import Anchors, store_properties
from app.word.elements import POINTS, Element
from app.word.package import with_fixed_dates, zipped_folder
from app.word.paragraphs import ParagraphWriter, prints
from app.word.styles import style_element
from app.word.tables import TableWriter, without_empty_end

if TYPE_CHECKING:
    from docx.document import Document

_PAGE_NUMBER = "page_number"
_TABLE_END = "table_end"
_TITLE_LIMIT = 255  # of a document property


def write_document(outline: Outline, rules: FormRules, template: Path) -> bytes:
    """The outline as a Word file in the form `rules`, on the blank package in `template`."""
    import docx  # 0.2 s, which the window must not wait for

    document = docx.Document(zipped_folder(template))
    anchors = Anchors(outline)
    paragraphs = ParagraphWriter(rules, anchors)
    end = document.element.body.sectPr
    for element in _body(outline.blocks, rules, paragraphs):
        end.addprevious(element)
    _set_styles(document, rules, paragraphs.used_roles | {_PAGE_NUMBER})
    _set_page(document, rules)
    document.core_properties.title = clean(outline.title)[:_TITLE_LIMIT]
    _add_anchors(document, anchors)
    written = BytesIO()
    document.save(written)
    return with_fixed_dates(written.getvalue())


def _body(
    blocks: tuple[Block, ...], rules: FormRules, paragraphs: ParagraphWriter
) -> Iterator[Element]:
    """The body's elements. Word joins tables that touch, and wants a paragraph after the last."""
    tables = TableWriter(rules, paragraphs)
    after_table = False
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Paragraph):
            if prints(block):
                # The last words go with the signatures, which must not stand alone on a page.
                last = isinstance(following, Columns)
                yield paragraphs.element(block, _text_width(rules), keep_next=last)
                after_table = False
            continue
        if isinstance(block, Columns) and not without_empty_end(block.columns):
            continue
        if after_table:
            yield paragraphs.empty(_TABLE_END)
        yield tables.columns(block) if isinstance(block, Columns) else tables.table(block)
        after_table = True
    if after_table:
        yield paragraphs.empty(_TABLE_END)


def _text_width(rules: FormRules) -> float:
    return rules.page.text_width * POINTS


def _set_styles(document: "Document", rules: FormRules, used: set[str]) -> None:
    for priority, (key, role) in enumerate(rules.roles.items(), 1):
        if key in used:
            document.styles.element.append(style_element(role, priority))


def _set_page(document: "Document", rules: FormRules) -> None:
    from docx.shared import Mm

    section, page = document.sections[0], rules.page
    section.page_width, section.page_height = Mm(page.width.value), Mm(page.height.value)
    section.top_margin, section.bottom_margin = Mm(page.top.value), Mm(page.bottom.value)
    section.left_margin, section.right_margin = Mm(page.left.value), Mm(page.right.value)
    section.header_distance = Mm(page.number_edge.value)
    section.different_first_page_header_footer = page.number_first.value > 1
    style = document.styles[rules.roles[_PAGE_NUMBER].name]
    section.header.paragraphs[0].style = style.name


def _add_anchors(document: "Document", anchors: Anchors) -> None:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.part import Part

    package = document.part.package
    # Asked of the package: a template of the office's own may already hold such a part.
    store_name = package.next_partname("/customXml/item%d.xml")
    store = Part(store_name, CONTENT_TYPE.XML, anchors.xml(), package)
    document.part.relate_to(store, RELATIONSHIP_TYPE.CUSTOM_XML)
    properties = Part(
        package.next_partname("/customXml/itemProps%d.xml"),
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        store_properties(),
        package,
    )
    store.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
