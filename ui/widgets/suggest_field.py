"""A line that offers what was written before: a few letters, Enter or Tab, and it stands there."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.line_field import LineField
from ui.widgets.offers import Find, Offered, OfferList

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier


class SuggestField(LineField):
    """Anything may be typed; nothing is put for it but by Enter, Tab, a click, or one of `ends`.

    Up and Down mark another offer, Escape takes them away, Ctrl+Space shows them.
    """

    taken = Signal(object)
    """The value of the offer taken, where it has one; `edited` is not sent for it."""

    def __init__(
        self, find: Find, limit: int, parent: QWidget | None = None, *, ends: str = ""
    ) -> None:
        super().__init__(limit, parent)
        self._find = find
        self._ends = ends
        self._offered = Offered()
        self._in_vain = ""
        self._list = OfferList(self)
        self._list.clicked.connect(self._on_clicked)
        self.textEdited.connect(self._on_typed)
        find("")  # what is known may have to be read first; `offer_again` then

    def offered(self) -> list[str]:
        """The words that are offered now."""
        return self._list.words() if self._list.isVisible() else []

    def lead(self, event: QKeyEvent) -> bool:
        """Let a key work on the offers; True where it has done all it should."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key is Qt.Key.Key_Space and modifiers & _CTRL:
            self._offer()
        elif not self._list.isVisible() or self.composing:
            return False
        elif key in _STEPS and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            self._list.mark(_STEPS[key])
        elif key is Qt.Key.Key_Escape:
            self._list.hide()
        else:
            if key in _ENTER or (event.text() and event.text() in self._ends):
                self.take()
            return False
        return True

    def take(self) -> None:
        """Put the marked offer, if there is one, for what was typed."""
        row, offered = self._list.row, self._offered
        self._list.hide()
        if row < 0:
            return
        self.finish()
        offer, text, cursor = offered.offers[row], self.text(), self.cursorPosition()
        start = min(offered.start, cursor)
        whole = text[:start] + offer.text + text[cursor:]
        if offer.value is None:
            self._on_text_edited(whole)
        else:
            self.set_value(whole)
            self.taken.emit(offer.value)
        self.setCursorPosition(start + len(offer.text))

    def hide_offers(self) -> None:
        self._list.hide()

    def offer_again(self) -> None:
        """More is known now: offer it for what was typed last, if nothing was offered for that."""
        if self._in_vain and self._in_vain == self._before():
            self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.lead(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:
            self.take()
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._in_vain = ""
        self._list.hide()
        super().focusOutEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if self.composing:
            self._offer()  # the word shows what it may become, and is left alone

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._list.isVisible():
            self._list.place()

    def _on_typed(self, _text: str) -> None:
        self._offer()

    def _offer(self) -> None:
        before = self._before()
        self._offered = self._find(before)
        self._in_vain = "" if self._offered.offers else before
        words = [offer.words or offer.text for offer in self._offered.offers]
        self._list.offer(words, mark=self._offered.meant)

    def _before(self) -> str:
        return self.text()[: self.cursorPosition()] + self._composed

    def _on_clicked(self, _index: QModelIndex) -> None:
        self.take()
