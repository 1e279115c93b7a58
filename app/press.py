"""The press: from a record to a Word file, with the wording, forms and template of the program, and
with what the record's office and IT have chosen.

Everything is read when it is first needed, and kept by the press, not by a module.
"""

import datetime
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.house import House
from app.marking import N_
from app.minutes.place import Place
from app.minutes.words import DocumentKind, Form, MeetingKind, Security

if TYPE_CHECKING:
    from app.documents.choices import Chosen
    from app.documents.forms import FormRules
    from app.documents.outline import Outline
    from app.documents.wording import Sentences, Wording
    from app.minutes.record import Minutes

Tell = Callable[[KnownError], object]
_CLASSIFIED = N_(
    "These minutes have a security mark, and classified minutes are forbidden on this computer by"
    " policy; nothing was printed or written. Remove the mark, or make the document on a computer"
    " that is meant for it."
)
_FEW = 16  # ways to look that are kept: a few offices, and what is being tried out


def _to_nobody(_problem: KnownError) -> None:
    """Where nobody listens."""


class Press:
    """Composes and writes documents. Any thread may use it.

    `tell` is given once, in whatever thread meets it, what of the office's choices or of IT's forms
    cannot be followed; ours are used then.
    """

    def __init__(self, resources: Path, house: House = House(), tell: Tell = _to_nobody) -> None:  # noqa: B008 - a frozen value
        self._resources = resources
        self._house = house
        self._read_house: Callable[[], House] | None = None
        self._reading = Lock()
        self._tell = tell
        self._told: set[str] = set()
        self._wording: Wording | None = None
        self._rules: dict[Form, FormRules] = {}
        self._chosen: dict[object, Chosen] = {}

    @property
    def house(self) -> House:
        """What the offices and IT say."""
        with self._reading:
            if self._read_house is not None:
                self._follow(self._read_house())
                self._read_house = None
            return self._house

    def use(self, house: House) -> None:
        """Make documents as another house says from now on."""
        with self._reading:
            self._read_house = None
            self._follow(house)

    def use_later(self, read: Callable[[], House]) -> None:
        """The same, with a house that is read when it is first needed, in the thread that does."""
        with self._reading:
            self._read_house = read

    def _follow(self, house: House) -> None:
        if house.forms != self._house.forms:
            self._rules.clear()
            self._chosen.clear()
        self._house = house

    @property
    def wording(self) -> "Wording":
        """The sentences of both forms."""
        if self._wording is None:
            from app.documents.wording import read_wording

            self._wording = read_wording(self._resources / "wording")
        return self._wording

    @property
    def headlines(self) -> "Sentences":
        """What meetings are called, without the rest of the wording."""
        from app.documents.wording import read_headlines

        return read_headlines(self._resources / "wording")

    def rules(self, form: Form) -> "FormRules":
        """How the roles of a form look where no office has chosen; IT's form lies over ours."""
        if form not in self._rules:
            self._rules[form] = self._read(form)
        return self._rules[form]

    def read_forms(self) -> None:
        """Read the rules of both forms now, so that what is wrong with IT's is told."""
        for form in Form:
            self.rules(form)

    def chosen(self, record: "Minutes", form: Form | None = None) -> "Chosen":
        """How the documents of a record look, and what goes in: as its office has chosen."""
        from app.documents.choices import choices_of, follow

        form = form or record.form
        house = self.house  # before the rules, which may be IT's
        rules = self.rules(form)
        choices = choices_of(house.office(record.office), form)
        key = (form, id(rules), *sorted(choices.items()))
        found = self._chosen.get(key)
        if found is None:
            if len(self._chosen) >= _FEW:
                self._chosen.clear()
            found = self._chosen[key] = follow(rules, choices)
        for problem in found.problems:
            self._note(problem)
        return found

    def rules_of(self, record: "Minutes") -> "FormRules":
        """How the documents of a record look, in its own form."""
        return self.chosen(record).rules

    def compose(self, record: "Minutes", kind: DocumentKind, form: Form) -> "Outline":
        """What a document of this kind says about a record, in this form."""
        from app.documents.compose import compose

        return compose(record, kind, form, self.wording, self.chosen(record, form).options)

    def final(self, record: "Minutes", kind: DocumentKind, form: Form) -> "Outline":
        """The same for a document that leaves the program. KnownError where policy forbids it."""
        self.check_allowed(record)
        return self.compose(record, kind, form)

    def check_allowed(self, record: "Minutes") -> None:
        """KnownError where policy forbids that documents of this record leave the program."""
        marks = (issuance.security for issuance in record.issuances)
        if not self.house.classified and any(mark is not Security.NONE for mark in marks):
            raise KnownError(_CLASSIFIED)

    def export(
        self, record: "Minutes", kind: DocumentKind, form: Form, path: Path, *, insist: bool = False
    ) -> bytes:
        """Compose a document and write it whole or not at all; the file tells which version of the
        record it shows. What was written is handed back.

        TargetTaken where somebody has worked on the file or has it open, unless they `insist`.
        """
        from app.word.save import save_file

        data = self.document(record, kind, form)
        save_file(data, path, insist=insist)
        return data

    def document(self, record: "Minutes", kind: DocumentKind, form: Form) -> bytes:
        """A document as the bytes of a Word file that stands nowhere yet."""
        from app.word.write import write_document

        outline = self.final(record, kind, form)
        rules = self.chosen(record, form).rules
        template = self._resources / "templates" / "blank"
        return write_document(outline, rules, template, version_of(record))

    def printed(self, outline: "Outline") -> bytes:
        """A document that is of no record, as the bytes of a Word file in the form's own look."""
        from app.word.write import write_document

        return write_document(
            outline, self.rules(outline.form), self._resources / "templates" / "blank"
        )

    def name(self, record: "Minutes", kind: DocumentKind) -> str:
        """A telling name for the file of a document, without suffix."""
        meeting = record.meeting
        host = meeting.host.name if meeting.host else ""
        return self.file_name(kind, meeting.kind, host, meeting.date)

    def file_name(
        self, kind: DocumentKind, meeting: MeetingKind, host: str, date: datetime.date | None
    ) -> str:
        """The same, where the archive's list is all that is known of the record."""
        from app.documents.pieces import known, text_of
        from app.file_names import file_name

        told = known(host, Place("meeting", field="host.name"))
        sentences = self.wording.of(Form.PARTY)  # both forms name files alike
        return file_name(
            text_of(sentences.compose(f"file_name.{kind}.{meeting}", {"host": told})), date
        )

    def _read(self, form: Form) -> "FormRules":
        from app.documents.forms import read_form
        from app.documents.office_form import read_office_form

        ours, theirs = self._resources / "forms", self.house.forms
        if theirs is None:
            return read_form(form, ours)
        rules, problem = read_office_form(form, ours, theirs)
        if problem is not None:
            self._note(problem)
        return rules

    def _note(self, problem: KnownError) -> None:
        if str(problem) not in self._told:
            self._told.add(str(problem))
            self._tell(problem)


def version_of(record: "Minutes") -> str:
    """What tells this state of a record from any other: the same on every computer."""
    from hashlib import sha256

    from app.minutes.canonical import to_json

    return sha256(to_json(record)).hexdigest()[:32]
