"""The letterhead: the right one for the form, whole, each part in its place and in its words."""

from collections.abc import Iterator
from typing import Final

from app.marking import N_
from app.word.checking.checked import Checked, at, quoted, whole_document
from app.word.checking.facts import WORDS
from app.word.checking.finding import FormatFinding, RuleName, Said, Severity, said
from app.word.checking.reading import Paragraph

_DASHES: Final = str.maketrans({"\u2010": "-", "\u2011": "-"})
_TONES: Final = ("hoà", "hòa")  # both ways of placing the tone are right


def right_form(checked: Checked) -> Iterator[FormatFinding]:
    """No part of the other form's letterhead."""
    if not checked.official:
        return
    needs = said(N_("the letterhead of this form: “{title}”"), title=_first_title(checked))
    for words in WORDS.values():
        for role in words.titles.keys() - checked.words.titles.keys():
            for piece in checked.roles.of(role):
                yield FormatFinding(
                    at(piece),
                    quoted(piece.text),
                    needs,
                    said(N_("Replace it, or check the document as one of the other form.")),
                    RuleName("letterhead", "form", checked.words.source),
                )


def titles(checked: Checked) -> Iterator[FormatFinding]:
    """The lines at the right, in their exact words."""
    if not checked.official:
        return
    for role, title in checked.words.titles.items():
        rule = RuleName(role, "text", checked.words.source)
        pieces = checked.roles.of(role)
        if not pieces:
            mend = said(N_("Write it at the top, on the right."))
            yield FormatFinding(whole_document(), _missing(), quoted(title), mend, rule)
        for piece in pieces:
            # Whether it stands in capitals is judged by its letters.
            shown = piece.shown.upper() if title.isupper() else piece.shown
            if _plain(shown) != _plain(title):
                mend = said(N_("Write it just so."))
                yield FormatFinding(at(piece), quoted(piece.text), quoted(title), mend, rule)


def bodies(checked: Checked) -> Iterator[FormatFinding]:
    """The issuing body has its line."""
    if checked.official and not checked.roles.of("issuing_body"):
        yield FormatFinding(
            whole_document(),
            _missing(),
            said(N_("the name of the issuing body")),
            said(N_("Write it at the top, on the left, above the number.")),
            RuleName("issuing_body", "text", checked.words.source),
        )


def sides(checked: Checked) -> Iterator[FormatFinding]:
    """Titles and date at the right, bodies and number at the left."""
    for role, wanted in _SIDES.items():
        for piece in checked.roles.of(role):
            side = side_of(piece)
            if side and side != wanted:
                yield FormatFinding(
                    at(piece),
                    said(_SAID[side]),
                    said(_SAID[wanted]),
                    said(N_("Move it to the other column.")),
                    RuleName(role, "side", checked.words.source),
                )


def marks(checked: Checked) -> Iterator[FormatFinding]:
    """The Party's star below the issuing body; the State has none."""
    if not checked.official or not checked.roles.of("issuing_body"):
        return
    found, wanted = checked.roles.of("letterhead_mark"), checked.words.mark
    rule = RuleName("letterhead_mark", "text", checked.words.source)
    if wanted and not found:
        mend = said(N_("Write a star in a line of its own below the issuing body."))
        yield FormatFinding(at(_last_body(checked)), _missing(), quoted(wanted), mend, rule)
    for piece in found:
        if piece.text.strip() != wanted:
            needs = quoted(wanted) if wanted else said(N_("no star"))
            mend = said(N_("Write a single star.")) if wanted else said(N_("Delete the star."))
            yield FormatFinding(at(piece), quoted(piece.text), needs, mend, rule)


def typed_lines(checked: Checked) -> Iterator[FormatFinding]:
    """Typed lines stand for drawn ones."""
    for piece in checked.roles.of("typed_line"):
        yield FormatFinding(
            at(piece),
            said(N_("a line of typed characters")),
            said(N_("a drawn line")),
            said(N_("Delete the characters and draw the line (Insert, Shapes).")),
            RuleName("letterhead", "line", checked.words.source),
            Severity.WARNING,
        )


RULES = (right_form, titles, bodies, sides, marks, typed_lines)

_SIDES: Final = {
    **dict.fromkeys(("parent_body", "issuing_body", "letterhead_mark", "number"), "left"),
    **dict.fromkeys(("party_title", "national_title", "motto", "place_date"), "right"),
}
_SAID: Final = {"left": N_("at the left"), "right": N_("at the right")}


def side_of(piece: Paragraph) -> str:
    """The column of a table, or of a line with tabs, that a piece stands in; "" for the only."""
    if piece.spot:
        if piece.spot.columns < 2:
            return ""
        return "left" if piece.spot.column == 0 else "right"
    return "right" if piece.across else ""


def _missing() -> Said:
    return said(N_("missing"))


def _first_title(checked: Checked) -> str:
    return next(iter(checked.words.titles.values()))


def _last_body(checked: Checked) -> Paragraph:
    return checked.roles.of("issuing_body")[-1]


def _plain(text: str) -> str:
    """The text with what may differ made equal: dashes, white space, tone placement."""
    text = " ".join(text.translate(_DASHES).split())
    for one, other in (_TONES, tuple(map(str.upper, _TONES))):
        text = text.replace(one, other)
    return text
