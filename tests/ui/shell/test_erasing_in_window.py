"""Erasing minutes for good, and what is said of where they may still be."""

from contextlib import closing

import pytest
from PySide6.QtWidgets import QPushButton, QTextEdit

from app.archive.showing import show
from app.minutes.words import DocumentKind
from tests.ui.keys import type_text
from tests.ui.shell.conftest import Program
from ui.dialogs.erase_dialog import EraseDialog
from ui.pages.kinds import CLASSIFIED_FORBIDDEN

SECRET = "mớxậq"


@pytest.fixture
def secret(program: Program, tmp_path) -> Program:
    """Minutes with a word of their own, exported and backed up."""
    program.choose("New minutes")
    program.field("place").setFocus()
    type_text(SECRET)
    program.wait_saved()
    exporter = program.application.exporter
    with program.qtbot.waitSignal(exporter.kept):
        exporter.write(program.record, DocumentKind.MINUTES, tmp_path / "a.docx")
    program.choose("Back up now")
    program.until(lambda: "A backup was made" in program.window.messages.text)
    return program


def folder(program: Program):
    return program.application._archive.path.parent  # noqa: SLF001


def holding(program: Program) -> list[str]:
    files = folder(program).rglob("*.sqlite")
    return [file.name for file in files if SECRET.encode() in file.read_bytes()]


def test_they_are_erased_from_archive_and_backups_and_the_rest_is_told(secret, tmp_path):
    assert len(holding(secret)) == 2
    secret.choose("Erase these minutes for good")
    dialog = secret.window.findChild(EraseDialog)
    assert "cannot be undone" in secret.words(dialog)
    secret.press_button("Erase for good", dialog)
    secret.until(lambda: "erased from 2 files" in secret.words(dialog))
    assert holding(secret) == []
    left = dialog.findChild(QTextEdit).toPlainText()
    assert str(tmp_path / "a.docx") in left
    assert "directory of people" in left
    secret.press_button("Close", dialog)
    assert secret.desk.record is None
    assert secret.listed() == []
    with closing(secret.application._archive.another()) as archive:  # noqa: SLF001
        archive.check()


def test_what_was_laid_out_to_be_looked_at_is_erased_too(secret):
    shown = show(folder(secret) / "bienban.sqlite", 1, "a.docx", SECRET.encode())
    secret.choose("Erase these minutes for good")
    dialog = secret.window.findChild(EraseDialog)
    secret.press_button("Erase for good", dialog)
    secret.until(lambda: "erased from 2 files" in secret.words(dialog))
    assert not shown.exists()
    dialog.close()


def test_cancelling_erases_nothing(secret):
    secret.choose("Erase these minutes for good")
    secret.press_button("Cancel", secret.window.findChild(EraseDialog))
    assert len(holding(secret)) == 2
    assert secret.record.meeting.place == SECRET


def test_minutes_that_were_never_saved_are_just_put_away(program):
    program.choose("New minutes")
    program.choose("Erase these minutes for good")
    dialog = program.window.findChild(EraseDialog)
    program.press_button("Erase for good", dialog)
    program.until(lambda: "erased from 0 files" in program.words(dialog))
    dialog.close()
    assert program.desk.record is None


def test_nothing_is_erased_while_something_is_not_saved(secret, monkeypatch):
    monkeypatch.setattr(secret.desk, "flush", lambda: False)
    secret.choose("Erase these minutes for good")
    dialog = secret.window.findChild(EraseDialog)
    secret.press_button("Erase for good", dialog)
    secret.until(lambda: "nothing is erased" in secret.window.messages.text)
    assert len(holding(secret)) == 2


def test_a_refused_security_mark_offers_to_erase(secret):
    page = secret.window.pages.page(0)
    page.refused.emit(CLASSIFIED_FORBIDDEN)
    secret.until(lambda: "forbidden on this computer" in secret.window.messages.text)
    secret.until(lambda: offered(secret))
    secret.press_button("Erase these minutes…", secret.window.messages)
    assert secret.window.findChild(EraseDialog).isVisible()
    secret.window.findChild(EraseDialog).close()


def offered(program: Program) -> bool:
    return any(
        button.text() == "Erase these minutes…"
        for button in program.window.messages.findChildren(QPushButton)
    )
