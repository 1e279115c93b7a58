"""The press: from a record to a Word file, with the wording, forms and template of the program.

Everything is read when it is first needed, and kept by the press, not by a module.
"""

import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from app.file_names import file_name
from app.minutes.canonical import to_json
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form, MeetingKind

if TYPE_CHECKING:
    from app.documents.forms import FormRules
    from app.documents.outline import Outline
    from app.documents.wording import Wording


class Press:
    """Composes and writes documents. Any thread may use it."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._wording: Wording | None = None
        self._rules: dict[Form, FormRules] = {}

    @property
    def wording(self) -> "Wording":
        """The sentences of both forms."""
        if self._wording is None:
            from app.documents.wording import read_wording

            self._wording = read_wording(self._resources / "wording")
        return self._wording

    def rules(self, form: Form) -> "FormRules":
        """How the roles of a form look."""
        if form not in self._rules:
            from app.documents.forms import read_form

            self._rules[form] = read_form(form, self._resources / "forms")
        return self._rules[form]

    def compose(self, record: Minutes, kind: DocumentKind, form: Form) -> "Outline":
        """What a document of this kind says about a record, in this form."""
        from app.documents.compose import compose

        return compose(record, kind, form, self.wording)

    def export(
        self, record: Minutes, kind: DocumentKind, form: Form, path: Path, *, insist: bool = False
    ) -> bytes:
        """Compose a document and write it; the file tells which version of the record it shows.

        What was written is handed back.
        """
        outline = self.compose(record, kind, form)
        return self.write(outline, path, version_of(record), insist=insist)

    def write(
        self, outline: "Outline", path: Path, version: str = "", *, insist: bool = False
    ) -> bytes:
        """Write an outline to a Word file, whole or not at all; what was written is handed back.

        TargetTaken where somebody has worked on the file or has it open, unless they `insist`.
        """
        from app.word.save import save_file

        data = self.made(outline, version)
        save_file(data, path, insist=insist)
        return data

    def document(self, record: Minutes, kind: DocumentKind, form: Form) -> bytes:
        """A document as the bytes of a Word file that stands nowhere yet."""
        return self.made(self.compose(record, kind, form), version_of(record))

    def made(self, outline: "Outline", version: str = "") -> bytes:
        """An outline as the bytes of a Word file."""
        from app.word.write import write_document

        template = self._resources / "templates" / "blank"
        return write_document(outline, self.rules(outline.form), template, version)

    def name(self, record: Minutes, kind: DocumentKind) -> str:
        """A telling name for the file of a document, without suffix."""
        meeting = record.meeting
        host = meeting.host.name if meeting.host else ""
        return self.file_name(kind, meeting.kind, host, meeting.date)

    def file_name(
        self, kind: DocumentKind, meeting: MeetingKind, host: str, date: datetime.date | None
    ) -> str:
        """The same, where the archive's list is all that is known of the record."""
        from app.documents.pieces import known, text_of

        told = known(host, Place("meeting", field="host.name"))
        sentences = self.wording.of(Form.PARTY)  # both forms name files alike
        return file_name(
            text_of(sentences.compose(f"file_name.{kind}.{meeting}", {"host": told})), date
        )


def version_of(record: Minutes) -> str:
    """What tells this state of a record from any other: the same on every computer."""
    return sha256(to_json(record)).hexdigest()[:32]
