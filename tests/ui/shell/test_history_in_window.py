"""One history: undo and redo from anywhere, named in the menu, with the place in sight."""

from PySide6.QtCore import Qt

from app.editing.edits import set_field
from app.editing.session import Label
from app.minutes.place import Place
from tests.ui.keys import compose, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
PLACE = Place("meeting", field="place")


def type_place(program, words: str) -> None:
    program.choose("1 Where")
    program.field("place").setFocus()
    type_text(words)


def test_undo_by_key_from_a_field_goes_through_the_one_history(program):
    program.choose("New minutes")
    type_place(program, "Huế")
    press(Qt.Key.Key_Z, CTRL)
    assert program.record.meeting.place == ""
    assert program.field("place").text() == ""
    press(Qt.Key.Key_Y, CTRL)
    assert program.field("place").text() == "Huế"


def test_undo_by_key_works_from_the_search_field(program):
    program.choose("New minutes")
    type_place(program, "Huế")
    program.choose("Find in the archive")
    type_text("abc")
    press(Qt.Key.Key_Z, CTRL)
    assert program.record.meeting.place == ""


def test_menu_names_the_step(program):
    program.choose("New minutes")
    type_place(program, "Huế")
    assert program.action("Undo").text() == "&Undo: change place"
    program.choose("Undo")
    assert program.action("Redo").text() == "&Redo: change place"
    assert program.action("Undo").text() == "&Undo"
    assert not program.action("Undo").isEnabled()


def test_name_of_a_step_with_an_ampersand_stands_as_it_is(program):
    program.choose("New minutes")
    label = Label("Change {field}", {"field": "A&B"})
    program.desk.session.edit(set_field(PLACE, "x"), label, PLACE)
    assert program.action("Undo").text() == "&Undo: change A&&B"


def test_undo_goes_to_the_page_where_the_step_was(program):
    program.choose("New minutes")
    type_place(program, "Huế")
    program.choose("2 What")
    program.choose("Undo")
    assert program.window.pages.row == 0
    assert program.window.rail.currentRow() == 0
    assert program.field("place").hasFocus()


def test_undo_takes_the_word_being_composed_first(program):
    program.choose("New minutes")
    type_place(program, "Huế")
    program.desk.session.end_typing()
    compose("đ", "đô")
    program.choose("Undo")
    assert program.record.meeting.place == "Huế"
    program.choose("Redo")
    assert program.record.meeting.place == "Huếđô"


def test_hidden_page_is_behind_until_it_is_shown(program):
    program.choose("New minutes")
    type_place(program, "Huế")
    program.choose("2 What")
    program.desk.session.edit(set_field(PLACE, "Vinh"), Label("x"), PLACE)
    hidden = program.window.pages.page(0)
    assert hidden.part.line.text() == "Huế"
    program.choose("1 Where")
    assert program.field("place").text() == "Vinh"


def test_page_is_refreshed_for_its_own_sections_alone(program, monkeypatch):
    program.choose("New minutes")
    refreshed = []
    monkeypatch.setattr(program.window.pages.page(0), "refresh", refreshed.append)
    program.desk.session.edit(set_field(Place("tally", "", "met"), 1), Label("x"), PLACE)
    assert refreshed == []
    program.desk.session.edit(set_field(PLACE, "Vinh"), Label("x"), PLACE)
    assert len(refreshed) == 1


def test_badge_follows_the_record(program):
    program.choose("New minutes")
    assert program.window.rail.badge(0) == ""
    type_place(program, "Huế")
    assert program.window.rail.badge(0) == "3"
    program.choose("Undo")
    assert program.window.rail.badge(0) == ""


def test_digits_go_to_the_sections(program):
    program.choose("New minutes")
    press(Qt.Key.Key_2, CTRL, program.window)
    assert program.window.pages.row == 1
    press(Qt.Key.Key_1, CTRL, program.window)
    assert program.window.pages.row == 0


def test_history_belongs_to_the_open_record(program):
    program.choose("New minutes")
    type_place(program, "Huế")
    program.choose("New minutes")
    assert not program.action("Undo").isEnabled()


def test_place_is_in_sight_before_the_step_is_taken(program):
    program.choose("New minutes")
    type_place(program, "Huế")
    program.choose("2 What")
    rows = []
    program.desk.changed.connect(lambda _changed: rows.append(program.window.pages.row))
    program.choose("Undo")
    assert rows == [0]


def test_what_a_step_brings_back_is_in_sight_after_it(program):
    program.choose("New minutes")
    type_place(program, "Huế")
    program.desk.changed.connect(lambda _changed: program.field("place").clearFocus())
    program.choose("Undo")
    assert program.field("place").hasFocus()


def test_undo_brings_deleted_minutes_back_with_their_history(program):
    program.choose("New minutes")
    type_place(program, "Huế")
    program.wait_saved()
    record = program.record
    program.choose("Delete")
    assert program.desk.record is None
    assert program.action("Undo: delete “").isEnabled()
    program.choose("Undo: delete “")
    assert program.record == record
    assert program.window.messages.text == ""
    program.choose("Undo")
    assert program.record.meeting.place == ""


def test_undo_brings_minutes_back_that_were_never_edited(program):
    program.choose("New minutes")
    record = program.record
    program.choose("Delete")
    program.choose("Undo: delete “")
    assert program.record == record


def test_what_was_deleted_is_no_step_of_other_minutes(program):
    program.choose("New minutes")
    type_place(program, "Huế")
    program.choose("Delete")
    program.choose("New minutes")
    assert not program.action("Undo").isEnabled()
