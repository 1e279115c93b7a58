"""Empty paragraphs, tabs and rows of blanks that stand for a layout, which breaks at a touch."""

import re
from collections.abc import Iterator
from typing import Final

from app.marking import N_
from app.word.checking.checked import Checked, at
from app.word.checking.facts import HOUSE
from app.word.checking.finding import FormatFinding, RuleName, Severity, said
from app.word.checking.reading import Paragraph

_BLANKS: Final = re.compile("[ \u00a0\u2000-\u200a\u3000]{2,}")
_SIGNING: Final = ("signature_authority", "signature_title", "signature_note")


def empty_paragraphs(checked: Checked) -> Iterator[FormatFinding]:
    """Space is set with the paragraph; only the room to sign may be left with empty lines."""
    signing = _room_to_sign(checked)
    for paragraph in checked.document.paragraphs:
        if _is_empty(paragraph) and paragraph.number not in signing:
            yield _warning(
                "empty_paragraph",
                paragraph,
                N_("empty paragraph"),
                N_("space above or below the paragraph"),
                N_("Delete it, and set the space in the paragraph’s spacing."),
            )


def tabs(checked: Checked) -> Iterator[FormatFinding]:
    for paragraph in checked.document.paragraphs:
        if "\t" in paragraph.text:
            yield _warning(
                "tab",
                paragraph,
                N_("tab"),
                N_("an indent, or columns of a table without lines"),
                N_("Delete the tab, and set the indent or use a table."),
            )


def blanks(checked: Checked) -> Iterator[FormatFinding]:
    """More than one blank; but what is filled in by hand may be left blank."""
    by_hand = {piece.number for piece in checked.roles.of("number", "place_date")}
    for paragraph in checked.document.paragraphs:
        wide = not paragraph.blank and _BLANKS.search(paragraph.text)
        if wide and paragraph.number not in by_hand:
            yield _warning(
                "blanks",
                paragraph,
                N_("several blanks in a row"),
                N_("one blank"),
                N_("Leave one blank; set indents and alignment in the paragraph."),
            )


RULES = (empty_paragraphs, tabs, blanks)


def _is_empty(paragraph: Paragraph) -> bool:
    if not paragraph.blank or paragraph.needed:
        return False
    drawn = paragraph.lines or paragraph.pictures or paragraph.look.border_below
    return not (drawn or paragraph.breaks)


def _room_to_sign(checked: Checked) -> frozenset[int]:
    """The numbers of the paragraphs between a title and the name below it."""
    found: set[int] = set()
    above = 0
    for role, paragraph in checked.roles.placed:
        if role in _SIGNING:
            above = paragraph.number
        elif role == "signature_name" and above:
            found.update(range(above, paragraph.number))
    return frozenset(found)


def _warning(key: str, paragraph: Paragraph, has: str, needs: str, mend: str) -> FormatFinding:
    rule = RuleName("text", key, HOUSE)
    return FormatFinding(at(paragraph), said(has), said(needs), said(mend), rule, Severity.WARNING)
