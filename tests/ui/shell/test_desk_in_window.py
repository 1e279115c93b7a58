"""New, open, duplicate, delete; what is typed is saved, listed and there after a restart."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QListView

from app.minutes.structure import walk
from tests.ui.keys import compose, type_text
from tests.ui.shell.conftest import Program, Start
from ui.widgets.archive_row import DATE

CTRL = Qt.KeyboardModifier.ControlModifier


def type_headline(program: Program, words: str) -> None:
    program.choose("2 What")
    program.field("headline").setFocus()
    type_text(words)


def test_nothing_is_open_at_first_and_the_window_says_what_to_do(program):
    assert "Start new ones" in program.words(program.window)
    assert not program.action("Undo").isEnabled()
    assert not program.action("Duplicate").isEnabled()


def test_new_minutes_are_in_the_archive_from_the_first_key(program):
    program.choose("New minutes")
    assert program.listed() == []
    type_headline(program, "H")
    program.wait_saved()
    program.until(lambda: program.listed() == ["H"])


def test_what_was_typed_is_there_after_a_restart(start: Start):
    first = start()
    first.choose("New minutes")
    type_headline(first, "Họp giao ban")
    first.window.close()
    first.application.stop()
    start.running.clear()
    second = start()
    assert second.listed() == ["Họp giao ban"]


def test_word_being_composed_is_kept_when_the_window_closes(start: Start):
    first = start()
    first.choose("New minutes")
    type_headline(first, "Họp ")
    compose("g", "gi", "giao")
    first.window.close()
    first.application.stop()
    start.running.clear()
    assert start().listed() == ["Họp giao"]


def test_saved_time_is_told(program):
    program.choose("New minutes")
    type_headline(program, "Họp")
    assert program.window.status.saved == "Saving…"
    program.wait_saved()


def test_opening_another_keeps_what_was_typed_in_the_first(program):
    program.choose("New minutes")
    type_headline(program, "Một")
    first = program.record.id
    program.choose("New minutes")
    type_headline(program, "Hai")
    program.window.archive.opened.emit(first)
    assert program.record.meeting.headline == "Một"
    program.until(lambda: sorted(program.listed()) == ["Hai", "Một"])


def test_duplicate_shares_no_id_and_leaves_the_original(program):
    program.choose("Open the sample")
    original = program.record
    program.choose("Duplicate")
    assert program.record.meeting.host.name == original.meeting.host.name
    ids = {item.id for item in walk(original)}
    assert not ids & {item.id for item in walk(program.record)}
    assert len(program.listed()) == 2


def test_word_being_composed_is_in_the_duplicate(program):
    program.choose("New minutes")
    type_headline(program, "Họp ")
    compose("đ", "đô")
    program.choose("Duplicate")
    assert program.record.meeting.headline == "Họp đô"


def test_deleted_minutes_come_back_by_the_bar(program):
    program.choose("Open the sample")
    record = program.record
    program.choose("Delete")
    assert program.listed() == []
    assert program.desk.record is None
    assert "Thường trực Thành ủy PRTC" in program.window.messages.text
    program.press_button("Undo", program.window.messages)
    assert program.record == record
    assert len(program.listed()) == 1


def test_new_minutes_can_be_deleted_before_the_first_key_and_come_back(program):
    program.choose("New minutes")
    record = program.record
    program.choose("Delete")
    program.press_button("Undo", program.window.messages)
    assert program.record == record


def test_search_narrows_the_list_without_diacritics(program):
    program.choose("Open the sample")
    program.choose("New minutes")
    type_headline(program, "Họp giao ban")
    program.wait_saved()
    program.until(lambda: len(program.listed()) == 2)
    program.choose("Find in the archive")
    type_text("kieu nhu")
    program.until(lambda: len(program.listed()) == 1)
    assert "Thanh Sơn" in program.listed()[0]
    type_text("zzz")
    program.until(lambda: program.listed() == [])
    assert "Nothing found" in program.words(program.window.archive)


def test_down_and_enter_open_what_was_found(program, qtbot):
    program.choose("Open the sample")
    record = program.record
    program.desk.close()
    program.choose("Find in the archive")
    field = program.window.focusWidget()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    program.until(lambda: not field.hasFocus())
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
    assert program.record == record


def test_list_says_date_and_what_the_meeting_is_called(program):
    program.choose("Open the sample")
    program.listed()
    model = program.window.archive.findChild(QListView).model()
    assert model.index(0, 0).data(DATE) == "11/5/2022"
    assert program.listed() == ["Thường trực Thành ủy PRTC làm việc với Đảng ủy phường Thanh Sơn"]
    assert program.window.windowTitle().startswith("Thường trực Thành ủy PRTC làm việc")


def test_save_key_saves_at_once(program, qtbot):
    program.choose("New minutes")
    type_headline(program, "Họp")
    assert program.action("Save now").shortcut() == QKeySequence("Ctrl+S")
    program.choose("Save now")
    assert program.application._opened.writer.unsaved == ()  # noqa: SLF001


def test_save_of_the_last_record_may_be_told_when_a_new_one_is_open(program):
    program.choose("Open the sample")
    program.choose("New minutes")
    program.until(lambda: program.window.status.saved.startswith("Saved"))
    assert program.window.messages.text == ""
