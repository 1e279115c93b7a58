"""Exports as other people's programs leave them: their XML changed by hand."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from app.word.elements import Element, name, prototype
from app.word.package import zipped
from app.word.resolving.resolve import resolve
from tests.app.word.outlines import found

MAIN = "word/document.xml"
Tree = Element


def changed(document: bytes, change: Callable[[Tree], object]) -> bytes:
    """The document after `change` of its main part."""
    with ZipFile(BytesIO(document)) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    tree = etree.fromstring(parts[MAIN])
    change(tree)
    return zipped(parts | {MAIN: etree.tostring(tree)})


def forget_bookmarks(tree: Tree) -> None:
    """Takes all of them out of the document, or of a part of it."""
    for each in found(tree, ".//w:bookmarkStart | .//w:bookmarkEnd"):
        each.getparent().remove(each)


def paragraph(tree: Tree, words: str) -> Tree:
    """The one that holds the words."""
    return next(p for p in found(tree, "//w:p") if words in "".join(found(p, ".//w:t/text()")))


def retype(words: str, others: str) -> Callable[[Tree], object]:
    """Types other words in place of a whole paragraph, whose bookmarks go with it."""

    def change(tree: Tree) -> None:
        old = paragraph(tree, words)
        for child in list(old)[1:]:
            old.remove(child)
        old.append(run(others))

    return change


def run(text: str) -> Tree:
    made = prototype('<w:r><w:t xml:space="preserve"/></w:r>')
    made[0].text = text
    return made


def wrapped(element: Tree, tag: str) -> Tree:
    """The element, in its place, inside a tracked change ("w:ins", "w:moveFrom", …)."""
    around = element.makeelement(name(tag), {name("w:id"): "900", name("w:author"): "An"})
    element.getparent().replace(element, around)
    around.append(element)
    if tag in ("w:del", "w:moveFrom"):
        for text in found(around, ".//w:t") if tag == "w:del" else ():
            text.tag = name("w:delText")
    return around


def became(document: bytes) -> list[tuple[str, str]]:
    """State and text of each passage, in the order of the export."""
    return [(passage.state.value, passage.text) for passage in resolve(document).passages]
