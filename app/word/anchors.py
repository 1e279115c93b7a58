"""Ties a Word file to its record: hidden bookmarks in the text, and a custom XML part that tells
what each of them holds. Nothing of it is seen in Word; it only writes, reading comes later.

The part tells the whole text as exported, paragraph by paragraph, so that a passage whose bookmark
an official has overwritten can still be found between its neighbours.
"""

from copy import deepcopy

from lxml import etree

from app.documents.outline import Origin, Outline
from app.word.elements import Element, name, prototype

NAMESPACE = "urn:bienban:outline:1"
BOOKMARK = "_bb{}"  # a leading underscore hides it in Word
# Fixed, so that our part is known again after a program has renamed it.
STORE_ID = "{7B1B5D0E-6C57-4B0D-9C7A-3E0B1A6E5A11}"
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<ds:datastoreItem ds:itemID="{}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    '<ds:schemaRefs><ds:schemaRef ds:uri="{}"/></ds:schemaRefs></ds:datastoreItem>'
)
_START = prototype("<w:bookmarkStart/>")
_END = prototype("<w:bookmarkEnd/>")
_ID, _NAME = name("w:id"), name("w:name")


class Anchors:
    """Gathers the text of one document while it is written."""

    def __init__(self, outline: Outline) -> None:
        self._count = 0
        self._root = etree.Element(f"{{{NAMESPACE}}}outline", nsmap={"bb": NAMESPACE})
        self._paragraph = self._root
        self._root.set("record", outline.record_id)
        self._root.set("kind", outline.kind)
        self._root.set("form", outline.form)
        if outline.draft is not None:
            self._root.set("draft", str(outline.draft))

    def open_paragraph(self, role: str) -> None:
        """What is added from now on belongs to a new paragraph."""
        self._paragraph = etree.SubElement(self._root, f"{{{NAMESPACE}}}p", role=role)

    def add(self, text: str, origin: Origin | None) -> tuple[Element, Element] | None:
        """Notes a run's text; gives the bookmark's two ends when the run is to be held by one."""
        run = etree.SubElement(self._paragraph, f"{{{NAMESPACE}}}run")
        run.text = text
        if origin is None:
            return None
        for key, value in origin.place._asdict().items():
            if value:
                run.set(key, value)
        if not origin.verbatim:
            return None
        self._count += 1
        run.set("bookmark", BOOKMARK.format(self._count))
        return self._bookmark()

    def xml(self) -> bytes:
        """The custom XML part."""
        return etree.tostring(self._root, encoding="UTF-8", xml_declaration=True)

    def _bookmark(self) -> tuple[Element, Element]:
        start, end = deepcopy(_START), deepcopy(_END)
        start.set(_ID, str(self._count))
        start.set(_NAME, BOOKMARK.format(self._count))
        end.set(_ID, str(self._count))
        return start, end


def store_properties() -> bytes:
    """The part beside the custom XML part, which gives it its id."""
    return _PROPERTIES.format(STORE_ID, NAMESPACE).encode()
