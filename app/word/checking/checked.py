"""What every rule of the checker is given, and how a rule speaks of a place and of a level."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from app.documents.forms import FormRules
from app.marking import N_
from app.minutes.words import DocumentKind
from app.word.checking.document import WordDocument
from app.word.checking.effective import Level
from app.word.checking.facts import WORDS, FormWords
from app.word.checking.finding import FormatFinding, Said, Where, said
from app.word.checking.reading import Paragraph
from app.word.checking.roles import Roles

_SHOWN: Final = 40  # characters of a paragraph that name it


class Checked(NamedTuple):
    """A document with its roles, and the rules of the form that it should have."""

    document: WordDocument
    roles: Roles
    rules: FormRules
    kind: DocumentKind

    @property
    def words(self) -> FormWords:
        """The form's words."""
        return WORDS[self.rules.form]

    @property
    def official(self) -> bool:
        """Whether it has letterhead and signatures: a report has none."""
        return self.kind is not DocumentKind.REPORT


Rule = Callable[[Checked], Iterator[FormatFinding]]


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


def mend_at(level: Level, needs: Said) -> Said:
    """How to set what is needed, there where it is set now."""
    if level.kind == "style" and level.name:
        message = N_("Change the style “{style}” to: {needs}.")
        return said(message, style=level.name, needs=needs)
    if level.kind == "list":
        return said(N_("Adjust the indents of the list to: {needs}."), needs=needs)
    if level.kind == "text":
        return said(N_("Select it and set: {needs}."), needs=needs)
    return said(N_("Set in its style, or for the whole document: {needs}."), needs=needs)
