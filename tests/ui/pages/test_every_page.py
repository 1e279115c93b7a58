"""What holds for every page: names for screen readers, mnemonics, being without a record."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.editing.session import Label, Session
from app.language.catalogue import Catalogue
from app.minutes.place import Place
from app.paths import resources_folder
from app.sample import sample
from tests.ui.pages.conftest import wording
from ui.actions import MENUS
from ui.pages.kinds import PAGES
from ui.pages.page import Page
from ui.widgets.table_view import TableView

every_page = pytest.mark.parametrize(
    "kind", [kind.load() for kind in PAGES], ids=[kind.title for kind in PAGES]
)


def focusable(page: Page) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and widget.window() is page.window()  # not in the popup of a choice
    ]


def mnemonics(page: Page) -> Counter[str]:
    texts = [button.text() for button in page.findChildren(QAbstractButton)]
    texts += [label.text() for label in page.findChildren(QLabel) if label.buddy()]
    return Counter(letter for text in texts if (letter := mnemonic(text)))


def mnemonic(text: str) -> str:
    found = re.search("&([^&])", text)
    return found[1].lower() if found else ""


@every_page
def test_every_widget_that_takes_the_focus_has_a_name(
    kind: type[Page], open_page: Callable[..., Page]
) -> None:
    widgets = focusable(open_page(kind))
    assert widgets
    assert [widget for widget in widgets if not widget.accessibleName()] == []


@every_page
def test_every_cell_that_is_typed_in_has_a_name_and_a_description(
    kind: type[Page], open_page: Callable[..., Page], session: Session
) -> None:
    session.edit(lambda _: sample(resources_folder()), Label("x"), Place("meeting"))
    page = open_page(kind)
    mute = []
    for table in page.findChildren(TableView):
        table.add_row()
        for column in range(table.model().columnCount()):
            table.edit_cell(0, column)
            cell = QApplication.focusWidget()
            if table.has_focus_inside() and not (
                cell.accessibleName() and cell.accessibleDescription()
            ):
                mute.append((table.accessibleName(), column))
    assert mute == []


@every_page
@pytest.mark.parametrize("language", ["texts", "vietnamese"])
def test_no_mnemonic_leads_to_two_places(
    kind: type[Page], language: str, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    texts: Catalogue = request.getfixturevalue(language)
    page = kind(texts, lambda: "id", wording=wording)
    qtbot.addWidget(page)
    assert [letter for letter, times in mnemonics(page).items() if times > 1] == []


@every_page
@pytest.mark.parametrize("language", ["texts", "vietnamese"])
def test_no_mnemonic_is_a_menus(
    kind: type[Page], language: str, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    texts: Catalogue = request.getfixturevalue(language)
    page = kind(texts, lambda: "id", wording=wording)
    qtbot.addWidget(page)
    menus = {mnemonic(texts(menu.title)) for menu in MENUS}
    assert menus
    assert menus & set(mnemonics(page)) == set()


@every_page
def test_a_mnemonic_can_be_typed(kind: type[Page], vietnamese: Catalogue, qtbot: QtBot) -> None:
    page = kind(vietnamese, lambda: "id", wording=wording)
    qtbot.addWidget(page)
    assert [letter for letter in mnemonics(page) if not letter.isascii()] == []


@every_page
def test_the_sample_is_shown_and_closed(
    kind: type[Page], open_page: Callable[..., Page], session: Session
) -> None:
    page = open_page(kind)
    record = sample(resources_folder())
    other = Session(record, lambda: 0.0)
    page.open(other)
    page.refresh(None)
    assert other.record is record
    page.open(None)
    assert not page.isEnabled()
