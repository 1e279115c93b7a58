"""When something goes wrong: the record is saved first, then comes a sentence or a report."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit

from app.archive.archive import Archive
from app.archive.errors import DiskFullError
from app.errors import KnownError
from app.identity import new_id
from app.minutes.canonical import from_json
from app.minutes.record import Minutes
from tests.ui.keys import type_text
from tests.ui.shell.conftest import WhatPage, WherePage
from ui.application import Application
from ui.options import Options
from ui.rescue import Rescue, Ways


def start_on(qapp, qtbot, archive: Path) -> Application:
    application = Application(qapp, Options(archive, "en"), (WherePage, WhatPage))
    application.start()
    qtbot.waitUntil(lambda: bool(open_dialog("The archive cannot be opened")))
    return application


def open_dialog(title: str):
    found = [
        w for w in QApplication.topLevelWidgets() if w.windowTitle() == title and w.isVisible()
    ]
    return found[0] if found else None


def damaged(folder: Path) -> Path:
    file = folder / "bad.sqlite"
    file.write_bytes(b"Not an archive at all. " * 100)
    return file


def end(application: Application) -> None:
    application.stop()
    application.deleteLater()


def raise_(error: Exception) -> None:
    """What the interpreter does with an error that nobody caught."""
    try:
        raise error
    except type(error) as raised:
        sys.excepthook(type(raised), raised, raised.__traceback__)


def rescued(program, error: Exception) -> None:
    """Let the program's own hook have an error; the test's hook stands in its way."""
    program.application._rescue._caught(type(error), error, error.__traceback__)  # noqa: SLF001


def test_archive_that_is_none_is_told_and_left_alone(qapp, qtbot, tmp_path):
    file = damaged(tmp_path)
    before = file.read_bytes()
    application = start_on(qapp, qtbot, file)
    dialog = open_dialog("The archive cannot be opened")
    labels = [child.text() for child in dialog.children() if hasattr(child, "wordWrap")]
    assert any("bad.sqlite is not an archive of minutes" in words for words in labels)
    assert file.read_bytes() == before
    end(application)


def test_another_archive_can_be_chosen(qapp, qtbot, tmp_path):
    other = tmp_path / "other.sqlite"
    with Archive.open(other) as archive:
        archive.add(Minutes(id=new_id()))
    application = start_on(qapp, qtbot, damaged(tmp_path))
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    dialog = open_dialog("The archive cannot be opened")
    dialog._on_another()  # noqa: SLF001
    chooser = dialog.findChild(QFileDialog)
    chooser.findChild(QLineEdit).setText(str(other))
    with qtbot.waitSignal(application.ready):
        chooser.accept()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
    assert application.desk is not None
    end(application)


def test_folder_that_cannot_be_written_is_told(qapp, qtbot):
    end(start_on(qapp, qtbot, Path("/dev/null/bienban.sqlite")))


def test_unexpected_error_saves_first_and_then_tells(program, expect_log):
    expect_log("unexpected error")
    program.choose("New minutes")
    program.field("place").setFocus()
    type_text("Huế")
    rescued(program, ZeroDivisionError("Huế"))
    assert program.application._opened.writer.unsaved == ()  # noqa: SLF001
    dialog = program.dialog("Unexpected error")
    assert "Your minutes are saved" in program.words(dialog)
    dialog.close()


def test_report_names_the_error_but_nothing_of_the_minutes(program, expect_log, caplog):
    expect_log("unexpected error")
    rescued(program, ZeroDivisionError("Kiều Như Nguyên"))
    dialog = program.dialog("Unexpected error")
    report = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "ZeroDivisionError" in report
    assert "Kiều" not in report
    assert "Kiều" not in caplog.text
    program.press_button("Copy the report", dialog)
    assert QGuiApplication.clipboard().text() == report
    dialog.close()


def test_known_error_is_a_sentence_in_the_window(program):
    rescued(program, KnownError("The disk is full."))
    assert program.window.messages.text == "The disk is full."


def test_error_while_rescuing_does_not_lead_back_in(expect_log):
    expect_log("unexpected error")
    seen = []
    hook = sys.excepthook
    rescue = Rescue(Ways(lambda: True, lambda _e: None, lambda _r, _s: raise_(ValueError())))
    rescue._before = lambda *caught: seen.append(caught[0])  # noqa: SLF001
    raise_(ZeroDivisionError())
    rescue.stop()
    sys.excepthook = hook
    assert seen == [ValueError]


def test_unsaved_changes_are_told_when_saving_fails_while_rescuing(program, expect_log):
    expect_log("unexpected error")
    expect_log("could not be saved")

    def broken() -> bool:
        raise OSError

    rescue = program.application._rescue  # noqa: SLF001
    rescue._ways = rescue._ways._replace(save=broken)  # noqa: SLF001
    rescued(program, ZeroDivisionError())
    dialog = program.dialog("Unexpected error")
    assert "could not be saved" in program.words(dialog)
    dialog.close()


def test_status_says_why_nothing_is_saved_and_closing_asks(program, monkeypatch):
    def full(*_arguments):
        raise DiskFullError("The disk is full.")

    monkeypatch.setattr(Archive, "save", full)
    monkeypatch.setattr("ui.desk.PATIENCE", 0.2)
    program.choose("New minutes")
    program.field("place").setFocus()
    type_text("Huế")
    program.until(lambda: program.window.status.saved == "Not saved: The disk is full.")
    program.window.close()
    assert program.window.isVisible()
    box = program.window.findChild(QMessageBox)
    assert "The disk is full." in box.text()
    program.press_button("Stay", box)
    assert program.window.isVisible()
    monkeypatch.undo()
    program.until(lambda: program.window.status.saved.startswith("Saved"))


def test_what_cannot_be_saved_can_be_copied_elsewhere(program, monkeypatch, tmp_path):
    def full(*_arguments):
        raise DiskFullError("The disk is full.")

    monkeypatch.setattr(Archive, "save", full)
    monkeypatch.setattr("ui.desk.PATIENCE", 0.2)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    program.choose("New minutes")
    program.field("place").setFocus()
    type_text("Huế")
    program.until(lambda: program.window.status.saved.startswith("Not saved"))
    program.window.close()
    program.press_button("Save a copy elsewhere…", program.window.findChild(QMessageBox))
    chooser = program.window.findChild(QFileDialog)
    chooser.findChild(QLineEdit).setText(str(tmp_path / "a.json"))
    chooser.accept()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
    assert from_json((tmp_path / "a.json").read_bytes()) == program.record
    assert "A copy is in" in program.window.messages.text
    program.press_button("Quit now", program.window.messages)
    assert not program.window.isVisible()
    monkeypatch.undo()
