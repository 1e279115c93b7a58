"""The top of an official document: bodies, number and symbol, place and date, title, abstract."""

from collections.abc import Iterator

from app.documents.moments import long_day
from app.documents.options import Part
from app.documents.outline import Block, Columns, Paragraph
from app.documents.pieces import Runs, composed, field, known, paragraph
from app.documents.source import Source
from app.minutes.place import Place
from app.minutes.words import DocumentKind, Form, Security, Urgency


def top(src: Source, abstract: Runs) -> tuple[Block, ...]:
    """The letterhead in two columns, the document's title and its abstract with the form's mark."""
    blocks: list[Block] = [
        Columns("letterhead", (tuple(_left(src)), tuple(_right(src)))),
        src.line("document_title", f"{src.kind}.title"),
        paragraph("abstract", abstract),
    ]
    if "letterhead.abstract_mark" in src.sentences:
        blocks.append(src.line("abstract_mark", "letterhead.abstract_mark"))
    return tuple(blocks)


def draft_mark(src: Source) -> Iterator[Paragraph]:
    """ "Dự thảo lần 2", on a draft."""
    draft = src.issuance.draft
    if draft is not None and src.options.has(Part.DRAFT):
        number = composed(str(draft), src.issued("draft"))
        yield src.line("draft_mark", "mark.draft", draft=number)


def security_mark(src: Source) -> Iterator[Paragraph]:
    """ "MẬT", on what is classified."""
    security = src.issuance.security
    if security is not Security.NONE:
        yield paragraph("security_mark", src.word("security", security, src.issued("security")))


def _left(src: Source) -> Iterator[Paragraph]:
    issuing = src.meeting.issuing
    parent = known(issuing.parent, Place("meeting", field="issuing.parent"))
    if parent:
        yield paragraph("parent_body", parent)
    yield paragraph("issuing_body", issuing_name(src))
    if "letterhead.mark" in src.sentences:
        yield src.line("letterhead_mark", "letterhead.mark")
    yield src.line(
        "number",
        "letterhead.number",
        number=_number(src),
        kind=_abbreviation(src),
        symbol=_symbol(src),
    )
    yield from security_mark(src)
    if src.issuance.urgency is not Urgency.NONE:
        mark = src.word("urgency", src.issuance.urgency, src.issued("urgency"))
        yield paragraph("urgency_mark", mark)


def _right(src: Source) -> Iterator[Paragraph]:
    if src.form is Form.PARTY:
        yield src.line("party_title", "letterhead.title")
    else:
        yield src.line("national_title", "letterhead.title")
        yield src.line("motto", "letterhead.motto")
    if src.form is Form.PARTY or src.kind is not DocumentKind.MINUTES:
        date = long_day(src, src.issuance.date, src.issued("date"))
        yield src.line("place_date", "mark.place_date", place=_place(src), date=date)
    yield from draft_mark(src)


def issuing_name(src: Source) -> Runs:
    """The issuing body, or a leader."""
    return field(src.meeting.issuing.name, Place("meeting", field="issuing.name"))


def _number(src: Source) -> Runs:
    """Below ten with a zero before it, so that no digit can be put there later."""
    number = src.issuance.number.strip()
    if number.isdecimal() and len(number) == 1:
        return composed(f"0{number}", src.issued("number"))
    return field(src.issuance.number, src.issued("number"))


def _symbol(src: Source) -> Runs:
    """The issuing body's part of the symbol, whether or not the kind was typed before it."""
    kind = src.sentences.text(f"{src.kind}.abbreviation")
    own = src.issuance.symbol.strip()
    for prefix in (f"{kind}/", f"{kind}-"):
        if own.startswith(prefix) and own != prefix:
            return composed(own.removeprefix(prefix), src.issued("symbol"))
    if own:
        return known(src.issuance.symbol, src.issued("symbol"))
    return field(src.meeting.issuing.symbol, Place("meeting", field="issuing.symbol"))


def _abbreviation(src: Source) -> Runs:
    return src.say(f"{src.kind}.abbreviation")


def _place(src: Source) -> Runs:
    own = known(src.issuance.place, src.issued("place"))
    return own or field(src.meeting.issuing.place, Place("meeting", field="issuing.place"))
