"""Thông tin chung: what was held, by whom, with whom, when and where."""

from app.archive.vocabulary import Known as Kinds
from app.editing.edits import Edit, set_field
from app.editing.office_edits import change_office
from app.editing.session import Changed
from app.marking import N_
from app.minutes.meeting import Body
from app.minutes.office import Office
from app.minutes.place import Place
from app.minutes.record import AgendaItem, Minutes, UnsortedParagraph
from app.minutes.spoken import DAY_PARTS, FORMS, MEETING_KINDS
from app.minutes.text import LINE_LIMIT, TEXT_LIMIT
from ui.models.composed import composed_headline, composed_purpose
from ui.models.paragraph_items import Shape
from ui.pages import kinds
from ui.pages.fields import Choice, Day, FieldPart, Hour, Known, Line, Row, Text, add_row
from ui.pages.page import Page
from ui.pages.paragraphs_part import ParagraphsPart
from ui.widgets.form_rows import FormRows
from ui.widgets.list_field import ListField
from ui.widgets.paragraphs_edit import ParagraphsEdit

HOST = "meeting.host.name"
HEADLINE, PURPOSE = "meeting.headline", "meeting.purpose"
COMPOSED = {HEADLINE: composed_headline, PURPOSE: composed_purpose}
"""What an empty field says in grey: what the documents will say in its place."""
COMPOSED_HELP = N_("Left empty, it is composed from the other fields.")
DATE_HELP = N_("As one writes it: 11/5/2022.")
HOUR_HELP = N_("As one writes it: 8h30.")

GROUPS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        N_("The meeting"),
        (
            Row(
                N_("&Kind"),
                "meeting.kind",
                Choice(MEETING_KINDS),
                N_("It decides how the documents name the meeting."),
            ),
            Row(
                N_("&Working party"),
                "meeting.working_party",
                Known(Kinds.BODY),
                N_("Who came or called the meeting: Thường trực Thành ủy."),
            ),
            Row(N_("Host &body"), HOST, Known(Kinds.BODY), N_("The body that was visited.")),
            Row(N_("Head&line"), HEADLINE, Line(), COMPOSED_HELP),
            Row(
                N_("Period &reported"),
                "meeting.period_reported",
                Line(),
                N_("As in running text: năm 2021."),
            ),
            Row(
                N_("Period &ahead"),
                "meeting.period_ahead",
                Line(),
                N_("As in running text: năm 2022."),
            ),
            Row(N_("&Purpose"), PURPOSE, Text(), COMPOSED_HELP),
        ),
    ),
    (
        N_("When and where"),
        (
            Row(N_("&Date"), "meeting.date", Day(), DATE_HELP),
            Row(
                N_("Par&t of the day"),
                "meeting.day_part",
                Choice(DAY_PARTS),
                N_("As the report opens: sáng, chiều."),
            ),
            Row(N_("&Start"), "meeting.start", Hour(), HOUR_HELP),
            Row(N_("E&nd"), "meeting.end", Hour(), HOUR_HELP),
            Row(N_("End day"), "meeting.end_date", Day(), N_("If it ended on another day.")),
            Row(N_("Pla&ce"), "meeting.place", Known(Kinds.PLACE), N_("The room or building.")),
        ),
    ),
    (
        N_("Who issues the documents"),
        (
            Row(
                N_("&Issuing body"),
                "meeting.issuing.name",
                Known(Kinds.BODY),
                N_("The body that issues the documents: THÀNH ỦY."),
            ),
            Row(
                N_("Parent b&ody"),
                "meeting.issuing.parent",
                Line(),
                N_("The body above it, in the first line: ĐẢNG BỘ TỈNH."),
            ),
            Row(N_("S&ymbol"), "meeting.issuing.symbol", Line(), N_("In the number: TU, UBND.")),
            Row(
                N_("Place name"),
                "meeting.issuing.place",
                Line(),
                N_("The place that its documents are dated from."),
            ),
            Row(
                N_("For&m"),
                "form",
                Choice(FORMS),
                N_("The set of rules that documents are laid out by."),
            ),
        ),
    ),
    (
        N_("Besides"),
        (
            Row(
                N_("Documents &used"),
                "meeting.documents_used",
                Text(),
                N_("What lay on the table: reports, plans."),
            ),
            Row(N_("Press"), "meeting.press", Text(), N_("Which press was there.")),
            Row(N_("Recordin&g"), "meeting.recording", Text(), N_("Whether it was recorded.")),
        ),
    ),
)
AGENDA = N_("Agenda")
AGENDA_HELP = N_("One item a line; left empty where there is no agenda.")
OFFICE = N_("Office profile")
OFFICE_HELP = N_(
    "Another profile brings its letterhead, signatures and recipients; what you typed stays."
    " Profiles are under Edit, Office profiles."
)
UNSORTED = N_("Not yet sorted")
UNSORTED_HELP = N_("Paragraphs that have no place yet. They are kept, and never printed.")


class GeneralPage(Page):
    """The data of the meeting."""

    title = kinds.GENERAL.title

    def build(self) -> None:
        self.fields: dict[str, FieldPart] = {}
        form = FormRows()
        for words, rows in GROUPS:
            form.add_heading(self.texts(words))
            if any(row.path == "form" for row in rows):
                self._add_office(form)
            for row in rows:
                self.fields[row.path] = self._add(form, row)
        agenda, unsorted = Shape(AgendaItem, text="title"), Shape(UnsortedParagraph)
        self.agenda = self._add_list(form, "agenda", agenda, AGENDA, AGENDA_HELP, LINE_LIMIT)
        self.unsorted = self._add_list(
            form, "unsorted", unsorted, UNSORTED, UNSORTED_HELP, TEXT_LIMIT
        )
        self.column.addLayout(form)
        self.column.addStretch(1)

    def refresh(self, changed: Changed | None = None) -> None:
        self.office.set_choices([(office.id, _name(office)) for office in self.offices()])
        super().refresh(changed)
        if self.record is not None:
            for path, compose in COMPOSED.items():
                self.fields[path].field.setPlaceholderText(compose(self.record, self.wording()))

    def _add_office(self, form: FormRows) -> None:
        self.office = ListField(self.texts("None"))
        form.add(self.texts(OFFICE), self.office, self.texts(OFFICE_HELP))
        FieldPart(self, self.office, Place("office"), OFFICE, write=self._write_office)

    def _add(self, form: FormRows, row: Row) -> FieldPart:
        if row.path == HOST:
            return add_row(self, form, row, write=self._write_host)
        return add_row(self, form, row)

    def _add_list(
        self, form: FormRows, section: str, shape: Shape, label: str, help_text: str, limit: int
    ) -> ParagraphsPart:
        editor = ParagraphsEdit(self.new_id, limit)
        editor.setPlaceholderText(self.texts(help_text))
        form.add(self.texts(label), editor, self.texts(help_text))
        return ParagraphsPart(self, editor, section, shape, label)

    def _write_office(self, office_id: object) -> Edit:
        known = {office.id: office for office in self.offices()}
        after = known.get(str(office_id))

        def edit(record: Minutes) -> Minutes:
            return change_office(record, known.get(record.office), after, self.new_id)

        return edit

    def _write_host(self, name: object) -> Edit:
        """A host that is not named is not known; one that gets a name gets an id."""
        fresh = Body(id=self.new_id())

        def edit(record: Minutes) -> Minutes:
            host = (record.meeting.host or fresh).but(name=name)
            known = host if host.name or host.directory_id else None
            return set_field(Place("meeting", field="host"), known)(record)

        return edit


def _name(office: Office) -> str:
    return office.name or office.issuing.name
