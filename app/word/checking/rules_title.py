"""The document's title, its abstract and the form's mark below it; and how the text ends."""

from collections.abc import Iterator
from typing import Final

from app.marking import N_
from app.word.checking.checked import Checked, at, quoted, whole_document
from app.word.checking.facts import KINDS
from app.word.checking.finding import FormatFinding, RuleName, Said, Severity, said
from app.word.checking.reading import Paragraph

_ENDS: Final = ("./.", ".", "/.", "…", ";", ",", ":")


def title(checked: Checked) -> Iterator[FormatFinding]:
    """The title of this kind of document, on a line of its own."""
    if not checked.official:
        return
    rule = RuleName("document_title", "text", checked.words.source)
    wanted = KINDS[checked.kind].title
    mend = said(N_("Write the title on a line of its own, the abstract below it."))
    pieces = checked.roles.of("document_title")
    if not pieces:
        yield FormatFinding(whole_document(), _missing(), quoted(wanted), mend, rule)
    for piece in pieces:
        if _upright(piece.text) != wanted:
            yield FormatFinding(at(piece), quoted(piece.text), quoted(wanted), mend, rule)


def abstract(checked: Checked) -> Iterator[FormatFinding]:
    """The title is followed by what the document is about."""
    pieces = checked.roles.of("document_title")
    if pieces and not checked.roles.of("abstract") and _is_alone(pieces[0]):
        yield FormatFinding(
            at(pieces[0]),
            said(N_("no abstract")),
            said(N_("the abstract on the next line")),
            said(N_("Write below the title which meeting it was.")),
            RuleName("abstract", "text", checked.words.source),
        )


def abstract_mark(checked: Checked) -> Iterator[FormatFinding]:
    """Five hyphens in the Party's form, none in the State's, which draws a line."""
    wanted = checked.words.abstract_mark
    rule = RuleName("abstract_mark", "text", checked.words.source)
    found, above = checked.roles.of("abstract_mark"), checked.roles.of("abstract")
    if wanted and above and not found:
        mend = said(N_("Write five hyphens below the abstract, centred."))
        yield FormatFinding(at(above[-1]), _missing(), quoted(wanted), mend, rule)
    for piece in found:
        if piece.text.strip() == wanted:
            continue
        needs = quoted(wanted) if wanted else said(N_("a drawn line"))
        mend = said(N_("Replace the characters by what is needed."))
        yield FormatFinding(at(piece), quoted(piece.text), needs, mend, rule, Severity.WARNING)


def text_end(checked: Checked) -> Iterator[FormatFinding]:
    """The last words of the text close it in the form's way."""
    text = [
        placed.paragraph
        for placed in checked.roles.placed
        if placed.role in _TEXT and not placed.paragraph.spot
    ]
    if not checked.official or not text or not _has_signatures(checked):
        return
    ending = next((end for end in _ENDS if text[-1].text.rstrip().endswith(end)), "")
    wanted = checked.words.text_end
    if ending != wanted:
        yield FormatFinding(
            at(text[-1], " ".join(("…", *text[-1].text.split()[-_SHOWN:]))),
            quoted(ending) if ending else said(N_("no full stop")),
            said(N_("“{text}” at the end of the text"), text=wanted),
            said(N_("End the last sentence with “{text}”."), text=wanted),
            RuleName("body", "text_end", checked.words.source),
        )


RULES = (title, abstract, abstract_mark, text_end)

_TEXT: Final = ("body", "list_item", "opening_data", "subsection_heading", "section_heading")
_SHOWN: Final = 5  # words


def _missing() -> Said:
    return said(N_("missing"))


def _upright(text: str) -> str:
    """The text in capitals with single blanks; whether they are typed is judged by its letters."""
    return " ".join(text.upper().split())


def _is_alone(piece: Paragraph) -> bool:
    """Whether the title's line says nothing but the title."""
    return any(_upright(piece.text) == words.title for words in KINDS.values())


def _has_signatures(checked: Checked) -> bool:
    """Without them nobody can tell where the text ends."""
    return bool(checked.roles.of("signature_authority", "signature_title", "recipients_label"))
