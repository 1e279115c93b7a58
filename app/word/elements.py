"""The few means of building Open XML that the other modules share. It knows no roles or records."""

from copy import deepcopy
from html import escape

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_HEAD = "<root {}>".format(" ".join(f'xmlns:{key}="{uri}"' for key, uri in NAMESPACES.items()))

POINTS = 72 / 25.4  # in a millimetre

Element = etree._Element  # noqa: SLF001 - lxml gives its element type no public name


def name(tag: str) -> str:
    """The full name of a tag or attribute: "w:p" with its namespace."""
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def prototype(xml: str) -> Element:
    """One element from its XML text, with the usual prefixes known. Copy it; do not insert it."""
    return deepcopy(etree.fromstring(f"{_HEAD}{xml}</root>")[0])


def escaped(text: str) -> str:
    """Clean text as it stands between tags."""
    return escape(text, quote=False)


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point, Word's unit for the page."""
    return round(millimetres * 1440 / 25.4)


def emu(points: float) -> int:
    """Points in English metric units, Word's unit for drawings."""
    return round(points * 12_700)
