"""Abbreviations and pasting in the running program."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
)

from tests.ui.keys import compose, paste, press, type_text
from tests.ui.shell.conftest import Program, Start

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(program: Program) -> QLineEdit:
    program.choose("New minutes")
    line = program.field("place")
    line.setFocus()
    return line


def table_dialog(program: Program) -> QDialog:
    program.choose("Abbreviation table")
    return program.dialog("Abbreviations")


def push(dialog: QDialog, words: str) -> None:
    found = [b for b in dialog.findChildren(QAbstractButton) if b.text().replace("&", "") == words]
    assert len(found) == 1, words
    found[0].click()


def with_usual_ones(program: Program) -> None:
    dialog = table_dialog(program)
    push(dialog, "Take the usual ones")
    push(dialog, "Save")


def test_nothing_is_written_out_before_the_office_has_a_table(program, field):
    type_text("đc ")
    assert program.record.meeting.place == "đc "


def test_the_usual_ones_hold_once_they_are_taken(program, field):
    with_usual_ones(program)
    field.setFocus()
    type_text("gửi các đc ubnd tp ")
    assert program.record.meeting.place == "gửi các đồng chí Ủy ban nhân dân thành phố "


def test_undo_gives_the_abbreviation_back_alone(program, field):
    with_usual_ones(program)
    field.setFocus()
    type_text("các đc ")
    program.choose("Undo")
    assert field.text() == "các đc "


def test_one_key_switches_it_off_and_on_and_the_status_line_shows_it(program, field):
    with_usual_ones(program)
    field.setFocus()
    action = program.action("Write out abbreviations")
    shown = [
        b for b in program.window.status.findChildren(QAbstractButton) if b.actions() == [action]
    ]
    press(Qt.Key.Key_F12)
    type_text("đc ")
    press(Qt.Key.Key_F12)
    type_text("đc ")
    assert program.record.meeting.place == "đc đồng chí "
    assert [button.isChecked() for button in shown] == [True]


def test_what_was_chosen_is_remembered(program, field, environment_home):
    press(Qt.Key.Key_F12)
    kept = next(environment_home.rglob("preferences.json"))
    assert json.loads(kept.read_text("utf-8"))["expand_abbreviations"] is False
    assert not program.action("Write out abbreviations").isChecked()


def test_what_it_has_fixed_cannot_be_switched(start: Start, tmp_path: Path):
    policy = tmp_path / "policy.toml"
    policy.write_text("[settings]\nexpand_abbreviations = false\nclean_paste = false\n", "utf-8")
    program = start(policy=policy)
    action = program.action("Write out abbreviations")
    assert not action.isEnabled()
    assert not action.isChecked()
    program.choose("New minutes")
    with_usual_ones(program)
    program.field("place").setFocus()
    type_text("đc ")
    paste("a  b")
    assert program.record.meeting.place == "đc a  b"


def test_the_table_is_typed_and_kept(start: Start, tmp_path: Path):
    program = start(tmp_path / "a.sqlite")
    dialog = table_dialog(program)
    program.until(dialog.isActiveWindow)
    press(Qt.Key.Key_Return)
    type_text("ts\tThanh Sơn\ttp\tthành phố\n")
    press(Qt.Key.Key_Escape)
    push(dialog, "Save")
    program.window.close()
    program.application.stop()
    start.running.remove(program.application)
    program.application.deleteLater()
    again = start(tmp_path / "a.sqlite")
    again.choose("New minutes")
    again.field("place").setFocus()
    type_text("ts, tp.")
    assert again.record.meeting.place == "Thanh Sơn, thành phố."


def test_half_a_word_in_the_table_is_saved(program):
    dialog = table_dialog(program)
    program.until(dialog.isActiveWindow)
    press(Qt.Key.Key_Return)
    type_text("đc\tđồng ")
    compose("c", "ch", "chí")
    push(dialog, "Save")
    program.window.activateWindow()
    program.until(program.window.isActiveWindow)
    program.choose("New minutes")
    program.field("place").setFocus()
    type_text("đc ")
    assert program.record.meeting.place == "đồng chí "


def test_a_row_that_does_not_fit_is_told_and_nothing_kept(program):
    dialog = table_dialog(program)
    program.until(dialog.isActiveWindow)
    press(Qt.Key.Key_Return)
    type_text("đ c\tđồng chí\n")
    press(Qt.Key.Key_Escape)
    push(dialog, "Save")
    assert "Row 1 is not complete" in program.words(dialog)
    assert dialog.isVisible()
    push(dialog, "Cancel")


def test_a_doubled_row_is_told(program):
    dialog = table_dialog(program)
    program.until(dialog.isActiveWindow)
    press(Qt.Key.Key_Return)
    type_text("a\tmột\ta\thai\n")
    press(Qt.Key.Key_Escape)
    push(dialog, "Save")
    assert "“a” stands in rows 1 and 2" in program.words(dialog)
    push(dialog, "Cancel")


def test_the_table_goes_into_a_file_and_back(program, tmp_path):
    dialog = table_dialog(program)
    push(dialog, "Take the usual ones")
    target = tmp_path / "table.csv"
    push(dialog, "Write to a file…")
    answer(program, dialog, target)
    assert "đc,đồng chí" in target.read_text("utf-8-sig")
    push(dialog, "Cancel")
    dialog = table_dialog(program)
    push(dialog, "Read a file…")
    answer(program, dialog, target)
    push(dialog, "Save")
    program.choose("New minutes")
    program.field("place").setFocus()
    type_text("đc ")
    assert program.record.meeting.place == "đồng chí "


def test_a_file_that_is_no_table_is_told(program, tmp_path):
    target = tmp_path / "table.csv"
    target.write_bytes(b"\xff\xfe\x00")
    dialog = table_dialog(program)
    push(dialog, "Read a file…")
    answer(program, dialog, target)
    assert "is no text" in program.words(dialog)
    push(dialog, "Cancel")


def answer(program: Program, dialog: QDialog, target: Path) -> None:
    """Say to the file dialog which file is meant."""
    asked = dialog.findChild(QFileDialog)
    program.until(asked.isVisible)
    asked.fileSelected.emit(str(target))
    asked.reject()
    QApplication.sendPostedEvents(asked, 52)  # deferred deletion
    program.until(dialog.isVisible)


def test_a_paste_is_put_right_and_undone_at_once(program, field):
    type_text("x ")
    paste("rà soát ,\u00a0 cân đối")
    assert program.record.meeting.place == "x rà soát, cân đối"
    program.choose("Undo")
    assert program.record.meeting.place == "x "


def test_the_menu_pastes_as_it_is(program, field):
    QGuiApplication.clipboard().setText("a  b ,")
    program.choose("Paste as it is")
    assert program.record.meeting.place == "a  b ,"


def copy(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def test_text_for_old_fonts_becomes_unicode_in_one_step(program, field):
    type_text("x ")
    copy("TiÕng ViÖt", '<p style="font-family:.VnTime">TiÕng ViÖt</p>')
    press(Qt.Key.Key_V, CTRL)
    assert program.record.meeting.place == "x Tiếng Việt"
    assert "(TCVN3)" in program.window.messages.text
    program.choose("Undo")
    assert program.record.meeting.place == "x "
    press(Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert program.record.meeting.place == "x TiÕng ViÖt"


def test_old_writing_that_cannot_be_read_is_told(program, field):
    copy("ð¿", '<p style="font-family:.VnTime">ð¿</p>')
    press(Qt.Key.Key_V, CTRL)
    assert ".VnTime" in program.window.messages.text
    program.window.messages.dismiss()
    paste("Tiếng Việt, Köln")
    assert program.window.messages.text == ""


def test_cells_stay_as_they_are_where_nothing_is_to_be_put_right(start: Start, tmp_path: Path):
    policy = tmp_path / "policy.toml"
    policy.write_text("[settings]\nclean_paste = false\n", "utf-8")
    program = start(policy=policy)
    rows = (("- A ,", "TiÕng"), ("B", "ViÖt"))
    assert program.application._typing.cleaned_cells(QMimeData(), rows) == rows  # noqa: SLF001
