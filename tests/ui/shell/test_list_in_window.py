"""The archive's list in the real window: search with hits, filters, several at once, the bin."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QMessageBox,
    QToolButton,
)

from app.archive.entries import Filters, State
from app.minutes.attendees import Attendee
from app.minutes.meeting import Body, Meeting
from app.minutes.record import Minutes, Result
from tests.ui.keys import compose, press, type_text
from tests.ui.shell.conftest import Program, Start
from ui.widgets.archive_row import EXCERPT, HITS, ID, STATE

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def meeting(record_id: str, headline: str, text: str, day: int, **fields: object) -> Minutes:
    host = Body(id=f"{record_id}h", name=str(fields.get("host", "Phường 1")))
    person = Attendee(id=f"{record_id}a", name=str(fields.get("person", "Lê Hoa")))
    return Minutes(
        id=record_id,
        meeting=Meeting(headline=headline, date=datetime.date(2026, 3, day), host=host),
        attendees=(person,),
        results=(Result(id=f"{record_id}r", text=text),),
    )


@pytest.fixture
def opened(start: Start) -> Program:
    program = start()
    for record in (
        meeting("a", "Họp giao ban", "Khởi công trụ sở Đảng ủy phường.", 1),
        meeting("b", "Làm việc với Kiều Như", "Không có gì.", 2, person="Bùi Văn Phú"),
        meeting("c", "Hội nghị", "Thu ngân sách đạt.", 3, host="Phường 2"),
    ):
        archive(program).add(record)
    program.desk.archive_changed.emit()
    program.until(lambda: ids(program) == ["c", "b", "a"])
    return program


def archive(program: Program):
    return program.application._archive  # noqa: SLF001


def the_list(program: Program) -> QListView:
    return program.window.archive.findChild(QListView)


def ids(program: Program) -> list[str]:
    model = the_list(program).model()
    return [model.index(row, 0).data(ID) for row in range(model.rowCount())]


def look_for(program: Program, typed: str) -> None:
    press(KEY.Key_F, CTRL | SHIFT, into=program.window)
    type_text(typed)


def select(program: Program, *rows: int) -> None:
    the_list(program).setFocus()
    model, selection = the_list(program).model(), the_list(program).selectionModel()
    selection.clear()
    for row in rows:
        selection.select(model.index(row, 0), selection.SelectionFlag.Select)
        selection.setCurrentIndex(model.index(row, 0), selection.SelectionFlag.NoUpdate)


def menu(program: Program) -> QMenu:
    press(KEY.Key_F10, SHIFT, into=the_list(program))
    program.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def choose(program: Program, words: str) -> None:
    shown = menu(program)
    action = next(a for a in shown.actions() if a.text().replace("&", "") == words)
    letter = action.text()[action.text().index("&") + 1]
    press(Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.NoModifier, into=shown)


def combo(program: Program, name: str) -> QComboBox:
    boxes = program.window.archive.findChildren(QComboBox)
    return next(box for box in boxes if box.accessibleName() == name)


def field(program: Program, name: str) -> QLineEdit:
    lines = program.window.archive.findChildren(QLineEdit)
    return next(line for line in lines if line.accessibleName() == name)


def answer(program: Program, words: str, asked: str = "") -> None:
    box = program.window.findChild(QMessageBox)
    assert box.text().startswith(asked)
    program.press_button(words, box)


# --- searching -----------------------------------------------------------------------------------


def test_what_was_found_is_marked_in_the_headline(opened: Program):
    look_for(opened, "kieu")
    opened.until(lambda: ids(opened) == ["b"])
    index = the_list(opened).model().index(0, 0)
    headline = index.data()
    assert [headline[a:b] for a, b in index.data(HITS)] == ["Kiều"]
    assert index.data(EXCERPT).text == ""


def test_what_was_found_elsewhere_is_shown_below(opened: Program):
    look_for(opened, "tru so")
    opened.until(lambda: ids(opened) == ["a"])
    index = the_list(opened).model().index(0, 0)
    shown = index.data(EXCERPT)
    assert [shown.text[a:b] for a, b in shown.ranges] == ["trụ", "sở"]
    assert "Khởi công trụ sở" in shown.text
    assert "trụ sở" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not the_list(opened).grab().isNull()


def test_without_words_there_is_nothing_to_show(opened: Program):
    assert the_list(opened).model().index(0, 0).data(EXCERPT) is None


# --- filters -------------------------------------------------------------------------------------


def test_states_are_said_and_filtered(opened: Program):
    archive(opened).finish(archive(opened).load("b"))
    archive(opened).set_state("a", State.REVIEW)
    opened.desk.archive_changed.emit()
    model = the_list(opened).model()
    said = ["○ Draft", "● Final", "◐ In review"]
    opened.until(lambda: [model.index(row, 0).data(STATE) for row in range(3)] == said)
    box = combo(opened, "State")
    box.setFocus()
    for _ in range(3):
        press(KEY.Key_Down, into=box)
    assert box.currentText() == "Final"
    opened.until(lambda: ids(opened) == ["b"])


def test_a_year_narrows_the_list(opened: Program):
    before = meeting("o", "Họp cuối năm", "Tổng kết.", 4)
    before = before.but(meeting=before.meeting.but(date=datetime.date(2025, 12, 30)))
    box = combo(opened, "Year")
    assert not box.isVisible(), "one year alone is no choice"
    archive(opened).add(before)
    opened.desk.archive_changed.emit()
    opened.until(box.isVisible)
    assert [box.itemText(at) for at in range(box.count())] == ["All years", "2026", "2025"]
    box.setFocus()
    for year, there in (("2026", ["c", "b", "a"]), ("2025", ["o"])):
        press(KEY.Key_Down, into=box)
        assert box.currentText() == year
        opened.until(lambda there=there: ids(opened) == there)


def test_host_and_person_are_found_by_a_few_letters(opened: Program):
    buttons = opened.window.archive.findChildren(QToolButton)
    more = next(button for button in buttons if button.accessibleName() == "More filters")
    more.setFocus()
    press(KEY.Key_Space, into=more)
    host = field(opened, "Host body")
    assert host.hasFocus()
    opened.until(lambda: len(opened.application._filters._hosts) == 2)  # noqa: SLF001
    type_text("phuong 2\n")
    opened.until(lambda: ids(opened) == ["c"])
    assert host.text() == "Phường 2"
    press(KEY.Key_Space, into=more)  # what is folded away filters no more
    opened.until(lambda: ids(opened) == ["c", "b", "a"])
    press(KEY.Key_Space, into=more)
    field(opened, "Person").setFocus()
    type_text("phu\n")
    opened.until(lambda: ids(opened) == ["b"])


# --- several at once -----------------------------------------------------------------------------


def test_several_are_moved_to_the_bin_and_brought_back(opened: Program):
    opened.desk.open("c")
    select(opened, 0, 2)
    press(KEY.Key_Delete, into=the_list(opened))
    opened.until(lambda: ids(opened) == ["b"])
    assert opened.desk.record is None
    assert opened.window.messages.text == "2 records were moved to the bin."
    opened.press_button("Undo", opened.window.messages)
    opened.until(lambda: ids(opened) == ["c", "b", "a"])


def test_several_are_duplicated(opened: Program):
    the_list(opened).setFocus()
    press(KEY.Key_Home, into=the_list(opened))
    press(KEY.Key_Down, SHIFT, into=the_list(opened))
    choose(opened, "Duplicate")
    opened.until(lambda: len(ids(opened)) == 5)
    assert archive(opened).count() == 5
    assert opened.record.id not in ("a", "b", "c")
    assert opened.window.messages.text == "2 copies were made."


def test_no_row_is_marked_while_new_minutes_are_open_that_are_not_in_it_yet(opened: Program):
    the_list(opened).setFocus()
    select(opened, 1)
    opened.desk.open("b")
    assert opened.window.archive.chosen() == ["b"]
    press(KEY.Key_N, CTRL, into=the_list(opened))
    assert opened.window.archive.chosen() == []


def test_what_is_found_is_shown_from_its_beginning(opened: Program):
    for number in range(30):
        archive(opened).add(meeting(f"n{number}", "Họp giao ban", "Thu ngân sách.", 4))
    opened.desk.archive_changed.emit()
    opened.until(lambda: len(ids(opened)) == 33)
    the_list(opened).scrollToBottom()
    bar = the_list(opened).verticalScrollBar()
    assert bar.value() > 0
    look_for(opened, "giao ban")
    opened.until(lambda: len(ids(opened)) == 31)
    assert bar.maximum() > 0
    assert bar.value() == 0


def test_several_stay_selected_when_the_list_is_read_again(opened: Program, qtbot):
    opened.desk.open("c")
    select(opened, 1, 2)
    with qtbot.waitSignal(the_list(opened).model().modelReset):
        opened.desk.archive_changed.emit()
    assert opened.window.archive.chosen() == ["b", "a"]


def test_an_archive_to_be_read_only_offers_nothing_that_writes(start: Start):
    holder = start()  # another program has it open to write
    program = start(holder.application._life.path)  # noqa: SLF001
    archive(holder).add(meeting("a", "Họp giao ban", "Không có gì.", 1))
    program.desk.archive_changed.emit()
    program.until(lambda: ids(program) == ["a"])
    select(program, 0)
    words = [a.text().replace("&", "") for a in menu(program).actions()]
    assert words == ["Open", "Export to Word…"]
    press(KEY.Key_Escape, into=QApplication.activePopupWidget())
    press(KEY.Key_Delete, into=the_list(program))
    assert "can only be read" in program.window.messages.text
    assert ids(program) == ["a"]


def test_the_menu_key_opens_the_menu_too(opened: Program):
    select(opened, 0)
    press(KEY.Key_Menu, into=the_list(opened))
    opened.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    words = [a.text().replace("&", "") for a in QApplication.activePopupWidget().actions()]
    assert words == ["Open", "Duplicate", "Export to Word…", "Move to the bin"]
    press(KEY.Key_Escape, into=QApplication.activePopupWidget())


def test_the_menu_of_the_list_opens(opened: Program):
    select(opened, 1)
    choose(opened, "Open")
    assert opened.record.id == "b"


def test_half_a_word_goes_to_the_bin_with_its_minutes(opened: Program):
    opened.desk.open("c")
    opened.field("place").setFocus()
    compose("H", "Hu", "Huế")
    opened.window.archive.delete_pressed.emit()
    assert opened.desk.record is None
    assert archive(opened).load("c").meeting.place == "Huế"


def test_the_menu_of_the_list_exports_what_is_selected(opened: Program):
    select(opened, 0, 1)
    choose(opened, "Export to Word…")
    opened.dialog("Export selected minutes").close()


# --- the bin -------------------------------------------------------------------------------------


def to_bin(program: Program) -> None:
    program.window.archive.filters.choose_state("bin")


def test_the_bin_is_looked_into_and_what_lies_there_can_only_be_read(opened: Program):
    archive(opened).delete("a")
    to_bin(opened)
    opened.until(lambda: ids(opened) == ["a"])
    select(opened, 0)
    press(KEY.Key_Return, into=the_list(opened))
    opened.until(lambda: opened.desk.record is not None)
    assert opened.field("place").isReadOnly()
    assert "lie in the bin" in opened.window.notice.text
    assert not opened.action("Finish…").isEnabled()
    opened.press_button("Take out of the bin", opened.window.notice)
    assert not opened.field("place").isReadOnly()
    assert archive(opened).entry("a").deleted_at is None
    opened.until(lambda: ids(opened) == [])


def test_what_is_selected_is_taken_out_of_the_bin(opened: Program):
    archive(opened).delete("a")
    to_bin(opened)
    opened.until(lambda: ids(opened) == ["a"])
    select(opened, 0)
    press(KEY.Key_Return, into=the_list(opened))
    opened.until(lambda: opened.desk.binned)
    choose(opened, "Take out of the bin")
    opened.until(lambda: ids(opened) == [])
    assert archive(opened).count() == 3
    assert opened.window.messages.text == "1 record was taken out of the bin."
    assert not opened.field("place").isReadOnly()


def test_the_bin_is_emptied_after_a_question_but_for_what_was_finished(opened: Program):
    archive(opened).finish(archive(opened).load("b"))
    for record_id in ("a", "b"):
        archive(opened).delete(record_id)
    opened.choose("Empty the bin…")
    box = opened.window.findChild(QMessageBox)
    assert box.text().startswith("2 records in the bin are removed for good")
    press(KEY.Key_Return, into=box)  # which is no yes
    assert archive(opened).count(Filters(binned=True)) == 2
    opened.until(lambda: opened.window.findChild(QMessageBox) is None)
    opened.choose("Empty the bin…")
    answer(opened, "Remove for good")
    opened.until(lambda: "removed for good" in opened.window.messages.text)
    assert "1 that was finished stays" in opened.window.messages.text
    assert [e.id for e in archive(opened).entries(Filters(binned=True))] == ["b"]
    assert archive(opened).entry("b").state is State.FINAL


def test_one_of_the_bin_is_removed_for_good(opened: Program):
    for record_id in ("a", "b"):
        archive(opened).delete(record_id)
    to_bin(opened)
    opened.until(lambda: ids(opened) == ["b", "a"])
    select(opened, 1)
    press(KEY.Key_Delete, into=the_list(opened))
    answer(opened, "Remove for good", "1 record is removed for good.")
    opened.until(lambda: ids(opened) == ["b"])
    assert archive(opened).count(Filters(binned=True)) == 1


def test_an_empty_bin_is_said(opened: Program):
    opened.choose("Empty the bin…")
    assert opened.window.messages.text == "The bin is empty."
