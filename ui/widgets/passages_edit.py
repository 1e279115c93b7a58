"""An editor of one text whose words belong to marked ranges: one block is one paragraph.

It keeps no history, reads nothing while a word is composed, and rewrites only what differs.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.appearance.tints import Look, tinted
from ui.widgets.plain import changed_span, characters, units
from ui.widgets.plain_helped import PlainHelped
from ui.widgets.ranges import (
    Paragraph,
    Point,
    Span,
    key_at,
    place_of,
    replaced,
    space_between,
    text_of,
    whole_text,
)

LEAST_LINES = 6
SOFT_BREAK = "\u2028"
"""How Qt keeps a line break inside a paragraph."""
KEEP = QTextCursor.MoveMode.KeepAnchor
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Edited(NamedTuple):
    """What the user changed: all paragraphs before and after, and the words that differ."""

    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]
    words_before: str
    words_after: str


class Selected(NamedTuple):
    """Selected words of one paragraph, in characters from its start."""

    paragraph: int
    start: int
    end: int


class PassagesEdit(PlainHelped, QPlainTextEdit):
    """Type as in Word: Enter makes a paragraph, Backspace at its start joins it to the one before.

    The keys of the ranges are the owner's: it takes what was `edited`, and shows the ranges that
    this makes. `limit` is how many characters a paragraph may have.
    """

    edited = Signal(object)
    """An `Edited` that the user made. Not sent for `show_paragraphs`."""
    cursor_moved = Signal()
    entered = Signal()
    left = Signal()
    refused = Signal(int)
    """A paragraph would be longer than this many characters; the text is as it was."""

    def __init__(self, limit: int, parent: QWidget | None = None) -> None:
        self._limit = limit
        self._paragraphs: list[Paragraph] = [()]
        self._looks: Mapping[str, Look] = {}
        self._showing = False
        self._left = ""
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().contentsChange.connect(self._on_contents_change)
        self._tints = _Tints(self)  # after the line above: it draws what that line finds
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs, without a word that is still being composed."""
        return tuple(_with_breaks(p, SOFT_BREAK, "\n") for p in self._paragraphs)

    def look_of(self, key: str) -> Look | None:
        """How a range looks; None: as plain text."""
        return self._looks.get(key)

    def show_paragraphs(
        self, paragraphs: Sequence[Paragraph], looks: Mapping[str, Look], *, rewrite: bool = True
    ) -> None:
        """Show a text by changing only what differs, so that the cursor stays.

        Without `rewrite` the words stay as they are, and only their ranges are told anew.
        """
        new = [_with_breaks(paragraph, "\n", SOFT_BREAK) for paragraph in paragraphs] or [()]
        if rewrite and whole_text(new) != whole_text(self._paragraphs):
            self.finish()
            self._put(new)
        old, retinted = self._paragraphs, looks != self._looks
        self._looks = dict(looks)
        if len(old) != len(new):
            return
        for number, (was, now) in enumerate(zip(tuple(old), new, strict=True)):
            if text_of(was) == text_of(now):
                old[number] = now
                if retinted or was != now:
                    self._tints.rehighlightBlock(self.document().findBlockByNumber(number))

    def cursor_point(self) -> Point:
        """Where the cursor is."""
        return self._point(self.textCursor().position())

    def leave_range(self) -> None:
        """The range that the cursor ends is complete: what is typed now does not belong to it."""
        self._left = self.key_at_cursor()

    def key_at_cursor(self) -> str:
        """The range that the cursor is in; "" where it is in none."""
        point = self.cursor_point()
        return key_at(self._paragraphs[point.paragraph], point.offset)

    def selection(self) -> list[Selected]:
        """What is selected, paragraph by paragraph; empty where nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return []
        start, end = self._point(cursor.selectionStart()), self._point(cursor.selectionEnd())
        return [
            Selected(
                number,
                start.offset if number == start.paragraph else 0,
                end.offset if number == end.paragraph else len(text_of(self._paragraphs[number])),
            )
            for number in range(start.paragraph, end.paragraph + 1)
        ]

    def show_range(self, key: str) -> bool:
        """Bring a range into view with the cursor at its end. False: it is not here."""
        place = place_of(self._paragraphs, key)
        if place is None:
            return False
        if self.key_at_cursor() != key:
            self._go_to(place[1])
        self.ensureCursorVisible()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and self._may_break(event):
            self.expand_word()
            self._break()
        elif event.key() == Qt.Key.Key_Backspace and plain and self._at_edge(start=True):
            self._join(self.textCursor().block().previous())
        elif event.key() == Qt.Key.Key_Delete and plain and self._at_edge(start=False):
            self._join(self.textCursor().block())
        elif event.text().isprintable() and event.text() and self._full():
            self.refused.emit(self._limit)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish()
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tints.rehighlight()

    def part_of(self, key: str) -> tuple[int, str]:
        place = place_of(self._paragraphs, key)
        if place is None:
            return 0, ""
        start, end = place
        text = text_of(self._paragraphs[start.paragraph])[start.offset : end.offset]
        return self._position(start), text

    def room(self) -> int:
        return self._limit - len(text_of(self._paragraphs[self.cursor_point().paragraph]))

    def take_pasted(self, text: str) -> None:
        lines = _pasted(text)
        room = self.room() + len(self.textCursor().selectedText())
        if max(map(len, lines)) > (room if len(lines) == 1 else self._limit):
            self.refused.emit(self._limit)
            return
        self.textCursor().insertText("\n".join(lines))
        self.ensureCursorVisible()

    def minimumSizeHint(self) -> QSize:
        height = LEAST_LINES * self.fontMetrics().lineSpacing() + 2 * self.frameWidth()
        return QSize(super().minimumSizeHint().width(), height)

    def runs_at(self, number: int) -> Paragraph:
        """The runs of a paragraph; one that is not known yet, while text comes in, has none."""
        return self._paragraphs[number] if 0 <= number < len(self._paragraphs) else ()

    def _on_cursor_moved(self) -> None:
        if self._left and self.key_at_cursor() not in (self._left, ""):
            self._left = ""
        self.cursor_moved.emit()

    def _may_break(self, event: QKeyEvent) -> bool:
        return not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )

    def _break(self) -> None:
        """Begin a paragraph; the blanks around the cursor part nothing any more, so they go."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        document = self.document()
        while document.characterAt(start - 1) == " ":
            start -= 1
        while document.characterAt(end) == " ":
            end += 1
        cursor.setPosition(start)
        cursor.setPosition(end, KEEP)
        cursor.insertText("\n")
        self._after_keys(cursor)

    def _join(self, block: QTextBlock) -> None:
        """Make one paragraph of a block and the next."""
        end = block.position() + block.length() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(end)
        cursor.setPosition(end + 1, KEEP)
        cursor.insertText(space_between(block.text(), block.next().text()))
        self._after_keys(cursor)

    def _after_keys(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _at_edge(self, *, start: bool) -> bool:
        """Whether the cursor is where a paragraph meets the one before it, or the one after."""
        cursor = self.textCursor()
        if cursor.hasSelection() or self.composing:
            return False
        if start:
            return cursor.atBlockStart() and cursor.blockNumber() > 0
        return cursor.atBlockEnd() and cursor.block().next().isValid()

    def _full(self) -> bool:
        return self.room() <= 0 and not self.textCursor().hasSelection()

    def _point(self, position: int) -> Point:
        block = self.document().findBlock(position)
        text = text_of(self.runs_at(block.blockNumber()))
        return Point(block.blockNumber(), characters(text, position - block.position()))

    def _position(self, point: Point) -> int:
        block = self.document().findBlockByNumber(point.paragraph)
        return block.position() + units(block.text()[: point.offset])

    def _go_to(self, point: Point) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._position(point))
        self.setTextCursor(cursor)

    def _put(self, new: list[Paragraph]) -> None:
        """Let the text become that of `new`, by one change of what differs."""
        old_text, new_text = whole_text(self._paragraphs), whole_text(new)
        start, old_end, new_end = changed_span(old_text, new_text)
        self._paragraphs = list(new)
        self._showing = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(old_text[:start]))
        cursor.setPosition(units(old_text[:old_end]), KEEP)
        cursor.insertText(new_text[start:new_end])
        if self.document().characterCount() != units(new_text) + 1:  # half a letter was in it
            self.setPlainText(new_text)
        self._showing = False
        self._tints.rehighlight()

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        if self._showing:
            return
        document = self.document()
        first_block, last_block = document.findBlock(position), document.findBlock(position + added)
        first = first_block.blockNumber()
        last = (last_block if last_block.isValid() else document.lastBlock()).blockNumber()
        old_end = last + 1 + len(self._paragraphs) - document.blockCount()
        old = self._paragraphs[first:old_end]
        before = whole_text(old)
        after = "\n".join(document.findBlockByNumber(n).text() for n in range(first, last + 1))
        if before == after:
            return
        start = position - first_block.position()
        span = _span(before, after, characters(after, start), characters(after, start + added))
        new = replaced(old, span, after[span.start : span.new_end], self._looks, self._left)
        whole_before = self.paragraphs()
        self._paragraphs[first:old_end] = new
        self.edited.emit(Edited(whole_before, self.paragraphs(), before, after))


class _Tints(QSyntaxHighlighter):
    """Draws the looks of the ranges, without a trace in the text itself."""

    def __init__(self, edit: PassagesEdit) -> None:
        super().__init__(edit.document())
        self._edit = edit

    def highlightBlock(self, _text: str) -> None:
        start = 0
        for key, text in self._edit.runs_at(self.currentBlock().blockNumber()):
            length = units(text)
            look = self._edit.look_of(key)
            if look is not None:
                self.setFormat(start, length, tinted(look, self._edit.palette()))
            start += length


def _span(before: str, after: str, start: int, end: int) -> Span:
    """Where two texts differ, as exactly as Qt told it: from `start` to `end` of `after`."""
    old_end = len(before) - (len(after) - end)
    told = old_end >= start and before[:start] == after[:start] and before[old_end:] == after[end:]
    if not told:
        return Span(*changed_span(before, after))
    within = changed_span(before[start:old_end], after[start:end])
    return Span(*(start + offset for offset in within))


def _with_breaks(paragraph: Paragraph, old: str, new: str) -> Paragraph:
    if not any(old in text for _, text in paragraph):
        return paragraph
    return tuple((key, text.replace(old, new)) for key, text in paragraph)


def _pasted(text: str) -> list[str]:
    """Pasted text as paragraphs: composed letters; of several lines, the blank ones go."""
    composed = unicodedata.normalize("NFC", text).replace("\t", " ")
    lines = composed.splitlines() or [""]
    return lines if len(lines) == 1 else [line.strip() for line in lines if line.strip()] or [""]
