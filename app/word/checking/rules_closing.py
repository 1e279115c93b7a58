"""Signatures and recipients: the form's captions on their sides, its signs, its list."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.language.folding import fold
from app.marking import N_
from app.minutes.words import DocumentKind
from app.word.checking.checked import Checked, at, quoted, whole_document
from app.word.checking.finding import FormatFinding, RuleName, Said, Severity, said
from app.word.checking.pieces import folded
from app.word.checking.reading import Paragraph
from app.word.checking.rules_letterhead import side_of

_WRITER: Final = re.compile(r"(nguoi )?ghi bien ban.*|thu ky.*")
_CHAIR: Final = re.compile(r"chu (tri|toa).*")
# An authority's sign in either form: "T/M BAN …", "TM. ỦY BAN …", "K/T", "TUQ.".
_AUTHORITY: Final = re.compile(
    r"\s*(?P<sign>T\s*[/.]?\s*M|K\s*[/.]?\s*T|T\s*[/.]?\s*L|T\s*[/.]?\s*U\s*[/.]?\s*Q)\s*\.?\s+\S.*",
    re.IGNORECASE,
)
_HONOURS: Final = re.compile(
    r"(đồng chí|đ/c|ông|bà|gs|pgs|ts|ths|cn|ks|bs|luật sư|đại tá|thượng tá|trung tá|thiếu tá"
    r"|đại úy|thượng úy|nhà giáo)\b[. ].*",
    re.IGNORECASE,
)


def captions(checked: Checked) -> Iterator[FormatFinding]:
    """In minutes the writer signs at the left, the chair at the right."""
    if checked.kind is not DocumentKind.MINUTES:
        return
    pieces = checked.roles.of("signature_authority", "signature_title")
    sides = zip((_WRITER, _CHAIR), checked.words.captions, ("left", "right"), strict=True)
    for pattern, caption, side in sides:
        rule = RuleName("signature_authority", "text", checked.words.captions_source)
        found = [piece for piece in pieces if pattern.fullmatch(folded(piece))]
        if not found:
            mend = said(_WRITE_AT[side], text=caption)
            yield FormatFinding(whole_document(), _missing(), quoted(caption), mend, rule)
        for piece in found:
            yield from _caption(piece, caption, side, rule)


def authorities(checked: Checked) -> Iterator[FormatFinding]:
    """T/M with a slash for the Party, TM. with a full stop for the State."""
    for piece in checked.roles.of("signature_authority"):
        match = _AUTHORITY.fullmatch(piece.shown)
        if not match:
            continue
        sign = re.sub(r"[\s./]", "", match["sign"]).upper()
        wanted = "/".join(sign) if checked.words.authority_joint == "/" else f"{sign}."
        if piece.shown.split()[0] != wanted:
            yield FormatFinding(
                at(piece),
                quoted(piece.shown.split()[0]),
                quoted(wanted),
                said(N_("Write {needs}."), needs=quoted(wanted)),
                RuleName("signature_authority", "sign", checked.words.source),
            )


def names(checked: Checked) -> Iterator[FormatFinding]:
    """Who signs has a name, without honorific, degree or rank before it."""
    rule = RuleName("signature_name", "text", checked.words.source)
    for piece in checked.roles.of("signature_name"):
        if _HONOURS.fullmatch(piece.text.strip()):
            needs = said(N_("the name alone"))
            mend = said(N_("Delete what stands before the name."))
            yield FormatFinding(at(piece), quoted(piece.text), needs, mend, rule)
    if checked.official and not checked.roles.of("signature_name"):
        needs = said(N_("the name of who signs"))
        mend = said(N_("Write the name below the title, with room to sign."))
        yield FormatFinding(whole_document(), _missing(), needs, mend, rule, Severity.WARNING)


def recipients(checked: Checked) -> Iterator[FormatFinding]:
    """ "Nơi nhận:", a line for each with its dash and semicolon, the last where it is filed."""
    if not checked.official:
        return
    labels, lines = checked.roles.of("recipients_label"), checked.roles.of("recipient")
    rule = RuleName("recipients_label", "text", checked.words.source)
    needs = quoted("Nơi nhận:")
    if not labels:
        mend = said(N_("Write the recipients below the text, at the left."))
        # No model of the Party's minutes that we know shows them.
        party_minutes = checked.kind is DocumentKind.MINUTES and not checked.words.undated
        weight = Severity.WARNING if party_minutes else Severity.ERROR
        yield FormatFinding(whole_document(), _missing(), needs, mend, rule, weight)
    for piece in labels:
        if piece.text.strip() != "Nơi nhận:":
            yield FormatFinding(at(piece), quoted(piece.text), needs, said(_JUST_SO), rule)
    yield from _lines(lines, checked)


RULES = (captions, authorities, names, recipients)

_JUST_SO: Final = N_("Write it just so.")
_WRITE_AT: Final = {
    "left": N_("Write “{text}” below the text, at the left."),
    "right": N_("Write “{text}” below the text, at the right."),
}
_SIDES: Final = {"left": N_("at the left"), "right": N_("at the right")}


def _missing() -> Said:
    return said(N_("missing"))


def _caption(piece: Paragraph, caption: str, side: str, rule: RuleName) -> Iterator[FormatFinding]:
    here = side_of(piece) or ("left" if piece.across == 0 else "right")
    if here != side:
        mend = said(N_("Let the two who sign change sides."))
        name = rule._replace(property="side")
        yield FormatFinding(at(piece), said(_SIDES[here]), said(_SIDES[side]), mend, name)
    # "CHỦ TRÌ CUỘC HỌP" is as good as "CHỦ TRÌ HỘI NGHỊ".
    first_words = " ".join(fold(caption).split()[:2])
    if not folded(piece).startswith(first_words):
        mend = said(_JUST_SO)
        yield FormatFinding(
            at(piece), quoted(piece.shown), quoted(caption), mend, rule, Severity.WARNING
        )


def _lines(lines: Sequence[Paragraph], checked: Checked) -> Iterator[FormatFinding]:
    rule = RuleName("recipient", "text", checked.words.source)
    for number, piece in enumerate(lines, 1):
        text, end = piece.text.strip(), "." if number == len(lines) else ";"
        dash = "" if piece.label else "- "
        plain = text.lstrip("-–•+* ").rstrip(" ;.,")
        wanted = f"{dash}{plain}{end}"
        if text != wanted:
            yield FormatFinding(at(piece), quoted(text), quoted(wanted), said(_JUST_SO), rule)
    if lines and not _is_filing(lines[-1].text, checked.words.filing):
        yield FormatFinding(
            at(lines[-1]),
            quoted(lines[-1].text),
            said(N_("a last line such as “{text}”"), text=checked.words.filing_model),
            said(N_("Say in the last line where the document is filed.")),
            rule._replace(property="filing"),
        )


def _is_filing(text: str, filing: str) -> bool:
    return text.strip(" -–•").startswith(filing)
