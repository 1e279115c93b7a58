"""Edits the cells of a table as they are typed: each key counts; keys lead on to other cells."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField
from ui.widgets.suggest_field import SuggestField
from ui.widgets.table_model import CellRole, Index, TableModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CellDelegate(QStyledItemDelegate):
    """One cell at a time is edited, in a line or a choice. The view hears where keys lead."""

    went_down = Signal()
    """Enter: on to the next row."""
    stepped = Signal(int)
    """Up (-1) or down (1), staying in the column."""
    move_wanted = Signal(int)
    """The row is to be moved up (-1) or down (1)."""
    rows_pasted = Signal()
    """The clipboard holds several cells; they are not for one cell."""
    refused = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._index = QPersistentModelIndex()
        self._opening: object = None
        self._mine = False

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        self._index = QPersistentModelIndex(index)
        self._opening = index.data(Qt.ItemDataRole.EditRole)
        choices = index.data(CellRole.CHOICES)
        field = ChoiceField(choices, parent) if choices else self._line(parent, index)
        field.edited.connect(self._on_edited)
        field.setFrame(False)
        field.setAutoFillBackground(True)
        self._name(field, index)
        return field

    def _name(self, field: QWidget, index: Index) -> None:
        """The words above the column and their help, else how the table is typed in."""
        model, at = index.model(), (index.column(), Qt.Orientation.Horizontal)
        table = self.parent()
        told = model.headerData(*at, Qt.ItemDataRole.ToolTipRole)
        if not told and isinstance(table, QWidget):
            told = table.accessibleDescription()
        field.setAccessibleName(str(model.headerData(*at)))
        field.setAccessibleDescription(str(told or ""))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        bar = index.data(CellRole.BAR)
        if bar:
            _paint_bar(painter, option, *bar)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not self._mine and isinstance(editor, LineField | ChoiceField):
            editor.set_value(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, LineField):
            editor.finish()
        if not isinstance(editor, LineField | ChoiceField) or index.data(CellRole.LIVE):
            return
        if editor.value() != self._opening:
            self._opening = editor.value()
            model.setData(index, editor.value())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return bool(super().eventFilter(editor, event))
        if event.type() is QEvent.Type.ShortcutOverride and _leads_on(event):
            event.accept()  # these keys are the cell's before they are the window's
            return True
        leads = event.type() is QEvent.Type.KeyPress and self._lead_on(editor, event)
        return leads or bool(super().eventFilter(editor, event))

    def _lead_on(self, editor: QObject, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        step = _STEPS.get(Qt.Key(key), 0)
        is_line = isinstance(editor, LineField)
        if isinstance(editor, SuggestField) and editor.lead(event):
            return True
        if isinstance(editor, LineField) and key in (*_ENTER, Qt.Key.Key_Tab):
            editor.expand_word()
        if key in _ENTER and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            self._close(editor)
            self.went_down.emit()
        elif is_line and step and modifiers & Qt.KeyboardModifier.AltModifier:
            self._close(editor)
            self.move_wanted.emit(step)
        elif is_line and step and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            self._close(editor)
            self.stepped.emit(step)
        elif is_line and event.matches(QKeySequence.StandardKey.Paste) and _several_cells():
            self._close(editor)
            self.rows_pasted.emit()
        elif key == Qt.Key.Key_Tab and isinstance(editor, SuggestField):
            editor.take()
            return False
        elif key == Qt.Key.Key_Escape:
            self._revert(editor)
            return False
        else:
            return False
        return True

    def _close(self, editor: QObject) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _revert(self, editor: QObject) -> None:
        if isinstance(editor, LineField | ChoiceField) and editor.value() != self._opening:
            editor.set_value(self._opening)
            if self._index.data(CellRole.LIVE):
                self._model().setData(self._index, self._opening)

    def _line(self, parent: QWidget, index: Index) -> LineField:
        limit, offers = self._model().limit, index.data(CellRole.OFFERS)
        if offers:
            find, ends = offers
            suggesting = SuggestField(find, limit, parent, ends=ends)
            suggesting.taken.connect(self._on_taken)
            field: LineField = suggesting
        else:
            field = LineField(limit, parent)
        field.expands = self._model().expands
        field.paused.connect(self._on_paused)
        field.refused.connect(self.refused)
        return field

    def _on_taken(self, value: object) -> None:
        if not self._index.isValid():
            return
        self._mine = True
        try:
            self._model().take(self._index, value)
        finally:
            self._mine = False
        self._opening = self._index.data(Qt.ItemDataRole.EditRole)

    def _on_edited(self, before: object, after: object) -> None:
        if not self._index.isValid() or not self._index.data(CellRole.LIVE):
            return
        self._mine = True
        try:
            if isinstance(before, str) and isinstance(after, str):
                self._model().type_into(self._index, before, after)
            else:
                self._model().setData(self._index, after)
        finally:
            self._mine = False

    def _on_paused(self) -> None:
        self._model().end_typing()

    def _model(self) -> TableModel:
        model = self._index.model()
        assert isinstance(model, TableModel)
        return model


def _paint_bar(
    painter: QPainter, option: QStyleOptionViewItem, full: float, too_little: bool
) -> None:
    """A bar along the lower edge of the cell: the text above it stays as readable as it was."""
    thick = max(2, option.fontMetrics.height() // 6)
    box = option.rect.adjusted(2, 0, -2, -1)
    box.setTop(box.bottom() - thick + 1)
    palette, selected = option.palette, option.state & QStyle.StateFlag.State_Selected
    colour = palette.color(palette.ColorRole.HighlightedText if selected else _bar_role(too_little))
    track = palette.color(palette.ColorRole.Mid)
    track.setAlphaF(0.4)
    painter.fillRect(box, track)
    box.setWidth(round(box.width() * full))
    pattern = Qt.BrushStyle.Dense4Pattern if too_little else Qt.BrushStyle.SolidPattern
    painter.fillRect(box, QBrush(colour, pattern))


def _bar_role(too_little: bool) -> QPalette.ColorRole:
    """What is too little looks another way too, not only another colour: it is hatched."""
    return QPalette.ColorRole.Text if too_little else QPalette.ColorRole.Highlight


def _leads_on(event: QKeyEvent) -> bool:
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return event.key() in _ENTER or (alt and Qt.Key(event.key()) in _STEPS)


def _several_cells() -> bool:
    text = QGuiApplication.clipboard().text()
    return "\t" in text or "\n" in text.strip("\r\n")
