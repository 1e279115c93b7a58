"""What a document is composed from: the record, the form's wording, the office's choices."""

from typing import NamedTuple

from app.documents.options import Options
from app.documents.outline import Paragraph
from app.documents.pieces import Runs, composed, paragraph
from app.documents.wording import Sentences
from app.minutes.issuance import Issuance
from app.minutes.meeting import Meeting
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form


class Source(NamedTuple):
    """Everything that the parts of one document read."""

    record: Minutes
    kind: DocumentKind
    form: Form
    sentences: Sentences
    options: Options

    @property
    def meeting(self) -> Meeting:
        """The meeting data."""
        return self.record.meeting

    @property
    def issuance(self) -> Issuance:
        """What this document carries besides its content; empty where nobody has said anything."""
        kept = self.record.issuance(self.kind, self.form)
        return kept or Issuance(id="none", kind=self.kind, form=self.form)

    def issued(self, field: str, item: str = "") -> Place:
        """The place of a field of the issuance, or of an item inside it."""
        kept = self.record.issuance(self.kind, self.form)
        return Place("issuances", item or (kept.id if kept else ""), field)

    def say(self, key: str, **places: Runs) -> Runs:
        """A sentence of the wording."""
        return self.sentences.compose(key, places)

    def say_by_kind(self, key: str, **places: Runs) -> Runs:
        """The sentence for this kind of meeting."""
        return self.say(f"{key}.{self.meeting.kind}", **places)

    def line(self, role: str, key: str, **places: Runs) -> Paragraph:
        """A paragraph of one sentence of the wording."""
        return paragraph(role, self.say(key, **places))

    def word(self, group: str, value: str, place: Place) -> Runs:
        """The word for a value of a closed set ("honorific", "comrade")."""
        return composed(self.sentences.text(f"{group}.{value}"), place)

    @property
    def meeting_word(self) -> Runs:
        """ "buổi làm việc", "hội nghị" or "cuộc họp"."""
        return self.word("meeting", self.meeting.kind, Place("meeting", field="kind"))
