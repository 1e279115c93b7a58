"""Parts of a page that show whichever speech or passage is chosen there."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.editing.edits import Edit, set_field
from app.editing.session import Changed
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech
from ui.pages.fields import FieldPart
from ui.pages.page import Page
from ui.widgets.form_rows import Note
from ui.widgets.line_field import LineField
from ui.widgets.text_field import TextField

SECTION = "speeches"


def speech_of(record: Minutes | None, item_id: str) -> Speech | None:
    """The speech that an id names, or the one that holds the passage or the task it names."""
    speeches = record.speeches if record else ()
    return next((s for s in speeches if s.id == item_id or passage_of(s, item_id)), None)


def passage_of(speech: Speech | None, item_id: str) -> Passage | None:
    """The passage of a speech that an id names, or the one with the task that it names."""
    passages = speech.passages if speech else ()
    return next((p for p in passages if p.id == item_id or _charges(p, item_id)), None)


def chosen_item(record: Minutes, item_id: str) -> Speech | Passage | None:
    """The speech or the passage with an id."""
    speech = speech_of(record, item_id) if item_id else None
    return speech if speech is None or speech.id == item_id else passage_of(speech, item_id)


def _charges(passage: Passage, item_id: str) -> bool:
    return any(assignment.id == item_id for assignment in passage.assignments)


class ChosenField(FieldPart):
    """A field of the chosen item. Without one it cannot be used. `write` sets it otherwise."""

    def __init__(
        self,
        page: Page,
        field: QWidget,
        name: str,
        label: str,
        *,
        note: Note | None = None,
        unread: str = "",
        write: Callable[[str, object], Edit] | None = None,
    ) -> None:
        self._otherwise = write
        place = Place(SECTION, "", name)
        super().__init__(
            page, field, place, label, note=note, unread=unread, read=self._told, write=self._taken
        )
        field.setEnabled(False)

    def choose(self, item_id: str) -> None:
        """Show the field of another item, with the next refresh; "" is none."""
        self.place = self.place._replace(item=item_id)
        self.field.setEnabled(bool(item_id))

    def refresh(self, record: Minutes, changed: Changed | None) -> None:
        if chosen_item(record, self.place.item) is not None:
            super().refresh(record, changed)
        elif not self.place.item and isinstance(self.field, LineField | TextField):
            self.forget()
            self.field.set_value(None)  # else it would show what another record's item has

    def _told(self, record: Minutes) -> object:
        return getattr(chosen_item(record, self.place.item), self.place.field)

    def _taken(self, value: object) -> Edit:
        if self._otherwise is not None:
            return self._otherwise(self.place.item, value)
        return set_field(self.place, "" if value is None and self._text_like() else value)

    def _text_like(self) -> bool:
        return self.place.field != "time"
