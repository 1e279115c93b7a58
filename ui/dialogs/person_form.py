"""Who a person of the directory is: name, how to address them, positions, body, and the history."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from app.archive.past import Past
from app.language.catalogue import Catalogue
from app.language.dates import short_date
from app.marking import N_
from app.minutes.directory import Person
from app.minutes.spoken import HONORIFICS
from app.minutes.text import LINE_LIMIT
from app.minutes.words import Honorific
from ui.models.attendees_model import positions_text, read_positions
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_rows import FormRows, heading
from ui.widgets.line_field import LineField

POSITIONS_HELP = N_(
    "Several positions are separated by commas, or by semicolons where one holds a comma."
)
UNTIL, BEFORE = N_("until {day}: {told}"), N_("before: {told}")
MERGED = N_("merged on {day}: {told}")


class PersonForm(QWidget):
    """`left`: a field was left, so that what was typed should be kept."""

    left = Signal()

    def __init__(
        self, texts: Catalogue, new_id: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts, self._new_id = texts, new_id
        self._person: Person | None = None
        self.name = LineField(LINE_LIMIT)
        self.honorific = ChoiceField([(value, texts(words)) for value, words in HONORIFICS])
        self.positions = LineField(LINE_LIMIT)
        self.body = LineField(LINE_LIMIT)
        form = FormRows()
        form.add(texts("&Name"), self.name, texts("Full name."))
        form.add(texts("Add&ressed as"), self.honorific)
        form.add(texts("&Positions"), self.positions, texts(POSITIONS_HELP))
        form.add(texts("&Body"), self.body, texts("The body that the person belongs to now."))
        self.past = QListWidget()
        self.past.setWordWrap(True)
        self.past.setAccessibleName(texts("What the person was before"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(heading(texts("Earlier positions"), 1))
        column.addWidget(self.past, 1)
        for field in (self.name, self.honorific, self.positions, self.body):
            field.left.connect(self.left)
        self.show_person(None, ())

    @property
    def person(self) -> Person | None:
        """The person shown, as now typed; None where there is none, or no name."""
        name = self.name.value().strip()
        if self._person is None or not name:
            return None
        return self._person.but(
            name=name,
            honorific=self.honorific.value(),
            positions=read_positions(self._person.positions, self.positions.value(), self._new_id),
            body=self.body.value().strip(),
        )

    def show_person(self, person: Person | None, past: Sequence[Past]) -> None:
        """Show somebody; None shows an empty form that cannot be used."""
        self._person = person
        titles = person.titles if person else ()
        self.name.set_value(person.name if person else "")
        self.honorific.set_value(person.honorific if person else Honorific.COMRADE)
        self.positions.set_value(positions_text(titles))
        self.body.set_value(person.body if person else "")
        self.setEnabled(person is not None)
        self.past.clear()
        self.past.addItems([self._told(each) for each in past])

    def finish(self) -> None:
        """Take a word that is still being composed."""
        for field in (self.name, self.positions, self.body):
            field.finish()

    def _told(self, past: Past) -> str:
        name = past.name if past.merged or past.name != self.name.value() else ""
        told = " – ".join(filter(None, (name, past.positions, past.body)))
        if past.until is None:
            return self._texts(BEFORE, told=told)
        message = MERGED if past.merged else UNTIL
        return self._texts(message, day=short_date(past.until), told=told)
