"""Ways to spoil a document without fault, and what a seeded defect is."""

from collections.abc import Callable
from typing import NamedTuple

from app.minutes.words import DocumentKind, Form
from app.word.elements import name, prototype
from tests.app.word.checking.documents import MINUTES, NOTICE, PARTY, STATE
from tests.app.word.checking.docx_file import (
    DOCUMENT,
    STYLES,
    Docx,
    put,
    say,
    set_on_paragraph,
    set_on_runs,
    style_part,
)

PARTY_MINUTES, STATE_MINUTES = (MINUTES, PARTY), (MINUTES, STATE)
PARTY_NOTICE, STATE_NOTICE = (NOTICE, PARTY), (NOTICE, STATE)

Spoil = Callable[[Docx], None]


class Defect(NamedTuple):
    """A way to spoil `document`. `rules`: all that may be found then, as "role.property"."""

    name: str
    document: tuple[DocumentKind, Form]
    spoil: Spoil
    rules: str


def page(tag: str, **values: str) -> Spoil:
    """Sets attributes of the page's size or margins."""

    def spoil(docx: Docx) -> None:
        for key, value in values.items():
            next(docx.tree().iter(name(tag))).set(name(f"w:{key}"), value)

    return spoil


def on_runs(start: str, xml: str) -> Spoil:
    return lambda docx: set_on_runs(docx.paragraph(start), xml)


def on_paragraph(start: str, xml: str) -> Spoil:
    return lambda docx: set_on_paragraph(docx.paragraph(start), xml)


def in_style(style_id: str, tag: str, xml: str) -> Spoil:
    return lambda docx: put(style_part(docx.style(style_id), tag), xml)


def in_base_style(style_id: str, tag: str, xml: str) -> Spoil:
    """In a style that the style is based on, where it says nothing of it itself."""

    def spoil(docx: Docx) -> None:
        base = prototype(
            '<w:style w:type="paragraph" w:styleId="Goc"><w:name w:val="Gốc"/></w:style>'
        )
        put(style_part(base, tag), xml)
        style = docx.style(style_id)
        put(style, '<w:basedOn w:val="Goc"/>')
        own = style.find(name(tag)).find(prototype(xml).tag)
        if own is not None:
            own.getparent().remove(own)
        docx.tree(STYLES).append(base)

    return spoil


def in_defaults(xml: str) -> Spoil:
    return lambda docx: put(next(docx.tree(STYLES).iter(name("w:rPr"))), xml)


def words(old: str, new: str, part: str = DOCUMENT) -> Spoil:
    return lambda docx: docx.replace(old, new, part)


def says(start: str, text: str) -> Spoil:
    return lambda docx: say(docx.paragraph(start), text)


def without(start: str) -> Spoil:
    def spoil(docx: Docx) -> None:
        paragraph = docx.paragraph(start)
        paragraph.getparent().remove(paragraph)

    return spoil


def without_element(start: str, tag: str) -> Spoil:
    def spoil(docx: Docx) -> None:
        element = next(docx.paragraph(start).iter(name(tag)))
        element.getparent().remove(element)

    return spoil


def before(start: str, xml: str) -> Spoil:
    return lambda docx: docx.paragraph(start).addprevious(prototype(xml))


def together(*spoils: Spoil) -> Spoil:
    def spoil(docx: Docx) -> None:
        for each in spoils:
            each(docx)

    return spoil
