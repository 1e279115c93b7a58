"""The window itself: panels that fold and are remembered, findings, preview, languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QMenu, QTableWidget, QToolButton

from app.minutes.place import Place
from tests.ui.keys import press, type_text
from tests.ui.shell.conftest import Program, Start, WhatPage
from ui.appearance.icons import ACTION_ICONS


@pytest.mark.parametrize("words", ["Archive panel", "Sections panel", "Preview panel"])
def test_panel_folds_away_and_stays_so(start: Start, words):
    first = start()
    panel = {"A": first.window.archive, "S": first.window.rail, "P": first.window.preview}[words[0]]
    first.choose(words)
    assert not panel.isVisible()
    first.window.close()
    first.application.stop()
    start.running.clear()
    second = start()
    assert not second.action(words).isChecked()
    second.choose(words)
    panel = {"A": second.window.archive, "S": second.window.rail, "P": second.window.preview}
    assert panel[words[0]].isVisible()


def test_window_is_as_large_as_it_was(start: Start):
    first = start()
    first.window.resize(780, 610)
    first.window.close()
    first.application.stop()
    start.running.clear()
    second = start()
    assert (second.window.width(), second.window.height()) == (
        780,
        610,
    )  # no larger than the screen off screen


def test_panels_are_as_wide_as_they_were(start: Start):
    first = start()
    splitter = first.window.archive.parent()
    splitter.moveSplitter(220, 1)
    widths = splitter.sizes()
    first.window.close()
    first.application.stop()
    start.running.clear()
    assert start().window.archive.parent().sizes() == widths


def test_window_comes_back_onto_a_screen_that_is_there(start: Start):
    first = start()
    first.window.setGeometry(2400, 1300, 1300, 800)  # on a screen that is taken away
    first.window.close()
    first.application.stop()
    start.running.clear()
    second = start()
    assert second.window.screen().geometry().contains(second.window.frameGeometry())


@pytest.mark.parametrize("words", ["Archive panel", "Sections panel"])
def test_panel_that_comes_back_is_as_wide_as_it_was(program: Program, words):
    panel = {"A": program.window.archive, "S": program.window.rail}[words[0]]
    before = panel.width()
    program.choose("Preview panel")
    for _fold_and_show in range(2):
        program.choose(words)
    assert panel.width() == pytest.approx(before, abs=8)


def test_settings_stand_in_the_users_folder_alone(start: Start, own_folder):
    program = start()
    program.window.close()
    program.application.stop()
    start.running.clear()
    folder = own_folder.path / "bienban"
    assert (folder / "settings" / "window.ini").exists()
    assert not list((own_folder.path / "home").rglob("*.conf"))
    assert not list((own_folder.path / "home").rglob("*.ini"))


def test_findings_are_counted_listed_and_lead_to_their_places(program: Program):
    program.choose("New minutes")
    program.choose("2 What")
    program.choose("Check")
    dialog = program.dialog("Check")
    table = dialog.findChild(QTableWidget)
    messages = [table.item(row, 1).text() for row in range(table.rowCount())]
    kinds = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert kinds == sorted(kinds)  # errors, then warnings
    row = messages.index("The place of the meeting is not known.")
    table.setCurrentCell(row, 1)
    press(Qt.Key.Key_Return, into=table)
    assert program.window.pages.row == 0
    assert program.field("place").hasFocus()
    assert program.action("Check").iconText() == f"Check ({len(messages)})"
    dialog.close()


def test_findings_follow_what_is_typed(program: Program):
    program.choose("New minutes")
    program.choose("Check")
    table = program.dialog("Check").findChild(QTableWidget)
    before = table.rowCount()
    program.field("place").setFocus()
    type_text("Huế")
    program.until(lambda: table.rowCount() == before - 1)
    program.dialog("Check").close()


def test_preview_follows_what_is_typed(program: Program):
    program.choose("New minutes")
    view = program.window.preview.view
    program.field("place").setFocus()
    type_text("Huế")
    program.until(lambda: "Địa điểm: Huế" in view.pages.text())


def test_preview_shows_the_kind_that_is_chosen(program: Program):
    program.choose("Open the sample")
    box = program.window.preview.findChild(QComboBox)
    box.setCurrentText("Narrative report")
    assert "Cùng đi có đồng chí Nguyễn Thành Phú" in program.window.preview.view.pages.text()
    assert "page 1/" in program.words(program.window.preview)


def test_click_in_the_preview_goes_to_the_field(program: Program, qtbot):
    program.choose("New minutes")
    program.field("place").setFocus()
    type_text("Huế")
    view = program.window.preview.view
    program.until(lambda: "Huế" in view.pages.text())
    program.choose("2 What")
    spot = view.pages.spot_of(Place("meeting", field="place"))
    middle = spot.area.center() * view.zoom * view.logicalDpiX() / 25.4 / view.pages.unit
    page = view._page_area(spot.page).topLeft()  # noqa: SLF001
    point = page + middle - QPoint(0, view.verticalScrollBar().value())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert program.window.pages.row == 0
    assert program.field("place").hasFocus()


def test_language_changes_at_once_and_is_remembered(start: Start):
    first = start(language="vi")
    first.choose("Mở cuộc họp mẫu")
    record = first.record
    first.choose("2 What")
    first.choose("English")
    first.application.window.activateWindow()
    assert first.record == record
    assert first.window.pages.row == 1
    assert first.action("Duplicate").isEnabled()
    first.window.close()
    first.application.stop()
    start.running.clear()
    second = start(language="")
    assert second.action("New minutes")


def test_refused_paste_is_told(program: Program):
    program.choose("New minutes")
    program.window.pages.page(0).refused.emit("Too long.")
    assert program.window.messages.text == "Too long."


def test_no_section_is_lit_while_nothing_is_open(program: Program):
    rail = program.window.rail

    def lit():
        first, second = (rail.visualItemRect(rail.item(row)).topRight() for row in (0, 1))
        picture, aside = rail.viewport().grab().toImage(), QPoint(-3, 3)
        return picture.pixel(first + aside) != picture.pixel(second + aside)

    assert not rail.isEnabled()
    assert not lit()
    program.choose("New minutes")
    assert rail.isEnabled()
    program.until(lit)


def test_an_empty_preview_says_what_it_is_for(program: Program):
    view = program.window.preview.view
    picture = view.viewport().grab().toImage()
    seen = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(seen) > 1, "it is one grey"


def test_status_tells_the_form(program: Program):
    program.choose("Open the sample")
    assert "Party form" in program.words(program.window.status)


def test_keys_go_into_the_page_that_is_chosen(program: Program):
    program.choose("New minutes")
    assert program.field("place").hasFocus()
    program.choose("2 What")
    assert program.field("headline").hasFocus()
    program.choose("1 Where")
    assert program.field("place").hasFocus()


def test_window_opens_where_nothing_can_be_remembered(start: Start, monkeypatch):
    monkeypatch.setattr("ui.application.settings_folder", lambda _environment: Path("/dev/null/x"))
    program = start()
    program.choose("New minutes")
    assert program.desk.record is not None


def test_a_page_is_made_when_one_first_goes_to_it(program):
    stack, made = program.window.pages, []
    stack.made.connect(made.append)
    assert stack.count() == 1  # the start page
    program.choose("New minutes")
    assert [type(page).__name__ for page in made] == ["WherePage"]
    program.choose("2 What")
    assert [type(page).__name__ for page in made] == ["WherePage", "WhatPage"]
    program.choose("1 Where")
    assert len(made) == 2


def test_the_other_pages_are_made_while_nothing_is_to_be_done(program):
    program.choose("New minutes")
    assert program.window.pages.count() == 2
    program.until(lambda: program.window.pages.count() == 3)
    assert program.window.pages.currentWidget() is program.window.pages.page(0)


def test_a_page_made_late_is_locked_as_the_others_are(program):
    program.choose("New minutes")
    program.desk.session.lock()
    program.desk.state_changed.emit()
    assert program.window.pages.page(1).part.line.isReadOnly()


def test_a_page_made_late_shows_what_was_found_before(program, monkeypatch):
    shown = []
    monkeypatch.setattr(WhatPage, "show_findings", lambda _page, found: shown.append(found))
    program.choose("New minutes")
    program.window.pages.show_findings(("found",))
    program.choose("2 What")
    assert shown[-1] == ("found",)


def test_every_button_for_an_action_has_its_icon_from_the_start(program):
    program.choose("New minutes")
    actions = program.window.actions_by_name.values()
    buttons = program.window.findChildren(QToolButton)
    shown = [each.defaultAction() for each in buttons if each.defaultAction() in actions]
    having = [each for each in shown if each.objectName() in ACTION_ICONS]
    assert len(having) > 10
    assert [each.text() for each in having if each.icon().isNull()] == []


def test_entries_of_a_menu_have_their_icons_when_it_opens(program):
    action = program.action("Duplicate")
    assert action.icon().isNull()
    menu = next(each for each in program.window.findChildren(QMenu) if action in each.actions())
    menu.popup(QPoint(0, 0))
    assert not action.icon().isNull()
    menu.close()
