"""Outline -> pages: the same roles as in Word, laid out by Qt for a device of 1200 dots an inch.

Laid out so finely, lines break where they break in print, at whatever size they are then drawn.
"""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from app.documents.forms import FormRules, Look
from app.documents.outline import Columns, Outline, Paragraph, Row, Table
from ui.preview.pages import LineBelow, Pages, Span

DOTS_PER_INCH = 1200
FAMILIES = ("Times New Roman", "Liberation Serif", "Tinos")
"""The font of the rules, then those of the same metrics, where it is missing."""
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justify": Qt.AlignmentFlag.AlignJustify,
}
_LINE_HEIGHT = QTextBlockFormat.LineHeightTypes


class Scale(NamedTuple):
    """How many units a length has. Qt wants page size and first-line indent in the device's dots;
    margins and line heights in dots of the screen, which it scales to the device itself."""

    dot: float
    screen: float


def typeset(outline: Outline, rules: FormRules) -> Pages:
    """Lay an outline out in pages."""
    return _Typesetter(rules).pages(outline)


class _Typesetter:
    """Builds one document, block after block, at a cursor that stays at its end."""

    def __init__(self, rules: FormRules) -> None:
        self._rules = rules
        self._looks: dict[str, Look] = {name: role.look() for name, role in rules.roles.items()}
        self._dots = Scale(DOTS_PER_INCH / 25.4, _screen_dots() / 25.4)
        self._document = _empty_document(rules, self._dots)
        self._cursor = QTextCursor(self._document)
        self._fresh = True  # the cursor stands in an empty block that nothing has used yet
        self._spans: list[Span] = []
        self._lines: list[LineBelow] = []

    def pages(self, outline: Outline) -> Pages:
        self._cursor.beginEditBlock()
        for block in outline.blocks:
            match block:
                case Paragraph():
                    self._paragraph(block)
                case Columns():
                    self._columns(block)
                case Table():
                    self._table(block)
        self._cursor.endEditBlock()
        return Pages(
            self._document, tuple(self._spans), tuple(self._lines), self._rules, self._dots.dot
        )

    def _paragraph(self, paragraph: Paragraph) -> None:
        look = self._looks[paragraph.role]
        if self._fresh and look.before:
            # Qt drops the space above the first block of a cell, and of one after a table.
            self._shrink_block()
            self._fresh = False
        if not self._fresh:
            self._cursor.insertBlock()
        self._fresh = False
        self._cursor.setBlockFormat(self._block_format(look))
        self._cursor.setBlockCharFormat(self._char_format(look, look))
        if look.rule_below:
            self._lines.append(LineBelow(self._cursor.position(), look.rule_below))
        for run in paragraph.runs:
            start = self._cursor.position()
            own = self._looks[run.role] if run.role else look
            text = run.text.replace("\n", "\u2028")
            self._cursor.insertText(text, self._char_format(look, own))
            self._spans.append(Span(start, self._cursor.position(), run.origin))

    def _columns(self, block: Columns) -> None:
        rules = self._rules.columns[block.role]
        widths = rules.widths.value
        rows = _level_rows(block.columns, rules.row_starts)
        shares = [100 * width / sum(widths) for width in widths]
        width = 100 * sum(widths) / self._rules.page.text_width
        table = self._insert_table(len(rows), shares, min(100.0, width), border=0)
        for at, row in enumerate(rows):
            self._fill_cells(table, at, row)
        self._leave()

    def _table(self, block: Table) -> None:
        shares = [100 * share for share in self._rules.tables[block.role].shares.value]
        rows: list[Row] = [block.head, *block.rows]
        table = self._insert_table(len(rows), shares, 100.0, border=0.5)
        for at, row in enumerate(rows):
            self._fill_cells(table, at, row.cells)
        self._leave()

    def _insert_table(
        self, rows: int, shares: list[float], width: float, border: float
    ) -> QTextTable:
        if self._fresh:
            self._shrink_block()
        layout = QTextTableFormat()
        layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, width))
        percent = QTextLength.Type.PercentageLength
        layout.setColumnWidthConstraints([QTextLength(percent, share) for share in shares])
        layout.setCellSpacing(0)
        layout.setCellPadding(self._dots.screen if border else 0)
        layout.setBorder(border)
        layout.setBorderCollapse(bool(border))
        layout.setBorderStyle(
            QTextFrameFormat.BorderStyle.BorderStyle_Solid
            if border
            else QTextFrameFormat.BorderStyle.BorderStyle_None
        )
        layout.setHeaderRowCount(1 if border else 0)
        return self._cursor.insertTable(rows, len(shares), layout)

    def _fill_cells(
        self, table: QTextTable, row: int, cells: Iterable[tuple[Paragraph, ...]]
    ) -> None:
        for column, paragraphs in enumerate(cells):
            self._cursor = table.cellAt(row, column).firstCursorPosition()
            self._fresh = True
            for paragraph in paragraphs:
                self._paragraph(paragraph)
            if self._fresh:
                self._shrink_block()

    def _leave(self) -> None:
        """Go on after the table, in the empty block that Qt keeps there."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

    def _shrink_block(self) -> None:
        """Qt wants an empty block before a table and in an empty cell: take away its height."""
        tiny = QTextBlockFormat()
        tiny.setLineHeight(0.1, _LINE_HEIGHT.FixedHeight.value)
        self._cursor.setBlockFormat(tiny)

    def _block_format(self, look: Look) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setAlignment(_ALIGNMENTS[look.align])
        made.setTextIndent(look.first_line * self._dots.dot)
        made.setLeftMargin(look.left * self._dots.screen)
        made.setTopMargin(self._points(look.before))
        made.setBottomMargin(self._points(look.after))
        if look.line_unit == "pt":
            made.setLineHeight(self._points(look.line), _LINE_HEIGHT.FixedHeight.value)
        elif look.line != 1:
            made.setLineHeight(look.line * 100, _LINE_HEIGHT.ProportionalHeight.value)
        return made

    def _char_format(self, paragraph: Look, own: Look) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFontFamilies(list(FAMILIES))
        made.setFontPointSize(own.size or paragraph.size or 14)
        bold = own.bold or paragraph.bold
        made.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        made.setFontItalic(own.italic or paragraph.italic)
        made.setFontUnderline(own.underline or paragraph.underline)
        if own.caps or paragraph.caps:
            made.setFontCapitalization(QFont.Capitalization.AllUppercase)
        return made

    def _points(self, points: float) -> float:
        return points * self._dots.screen * 25.4 / 72


def _level_rows(
    columns: tuple[tuple[Paragraph, ...], ...], row_starts: tuple[str, ...]
) -> list[tuple[tuple[Paragraph, ...], ...]]:
    """The columns as rows of a table; a new row begins where each column has one of the roles."""
    cut = [_cut(column, row_starts) for column in columns]
    if not all(len(parts) == len(cut[0]) for parts in cut):
        return [columns]
    return [tuple(row) for row in zip(*cut, strict=True)]


def _cut(column: tuple[Paragraph, ...], row_starts: tuple[str, ...]) -> list[tuple[Paragraph, ...]]:
    parts: list[list[Paragraph]] = [[]]
    for paragraph in column:
        if paragraph.role in row_starts:
            parts.append([])
        parts[-1].append(paragraph)
    return [tuple(part) for part in parts]


def _empty_document(rules: FormRules, dots: Scale) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(QFont(list(FAMILIES), 14))
    document.documentLayout().setPaintDevice(_device(document))
    page = rules.page
    document.setPageSize(QSizeF(page.width.value * dots.dot, page.height.value * dots.dot))
    frame = document.rootFrame().frameFormat()
    sides = (page.left.value, page.top.value, page.right.value, page.bottom.value)
    margins = QMarginsF(*(side * dots.screen for side in sides))
    frame.setLeftMargin(margins.left())
    frame.setTopMargin(margins.top())
    frame.setRightMargin(margins.right())
    frame.setBottomMargin(margins.bottom())
    document.rootFrame().setFrameFormat(frame)
    return document


class _Device(QImage):
    """A device of 1200 dots an inch that is never drawn on: it is only measured with."""

    def __init__(self) -> None:
        super().__init__(1, 1, QImage.Format.Format_Mono)
        self.setDotsPerMeterX(round(DOTS_PER_INCH / 0.0254))
        self.setDotsPerMeterY(round(DOTS_PER_INCH / 0.0254))


def _device(document: QTextDocument) -> QImage:
    # The layout keeps a pointer only: the document has to keep the device alive.
    device = _Device()
    document.paint_device = device  # type: ignore[attr-defined]
    return device


def _screen_dots() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchX() if screen else 96.0
