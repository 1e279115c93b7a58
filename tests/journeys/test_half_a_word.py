"""A word that is still being composed, in every text field there is, when something happens.

The program's own pages with the sample: every field and every cell in turn. Nothing may be lost
and nothing doubled.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.minutes.canonical import to_json
from app.minutes.record import Minutes
from tests.journeys.conftest import CTRL, Hands, Start
from tests.ui.keys import commit, compose
from ui.exporting import Exporter
from ui.widgets.line_field import LineField
from ui.widgets.paragraphs_edit import ParagraphsEdit
from ui.widgets.passages_edit import PassagesEdit
from ui.widgets.read_field import ReadField
from ui.widgets.table_view import TableView
from ui.widgets.text_field import TextField

WORD = "việtzz"
FEWEST_FIELDS, FEWEST_CELLS = 30, 20
"""Raise them when the forms grow: a test that looks at nothing always passes."""
PAGES = range(1, 9)
READ = {"arrived": "8h30", "left": "9h15", "head_count": "12"}
"""What is typed in cells that take hours and counts alone."""
Happens = Callable[[], None]


class Target(NamedTuple):
    """Where one types: the page, and the field, or a column of a table."""

    page: int
    widget: QWidget
    column: int = -1

    def focus(self) -> QWidget:
        """Put the cursor there; a text is gone on with at its end."""
        if isinstance(self.widget, TableView):
            if not self.widget.model().rowCount():
                self.widget.add_row()
            self.widget.edit_cell(0, self.column)
        else:
            self.widget.setFocus()
        field = QApplication.focusWidget()
        assert field is not None
        assert field is self.widget or self.widget.isAncestorOf(field), (
            str(self),
            field.accessibleName(),
        )
        if not isinstance(field, ReadField):
            press_end(field)
        return field

    @property
    def word(self) -> str:
        """What is typed there."""
        if not isinstance(self.widget, TableView):
            return WORD
        return READ.get(self.widget.model().columns[self.column].field, WORD)

    @property
    def shown(self) -> str:
        """What the cell shows."""
        return str(self.widget.model().index(0, self.column).data())  # type: ignore[attr-defined]

    def __str__(self) -> str:
        return f"page {self.page}: {self.widget.accessibleName()} {self.column}"


def press_end(field: QWidget) -> None:
    if isinstance(field, QLineEdit):
        field.end(False)
    else:
        field.moveCursor(field.textCursor().MoveOperation.End)  # type: ignore[attr-defined]


def targets(hands: Hands) -> Iterator[Target]:
    for number in PAGES:
        hands.page(number)
        page = hands.application.window.pages.currentWidget()
        kinds = LineField, TextField, ParagraphsEdit, PassagesEdit
        for widget in page.findChildren(QWidget):
            if isinstance(widget, kinds) and widget.isVisible() and widget.isEnabled():
                yield Target(number, widget)
            if isinstance(widget, TableView) and widget.isVisible() and widget.isEnabled():
                yield from cells(number, widget)


def cells(number: int, view: TableView) -> Iterator[Target]:
    if not view.model().rowCount():
        view.add_row()
    for column in range(view.model().columnCount()):
        view.edit_cell(0, column)
        if isinstance(QApplication.focusWidget(), LineField):
            yield Target(number, view, column)


@pytest.fixture
def hands(start: Start, tmp_path: Path) -> Hands:
    hands = start(tmp_path / "bienban.sqlite")
    hands.application.window.actions_by_name["open_sample"].trigger()
    return hands


def found(record: Minutes) -> int:
    return to_json(record).decode("utf-8").count(WORD)


def check(hands: Hands, target: Target, field: QWidget) -> None:
    """The word is in the record, or, where only a date or a figure may be, in the field: once."""
    if isinstance(field, ReadField):
        assert field.text().count(WORD) == 1, target
        field.forget()
        LineField.set_value(field, "")
        field.read()
        return
    if target.word != WORD:
        assert target.shown.count(target.word) == 1, target
        return
    assert found(hands.record) == 1, target
    desk = hands.application.desk
    assert desk is not None
    assert desk.session is not None
    while found(hands.record):
        assert desk.session.undo(), target


def in_every_field(hands: Hands, happens: Happens, ends: Callable[[], None]) -> None:
    """Let something happen in the middle of a word, in each field, and look at what came of it."""
    seen = list(targets(hands))
    assert sum(target.column < 0 for target in seen) >= FEWEST_FIELDS
    assert sum(target.column >= 0 for target in seen) >= FEWEST_CELLS
    for target in seen:
        hands.page(target.page)
        field = target.focus()
        if isinstance(field, ReadField) or target.word != WORD:
            LineField.set_value(field, "")
        compose(*(target.word[: end + 1] for end in range(len(target.word))))
        happens()
        ends()
        check(hands, target, field if isinstance(field, ReadField) else QWidget())


def nothing() -> None:
    """Nothing more."""


def test_an_autosave_leaves_the_word_alone(hands: Hands) -> None:
    desk = hands.application.desk
    assert desk is not None

    def flush() -> None:
        before = hands.record
        assert desk.flush()
        assert hands.record is before

    def end() -> None:
        commit(QApplication.focusWidget()._composed)  # noqa: SLF001 - as an input method does
        hands.page(1 if hands.application.window.pages.row else 2)

    in_every_field(hands, flush, end)


def test_saving_takes_the_word(hands: Hands) -> None:
    in_every_field(hands, lambda: hands.press(Qt.Key.Key_S, CTRL), nothing)


def test_another_page_takes_the_word(hands: Hands) -> None:
    def turn() -> None:
        hands.page(1 if hands.application.window.pages.row else 2)

    in_every_field(hands, turn, nothing)


def test_an_export_has_the_word(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Minutes] = []

    def ask(_self: Exporter, record: Minutes, *_kind: object) -> None:
        asked.append(record)

    monkeypatch.setattr(Exporter, "ask", ask)

    def export() -> None:
        hands.application.window.actions_by_name["export_report"].trigger()
        assert asked[-1] is hands.record

    in_every_field(hands, export, nothing)


def test_closing_the_window_keeps_the_word(hands: Hands) -> None:
    window = hands.application.window
    desk = hands.application.desk
    assert desk is not None

    def close() -> None:
        assert window.close()
        archive = hands.application._opened.archive  # noqa: SLF001 - what is on disk is asked for
        assert archive.load(hands.record.id) == hands.record
        window.show()
        window.activateWindow()
        hands.qtbot.waitUntil(window.isActiveWindow)

    in_every_field(hands, close, nothing)
