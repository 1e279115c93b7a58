"""The fields of an office's profile, bound to places in it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.editing.office_edits import signatory, with_paper, with_recipients, with_signatory
from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.office import Office
from app.minutes.spoken import DOCUMENT_KINDS, FORMS, SIDES
from app.minutes.text import LINE_LIMIT, TEXT_LIMIT
from app.minutes.words import DocumentKind, Side
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_rows import FormRows, explanation
from ui.widgets.line_field import LineField
from ui.widgets.text_field import TextField


class OfficeRow(NamedTuple):
    """A line of the profile: label, path in the Office, help."""

    label: str
    path: str
    help: str


LETTERHEAD: Sequence[OfficeRow] = (
    OfficeRow(
        N_("Profile &name"), "name", N_("What you call it: Thành ủy, UBND phường. Not printed.")
    ),
    OfficeRow(
        N_("Parent b&ody"),
        "issuing.parent",
        N_("The body above it, in the first line: ĐẢNG BỘ TỈNH."),
    ),
    OfficeRow(
        N_("&Issuing body"), "issuing.name", N_("The body that issues the documents: THÀNH ỦY.")
    ),
    OfficeRow(N_("S&ymbol"), "issuing.symbol", N_("In the number: TU, UBND.")),
    OfficeRow(N_("&Place name"), "issuing.place", N_("The place that documents are dated from.")),
    OfficeRow(N_("Usual &secretary"), "writer", N_("Who usually takes the minutes.")),
    OfficeRow(N_("Secretary’s posi&tions"), "writer_title", N_("Several are separated by commas.")),
)
SIGNED: Sequence[tuple[str, str, str]] = (
    ("authority", N_("Authority"), N_("On whose behalf: T/M BAN THƯỜNG VỤ.")),
    ("title", N_("Title"), N_("As it stands above the name: PHÓ BÍ THƯ.")),
    ("name", N_("Name"), N_("Left empty, it is the chair or the writer of the meeting.")),
)
FORM_HELP = N_("The set of rules that documents are laid out by.")
KIND_HELP = N_("The document that the rest of this page is about.")


class OfficeForm(QWidget):
    """Shows a profile and turns work into new versions of it. `edited`: it is another now."""

    edited = Signal(object)
    left = Signal()
    """A field was left: what was typed in it may be kept."""

    def __init__(
        self, texts: Catalogue, new_id: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts, self._new_id = texts, new_id
        self._office = Office(id="")
        self._fields: list[_Bound] = []
        self.form = ChoiceField([(value, texts(words)) for value, words in FORMS])
        self.kind = ChoiceField([(value, texts(words)) for value, words in DOCUMENT_KINDS])
        self.first: LineField
        column = QVBoxLayout(self)
        column.addLayout(self._letterhead())
        column.addLayout(self._paper())
        column.addStretch(1)
        self.form.edited.connect(self._on_form)
        self.kind.edited.connect(self._on_kind)

    @property
    def office(self) -> Office:
        """The profile as it is now."""
        return self._office

    def show_office(self, office: Office) -> None:
        """Show another profile."""
        self._office = office
        self.form.set_value(office.form)
        self._show()

    def kind_shown(self) -> DocumentKind:
        """The document whose signatories and recipients are shown."""
        return DocumentKind(str(self.kind.value()))

    def change(self, office: Office) -> None:
        """The user made this of the profile."""
        if office != self._office:
            self._office = office
            self.edited.emit(office)

    def _show(self) -> None:
        for field in self._fields:
            field.refresh()

    def _letterhead(self) -> FormRows:
        rows = FormRows()
        for row in LETTERHEAD:
            line = self._add(rows, row.label, row.help, _LetterheadField(self, row.path))
            if row.path == "name":
                self.first = cast("LineField", line)
        rows.add(self._texts(N_("For&m")), self.form, self._texts(FORM_HELP))
        return rows

    def _paper(self) -> FormRows:
        rows = FormRows()
        rows.add_heading(self._texts("What each document carries"))
        rows.add(self._texts("&Kind of document"), self.kind, self._texts(KIND_HELP))
        self._add(
            rows, N_("Sym&bol of the document"), N_("Left empty, the usual one."), _Symbol(self)
        )
        for side, words in SIDES:
            rows.add_heading(self._texts("Signature: {side}", side=self._texts(words)))
            for name, label, help_text in SIGNED:
                self._add(rows, label, help_text, _Signed(self, side, name))
        rows.add_heading(self._texts("Recipients"))
        self._add(
            rows,
            N_("&Recipients"),
            N_("One recipient a line, without dash and semicolon."),
            _Recipients(self),
        )
        rows.addRow(explanation(self._texts("Every field may stay empty.")))
        return rows

    def _add(self, rows: FormRows, label: str, help_text: str, bound: "_Bound") -> QWidget:
        rows.add(self._texts(label), bound.field, self._texts(help_text))
        self._fields.append(bound)
        return bound.field

    def _on_form(self, _before: object, after: object) -> None:
        self.change(self._office.but(form=after))
        self.left.emit()

    def _on_kind(self) -> None:
        self.left.emit()
        self._show()

    def new_id(self) -> str:
        return self._new_id()


class _Bound:
    """A field and what it shows of the profile. Subclasses read and write it."""

    def __init__(self, form: OfficeForm, field: LineField | TextField) -> None:
        self.form, self.field = form, field
        field.edited.connect(self._on_edited)
        field.left.connect(form.left)

    def refresh(self) -> None:
        self.field.set_value(self.read(self.form.office))

    def read(self, _office: Office) -> str:
        raise NotImplementedError

    def write(self, _office: Office, _text: str) -> Office:
        raise NotImplementedError

    def _on_edited(self, _before: str, after: str) -> None:
        self.form.change(self.write(self.form.office, after))


class _LetterheadField(_Bound):
    """A line of the letterhead, or of the profile itself."""

    def __init__(self, form: OfficeForm, path: str) -> None:
        super().__init__(form, LineField(LINE_LIMIT))
        holder, _, self._name = path.rpartition(".")
        self._issuing = bool(holder)

    def read(self, office: Office) -> str:
        return str(getattr(office.issuing if self._issuing else office, self._name))

    def write(self, office: Office, text: str) -> Office:
        if self._issuing:
            return office.but(issuing=office.issuing.but(**{self._name: text}))
        return office.but(**{self._name: text})


class _Symbol(_Bound):
    """The symbol of documents of the kind shown."""

    def __init__(self, form: OfficeForm) -> None:
        super().__init__(form, LineField(LINE_LIMIT))

    def read(self, office: Office) -> str:
        paper = office.paper(self.form.kind_shown())
        return paper.symbol if paper else ""

    def write(self, office: Office, text: str) -> Office:
        return with_paper(office, self.form.kind_shown(), text, self.form.new_id)


class _Signed(_Bound):
    """A line of a signature of the kind shown."""

    def __init__(self, form: OfficeForm, side: Side, name: str) -> None:
        super().__init__(form, LineField(LINE_LIMIT))
        self._side, self._name = side, name

    def read(self, office: Office) -> str:
        found = signatory(office, self.form.kind_shown(), self._side)
        return str(getattr(found, self._name)) if found else ""

    def write(self, office: Office, text: str) -> Office:
        kind, new_id = self.form.kind_shown(), self.form.new_id
        return with_signatory(office, kind, self._side, new_id, **{self._name: text})


class _Recipients(_Bound):
    """The recipients of documents of the kind shown, one a line."""

    def __init__(self, form: OfficeForm) -> None:
        super().__init__(form, TextField(TEXT_LIMIT, (3, 12)))

    def read(self, office: Office) -> str:
        paper = office.paper(self.form.kind_shown())
        return "\n".join(each.text for each in paper.recipients) if paper else ""

    def write(self, office: Office, text: str) -> Office:
        return with_recipients(office, self.form.kind_shown(), text, self.form.new_id)
