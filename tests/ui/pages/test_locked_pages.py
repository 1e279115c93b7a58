"""Pages of finished minutes: they can be read and copied; no key and no button changes anything."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from app.editing.session import Session
from app.paths import resources_folder
from app.sample import sample
from tests.ui.keys import commit, paste, press, type_text
from ui.pages.kinds import PAGES
from ui.pages.page import Page
from ui.widgets.read_only import READS_ONLY, set_read_only

KEY = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYS = (
    *((key, NONE) for key in (KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Return, KEY.Key_Insert)),
    *((key, NONE) for key in (KEY.Key_F3, KEY.Key_F4, KEY.Key_F5, KEY.Key_F6)),
    *((key, ALT) for key in (KEY.Key_Up, KEY.Key_Down, KEY.Key_Delete)),
    *((key, CTRL) for key in (KEY.Key_Return, KEY.Key_Delete, KEY.Key_X, KEY.Key_Backspace)),
)
every_page = pytest.mark.parametrize(
    "kind", [kind.load() for kind in PAGES], ids=[kind.title for kind in PAGES]
)


@pytest.fixture
def session() -> Session:
    made = Session(sample(resources_folder()), lambda: 0.0)
    made.lock()
    return made


@pytest.fixture
def page(kind: type[Page], open_page: Callable[..., Page]) -> Page:
    opened = open_page(kind)
    set_read_only(opened, True)
    return opened


def shown(page: Page) -> list[str]:
    """All words in the fields and tables of a page."""
    lines = [field.text() for field in page.findChildren(QLineEdit)]
    texts = [field.toPlainText() for field in page.findChildren(QPlainTextEdit)]
    cells = []
    for table in page.findChildren(QTableView):
        model = table.model()
        for row in range(model.rowCount()):
            cells += [str(model.index(row, c).data()) for c in range(model.columnCount())]
    return [*lines, *texts, *cells]


def fields(page: Page) -> list[QWidget]:
    found: list[QWidget] = []
    for kind in (QLineEdit, QPlainTextEdit, QTableView):
        found += [f for f in page.findChildren(kind) if f.isVisible() and f.isEnabled()]
    return found


@every_page
def test_no_key_changes_what_is_finished(page: Page, session: Session) -> None:
    record, words = session.record, shown(page)
    for field in fields(page):
        field.setFocus()
        if isinstance(field, QTableView):
            field.setCurrentIndex(field.model().index(0, 0))
        for key, modifier in KEYS:
            press(key, modifier, into=field)
        if QApplication.focusWidget() is field:
            type_text("x", into=field)
            commit("ổ", into=field)
            paste("a\tb\nc\td", into=field)
    assert session.record is record
    assert shown(page) == words


@every_page
def test_no_button_changes_what_is_finished(page: Page, session: Session) -> None:
    record = session.record
    for button in page.findChildren(QAbstractButton):
        if not button.property(READS_ONLY):
            assert not button.isEnabled(), button.text()
    assert session.record is record


@every_page
def test_what_is_reopened_can_be_typed_into_again(page: Page, session: Session) -> None:
    session.lock(False)
    set_read_only(page, False)
    read_only = [
        f
        for f in (*page.findChildren(QPlainTextEdit), *page.findChildren(QTableView))
        if f.isReadOnly()
    ]
    assert read_only == []
