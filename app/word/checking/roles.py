"""Gives each paragraph of a document its typographic role, by where it stands and what it says.

Accents, case and wide setting do not matter for that: what is wrong with them is found later. It
knows the order of a document: letterhead, title, abstract, text, signatures and recipients.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.documents.forms import FormRules
from app.minutes.words import DocumentKind
from app.word.checking.body_roles import body_role, report_roles
from app.word.checking.closing_roles import closing_start, place_closing
from app.word.checking.document import WordDocument
from app.word.checking.letterhead_roles import place_letterhead, place_title, title_at
from app.word.checking.pieces import pieces
from app.word.checking.placed import Placed
from app.word.checking.reading import Paragraph

_TOP_LIMIT = 20  # pieces that can belong to a letterhead
_ONLY_AT_THE_TOP = ("party_title", "national_title", "motto", "number", "letterhead_mark")


class Roles(NamedTuple):
    """The paragraphs with their roles, in order; and which title the document has, if any."""

    placed: tuple[Placed, ...]
    title_of: DocumentKind | None

    def of(self, *roles: str) -> tuple[Paragraph, ...]:
        """The paragraphs of these roles."""
        return tuple(each.paragraph for each in self.placed if each.role in roles)


def find_roles(document: WordDocument, rules: FormRules, kind: DocumentKind) -> Roles:
    """The roles of all paragraphs that show something."""
    shown = [paragraph for paragraph in document.paragraphs if not paragraph.blank]
    styles = _roles_of_styles(document, rules)
    if kind is DocumentKind.REPORT:
        return Roles(tuple(report_roles(shown, styles)), None)
    split = [piece for paragraph in shown for piece in pieces(paragraph)]
    title = title_at(split, kind)
    top = split[: title.at] if title else []
    head, after_title = place_title(split[title.at :]) if title else ([], split)
    if not title:
        top, after_title = _top_without_title(split)
    end = closing_start(after_title)
    text_numbers = {piece.number for piece in after_title[:end]}
    body = [paragraph for paragraph in shown if paragraph.number in text_numbers]
    return Roles(
        (
            *place_letterhead(top),
            *head,
            *(Placed(body_role(paragraph, styles), paragraph) for paragraph in body),
            *place_closing(after_title[end:]),
        ),
        title.kind if title else None,
    )


def _top_without_title(split: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The letterhead of a document without title: up to the last piece that can only be there."""
    known = [
        at
        for at, placed in enumerate(place_letterhead(split[:_TOP_LIMIT]))
        if placed.role in _ONLY_AT_THE_TOP
    ]
    end = known[-1] + 1 if known else 0
    return list(split[:end]), list(split[end:])


def _roles_of_styles(document: WordDocument, rules: FormRules) -> Mapping[str, str]:
    """The role of each paragraph style that is one of ours, by id or by the name Word shows."""
    by_name = {role.name: key for key, role in rules.roles.items()}
    by_id = {role.id: key for key, role in rules.roles.items()}
    found = {
        paragraph.style_id: by_id.get(paragraph.style_id) or by_name.get(paragraph.look.style, "")
        for paragraph in document.paragraphs
    }
    return {style_id: role for style_id, role in found.items() if role}
