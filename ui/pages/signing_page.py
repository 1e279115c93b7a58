"""Ký, nơi nhận: what each document carries besides its content, for each kind and form."""

from collections.abc import Sequence
from typing import cast

from app.editing.edits import Edit
from app.editing.session import Changed, Session
from app.marking import N_
from app.minutes.issuance import Recipient, Signatory
from app.minutes.items import Item
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.spoken import DOCUMENT_KINDS, FORMS, SECURITIES, SIDES, URGENCIES
from app.minutes.text import LINE_LIMIT
from app.minutes.words import DocumentKind, Form, Security
from ui.models.columns import Column, choice, line
from ui.models.offering import a_name
from ui.models.paragraph_items import Shape
from ui.models.signing import Issuing
from ui.pages import kinds
from ui.pages.fields import Choice, Count, Day, FieldPart, Line, Row, add_row
from ui.pages.page import Page
from ui.pages.paragraphs_part import ParagraphsPart
from ui.pages.table_part import TablePart, TableWords
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_rows import FormRows, heading, name_field
from ui.widgets.paragraphs_edit import ParagraphsEdit
from ui.widgets.read_only import READS_ONLY

DOCUMENT = N_("D&ocument")
FORM = N_("For&m")
DOCUMENT_HELP = N_("The document that the rest of this page is about.")
FORM_HELP = N_("The set of rules that the document is laid out by.")

ROWS: tuple[Row, ...] = (
    Row(N_("&Number"), "number", Line(), N_("The number of the document: 12.")),
    Row(
        N_("S&ymbol"), "symbol", Line(), N_("The symbol after the number, if it is not the usual.")
    ),
    Row(N_("&Place name"), "place", Line(), N_("The place that the document is dated from.")),
    Row(N_("Da&te"), "date", Day(), N_("The date of the document: 11/5/2022.")),
    Row(N_("Draft num&ber"), "draft", Count(), N_("Empty where it is not a draft.")),
    Row(N_("&Copies"), "copies", Count(), N_("How many copies are made.")),
    Row(
        N_("Ur&gency"),
        "urgency",
        Choice(URGENCIES),
        N_("Printed on the document where it is urgent."),
    ),
    Row(
        N_("Secur&ity"),
        "security",
        Choice(SECURITIES),
        N_("Printed on the document where it is classified."),
    ),
)

SIGNATORIES: tuple[Column, ...] = (
    choice("side", N_("Side"), SIDES, N_("Which block of the signatures it is."), 10),
    line("authority", N_("Authority"), N_("On whose behalf: T/M BAN THƯỜNG VỤ."), 24),
    line("title", N_("Title"), N_("As it stands above the name: PHÓ BÍ THƯ."), 20),
    line(
        "name",
        N_("Name"),
        N_("Left empty: the writer at the left, the chair at the right."),
        24,
        a_name,
    ),
)
SIGNATORY_WORDS = TableWords(
    title=N_("Signatories"),
    add=N_("Add signatory"),
    remove=N_("Remove signatory {name}"),
    remove_several=N_("Remove {count} signatories"),
    move=N_("Move signatories"),
    paste=N_("Paste signatories"),
    hint=N_("Left empty, the writer signs at the left and the chair at the right."),
)
RECIPIENTS = N_("Recipients")
RECIPIENTS_HELP = N_("One recipient a line, without dash and semicolon.")


class SigningPage(Page):
    """Numbers, signatories and recipients."""

    title = kinds.SIGNING.title

    def build(self) -> None:
        self.issuing = Issuing(self.new_id)
        self.kind = ChoiceField([(value, self.texts(words)) for value, words in DOCUMENT_KINDS])
        self.form = ChoiceField([(value, self.texts(words)) for value, words in FORMS])
        for field in (self.kind, self.form):  # they choose what is shown and change nothing
            field.setProperty(READS_ONLY, True)
        self.kind.set_value(self.issuing.kind)
        rows = FormRows()
        rows.add(self.texts(DOCUMENT), self.kind, self.texts(DOCUMENT_HELP))
        rows.add(self.texts(FORM), self.form, self.texts(FORM_HELP))
        self.fields = [_IssuanceField(self, rows, row) for row in ROWS]
        self.kind.edited.connect(self._on_chosen)
        self.form.edited.connect(self._on_chosen)
        self.column.addLayout(rows)
        self._build_signatories()
        self._build_recipients()

    def open(self, session: Session | None) -> None:
        self.issuing.forget()
        if session is not None:
            self.choose(self.issuing.kind, session.record.form)
        super().open(session)

    def choose(self, kind: DocumentKind, form: Form) -> None:
        """Show what is kept for another document."""
        self.issuing.choose(kind, form)
        self.kind.set_value(kind)
        self.form.set_value(form)

    def refresh(self, changed: Changed | None = None) -> None:
        item = self.issuing.of(self.record or Minutes(id="none")).id
        for field in self.fields:
            field.aim(item)
        super().refresh(changed)

    def show_place(self, place: Place) -> bool:
        if place.section != "issuances":
            return False
        found = self.issuing.find(self.record, place.item) if self.record else None
        if found is not None and found != (self.issuing.kind, self.issuing.form):
            self.choose(*found)
            self.refresh(None)
        return super().show_place(place)

    def _build_signatories(self) -> None:
        self.signatories = TablePart(
            self,
            "issuances",
            SIGNATORIES,
            self._make_signatory,
            SIGNATORY_WORDS,
            read=self._read_signatories,
            write=self._write_signatories,
        )
        self.column.addWidget(heading(self.texts(SIGNATORY_WORDS.title), 1.1))
        self.column.addWidget(self.signatories.buttons())
        self.column.addWidget(self.signatories.view, 1)
        self.column.addWidget(self.signatories.note)

    def _build_recipients(self) -> None:
        editor = ParagraphsEdit(self.new_id, LINE_LIMIT)
        name_field(editor, self.texts(RECIPIENTS), self.texts(RECIPIENTS_HELP))
        editor.setPlaceholderText(self.texts(RECIPIENTS_HELP))
        self.recipients = ParagraphsPart(
            self,
            editor,
            "issuances",
            Shape(Recipient),
            RECIPIENTS,
            read=self._read_recipients,
            write=self._write_recipients,
        )
        self.column.addWidget(heading(self.texts(RECIPIENTS), 1.1))
        self.column.addWidget(editor, 1)

    def _on_chosen(self) -> None:
        kind, form = self.kind.value(), self.form.value()
        self.issuing.choose(cast("DocumentKind", kind), cast("Form", form))
        for field in self.fields:
            field.part.forget()
        self.refresh(None)

    def _make_signatory(self) -> Signatory:
        return Signatory(id=self.new_id())

    def _read_signatories(self, record: Minutes) -> Sequence[Item]:
        return self.issuing.of(record).signatories

    def _write_signatories(self, items: tuple[Item, ...]) -> Edit:
        return self.issuing.changed(signatories=items)

    def _read_recipients(self, record: Minutes) -> Sequence[Item]:
        return self.issuing.of(record).recipients

    def _write_recipients(self, items: tuple[Item, ...]) -> Edit:
        return self.issuing.changed(recipients=items)


class _IssuanceField:
    """One field of the issuance that is meant at the moment."""

    def __init__(self, page: SigningPage, rows: FormRows, row: Row) -> None:
        self._issuing, self._name = page.issuing, row.path
        place = Place("issuances", "", row.path)
        self._page = page
        refuse = self._refuse_mark if row.path == "security" else None
        self.part: FieldPart = add_row(
            page, rows, row, place=place, read=self._read, write=self._write, refuse=refuse
        )

    def aim(self, item_id: str) -> None:
        """Let the field speak of the issuance with this id."""
        self.part.place = Place("issuances", item_id, self._name)

    def _read(self, record: Minutes) -> object:
        return getattr(self._issuing.of(record), self._name)

    def _refuse_mark(self, mark: object) -> str:
        if self._page.classified or mark is Security.NONE:
            return ""
        return self._page.texts(kinds.CLASSIFIED_FORBIDDEN)

    def _write(self, value: object) -> Edit:
        return self._issuing.changed(**{self._name: value})
