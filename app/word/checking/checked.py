"""What every rule of the checker is given, and how a rule speaks of a place and of a level."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from app.documents.forms import FormRules
from app.marking import N_
from app.minutes.words import DocumentKind
from app.word.checking.binding import TEXT_ROLES
from app.word.checking.document import WordDocument
from app.word.checking.effective import Level
from app.word.checking.facts import WORDS, FormWords
from app.word.checking.finding import FormatFinding, Said, Where, said
from app.word.checking.reading import Paragraph
from app.word.checking.roles import Roles, find_roles

_BASE: Final = "Normal"  # the style that stands for the whole document
_SHOWN: Final = 40  # characters of a paragraph that name it


class Checked(NamedTuple):
    """A document with its roles, and the rules of the form that it should have.

    `own_styles`: the names of the styles that all stand for one role.
    """

    document: WordDocument
    roles: Roles
    rules: FormRules
    kind: DocumentKind

    own_styles: frozenset[str]

    @property
    def words(self) -> FormWords:
        """The form's words."""
        return WORDS[self.rules.form]

    @property
    def official(self) -> bool:
        """Whether it has letterhead and signatures: a report has none."""
        return self.kind is not DocumentKind.REPORT

    def mend(self, paragraph: Paragraph, level: Level, needs: Said) -> Said:
        """How to set what one role needs: in its style, where that style serves no other role."""
        if level.kind == "list":
            return said(N_("Adjust the indents of the list to: {needs}."), needs=needs)
        if level.kind == "text" or paragraph.look.style not in self.own_styles:
            return _on_text(needs)
        return _in_style(paragraph.look.style, needs)


Rule = Callable[[Checked], Iterator[FormatFinding]]


def prepared(document: WordDocument, rules: FormRules, kind: DocumentKind) -> Checked:
    """The document, with everything that the rules ask of it found once."""
    roles = find_roles(document, rules, kind)
    served: dict[str, set[str]] = {}
    for role, paragraph in roles.placed:
        group = TEXT_ROLES[0] if role in TEXT_ROLES else role
        served.setdefault(paragraph.look.style, set()).add(group)
    own = frozenset(style for style, groups in served.items() if len(groups) == 1 and style)
    return Checked(document, roles, rules, kind, own)


def at(paragraph: Paragraph, text: str = "") -> Where:
    """The place of a paragraph, named by its start or by the part `text` of it."""
    shown = " ".join((text or paragraph.text).split())
    if len(shown) > _SHOWN:
        shown = shown[: _SHOWN - 1].rstrip() + "…"
    place = said(N_("Paragraph {number} “{text}”"), number=paragraph.number, text=shown or "…")
    return Where(place, paragraph.number)


def whole_document() -> Where:
    """Where something is missing altogether."""
    return Where(said(N_("The document")))


def quoted(text: str) -> Said:
    """Words, as what is there or what is needed."""
    return said(N_("“{text}”"), text=" ".join(text.split()))


def mend_style(level: Level, needs: Said) -> Said:
    """How to set what the whole document should have, there where it is set now."""
    if level.kind == "text":
        return _on_text(needs)
    return _in_style(level.name or _BASE, needs)


def _on_text(needs: Said) -> Said:
    return said(N_("Select it and set: {needs}."), needs=needs)


def _in_style(style: str, needs: Said) -> Said:
    return said(N_("Change the style “{style}” to: {needs}."), style=style, needs=needs)
