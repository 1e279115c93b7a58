"""The bottom of an official document: who signs, who receives it."""

from collections.abc import Iterator

from app.documents.letterhead import issuing_name
from app.documents.options import Part
from app.documents.outline import Columns, Paragraph
from app.documents.people import ATTENDEES, name_only
from app.documents.pieces import Runs, composed, field, fixed, known, leader, paragraph, text_of
from app.documents.source import Source
from app.minutes.attendees import Attendee
from app.minutes.issuance import Recipient, Signatory
from app.minutes.place import Place
from app.minutes.words import DocumentKind, Side


def minutes_signatures(src: Source) -> Iterator[Columns]:
    """The writer at the left, the chair at the right, and below them who confirms a signature."""
    record = src.record
    left = _under_caption(src, "signature.writer", Side.LEFT, record.writer)
    right = _under_caption(src, "signature.chair", Side.RIGHT, record.chair)
    yield Columns("signatures", (left, right))
    for signatory in _signatories(src, Side.CONFIRMING):
        chair = name_only(src, record.chair) if record.chair else leader(ATTENDEES)
        note = src.line("signature_note", "signature.confirmation", chair=chair)
        yield Columns("signatures", ((note, *_signature(src, signatory)), ()))


def notice_signatures(src: Source) -> Columns:
    """Recipients at the left, level with who signs at the right."""
    signatories = _signatories(src, Side.RIGHT) or (Signatory(id="none"),)
    right = tuple(p for signatory in signatories for p in _signature(src, signatory))
    return Columns("signatures", (recipients(src), right))


def recipients(src: Source) -> tuple[Paragraph, ...]:
    """Nơi nhận: who receives it, one a line, the last where it is filed; the number of copies."""
    lines = [_recipient(src, recipient) for recipient in src.issuance.recipients]
    told = [line for line in lines if line] or [leader(src.issued("recipients"))]
    if not text_of(told[-1]).casefold().startswith("lưu"):
        told.append(_filing(src))
    ends = [";"] * (len(told) - 1) + ["."]
    return (
        src.line("recipients_label", "recipients.label"),
        *(
            src.line("recipient", "recipients.line", recipient=line, end=fixed(end))
            for line, end in zip(told, ends, strict=True)
        ),
        *_copies(src),
    )


def _recipient(src: Source, recipient: Recipient) -> Runs:
    """Without the semicolon that people type by habit: the list sets its own."""
    place = src.issued("text", recipient.id)
    bare = recipient.text.rstrip(" ;.")
    return known(bare, place) if bare == recipient.text else composed(bare.strip(), place)


def _filing(src: Source) -> Runs:
    notice = src.kind is DocumentKind.NOTICE
    key = "recipients.filing_notice" if notice else "recipients.filing"
    return src.say(key, issuing=issuing_name(src))


def _copies(src: Source) -> Iterator[Paragraph]:
    copies = src.issuance.copies
    if copies is not None and src.options.has(Part.COPIES):
        count = composed(str(copies), src.issued("copies"))
        yield src.line("copies", "recipients.copies", copies=count)


def _signatories(src: Source, side: Side) -> tuple[Signatory, ...]:
    return tuple(s for s in src.issuance.signatories if s.side is side)


def _under_caption(
    src: Source, caption: str, side: Side, known_signer: Attendee | None
) -> tuple[Paragraph, ...]:
    """Caption, authority and title where told; the signatory's name, else the one on record."""
    paragraphs = [src.line("signature_authority", caption)]
    name: Runs = ()
    for signatory in _signatories(src, side):
        paragraphs += _titles(src, signatory)
        name = name or known(signatory.name, src.issued("name", signatory.id))
    if not name and known_signer:
        name = field(known_signer.name, Place("attendees", known_signer.id, "name"))
    return (*paragraphs, paragraph("signature_name", name or leader(ATTENDEES)))


def _signature(src: Source, signatory: Signatory) -> tuple[Paragraph, ...]:
    name = field(signatory.name, _signatory_place(src, signatory, "name"))
    titles = _titles(src, signatory)
    if not signatory.title.strip():
        unknown = leader(_signatory_place(src, signatory, "title"))
        titles = (*titles, paragraph("signature_title", unknown))
    return (*titles, paragraph("signature_name", name))


def _titles(src: Source, signatory: Signatory) -> tuple[Paragraph, ...]:
    """Authority ("T/M BAN THƯỜNG VỤ") and title, where told. An authority may have two lines."""
    lines = (("signature_authority", "authority"), ("signature_title", "title"))
    return tuple(
        paragraph(role, runs)
        for role, name in lines
        if (runs := known(getattr(signatory, name), _signatory_place(src, signatory, name)))
    )


def _signatory_place(src: Source, signatory: Signatory, name: str) -> Place:
    told = signatory in src.issuance.signatories
    return src.issued(name, signatory.id) if told else src.issued("signatories")
