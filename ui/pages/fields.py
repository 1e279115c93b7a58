"""Fields of a form bound to places of the record: rows are data, a `FieldPart` does the work."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple, Protocol, cast

from PySide6.QtWidgets import QWidget

from app.archive.vocabulary import Known as Kinds
from app.editing.edits import Edit, set_field
from app.editing.keystrokes import continues_word
from app.editing.session import Changed
from app.language.dates import read_date, read_time, short_date
from app.minutes.findings import MANDATORY, Finding
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.structure import find
from app.minutes.text import LINE_LIMIT, TEXT_LIMIT
from ui.models.offering import whole_line
from ui.models.reading import (
    COUNT_UNREAD,
    DATE_UNREAD,
    TIME_UNREAD,
    read_count,
    short_time,
)
from ui.pages.page import Page, Part, may_rewrite
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_rows import FormRows, Note
from ui.widgets.helped import Helped
from ui.widgets.line_field import LineField
from ui.widgets.offers import Offered
from ui.widgets.read_field import ReadField
from ui.widgets.suggest_field import SuggestField
from ui.widgets.text_field import TextField


class Kind(Protocol):
    """How a field is shown: what makes its widget, and what is said when it cannot be read."""

    @property
    def unread(self) -> str: ...

    def make(self, page: Page, /) -> QWidget: ...


class Line(NamedTuple):
    """One line of text."""

    unread: str = ""

    def make(self, _page: Page) -> QWidget:
        return LineField(LINE_LIMIT)


class Known(NamedTuple):
    """One line of text that was often written before: a body, a place."""

    kind: Kinds
    unread: str = ""

    def make(self, page: Page) -> QWidget:
        look = whole_line(self.kind)

        def find(text: str) -> Offered:
            return look(page.suggestions, text, ())

        return SuggestField(find, LINE_LIMIT)


class Text(NamedTuple):
    """Some lines of text."""

    unread: str = ""

    def make(self, _page: Page) -> QWidget:
        return TextField(TEXT_LIMIT)


class Day(NamedTuple):
    """A date, typed: "11/5/2022"."""

    unread: str = DATE_UNREAD

    def make(self, page: Page) -> QWidget:
        def read(text: str) -> object:
            return read_date(text, page.today())

        return ReadField(read, short_date, LINE_LIMIT)


class Hour(NamedTuple):
    """A clock time, typed: "8h30"."""

    unread: str = TIME_UNREAD

    def make(self, _page: Page) -> QWidget:
        return ReadField(read_time, short_time, LINE_LIMIT)


class Count(NamedTuple):
    """A count in digits."""

    unread: str = COUNT_UNREAD

    def make(self, _page: Page) -> QWidget:
        return ReadField(read_count, str, LINE_LIMIT)


class Choice(NamedTuple):
    """One of a few words: pairs of a value and its message."""

    words: Sequence[tuple[object, str]]
    unread: str = ""

    def make(self, page: Page) -> QWidget:
        return ChoiceField([(value, page.texts(words)) for value, words in self.words])


class Row(NamedTuple):
    """A row of a form: label with mnemonic, place in the record ("meeting.place"), kind, help."""

    label: str
    path: str
    kind: Kind
    help: str = ""


def place_at(path: str) -> Place:
    """The place that a dotted path names: "meeting.host.name", "form"."""
    section, _, field = path.partition(".")
    return Place(section, "", field)


def value_at(record: Minutes, place: Place) -> object:
    """The value at a place; None where what would hold it is not there."""
    holder: object = find(record, place.item) if place.item else getattr(record, place.section)
    for name in filter(None, place.field.split(".")):
        holder = getattr(holder, name, None)
    return holder


class FieldPart(Part):
    """A field and the place it shows. `write` makes another edit than setting the place; `refuse`
    says why a value may not be taken, or ""."""

    def __init__(  # noqa: PLR0913 - all but three have defaults
        self,
        page: Page,
        field: QWidget,
        place: Place,
        label: str,
        *,
        note: Note | None = None,
        unread: str = "",
        read: Callable[[Minutes], object] | None = None,
        write: Callable[[object], Edit] | None = None,
        refuse: Callable[[object], str] | None = None,
    ) -> None:
        super().__init__(page)
        self.field = cast("Any", field)  # what all fields have in common no class of Qt's says
        self.place, self._label = place, label
        self.note, self._unread = note, unread
        self._read, self._write, self._refuse = read, write, refuse
        self._found = self._lacking = ""
        self._been_here = False
        self.field.edited.connect(self._on_edited)
        self.field.entered.connect(self._on_entered)
        self.field.left.connect(page.end_typing)
        self.field.left.connect(self._on_been_here)
        if isinstance(field, Helped):
            field.paused.connect(page.end_typing)
        if hasattr(field, "refused"):
            field.refused.connect(page.refuse)
        if isinstance(field, ReadField):
            field.told.connect(self._on_told)
        page.add_part(self)

    @cached_property
    def _typed(self) -> bool:
        texts = LineField | TextField
        return isinstance(self.field, texts) and not isinstance(self.field, ReadField)

    def refresh(self, record: Minutes, changed: Changed | None) -> None:
        if changed is not None and self.place.section not in changed.difference.sections:
            return
        if may_rewrite(self.field.hasFocus(), changed):
            self.field.set_value(self._read(record) if self._read else value_at(record, self.place))

    def show_place(self, place: Place) -> bool:
        if place != self.place:
            return False
        self._on_been_here()
        self.page.bring_into_view(self.field)
        self.field.setFocus()
        return True

    def current_place(self) -> Place | None:
        return self.place if self.field.hasFocus() else None

    def forget(self) -> None:
        self._been_here = False
        if isinstance(self.field, ReadField):
            self.field.forget()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        here = [finding for finding in findings if finding.place == self.place]
        self._lacking = self._first(f for f in here if f.rule == MANDATORY)
        self._found = self._first(f for f in here if f.rule != MANDATORY)
        self._tell()

    def _first(self, findings: Iterable[Finding]) -> str:
        return next(map(self.page.told, findings), "")

    def _tell(self) -> None:
        unread = isinstance(self.field, ReadField) and self.field.unread
        # What nobody has come to yet is not wrong for being empty: a new form begins calm.
        found = self._found or (self._lacking if self._been_here else "")
        if self.note is not None:
            self.note.tell(self.page.texts(self._unread) if unread else found)

    def _on_edited(self, before: object, after: object) -> None:
        reason = self._refuse(after) if self._refuse else ""
        if reason:
            self.field.set_value(before)
            self.page.refused.emit(reason)
            return
        typing = self._typed and continues_word(str(before), str(after))
        edit = self._write(after) if self._write else set_field(self.place, after)
        self.page.edit(edit, self.page.change_label(self._label), self.place, typing=typing)

    def _on_been_here(self) -> None:
        self._been_here = True
        self._tell()

    def _on_entered(self) -> None:
        self.place_changed.emit(self.place)

    def _on_told(self, _unread: bool) -> None:
        self._tell()


def add_row(page: Page, form: FormRows, row: Row, **binding: object) -> FieldPart:
    """Add one row to a form and bind its field. `binding` goes to FieldPart."""
    field = row.kind.make(page)
    note = form.add(page.texts(row.label), field, page.texts(row.help))
    place = binding.pop("place", None)
    return FieldPart(
        page,
        field,
        place if isinstance(place, Place) else place_at(row.path),
        row.label,
        note=note,
        unread=row.kind.unread,
        **binding,  # type: ignore[arg-type]
    )


def add_rows(page: Page, form: FormRows, rows: Sequence[Row]) -> None:
    """Add rows to a form, each bound to its place."""
    for row in rows:
        add_row(page, form, row)
