"""A Word file as the checker sees it: its paragraphs with their looks, its pages, its habits."""

from typing import NamedTuple

from app.word.checking.effective import Styles, switch
from app.word.checking.numbering import Lists
from app.word.checking.opening import open_package
from app.word.checking.reading import Paragraph, Reader
from app.word.checking.sections import Section, read_sections
from app.word.checking.theme import theme_fonts
from app.word.elements import name


class WordDocument(NamedTuple):
    """What was read of a file.

    `adds_spaces`: the space between two paragraphs is the sum of theirs, not the larger of the two.
    `even_headers`: even pages have a header of their own.
    """

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    even_headers: bool
    adds_spaces: bool


def read_document(data: bytes) -> WordDocument:
    """Reads a .docx; KnownError tells in one sentence why it cannot be read."""
    package = open_package(data)
    theme = theme_fonts(package.related("theme"))
    styles = Styles(package.related("styles"), theme, Lists(package.related("numbering")))
    body = package.document.find(name("w:body"))
    settings = package.related("settings")
    compat = None if settings is None else settings.find(name("w:compat"))
    return WordDocument(
        paragraphs=() if body is None else tuple(Reader(styles).paragraphs(body)),
        sections=read_sections(package, Reader(styles)),
        even_headers=switch(settings, "w:evenAndOddHeaders"),
        adds_spaces=switch(compat, "w:doNotUseHTMLParagraphAutoSpacing"),
    )
