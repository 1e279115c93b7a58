"""Reads the page: paper and margins of each section, and the headers that stand on its pages."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.word.checking.effective import switch
from app.word.checking.opening import Package
from app.word.checking.properties import millimetres
from app.word.checking.reading import Paragraph, Reader
from app.word.elements import Element, name

_LETTER = (215.9, 279.4)  # what Word takes where a file says nothing
_EDGE = 12.7


class Section(NamedTuple):
    """A section's page, in millimetres. `headers` and `footers`: by kind, the paragraphs in them.

    `title_page`: its first page has a header of its own. `number_format`: of the page number.
    """

    number: int
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float
    title_page: bool
    number_format: str
    headers: Mapping[str, tuple[Paragraph, ...]]
    footers: Mapping[str, tuple[Paragraph, ...]]

    @property
    def landscape(self) -> bool:
        """Whether the page is wider than high."""
        return self.width > self.height

    @property
    def text_width(self) -> float:
        """From margin to margin."""
        return self.width - self.left - self.right


def read_sections(package: Package, reader: Reader) -> tuple[Section, ...]:
    """The sections of the document; each takes from the one before it the headers it lacks."""
    found: list[Section] = []
    relationships = package.relationships(package.main)
    for number, source in enumerate(_properties(package.document), 1):
        before = found[-1] if found else None
        told = {
            kind: dict(getattr(before, f"{kind}s")) if before else {}
            for kind in ("header", "footer")
        }
        for kind, parts in told.items():
            for reference in source.iterchildren(name(f"w:{kind}Reference")):
                target = relationships.get(reference.get(name("r:id"), ""))
                part = package.xml(target.target) if target else None
                if part is not None:
                    place = reference.get(name("w:type"), "default")
                    parts[place] = tuple(reader.paragraphs(part))
        found.append(_section(number, source, told))
    return tuple(found)


def _properties(document: Element) -> Iterator[Element]:
    """The section properties in order. A document without any still has the last section's."""
    found = list(document.iter(name("w:sectPr")))
    kept = [each for each in found if not _is_old(each)]
    yield from kept or [document.makeelement(name("w:sectPr"))]


def _is_old(source: Element) -> bool:
    """Whether it is what a tracked change replaced."""
    return any(above.tag == name("w:sectPrChange") for above in source.iterancestors())


def _section(
    number: int, source: Element, told: Mapping[str, Mapping[str, tuple[Paragraph, ...]]]
) -> Section:
    margin, gutter = _Numbers(source.find(name("w:pgMar"))), 0.0
    size = _Numbers(source.find(name("w:pgSz")))
    if not switch(source, "w:rtlGutter"):
        gutter = margin.get("w:gutter", 0)
    numbers = source.find(name("w:pgNumType"))
    return Section(
        number=number,
        width=size.get("w:w", _LETTER[0]),
        height=size.get("w:h", _LETTER[1]),
        top=abs(margin.get("w:top", 2 * _EDGE)),
        bottom=abs(margin.get("w:bottom", 2 * _EDGE)),
        left=margin.get("w:left", 2 * _EDGE) + gutter,
        right=margin.get("w:right", 2 * _EDGE),
        header=margin.get("w:header", _EDGE),
        footer=margin.get("w:footer", _EDGE),
        title_page=switch(source, "w:titlePg"),
        number_format="decimal" if numbers is None else numbers.get(name("w:fmt"), "decimal"),
        headers=told["header"],
        footers=told["footer"],
    )


class _Numbers:
    """The lengths that an element's attributes give, in millimetres."""

    def __init__(self, source: Element | None) -> None:
        self._source = source

    def get(self, attribute: str, default: float) -> float:
        told = None if self._source is None else self._source.get(name(attribute))
        length = millimetres(told)
        return default if length is None else length
