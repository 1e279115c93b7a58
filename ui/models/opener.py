"""The opener that a document composes for a speech, to be shown where one may write another."""

from app.documents.options import Options
from app.documents.pieces import text_of
from app.documents.source import Source
from app.documents.speeches import opener
from app.documents.wording import Wording
from app.minutes.record import Minutes
from app.minutes.speeches import Speech
from app.minutes.words import DocumentKind


def composed_opener(record: Minutes, speech: Speech, wording: Wording) -> str:
    """ "Phát biểu tại buổi làm việc": what the report begins the speech with if nothing is said."""
    sentences = wording.of(record.form)
    source = Source(record, DocumentKind.REPORT, record.form, sentences, Options())
    return text_of(opener(source, speech.but(opener="")))
