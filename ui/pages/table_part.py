"""The part of a page that is a table: a view made for typing bound to a list of the record."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.editing.edits import Edit
from app.editing.session import Changed, Label
from app.marking import N_
from app.minutes.findings import Finding
from app.minutes.items import Item
from app.minutes.place import Place
from app.minutes.record import Minutes
from ui.models.columns import Column
from ui.models.items_model import ItemsModel, Step
from ui.models.pasting import Filled, Target
from ui.pages.page import Page, Part
from ui.widgets.button_row import Button, ButtonRow
from ui.widgets.form_rows import Note, plain_label
from ui.widgets.table_model import Cells
from ui.widgets.table_view import TableView

Read = Callable[[Minutes], Sequence[Item]]
Write = Callable[[tuple[Item, ...]], Edit]

ADD_BUTTON = N_("&Add")
REMOVE_BUTTON = N_("&Remove")
UP_BUTTON = N_("Move &up")
DOWN_BUTTON = N_("Move &down")
ADD_HELP = N_("Adds a row at the end. Enter in the last row does the same; Insert adds one above.")
REMOVE_HELP = N_("Removes the selected rows (Ctrl+Delete).")
UP_HELP = N_("Moves the selected rows up (Alt+Up).")
DOWN_HELP = N_("Moves the selected rows down (Alt+Down).")


class TableWords(NamedTuple):
    """What a table is called, and what the steps in it are called in the menu."""

    title: str
    add: str
    remove: str
    """With the place {name}."""
    remove_several: str
    """With the place {count}."""
    move: str
    paste: str
    hint: str = ""
    """What the empty table says: how to begin."""


class TablePart(Part):
    """A table of a section. `read` and `write` are for lists inside an item."""

    def __init__(  # noqa: PLR0913 - the last two have defaults
        self,
        page: Page,
        section: str,
        columns: Sequence[Column],
        make: Callable[[], Item],
        words: TableWords,
        *,
        read: Read | None = None,
        write: Write | None = None,
        model: type[ItemsModel] = ItemsModel,
        targets: Sequence[Target] = (),
    ) -> None:
        super().__init__(page)
        self._section, self._words = section, words
        self._read, self._write = read or self._read_section, write or self._write_section
        self._owns_section = read is None
        self._make, self._targets = make, targets or tuple(Target(each) for each in columns)
        self.model = model(
            columns, make, self._store, page.texts, page.new_id, self, page.suggestions
        )
        self.view = TableView(self.model)
        self.view.setAccessibleName(page.texts(words.title))
        self.view.set_hint(page.texts(words.hint))
        self.view.set_widths([column.width for column in columns])
        self.note = Note()
        """What is to be said of the cell one is in: a tooltip asks for a mouse."""
        self.view.current_changed.connect(self._on_current_changed)
        self.model.dataChanged.connect(self._tell)
        self.view.left.connect(page.end_typing)
        self.view.refused.connect(page.refuse)
        self.view.asks_what_is_pasted = True
        self.view.let_rows_be_dragged()
        self.view.rows_pasted.connect(self._on_rows_pasted)
        page.add_part(self)

    def buttons(self, *more: Button, mnemonics: bool = True) -> QWidget:
        """The row of buttons that belongs to the table; `more` stand after adding.

        Without `mnemonics`: another table of the page has them already.
        """
        texts = self.page.texts
        row = (
            Button(texts(ADD_BUTTON), self.view.add_row, texts(ADD_HELP)),
            *more,
            Button(texts(REMOVE_BUTTON), self.view.remove_rows, texts(REMOVE_HELP)),
            Button(texts(UP_BUTTON), self.view.move_up, texts(UP_HELP)),
            Button(texts(DOWN_BUTTON), self.view.move_down, texts(DOWN_HELP)),
        )
        if not mnemonics:
            row = tuple(button._replace(words=plain_label(button.words)) for button in row)
        return ButtonRow(row)

    def add_blank(self, item: Item) -> None:
        """Begin a new row at the end with some cells filled already."""
        self.model.add_blank(item, self.model.rowCount())
        self.view.edit_cell(self.model.rowCount() - 1, 0)

    def refresh(self, record: Minutes, changed: Changed | None) -> None:
        if changed is None or self._section in changed.difference.sections:
            self.model.show(self._read(record))

    def forget(self) -> None:
        self.model.forget()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self.model.show_findings(
            {
                (finding.place.item, finding.place.field): self.page.told(finding)
                for finding in findings
                if finding.place.section == self._section and finding.place.item
            }
        )

    def show_place(self, place: Place) -> bool:
        if place.section != self._section:
            return False
        row = self.model.row_of(place.item) if place.item else -1
        if row < 0 and place.item and not self._owns_section:
            return False  # a place of the same section that another part shows
        self.page.bring_into_view(self.view)
        fields = [column.field for column in self.model.columns]
        self.view.show_cell(row, fields.index(place.field) if place.field in fields else 0)
        return True

    def current_place(self) -> Place | None:
        index = self.view.currentIndex()
        item = self.model.item_at(index.row())
        if item is None or not self.view.has_focus_inside():
            return None
        return Place(self._section, item.id, self.model.columns[index.column()].field)

    def _store(self, step: Step) -> None:
        field = step.column.field if step.column else ""
        place = Place(self._section, step.item.id, field)
        self.page.edit(self._write(step.items), self._label(step), place, typing=step.typing)

    def _label(self, step: Step) -> Label:
        if step.what == "change" and step.column:
            return self.page.change_label(step.column.label)
        if step.what == "remove" and step.count > 1:
            return Label(self._words.remove_several, {"count": str(step.count)})
        if step.what == "remove":
            return Label(self._words.remove, {"name": str(getattr(step.item, "name", ""))})
        return Label(
            {"add": self._words.add, "move": self._words.move}.get(step.what, self._words.paste)
        )

    def _on_rows_pasted(self, cells: Cells) -> None:
        """Let the user see and say what goes where, before anything is changed."""
        from ui.dialogs.paste_dialog import PasteDialog

        page, current = self.page, self.view.currentIndex()
        column, new = max(0, current.column()), self.model.item_at(current.row()) is None
        new = new or self.model.is_blank(current.row())
        self.model.drop_blank()
        row = -1 if new else self.view.currentIndex().row()
        like = type(self.model)(
            self.model.columns, self._make, self._not_stored, page.texts, page.new_id
        )
        dialog = PasteDialog(
            page.texts,
            cells,
            self._targets,
            (self.model, like),
            (row, column),
            page.window(),
        )
        like.setParent(dialog)
        dialog.taken.connect(self._on_rows_taken)
        dialog.open()

    def _on_rows_taken(self, filled: Filled, row: int | None) -> None:
        self.model.put(filled, row)
        if filled.items:
            self.view.setFocus()
            self.view.show_cell(self.model.row_of(filled.items[0].id), 0)

    def _not_stored(self, _step: Step) -> None:
        """A table that is only looked at changes nothing."""

    def _on_current_changed(self) -> None:
        self.model.end_typing()
        self.page.end_typing()
        self._tell()
        place = self.current_place()
        if place is not None:
            self.place_changed.emit(place)

    def _tell(self) -> None:
        problem = self.view.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole)
        self.note.tell(str(problem or ""))

    def _read_section(self, record: Minutes) -> Sequence[Item]:
        items: tuple[Item, ...] = getattr(record, self._section)
        return items

    def _write_section(self, items: tuple[Item, ...]) -> Edit:
        return lambda record: record.but(**{self._section: items})
