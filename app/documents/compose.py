"""From a record to an outline: the one door to this package."""

from collections.abc import Callable, Mapping

from app.documents.minutes import minutes
from app.documents.notice import notice
from app.documents.options import Options
from app.documents.outline import Block, Outline, Paragraph
from app.documents.report import report
from app.documents.source import Source
from app.documents.wording import Wording
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form

_KINDS: Mapping[DocumentKind, Callable[[Source], tuple[Block, ...]]] = {
    DocumentKind.REPORT: report,
    DocumentKind.MINUTES: minutes,
    DocumentKind.NOTICE: notice,
}


def compose(
    record: Minutes,
    kind: DocumentKind,
    form: Form,
    wording: Wording,
    options: Options = Options(),  # noqa: B008 - a frozen value
) -> Outline:
    """What a document of this kind says about a record, in this form. No record makes it fail."""
    src = Source(record, kind, form, wording.of(form), options)
    blocks = _KINDS[kind](src)
    return Outline(kind, form, record.id, _title(blocks), blocks, src.issuance.draft)


def _title(blocks: tuple[Block, ...]) -> str:
    """The headline; or the document's title with its abstract."""
    named = ("headline", "document_title", "abstract")
    said = [b.text for b in blocks if isinstance(b, Paragraph) and b.role in named]
    return " – ".join(said)
