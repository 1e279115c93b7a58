"""After an end that nobody asked for one gets back to where one was, and a crash is told once."""

import json

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.keys import type_text
from tests.ui.shell.conftest import Program, Start, WhatPage, WherePage
from ui.application import Application
from ui.options import Options
from ui.single import Request


def killed(program: Program, start: Start) -> None:
    """What a kill leaves: the file that says where one was, and nothing that was cleared away."""
    program.until(lambda: place_file(program).exists())
    left = place_file(program).read_text()
    program.application.stop()
    start.running.clear()
    place_file(program).write_text(left)


def place_file(program: Program):
    return program.application._settings.folder / "last_place.json"  # noqa: SLF001


@pytest.fixture
def at_place(start: Start, monkeypatch) -> Program:
    monkeypatch.setattr("ui.last_place.PAUSE", 1)
    program = start()
    program.choose("New minutes")
    program.choose("2 What")
    program.field("headline").setFocus()
    type_text("Họp giao ban")
    program.wait_saved()
    return program


def test_the_record_and_the_page_come_back_after_a_kill(at_place, start):
    record = at_place.record
    killed(at_place, start)
    second = start()
    assert second.record == record
    assert second.window.pages.row == 1


def test_the_field_comes_back_too(at_place, start):
    at_place.window.pages.page(1).place_changed.emit(at_place.window.pages.page(1).part.place)
    at_place.until(lambda: "headline" in place_file(at_place).read_text())
    killed(at_place, start)
    second = start()
    assert second.field("headline").hasFocus()


def test_after_a_proper_end_one_begins_with_nothing_open(at_place, start):
    at_place.until(lambda: place_file(at_place).exists())
    at_place.window.close()
    at_place.application.stop()
    start.running.clear()
    assert not place_file(at_place).exists()
    assert start().desk.record is None


@pytest.mark.parametrize("left", ["", "[]", "{}", '{"record": "gone", "page": 0}'])
def test_a_file_that_makes_no_sense_is_passed_over(at_place, start, left):
    killed(at_place, start)
    said = left
    if "gone" in left:
        said = json.dumps({**json.loads(place_file(at_place).read_text()), "record": "gone"})
    place_file(at_place).write_text(said)
    assert start().desk.record is None


def test_a_crash_is_told_when_the_window_can_be_used(qapp, qtbot):
    application = Application(qapp, Options(None, "en"), (WherePage, WhatPage))
    application.tell_crash("Fatal Python error: Segmentation fault")
    with qtbot.waitSignal(application.ready):
        application.start()
    program = Program(application, qtbot)
    dialog = program.dialog("Unexpected error")
    assert "ended unexpectedly the last time" in program.words(dialog)
    note = next(e for e in dialog.findChildren(QPlainTextEdit) if not e.isReadOnly())
    assert "What were you doing?" in note.accessibleName()
    note.setFocus()
    type_text("Đang in", note)
    program.press_button("Copy the report", dialog)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Biên Bản ")
    assert "Segmentation fault" in copied
    assert copied.endswith("\n\nĐang in")
    dialog.close()
    application.stop()
    application.deleteLater()


def test_another_start_shows_the_window_and_hands_its_file_over(program, qtbot):
    program.window.showMinimized()
    with qtbot.waitSignal(program.application.file_came) as came:
        program.application._on_knocked(Request("/a/b.bienban"))  # noqa: SLF001
    assert came.args == ["/a/b.bienban"]
    assert not program.window.isMinimized()
    program.application._on_knocked(Request())  # noqa: SLF001
    assert program.window.isVisible()
