"""What the documents compose where nothing is written: shown in grey in the empty fields."""

from app.documents.options import Options
from app.documents.pieces import text_of
from app.documents.purpose import called, purpose
from app.documents.source import Source
from app.documents.speeches import opener
from app.documents.wording import Wording
from app.minutes.record import Minutes
from app.minutes.speeches import Speech
from app.minutes.words import DocumentKind


def composed_opener(record: Minutes, speech: Speech, wording: Wording) -> str:
    """ "Phát biểu tại buổi làm việc": what the report begins the speech with if nothing is said."""
    return text_of(opener(_source(record, wording), speech.but(opener="")))


def composed_headline(record: Minutes, wording: Wording) -> str:
    """The headline of the report if none is written."""
    bare = record.but(meeting=record.meeting.but(headline=""))
    return text_of(called(_source(bare, wording), "report.headline"))


def composed_purpose(record: Minutes, wording: Wording) -> str:
    """What was heard at the meeting, from the periods or the agenda, if nothing is written."""
    bare = record.but(meeting=record.meeting.but(purpose=""))
    return text_of(purpose(_source(bare, wording)))


def _source(record: Minutes, wording: Wording) -> Source:
    sentences = wording.of(record.form)
    return Source(record, DocumentKind.REPORT, record.form, sentences, Options())
