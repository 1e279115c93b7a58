"""Outline → .docx: opens the blank package with python-docx, gives it the form's styles and page,
and puts the body into it as text, which takes half the time that elements take. No clock, no disk
but the template: the same outline gives the same bytes.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from app.documents.forms import FormRules
from app.documents.outline import Outline
from app.minutes.text import clean
from app.word.anchors import Anchors, store_properties
from app.word.flow import body_xml
from app.word.package import parts_of, zipped, zipped_folder
from app.word.page import set_page
from app.word.paragraphs import ParagraphWriter
from app.word.seal import seal_of
from app.word.styles import style_element

if TYPE_CHECKING:
    from docx.document import Document

_PAGE_NUMBER = "page_number"
_BODY_PLACE = "body"
_TITLE_LIMIT = 255  # of a document property


def write_document(outline: Outline, rules: FormRules, template: Path, version: str = "") -> bytes:
    """The outline as a Word file in the form `rules`, on the blank package in `template`.

    `version` names the state of the record that was printed; the file carries it with its anchors.
    """
    import docx  # 0.2 s, which the window must not wait for

    document = docx.Document(zipped_folder(template))
    anchors = Anchors(outline, version)
    paragraphs = ParagraphWriter(rules, anchors)
    body = "".join(body_xml(outline.blocks, rules, paragraphs))
    document.element.body.sectPr.addprevious(etree.Comment(_BODY_PLACE))
    _set_styles(document, rules, paragraphs.used_roles | {_PAGE_NUMBER})
    set_page(document, rules.page, rules.roles[_PAGE_NUMBER].name)
    document.core_properties.title = clean(outline.title)[:_TITLE_LIMIT]
    store = _add_anchors(document)
    parts = parts_of(document.part.package)
    main = document.part.partname.membername
    parts[main] = parts[main].replace(f"<!--{_BODY_PLACE}-->".encode(), body.encode(), 1)
    parts[store] = anchors.xml(seal_of(parts, apart_from=store))
    return zipped(parts)


def _set_styles(document: "Document", rules: FormRules, used: set[str]) -> None:
    for priority, (key, role) in enumerate(rules.roles.items(), 1):
        if key in used:
            document.styles.element.append(style_element(role, priority))


def _add_anchors(document: "Document") -> str:
    """Makes room for the anchors, which can be told only when all else is; its name in the file."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.part import Part

    package = document.part.package
    # Asked of the package: a template of the office's own may already hold such a part.
    store_name = package.next_partname("/customXml/item%d.xml")
    store = Part(store_name, CONTENT_TYPE.XML, b"", package)
    document.part.relate_to(store, RELATIONSHIP_TYPE.CUSTOM_XML)
    properties = Part(
        package.next_partname("/customXml/itemProps%d.xml"),
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        store_properties(),
        package,
    )
    store.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    return str(store_name.membername)
