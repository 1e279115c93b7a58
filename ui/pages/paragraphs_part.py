"""The part of a page that edits paragraphs: an editor bound to a list of items of the record."""

from collections.abc import Callable, Sequence

from app.editing.edits import Edit
from app.editing.keystrokes import continues_word
from app.editing.session import Changed, Label
from app.marking import N_
from app.minutes.items import Item
from app.minutes.place import Place
from app.minutes.record import Minutes
from ui.models.paragraph_items import Shape, items_of, paragraphs_of
from ui.pages.page import Page, Part, may_rewrite
from ui.widgets.paragraphs import Change
from ui.widgets.paragraphs_edit import ParagraphsEdit

ADD = N_("Add to {field}")
REMOVE = N_("Remove from {field}")
MOVE = N_("Reorder {field}")
REARRANGE = N_("Rearrange {field}")

Read = Callable[[Minutes], Sequence[Item]]
Write = Callable[[tuple[Item, ...]], Edit]


class ParagraphsPart(Part):
    """An editor for a section of paragraphs. `read` and `write` are for lists inside an item."""

    def __init__(
        self,
        page: Page,
        edit: ParagraphsEdit,
        section: str,
        shape: Shape,
        label: str,
        *,
        read: Read | None = None,
        write: Write | None = None,
    ) -> None:
        super().__init__(page)
        self.editor, self._section, self._shape, self._label = edit, section, shape, label
        self._read, self._write = read or self._read_section, write or self._write_section
        self._owns_section = read is None
        self._mine = False
        edit.edited.connect(self._on_edited)
        edit.current_changed.connect(self._on_current_changed)
        edit.entered.connect(self._on_place_changed)
        edit.left.connect(page.end_typing)
        edit.paused.connect(page.end_typing)
        edit.refused.connect(page.refuse)
        page.add_part(self)

    def refresh(self, record: Minutes, changed: Changed | None) -> None:
        if self._mine or (changed and self._section not in changed.difference.sections):
            return
        if may_rewrite(self.editor.hasFocus(), changed):
            items = self._read(record)
            self.editor.set_paragraphs(paragraphs_of(items, self._shape, self.page.new_id))

    def show_place(self, place: Place) -> bool:
        if place.section != self._section:
            return False
        if not self.editor.show_paragraph(place.item) and place.item and not self._owns_section:
            return False  # a place of the same section that another part shows
        self.page.bring_into_view(self.editor)
        self.editor.setFocus()
        return True

    def current_place(self) -> Place | None:
        if not self.editor.hasFocus():
            return None
        return Place(self._section, self.editor.current.key, self._shape.text)

    def _on_edited(self, change: Change) -> None:
        record = self.page.record
        if record is None:
            return
        items = items_of(self.editor.paragraphs(), self._read(record), self._shape)
        place = Place(self._section, (change.after or change.before)[0].key, self._shape.text)
        typing = change.typed and continues_word(change.before[0].text, change.after[0].text)
        self._mine = True
        try:
            self.page.edit(self._write(items), self._label_of(change), place, typing=typing)
        finally:
            self._mine = False

    def _label_of(self, change: Change) -> Label:
        field = self.page.change_label(self._label)
        if change.typed:
            return field
        before = {paragraph.key for paragraph in change.before}
        after = {paragraph.key for paragraph in change.after}
        if before < after:
            message = ADD
        elif after < before:
            message = REMOVE
        else:
            message = MOVE if before == after and len(before) > 1 else REARRANGE
        return Label(message, field.places)

    def _on_current_changed(self) -> None:
        self.page.end_typing()
        self._on_place_changed()

    def _on_place_changed(self) -> None:
        place = self.current_place()
        if place is not None:
            self.place_changed.emit(place)

    def _read_section(self, record: Minutes) -> Sequence[Item]:
        items: tuple[Item, ...] = getattr(record, self._section)
        return items

    def _write_section(self, items: tuple[Item, ...]) -> Edit:
        return lambda record: record.but(**{self._section: items})
