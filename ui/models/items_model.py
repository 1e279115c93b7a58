"""A table over a list of items of the record. Every change is an edit; the record is the truth.

A new row is not in the record until something is typed into it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import takewhile
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QStyle

from app.editing.keystrokes import continues_word
from app.language.catalogue import Catalogue
from app.minutes.items import Item
from app.minutes.text import LINE_LIMIT
from ui.models.columns import Column, NewId
from ui.models.offering import Look
from ui.models.pasting import Filled, Paste, Target, chosen, fill
from ui.models.suggestions import NO_SUGGESTIONS, Suggestions
from ui.widgets.offers import Find, Offered
from ui.widgets.table_model import CellRole, Cells, Index, TableModel

Roles = Qt.ItemDataRole
_ROOT = QModelIndex()


class Step(NamedTuple):
    """What the model asks to be made of its list, and what it is: one step of the history."""

    items: tuple[Item, ...]
    what: str
    """"add", "change", "remove", "move" or "paste"."""
    item: Item
    """The item that it is about, or the first of several."""
    column: Column | None = None
    count: int = 1  # type: ignore[assignment]  # a tuple has a method of that name
    typing: bool = False


class ItemsModel(TableModel):
    """`make` is a new item that nothing was typed into; `store` takes each `Step`."""

    limit = LINE_LIMIT

    def __init__(
        self,
        columns: Sequence[Column],
        make: Callable[[], Item],
        store: Callable[[Step], None],
        texts: Catalogue,
        new_id: NewId,
        parent: QObject | None = None,
        suggestions: Suggestions = NO_SUGGESTIONS,
    ) -> None:
        super().__init__(parent)
        self._suggestions = suggestions
        self._columns, self._make, self.store = tuple(columns), make, store
        self.texts, self._new_id = texts, new_id
        self._items: list[Item] = []
        self._blank: Item | None = None
        self._fresh: Item | None = None
        self._unread: dict[tuple[str, int], str] = {}
        self._found: Mapping[tuple[str, str], str] = {}
        self._added = ""

    # --- what a view asks ------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled  # rows are dropped between others
        return flags | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Roles.DisplayRole else None
        column = self._columns[section]
        if role == Roles.DisplayRole:
            return self.texts(column.label)
        return self.texts(column.help) if role == Roles.ToolTipRole else None

    def data(self, index: Index, role: int = Roles.DisplayRole) -> object:
        say = self._SAID.get(role)
        return say(self, index) if say is not None and index.isValid() else None

    def setData(self, index: Index, value: object, _role: int = Roles.EditRole) -> bool:
        self._set(index, value, typing=False)
        return True

    # --- what the typing table asks --------------------------------------------------------------

    def add_row(self, position: int) -> None:
        self.add_blank(self._make(), position)

    def add_blank(self, item: Item, position: int) -> None:
        """Show an item as a new row; it is kept when something is typed into it."""
        self.drop_blank()
        position = min(position, len(self._items))
        self._blank = item
        self._put_in(position, (item,))

    def is_blank(self, row: int) -> bool:
        return self._items[row] is self._blank

    def drop_blank(self) -> None:
        blank, self._blank = self._blank, None
        if blank is not None and blank in self._items:
            self._take_out(self._items.index(blank))

    def remove_rows(self, rows: Sequence[int]) -> None:
        gone = [self._items[row] for row in rows if not self.is_blank(row)]
        if any(self.is_blank(row) for row in rows):
            self.drop_blank()
        if gone:
            ids = {item.id for item in gone}
            left = tuple(item for item in self.kept() if item.id not in ids)
            self.store(Step(left, "remove", gone[0], count=len(gone)))

    def move_rows(self, rows: Sequence[int], by: int) -> bool:
        moved = [self._items[row] for row in rows]
        self.drop_blank()
        items = list(self.kept())
        places = [items.index(item) for item in moved if item in items]
        if not places or places[0] + by < 0 or places[-1] + by >= len(items):
            return False
        for place in places if by < 0 else reversed(places):
            items.insert(place + by, items.pop(place))
        self.store(Step(tuple(items), "move", moved[0], count=len(places)))
        return True

    def move_to(self, rows: Sequence[int], before: int) -> bool:
        ids = {self._items[row].id for row in rows}
        above = {item.id for item in self._items[:before]} - ids
        self.drop_blank()
        kept = self.kept()
        moved = [item for item in kept if item.id in ids]
        first = [item for item in kept if item.id in above]
        last = [item for item in kept if item.id not in above | ids]
        items = (*first, *moved, *last)
        if items == kept:
            return False
        self.store(Step(items, "move", moved[0], count=len(moved)))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def type_into(self, index: Index, before: str, after: str) -> None:
        self._set(index, after, typing=continues_word(before, after))

    def take(self, index: Index, value: object) -> None:
        column, old = self._columns[index.column()], self._items[index.row()]
        if column.take is not None:
            self._unread.pop((old.id, index.column()), None)
            self._put(index, column.take(old, value, self._new_id), typing=False)

    def end_typing(self) -> None:
        self._added = ""

    def clear_cells(self, indexes: Sequence[Index]) -> None:
        items, first = list(self._items), None
        for index in indexes:
            column = self._columns[index.column()]
            if not column.choices and not self.is_blank(index.row()):
                first = first or (items[index.row()], column)
                items[index.row()] = self._read(items[index.row()], index.column(), "")
        if first is not None:
            kept = tuple(item for item in items if item is not self._blank)
            self.store(Step(kept, "change", first[0], first[1]))

    def paste(self, row: int, column: int, cells: Cells) -> bool:
        """One cell: what several are is asked first, and `put` takes them."""
        text = cells[0][0]
        if len(text) > self.limit:
            return False
        value: object = " ".join(text.split())
        if self._columns[column].choices:
            value = chosen(Target(self._columns[column]), text, self.texts)
        if value is not None:
            self._set(self.index(row, column), value, typing=False)
        return True

    # --- what the page asks ----------------------------------------------------------------------

    def show(self, items: Sequence[Item]) -> None:
        """Show other items, with as few changes of rows as it takes."""
        target = self._with_blank(items)
        wanted = {item.id for item in target}
        for row in range(len(self._items) - 1, -1, -1):
            if self._items[row].id not in wanted:
                self._take_out(row)
        known = {item.id for item in self._items}
        row = 0
        while row < len(target):
            new = list(takewhile(lambda item: item.id not in known, target[row:]))
            if new:
                self._put_in(row, new)
            else:
                self._bring(row, target[row])
            row += max(1, len(new))
        self._refresh_cells(target)

    def filled(self, paste: Paste, targets: Sequence[Target], row: int | None) -> Filled:
        """The items that pasted rows make: of those from `row` on, or (None) new ones."""
        old = [] if row is None else list(self.kept()[row : row + len(paste.rows)])
        new = [self._make() for _ in range(len(paste.rows) - len(old))]
        return fill(paste, targets, [*old, *new], self._new_id, self.texts)

    def put(self, filled: Filled, row: int | None) -> None:
        """Put items in the place of those from `row` on, or (None) below all, as one step."""
        self.drop_blank()
        kept = self.kept()
        start = len(kept) if row is None else min(row, len(kept))
        items = (*kept[:start], *filled.items, *kept[start + len(filled.items) :])
        if filled.items:
            self._unread.update(filled.unread)
            self.store(Step(items, "paste", filled.items[0], count=len(filled.items)))

    def show_filled(self, filled: Filled) -> None:
        """Show items that are only looked at, with the texts that could not be read."""
        self._unread = dict(filled.unread)
        self._items = []
        self.beginResetModel()
        self._items = list(filled.items)
        self.endResetModel()

    def show_findings(self, found: Mapping[tuple[str, str], str]) -> None:
        """Mark cells: (item id, field) -> what is said of it."""
        if found != self._found:
            self._found = found
            self._tell_changed(0, len(self._items) - 1)

    def forget(self) -> None:
        """Drop texts that could not be read, and a new row: another record is about to be shown."""
        self._unread.clear()
        self.drop_blank()

    def item_at(self, row: int) -> Item | None:
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, item_id: str) -> int:
        """Where an item stands, or -1."""
        return next((row for row, item in enumerate(self._items) if item.id == item_id), -1)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    # --- inside ----------------------------------------------------------------------------------

    def _set(self, index: Index, value: object, *, typing: bool) -> None:
        self._put(index, self._read(self._items[index.row()], index.column(), value), typing=typing)

    def _put(self, index: Index, new: Item, *, typing: bool) -> None:
        """Let a row be another item, changed in a cell."""
        row, column = index.row(), self._columns[index.column()]
        old = self._items[row]
        if new is old or new == old:
            self._tell_changed(row, row)
            return
        self._items[row] = new
        if old is self._blank:
            self._fresh, self._blank, self._added = old, None, new.id
        elif new == self._fresh:
            self._blank = new  # all that was typed is taken back: it is a new row again
        elif not typing:
            self._added = ""
        what = "add" if new.id == self._added else "change"
        self.store(Step(self.kept(), what, new, column, typing=typing))
        self._tell_changed(row, row)

    def _read(self, item: Item, number: int, value: object) -> Item:
        """The item with a cell's text read into it; text that cannot be read is kept beside it."""
        column = self._columns[number]
        try:
            new = column.read(item, value, self._new_id)
        except ValueError:
            self._unread[item.id, number] = str(value)
            return item.but(**{column.field: None})
        self._unread.pop((item.id, number), None)
        return new

    def _shown(self, index: Index) -> str:
        item, column = self._items[index.row()], self._columns[index.column()]
        return self._unread.get((item.id, index.column())) or self._words(column, item)

    def _editable(self, index: Index) -> object:
        item, column = self._items[index.row()], self._columns[index.column()]
        return self._unread.get((item.id, index.column()), column.show(item))

    def _explained(self, index: Index) -> str:
        return self._problem(index) or self._shown(index)

    def _mark(self, index: Index) -> QIcon | None:
        if not self._problem(index):
            return None
        return QApplication.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning)

    def _choices(self, index: Index) -> list[tuple[object, str]] | None:
        choices = self._columns[index.column()].choices
        return [(value, self.texts(words)) for value, words in choices] or None

    def _live(self, index: Index) -> bool:
        return self._columns[index.column()].live

    def _offers(self, index: Index) -> tuple[Find, str] | None:
        column = self._columns[index.column()]
        return (partial(self.look, column.look), column.ends) if column.look else None

    def look(self, look: Look, text: str) -> Offered:
        """What is offered for a text in one of the cells."""
        return look(self._suggestions, text, self._items)

    def _words(self, column: Column, item: Item) -> str:
        value = column.show(item)
        for choice, words in column.choices:
            if choice == value:
                return self.texts(words)
        return str(value)

    def _problem(self, index: Index) -> str:
        item, column = self._items[index.row()], self._columns[index.column()]
        if (item.id, index.column()) in self._unread:
            return self.texts(column.unread)
        doubt = column.doubt(item) if column.doubt else ""
        return self.texts(doubt) or self._found.get((item.id, column.field), "")

    def kept(self) -> tuple[Item, ...]:
        """The items shown but for a new row into which nothing was typed."""
        return tuple(item for item in self._items if item is not self._blank)

    def _with_blank(self, items: Sequence[Item]) -> list[Item]:
        target = list(items)
        if self._blank is not None and self._blank in self._items:
            target.insert(self._items.index(self._blank), self._blank)
        return target

    def _bring(self, row: int, item: Item) -> None:
        """Let the row of an item stand at `row`, where all before it are in place already."""
        if self._items[row].id != item.id:
            old = self.row_of(item.id)
            self.beginMoveRows(_ROOT, old, old, _ROOT, row)
            self._items.insert(row, self._items.pop(old))
            self.endMoveRows()

    def _put_in(self, row: int, items: Sequence[Item]) -> None:
        self.beginInsertRows(_ROOT, row, row + len(items) - 1)
        self._items[row:row] = items
        self.endInsertRows()

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(_ROOT, row, row)
        self._items.pop(row)
        self.endRemoveRows()

    def _refresh_cells(self, target: Sequence[Item]) -> None:
        for row, item in enumerate(target):
            if self._items[row] is not item:
                self._items[row] = item
                self._drop_answered(item)
                self._tell_changed(row, row)

    def _drop_answered(self, item: Item) -> None:
        """Forget texts that could not be read where undo has brought a value back."""
        for number, column in enumerate(self._columns):
            if (item.id, number) in self._unread and column.show(item):
                del self._unread[item.id, number]

    def _tell_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            bottom = self.index(last, len(self._columns) - 1)
            self.dataChanged.emit(self.index(first, 0), bottom)

    _SAID: ClassVar[Mapping[int, Callable[..., object]]] = {
        Roles.DisplayRole: _shown,
        Roles.EditRole: _editable,
        Roles.ToolTipRole: _explained,
        Roles.AccessibleDescriptionRole: _problem,
        Roles.DecorationRole: _mark,
        CellRole.CHOICES: _choices,
        CellRole.LIVE: _live,
        CellRole.OFFERS: _offers,
    }
