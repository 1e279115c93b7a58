"""Find and replace over the open record. It stays open beside the work and follows it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.editing.finding import Match, Wanted, replaceable
from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.place import Place
from ui.widgets.button_row import Button, ButtonRow
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form_rows import FormRows, name_field
from ui.widgets.headers import calm
from ui.widgets.line_field import LineField
from ui.widgets.sizes import resize_in_letters
from ui.widgets.tab_order import follow_layout

LIMIT = 200
AROUND = 60
"""Characters shown before and after a match."""
FIND, FIND_HELP = N_("Fi&nd"), N_("Without diacritics too: “kieu nhu” finds “Kiều Như”.")
REPLACE, REPLACE_HELP = N_("Replace &with"), N_("Empty: what was found is taken out.")
HEADS = (N_("Section"), N_("Before"), N_("Found"), N_("After"))
CHECKS = (
    (N_("&Diacritics count"), "marks", N_("“Kiều” is found, “Kieu” is not.")),
    (N_("&Capitals count"), "case", N_("“Sở” is found, “sở” is not.")),
    (N_("Wh&ole words"), "whole", N_("“an” is not found in “ban”.")),
)
FIXED = N_("{count} of them cannot be replaced here: figures and deadlines are typed anew.")
NOTHING = N_("Nothing is found.")
MOST_SHOWN = 500


class FindDialog(QDialog):
    """`wanted_changed`: look for what `wanted` says. `match_chosen`: show it in its field."""

    wanted_changed = Signal()
    match_chosen = Signal(object, bool)
    """A Match, and whether its field should have the keys."""
    replace_wanted = Signal(object, str)
    """Matches that can be replaced, and what is to stand there."""

    def __init__(self, texts: Catalogue, name_of: Callable[[Place], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Find and replace"))
        self._texts, self._name_of = texts, name_of
        self._matches: tuple[Match, ...] = ()
        self._visited = False
        self._form = FormRows()
        self._find, self._with = LineField(LIMIT), LineField(LIMIT)
        self._find.edited.connect(self._on_find_edited)
        for field, label, told in (
            (self._find, FIND, FIND_HELP),
            (self._with, REPLACE, REPLACE_HELP),
        ):
            field.expands = False
            self._form.add(texts(label), field, texts(told))
        self._checks = {name: QCheckBox(texts(words)) for words, name, _ in CHECKS}
        for words, name, told in CHECKS:
            name_field(self._checks[name], texts(words), texts(told))
        self._summary = QLabel(self, wordWrap=True)
        self._list = self._make_list()
        column = QVBoxLayout(self)
        column.addLayout(self._form)
        column.addWidget(self._options())
        column.addWidget(self._summary)
        column.addWidget(self._list, 1)
        column.addWidget(self._commands())
        resize_in_letters(self, 100, 26)
        follow_layout(self)

    def tell_replaced(self, count: int) -> None:
        """Say how many were replaced, and what is found now."""
        done = self._texts.plural(
            "{count} place replaced.", "{count} places replaced.", count=count
        )
        left = len(self._matches)
        more = self._texts.plural("{count} match left.", "{count} matches left.", count=left)
        self._summary.setText(f"{done} {more}" if left else done)

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        how = {name: check.isChecked() for name, check in self._checks.items()}
        return Wanted(str(self._find.value()), **how)

    def ask(self, words: str, *, replace: bool) -> None:
        """Begin to look for some words; "" keeps what was looked for last."""
        if words:
            self._find.set_value(words[:LIMIT])
        field = self._with if replace and self._find.value() else self._find
        field.setFocus()
        field.selectAll()
        self.wanted_changed.emit()

    def show_matches(self, matches: Sequence[Match]) -> None:
        """List what was found; the row that is chosen stays."""
        row = max(0, self._list.currentRow())
        self._matches = tuple(matches)
        shown = self._matches[:MOST_SHOWN]
        self._list.setRowCount(len(shown))
        for at, match in enumerate(shown):
            for column, words in enumerate(self._words(match)):
                self._list.setItem(at, column, self._cell(words, column))
        if shown:
            self._list.setCurrentCell(min(row, len(shown) - 1), 0)
        self._summary.setText(self._told())

    def make_way(self, place: QRect) -> None:
        """Go to the lower or the upper edge of the screen if the dialog covers what was found."""
        frame, screen = self.frameGeometry(), self.screen().availableGeometry()
        if not frame.intersects(place):
            return
        for top in (screen.bottom() - frame.height() + 1, screen.top()):
            frame.moveTop(top)
            if not frame.intersects(place):
                self.move(frame.topLeft())
                return

    def find_next(self) -> None:
        """Show the chosen match, and each time after that the next one."""
        self._find.finish()
        if not self._matches:
            return
        row = self._list.currentRow() + self._visited
        self._list.setCurrentCell(row % self._list.rowCount(), 0)
        self._visited = True
        self.match_chosen.emit(self._matches[self._list.currentRow()], False)

    def replace_one(self) -> None:
        """Replace the chosen match, and show the one that is the next then."""
        row = self._list.currentRow()
        self._replace(self._matches[row : row + 1] if row >= 0 else ())
        self._visited = False
        self.find_next()

    def replace_all(self) -> None:
        """Replace every match that can be, as one step."""
        self._replace(self._matches)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._list.hasFocus():
            if self._with.hasFocus():
                self.replace_one()
            else:
                self.find_next()
            return
        super().keyPressEvent(event)

    def _replace(self, matches: Sequence[Match]) -> None:
        self._with.finish()  # what is looked for was finished when its field was left
        text = str(self._with.value())
        can = replaceable(matches, text)
        if can:
            self.replace_wanted.emit(can, text)

    def _make_list(self) -> QTableWidget:
        made: QTableWidget = QTableWidget(0, len(HEADS), self, showGrid=False, wordWrap=False)
        made.setAccessibleName(self._texts("Matches"))
        made.setAccessibleDescription(self._texts("Enter goes to its place."))
        made.setHorizontalHeaderLabels([self._texts(head) for head in HEADS])
        made.verticalHeader().hide()
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setTabKeyNavigation(False)
        made.cellActivated.connect(self._on_activated)
        made.setItemDelegateForColumn(1, _EndShown(made))
        header = calm(made.horizontalHeader())
        header.setMinimumSectionSize(max(map(header.sectionSizeHint, range(len(HEADS)))))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (0, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return made

    def _options(self) -> QWidget:
        box = QWidget(self)
        row = FlowLayout(box)
        for check in self._checks.values():
            check.toggled.connect(self._on_option_toggled)
            row.addWidget(check)
        return box

    def _commands(self) -> ButtonRow:
        texts = self._texts
        return ButtonRow(
            [
                Button(texts("Find ne&xt"), self.find_next, texts("Enter, in the upper field.")),
                Button(texts("&Replace"), self.replace_one, texts("Enter, in the lower field.")),
                Button(texts("Replace &all"), self.replace_all, texts("One step, undone at once.")),
                Button(texts("C&lose"), self.close, texts("Esc does it too.")),
            ]
        )

    def _cell(self, words: str, column: int) -> QTableWidgetItem:
        cell = QTableWidgetItem(words)
        if column == 1:
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        elif column == 2:
            font = self.font()
            font.setBold(True)
            cell.setFont(font)
        return cell

    def _words(self, match: Match) -> tuple[str, str, str, str]:
        text = match.written.text.replace("\n", " ")
        before, after = text[: match.start], text[match.end :]
        return (
            self._name_of(match.written.shown),
            ("…" if len(before) > AROUND else "") + before[-AROUND:],
            text[match.start : match.end],
            after[:AROUND] + ("…" if len(after) > AROUND else ""),
        )

    def _told(self) -> str:
        if not self._matches:
            return self._texts(NOTHING) if self._find.value() else ""
        count, fixed = len(self._matches), sum(m.written.fixed for m in self._matches)
        told = self._texts.plural("{count} match.", "{count} matches.", count=count)
        return f"{told} {self._texts(FIXED, count=fixed)}" if fixed else told

    def _on_find_edited(self, _before: str, _after: str) -> None:
        self._look_anew()

    def _on_option_toggled(self, _on: bool) -> None:
        self._look_anew()

    def _look_anew(self) -> None:
        self._visited = False
        self._list.setCurrentCell(0, 0)
        self.wanted_changed.emit()

    def _on_activated(self, row: int, _column: int) -> None:
        self.match_chosen.emit(self._matches[row], True)


class _EndShown(QStyledItemDelegate):
    """Where there is no room for all, the end is shown: it stands before what was found."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft
