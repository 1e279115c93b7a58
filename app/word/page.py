"""The paper, its margins and where the page number stands, from the form's rules."""

from copy import deepcopy
from typing import TYPE_CHECKING

from app.documents.forms import PageRules
from app.word.elements import Element, name, prototype

if TYPE_CHECKING:
    from docx.document import Document

_MIRRORED = prototype("<w:mirrorMargins/>")
# What the schema wants before it among the settings.
_BEFORE_MIRRORED = frozenset(
    map(
        name,
        (
            *("w:writeProtection", "w:view", "w:zoom", "w:removePersonalInformation"),
            *("w:removeDateAndTime", "w:doNotDisplayPageBoundaries", "w:displayBackgroundShape"),
            *("w:printPostScriptOverText", "w:printFractionalCharacterWidth"),
            *("w:printFormsData", "w:embedTrueTypeFonts", "w:embedSystemFonts"),
            *("w:saveSubsetFonts", "w:saveFormsData"),
        ),
    )
)


def set_page(document: "Document", page: PageRules, number_style: str) -> None:
    """Gives the only section its page; `number_style` is the shown name of the number's style."""
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(page.width.value), Mm(page.height.value)
    section.top_margin, section.bottom_margin = Mm(page.top.value), Mm(page.bottom.value)
    section.left_margin, section.right_margin = Mm(page.left.value), Mm(page.right.value)
    section.header_distance = Mm(page.number_edge.value)
    section.different_first_page_header_footer = page.number_first.value > 1
    section.header.paragraphs[0].style = number_style
    if page.two_sided.value:
        _mirror_margins(document.settings.element)


def _mirror_margins(settings: Element) -> None:
    """Left and right change places on back pages: the wider margin is where sheets are bound."""
    before = [child for child in settings if child.tag in _BEFORE_MIRRORED]
    settings.insert(len(before), deepcopy(_MIRRORED))
