"""Versions and exported documents, through the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QListWidget, QPushButton, QTableWidget, QTextEdit

from app.minutes.words import DocumentKind
from tests.ui.keys import type_text
from tests.ui.shell.conftest import Program
from ui.dialogs.exports_dialog import ExportsDialog
from ui.dialogs.versions_dialog import VersionsDialog


@pytest.fixture
def changed(program: Program) -> Program:
    """The sample, opened once more, then given another place."""
    program.choose("Open the sample")
    record = program.record
    program.desk.close()
    program.desk.open(record.id)
    program.wait_saved()
    program.choose("1 Where")
    program.field("place").setFocus()
    type_text("Huế")
    return program


def opened(program: Program) -> VersionsDialog:
    program.choose("Versions…")
    dialog = program.window.findChild(VersionsDialog)
    text = dialog.findChild(QTextEdit)
    program.until(lambda: bool(text.toPlainText()) or "Nothing" in program.words(dialog))
    return dialog


def text_of(dialog: QDialog) -> str:
    return dialog.findChild(QTextEdit).toPlainText()


def test_opening_keeps_a_version_and_the_dialog_says_what_changed_since(changed):
    dialog = opened(changed)
    listed = dialog.findChild(QListWidget)
    assert listed.count() == 1
    assert listed.item(0).text().endswith("– opened")
    assert text_of(dialog) == "Place: Huế"
    assert "1 difference" in changed.words(dialog)
    dialog.close()


def test_returning_is_one_step_that_undo_takes_back(changed):
    dialog = opened(changed)
    changed.press_button("Return to this version", dialog)
    assert changed.record.meeting.place == ""
    assert changed.action("Undo").text().replace("&", "").startswith("Undo: return to the version")
    assert "Undo takes that back" in changed.window.messages.text
    changed.choose("Undo")
    assert changed.record.meeting.place == "Huế"


def test_a_version_is_compared_with_the_one_before(changed, tmp_path):
    exported(changed, tmp_path / "a.docx")
    dialog = opened(changed)
    assert dialog.findChild(QListWidget).count() == 2
    assert "Nothing differs." in changed.words(dialog)
    combo = dialog.findChild(QComboBox)
    combo.setFocus()
    combo.setCurrentIndex(1)
    changed.until(lambda: text_of(dialog) == "Place: Huế")
    dialog.findChild(QListWidget).setCurrentRow(1)
    changed.until(lambda: "Added attendee" in text_of(dialog))
    dialog.close()


def test_finished_minutes_can_only_be_looked_at(changed):
    assert changed.desk.flush()
    changed.application._archive.finish(changed.record)  # noqa: SLF001
    dialog = opened(changed)
    assert "These minutes are finished" in changed.words(dialog)
    dialog.findChild(QListWidget).setCurrentRow(1)
    changed.until(lambda: text_of(dialog) == "Place: Huế")
    buttons = {b.text().replace("&", ""): b for b in dialog.findChildren(QPushButton)}
    assert not buttons["Return to this version"].isEnabled()
    dialog.close()


def test_new_minutes_have_no_versions_yet(program):
    program.choose("New minutes")
    program.choose("Versions…")
    dialog = program.window.findChild(VersionsDialog)
    assert "No version of these minutes" in program.words(dialog)
    assert "every 10 minutes while they are worked on" in program.words(dialog)
    assert "Struck out" not in program.words(dialog)
    dialog.close()


def test_the_key_opens_it_and_escape_closes_it(changed, qtbot):
    qtbot.keyClick(
        changed.window,
        Qt.Key.Key_H,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    dialog = changed.window.findChild(VersionsDialog)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    changed.until(lambda: changed.window.findChild(VersionsDialog) is None)


def exported(program: Program, path: Path) -> bytes:
    exporter = program.application.exporter
    with program.qtbot.waitSignal(exporter.kept):
        exporter.write(program.record, DocumentKind.NOTICE, path)
    return path.read_bytes()


def exports(program: Program) -> ExportsDialog:
    program.choose("Exported documents…")
    return program.window.findChild(ExportsDialog)


def test_what_was_exported_is_shown_again_byte_for_byte(changed, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(
        "ui.commands.past_commands.open_path", lambda path, _refuse: shown.append(path)
    )
    data = exported(changed, tmp_path / "Thông báo.docx")
    (tmp_path / "Thông báo.docx").unlink()
    dialog = exports(changed)
    table = dialog.findChild(QTableWidget)
    assert table.item(0, 1).text() == "Notice of conclusions (Party form)"
    changed.press_button("Show as it was", dialog)
    assert shown[0].read_bytes() == data
    assert shown[0].name == "Thông báo.docx"
    assert shown[0].is_relative_to(changed.application._archive.path.parent)  # noqa: SLF001
    dialog.close()


def test_a_copy_can_be_saved(changed, tmp_path):
    data = exported(changed, tmp_path / "a.docx")
    dialog = exports(changed)
    dialog._on_file_selected(str(tmp_path / "b.docx"))  # noqa: SLF001
    assert (tmp_path / "b.docx").read_bytes() == data
    assert "b.docx" in changed.window.messages.text
    dialog.close()


def test_nothing_exported_yet_is_said(program):
    program.choose("Open the sample")
    dialog = exports(program)
    assert "No document has been made" in program.words(dialog)
    dialog.close()


def test_what_was_shown_is_cleared_away_by_the_next_start(start, environment_home):
    left = environment_home / "shown" / "1" / "a.docx"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"shown the last time")
    start()
    assert not left.exists()
