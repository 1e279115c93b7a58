"""An editor of many paragraphs as one text: one block is one paragraph, known by its key.

It keeps no history, reads nothing while a word is composed, and rewrites only what differs.
"""

import unicodedata
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtGui import QTextCharFormat as Format
from PySide6.QtWidgets import QWidget

from ui.widgets.numbered_edit import NumberedEdit
from ui.widgets.paragraphs import Change, Paragraph, differing, moved, rekeyed
from ui.widgets.plain import changed_span, units
from ui.widgets.plain_helped import PlainHelped

SOFT_BREAK = "\u2028"
"""How Qt keeps a line break inside a paragraph (Shift+Enter)."""
LEAST_LINES, MOST_LINES = 6, 14
"""Between these an editor grows with its text; what is longer is scrolled."""
HEADING_MARK = "■"


class ParagraphsEdit(PlainHelped, NumberedEdit):
    """Type as in Word: Enter makes a paragraph, Shift+Enter a line; Alt+Up and Alt+Down move.

    `new_key` makes the key of a new paragraph. Lengths are limits of characters.
    """

    edited = Signal(object)
    """A `Change` that the user made. Not sent for `set_paragraphs`."""
    current_changed = Signal()
    """The cursor came to another paragraph."""
    entered = Signal()
    left = Signal()
    refused = Signal(int)
    """A paragraph would be longer than this many characters; the text is as it was."""

    def __init__(
        self,
        new_key: Callable[[], str],
        limit: int,
        heading_limit: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        self._new_key, self._limit, self._heading_limit = new_key, limit, heading_limit
        self._paragraphs = [Paragraph(new_key(), "")]
        super().__init__(parent)
        self._showing = False
        self._current = 0
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().contentsChange.connect(self._on_contents_change)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._headings = _Headings(self)  # after the line above: it draws what that line finds
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs, blank ones too, without a word that is still being composed."""
        return tuple(self._paragraphs)

    def paragraph_at(self, number: int) -> Paragraph:
        """One paragraph; a number that is not known yet, while text comes in, gives a blank one."""
        known = 0 <= number < len(self._paragraphs)
        return self._paragraphs[number] if known else Paragraph("", "")

    def mark_of(self, number: int) -> str:
        """The paragraph's number; headings and blank paragraphs are not counted."""
        paragraph = self.paragraph_at(number)
        if paragraph.heading:
            return HEADING_MARK
        counted = sum(bool(p.text) and not p.heading for p in self._paragraphs[: number + 1])
        return str(counted) if paragraph.text else ""

    @property
    def current(self) -> Paragraph:
        """The paragraph that the cursor is in."""
        return self.paragraph_at(self.textCursor().blockNumber())

    def set_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show other paragraphs by changing only what differs, so that the cursor stays."""
        self.finish()
        new = list(paragraphs) or [Paragraph(self._new_key(), "")]
        span = differing(self._paragraphs, new)
        if span is not None:
            self._put(*span, new)

    def show_paragraph(self, key: str) -> bool:
        """Bring a paragraph into view with the cursor in it. False: it is not here."""
        number = next((n for n, p in enumerate(self._paragraphs) if p.key == key), None)
        if number is None:
            return False
        if self.textCursor().blockNumber() != number:
            cursor = QTextCursor(self.document().findBlockByNumber(number))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def toggle_heading(self) -> None:
        """Make the paragraph of the cursor a heading, or a heading a paragraph again."""
        number = self.textCursor().blockNumber()
        before = self._paragraphs[number]
        if not self._heading_limit:
            return
        if not before.heading and len(before.text) > self._heading_limit:
            self.refused.emit(self._heading_limit)
            return
        after = before._replace(heading=not before.heading)
        self._paragraphs[number] = after
        self._headings.rehighlightBlock(self.document().findBlockByNumber(number))
        self.fit_gutter()
        self.edited.emit(Change(number, (before,), (after,)))
        self.current_changed.emit()

    def move_up(self) -> None:
        """Move the selected paragraphs up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the selected paragraphs down."""
        self._move(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(step)
        elif event.key() == Qt.Key.Key_Backspace and self._at_start_of_heading():
            self.toggle_heading()
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

    def part_of(self, key: str) -> tuple[int, str]:
        number = next((n for n, p in enumerate(self._paragraphs) if p.key == key), 0)
        return self.document().findBlockByNumber(number).position(), self._paragraphs[number].text

    def room(self) -> int:
        return self._limit - len(self.current.text)

    def take_pasted(self, text: str) -> None:
        lines = _pasted(text)
        room = self.room() + len(self.textCursor().selectedText())
        longest = max(map(len, lines), default=0)
        if longest > (room if len(lines) == 1 else self._limit):
            self.refused.emit(self._limit)
            return
        self.textCursor().insertText("\n".join(lines))
        self.ensureCursorVisible()

    def _on_size_changed(self, _size: QSizeF) -> None:
        self.updateGeometry()  # the page gives it room as it grows, until it scrolls itself

    def minimumSizeHint(self) -> QSize:
        lines = int(self.document().size().height())
        lines = min(MOST_LINES, max(LEAST_LINES, lines))
        height = lines * self.fontMetrics().lineSpacing() + 2 * self.frameWidth()
        return QSize(super().minimumSizeHint().width(), height)

    def _full(self) -> bool:
        return self.room() <= 0 and not self.textCursor().hasSelection()

    def _at_start_of_heading(self) -> bool:
        cursor = self.textCursor()
        return self.current.heading and cursor.atBlockStart() and not cursor.hasSelection()

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        if self._showing:
            return
        document = self.document()
        first = document.findBlock(position).blockNumber()
        last_block = document.findBlock(position + added)
        last = (last_block if last_block.isValid() else document.lastBlock()).blockNumber()
        old_end = last + 1 + len(self._paragraphs) - document.blockCount()
        before = self._paragraphs[first:old_end]
        texts = [_text(document.findBlockByNumber(n).text()) for n in range(first, last + 1)]
        after = rekeyed(before, texts, self._new_key)
        if after == before:
            return
        self._paragraphs[first:old_end] = after
        change = _trimmed(Change(first, tuple(before), tuple(after)))
        self.edited.emit(change)
        if len(before) != len(after):
            self.fit_gutter()
            self._on_cursor_moved()

    def _on_cursor_moved(self) -> None:
        number = self.textCursor().blockNumber()
        if number != self._current:
            self._current = number
            self.current_changed.emit()

    def _move(self, by: int) -> None:
        self.finish()
        cursor = self.textCursor()
        document = self.document()
        ends = (cursor.anchor(), cursor.position())
        first, last = (document.findBlock(end).blockNumber() for end in sorted(ends))
        new = moved(self._paragraphs, first, last, by)
        if new is None:
            return
        places = [_column(document.findBlock(end), end) for end in ends]
        start, end = (first + by, last + 1) if by < 0 else (first, last + 1 + by)
        before = tuple(self._paragraphs[start:end])
        self._put(start, end, end, new)
        self._select([_position(document, n + by, column) for n, column in places])
        self.edited.emit(Change(start, before, tuple(new[start:end])))

    def _select(self, ends: Sequence[int]) -> None:
        cursor = self.textCursor()
        cursor.setPosition(ends[0])
        cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _put(self, start: int, old_end: int, new_end: int, new: list[Paragraph]) -> None:
        """Let `new[start:new_end]` take the place of the paragraphs `start` to `old_end`."""
        old_text = "\n".join(_shown(p.text) for p in self._paragraphs[start:old_end])
        new_text = "\n".join(_shown(p.text) for p in new[start:new_end])
        origin = self.document().findBlockByNumber(start).position()
        first, old_last, new_last = changed_span(old_text, new_text)
        self._paragraphs = list(new)
        self._showing = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(origin + units(old_text[:first]))
        cursor.setPosition(origin + units(old_text[:old_last]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new_text[first:new_last])
        self._showing = False
        for number in range(start, new_end):
            self._headings.rehighlightBlock(self.document().findBlockByNumber(number))
        self.fit_gutter()
        self._on_cursor_moved()


class _Headings(QSyntaxHighlighter):
    """Draws headings bold, without a trace in the text itself."""

    def __init__(self, edit: ParagraphsEdit) -> None:
        super().__init__(edit.document())
        self._edit = edit
        self._format = Format()
        self._format.setFontWeight(QFont.Weight.Bold)

    def highlightBlock(self, text: str) -> None:
        if self._edit.paragraph_at(self.currentBlock().blockNumber()).heading:
            self.setFormat(0, units(text), self._format)


def _text(shown: str) -> str:
    return shown.replace(SOFT_BREAK, "\n")


def _shown(text: str) -> str:
    return text.replace("\n", SOFT_BREAK)


def _pasted(text: str) -> list[str]:
    """Pasted text as paragraphs: composed letters; of several lines, the blank ones go."""
    composed = unicodedata.normalize("NFC", text).replace("\t", " ")
    lines = composed.splitlines() or [""]
    return lines if len(lines) == 1 else [line.strip() for line in lines if line.strip()]


def _trimmed(change: Change) -> Change:
    """Without the unchanged paragraphs at both ends, which Qt reports with the changed ones."""
    at, before, after = change
    while before and after and before[0] == after[0]:
        at, before, after = at + 1, before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return Change(at, before, after)


def _column(block: QTextBlock, position: int) -> tuple[int, int]:
    return block.blockNumber(), position - block.position()


def _position(document: QTextDocument, number: int, column: int) -> int:
    return document.findBlockByNumber(number).position() + column
