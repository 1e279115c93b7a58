"""F1 opens the guide at the page one stands on; Shift+F1 the sheet of keys; "about" the version."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QTableWidget, QTextBrowser

from app import __version__
from app.paths import resources_folder
from tests.ui.every_dialog import SCENES
from tests.ui.keys import press, type_text
from ui.actions import ACTIONS, MENUS, MenuRow
from ui.dialogs.guide_dialog import FIRST, HEADINGS, OF_DIALOGS, GuideDialog
from ui.pages.kinds import PAGES

HELP = resources_folder() / "help"


def test_guide_is_opened_by_its_key_and_read_from_the_program(program):
    press(Qt.Key.Key_F1, into=program.window)
    dialog = program.dialog("User guide")
    browser = dialog.findChild(QTextBrowser)
    assert browser.source().isLocalFile()
    assert "Hướng dẫn sử dụng Biên Bản" in browser.toPlainText()
    assert browser.horizontalScrollBar().maximum() == 0, "a picture is wider than the window"
    dialog.close()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_guide_goes_to_what_is_said_of_a_page(qtbot, texts, page):
    dialog = GuideDialog(texts, HELP)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_about(page.title)
    browser = dialog.browser
    assert browser.textCursor().block().text() == HEADINGS[page.title]
    at_top = browser.cursorForPosition(browser.viewport().rect().topLeft())
    distance = at_top.blockNumber() - browser.textCursor().blockNumber()
    end = browser.verticalScrollBar().value() == browser.verticalScrollBar().maximum()
    assert end or abs(distance) <= 1


def test_its_key_opens_it_at_the_page_one_stands_on(program, monkeypatch):
    monkeypatch.setitem(HEADINGS, "What", "Kết luận")
    program.choose("New minutes")
    program.choose("2 What")
    press(Qt.Key.Key_F1, into=program.window)
    dialog = program.dialog("User guide")
    assert dialog.findChild(QTextBrowser).textCursor().block().text() == "Kết luận"
    dialog.close()


def test_guide_opens_at_its_beginning_while_nothing_is_open(program):
    program.choose("User guide")
    browser = program.dialog("User guide").findChild(QTextBrowser)
    assert browser.textCursor().position() == QTextCursor(browser.document()).position()
    program.dialog("User guide").close()


def guide_asked_for_in(program, dialog) -> GuideDialog:
    """What F1 opens in front of a dialog."""
    program.until(dialog.isActiveWindow)
    press(Qt.Key.Key_F1, into=dialog)
    guide = program.dialog("User guide")
    program.until(guide.isActiveWindow)
    return guide


def test_f1_in_a_dialog_opens_what_is_said_of_it_in_front_of_it(program):
    program.choose("New minutes")
    program.choose("Versions…")
    dialog = program.dialog("Versions")
    guide = guide_asked_for_in(program, dialog)
    assert guide.browser.textCursor().block().text() == OF_DIALOGS["VersionsDialog"]
    press(Qt.Key.Key_F1, into=guide)  # the guide has no guide
    assert guide.findChildren(GuideDialog) == []
    guide.close()
    dialog.close()


def test_f1_works_in_a_dialog_that_another_opened(program, tmp_path):
    program.choose("New minutes")
    program.choose("People…")
    people = program.dialog("People")
    program.until(people.isActiveWindow)
    file = tmp_path / "people.csv"
    file.write_text("Họ và tên,Chức vụ\nPhạm Hoàng,Chủ tịch\n", "utf-8")
    program.press_button("Read a file…", people)
    program.until(lambda: people.findChild(QFileDialog) is not None)
    chooser = people.findChild(QFileDialog)
    chooser.fileSelected.emit(str(file))
    chooser.reject()
    taking = program.dialog("Read people from a file")
    guide = guide_asked_for_in(program, taking)
    assert guide.browser.textCursor().block().text() == OF_DIALOGS["PasteDialog"]
    for dialog in (guide, taking, people):
        dialog.close()


def test_every_dialog_has_its_part_of_the_guide():
    headings = set(re.findall(r"^## (.+)$", (HELP / FIRST).read_text("utf-8"), re.MULTILINE))
    assert set(OF_DIALOGS.values()) <= headings
    kinds = {scene.kind for scene in SCENES} - {"GuideDialog", "QMessageBox"}
    assert kinds == set(OF_DIALOGS)


def test_pictures_of_the_guide_are_there_and_each_page_has_one():
    text = (HELP / FIRST).read_text("utf-8")
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", text)
    assert len(pictures) >= len(PAGES)
    assert [name for name in pictures if not (HELP / name).exists()] == []
    parts = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    assert [title for title in HEADINGS.values() if "![" not in parts[title]] == []


def test_guide_names_every_key_as_it_is():
    """A key that was moved, or dropped, is not promised any longer."""
    known = {keys for row in ACTIONS for keys in row.keys}
    named = set(re.findall(r"\((F\d+|(?:Ctrl|Shift)\+[\w+]+)\)", (HELP / FIRST).read_text("utf-8")))
    assert named
    assert named <= known


def keys_of(program):
    dialog = program.dialog("Keys")
    table = dialog.findChild(QTableWidget)
    rows = range(table.rowCount())
    return dialog, [tuple(table.item(row, at).text() for at in range(3)) for row in rows]


def test_every_action_stands_in_the_sheet_with_a_way_to_reach_it(program):
    of_a_page = QAction("&Mark it", program.window.pages.page(0))
    of_a_page.setShortcut("F9")
    press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier, into=program.window)
    dialog, rows = keys_of(program)
    told = {what: keys for _where, what, keys in rows}
    texts = {row.name: row.text.replace("&", "").rstrip("…") for row in ACTIONS}
    shown = program.window.actions_by_name  # what cannot be used at all is not shown
    names = [name for menu in MENUS for name in _names(menu) if shown[name].isVisible()]
    wanted = {texts[name] for name in names}
    assert wanted <= set(told)
    assert [what for what in wanted if not told[what]] == []
    assert ("Sections", "1 Where", "Ctrl+1") in rows
    assert ("File", "Open the sample", "Alt, then F, then M") in rows
    assert ("Archive", "Back up now", "Alt, then F, then H, then B") in rows
    assert ("Where", "Mark it", "F9") in rows
    dialog.close()


def test_sheet_is_narrowed_by_a_few_letters(program):
    program.choose("Keys")
    dialog, before = keys_of(program)
    program.until(dialog.isActiveWindow)
    dialog.findChild(QLineEdit).setFocus()
    type_text("UNDO")
    _, rows = keys_of(program)
    assert 0 < len(rows) < len(before)
    assert ("Edit", "Undo", "Ctrl+Z") in rows
    dialog.close()


def test_about_says_the_version(program):
    program.choose("About")
    box = program.window.findChild(QMessageBox)
    assert __version__ in box.text()
    box.close()


def _names(menu: MenuRow) -> list[str]:
    found = []
    for entry in menu.entries:
        if isinstance(entry, MenuRow):
            found += _names(entry)
        elif entry != "-":
            found.append(entry)
    return found
