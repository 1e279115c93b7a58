import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.editing.session import Label, Session
from app.minutes.attendees import Attendee
from app.minutes.place import Place
from app.minutes.words import AttendanceState, Honorific, Role
from tests.ui.keys import commit, compose, paste, press, type_text
from ui.pages.attendees_page import AttendeesPage
from ui.pages.kinds import ATTENDEES

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(open_page: Callable[..., AttendeesPage]) -> AttendeesPage:
    page = open_page(AttendeesPage)
    page.table.view.setFocus()
    return page


def names(session: Session) -> list[str]:
    return [attendee.name for attendee in session.record.attendees]


def type_names(*people: str) -> None:
    type_text("".join(f"{name}\n" for name in people))
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Up)


def undo_all(session: Session) -> list[str]:
    labels = []
    while session.undo_step:
        label = session.undo_step.label
        labels.append(label.message.format(**label.places))
        session.undo()
    return labels


def test_names_are_typed_one_below_the_other(page: AttendeesPage, session: Session) -> None:
    type_text("Bùi Văn Phú\nKiều Như Nguyên\n")
    assert names(session) == ["Bùi Văn Phú", "Kiều Như Nguyên"]
    assert page.table.model.rowCount() == 3


def test_a_row_without_a_word_is_not_in_the_record(page: AttendeesPage, session: Session) -> None:
    type_text("Phú\n")
    press(Qt.Key.Key_Escape)
    page.table.view.clearFocus()
    assert (names(session), page.table.model.rowCount()) == (["Phú"], 1)


def test_tab_goes_on_to_positions_and_enter_back_to_names(
    page: AttendeesPage, session: Session
) -> None:
    type_text("Nguyễn Thành Phú\tPhó Bí thư Thành ủy, Chủ tịch UBND thành phố\nXuân Thoa\t\tSec\n")
    first, second = session.record.attendees
    assert first.titles == ("Phó Bí thư Thành ủy", "Chủ tịch UBND thành phố")
    assert (second.name, second.role) == ("Xuân Thoa", Role.SECRETARY)


def test_enter_goes_down_to_the_column_where_typing_began(
    page: AttendeesPage, session: Session
) -> None:
    type_names("A", "B")
    page.table.view.edit_cell(0, 0)
    type_text("C\tX\nD\n")
    assert names(session) == ["C", "D"]
    page.table.view.edit_cell(0, 1)
    type_text("Y\nZ\n")
    assert [a.titles for a in session.record.attendees] == [("Y",), ("Z",)]


def test_each_key_counts_at_once(page: AttendeesPage, session: Session) -> None:
    type_text("Ph")
    assert names(session) == ["Ph"]


def test_a_composed_word_that_opens_a_cell_is_taken_once(
    page: AttendeesPage, session: Session
) -> None:
    page.table.view.add_row()
    press(Qt.Key.Key_Escape)
    compose("b", "bu", "bù")
    assert names(session) == []
    commit("bùi")
    type_text(" Phú\n")
    assert names(session) == ["bùi Phú"]


def test_a_composed_word_is_taken_when_the_cell_is_left(
    page: AttendeesPage, session: Session
) -> None:
    type_text("Phú ")
    compose("việt")
    page.finish()
    press(Qt.Key.Key_Return)
    assert names(session) == ["Phú việt"]


def test_undo_takes_typing_back_by_words(page: AttendeesPage, session: Session) -> None:
    type_text("Bùi Phú\nAn\n")
    assert undo_all(session) == ["Add attendee", "Change Name", "Add attendee"]
    assert (names(session), session.record.attendees) == ([], ())
    while session.redo():
        pass
    assert names(session) == ["Bùi Phú", "An"]


def test_undo_shows_in_the_cell_being_edited(page: AttendeesPage, session: Session) -> None:
    type_text("Bùi Phú")
    session.undo()
    assert QApplication.focusWidget().text() == "Bùi"
    type_text("!")
    assert names(session) == ["Bùi!"]


def test_escape_brings_the_cell_back(page: AttendeesPage, session: Session) -> None:
    type_text("Bùi\n")
    press(Qt.Key.Key_Escape)
    page.table.view.edit_cell(0, 0)
    type_text("Khác")
    press(Qt.Key.Key_Escape)
    assert names(session) == ["Bùi"]


def test_a_new_row_from_which_all_is_taken_back_is_not_in_the_record(
    page: AttendeesPage, session: Session
) -> None:
    type_text("A\nB")
    press(Qt.Key.Key_Backspace)
    assert names(session) == ["A"]
    type_text("C")
    press(Qt.Key.Key_Escape)
    assert (names(session), page.table.model.rowCount()) == (["A"], 2)


def test_rows_are_moved_by_keys(page: AttendeesPage, session: Session) -> None:
    type_names("A", "B", "C")
    press(Qt.Key.Key_Up, ALT)
    assert names(session) == ["A", "C", "B"]
    press(Qt.Key.Key_Up, SHIFT)
    press(Qt.Key.Key_Down, ALT)
    assert names(session) == ["B", "A", "C"]
    session.undo()
    assert names(session) == ["A", "C", "B"]


def test_rows_are_moved_by_buttons(page: AttendeesPage, session: Session) -> None:
    type_names("A", "B")
    buttons = {b.text().replace("&", ""): b for b in page.findChildren(QAbstractButton)}
    buttons["Move up"].click()
    assert names(session) == ["B", "A"]
    buttons["Move down"].click()
    assert names(session) == ["A", "B"]


def test_rows_may_be_dragged_within_the_table_alone(page: AttendeesPage) -> None:
    view = page.table.view
    assert view.dragEnabled()
    assert view.dragDropMode() is view.DragDropMode.InternalMove
    assert not view.dragDropOverwriteMode()  # between rows, not onto one


def test_arrows_lead_from_cell_to_cell_while_one_types(
    page: AttendeesPage, session: Session
) -> None:
    type_names("A", "B")
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Up)
    type_text("x")
    assert names(session) == ["x", "B"]


def test_tab_back_leads_to_the_cell_before(page: AttendeesPage, session: Session) -> None:
    type_text("A\tB")
    press(Qt.Key.Key_Backtab, SHIFT)
    type_text("x")
    there = session.record.attendees[0]
    assert (there.name, there.titles) == ("x", ("B",))


def test_what_is_too_long_for_a_cell_is_refused(page: AttendeesPage, session: Session) -> None:
    type_names("A")
    refused: list[str] = []
    page.refused.connect(refused.append)
    press(Qt.Key.Key_F2)
    paste("x" * 10_000)
    assert (names(session), len(refused)) == (["A"], 1)


def test_rows_are_copied_as_a_spreadsheet_takes_them(page: AttendeesPage) -> None:
    type_names("A", "B")
    press(Qt.Key.Key_Up, SHIFT)
    for read_only in (False, True):
        QGuiApplication.clipboard().clear()
        page.table.view.setReadOnly(read_only)
        press(Qt.Key.Key_C, CTRL)
        assert QGuiApplication.clipboard().text() == "A\nB"


@pytest.mark.parametrize(("last", "made"), [("host", "host"), ("chair", "delegation")])
def test_who_is_added_is_there_as_the_one_before_where_several_are(
    page: AttendeesPage, session: Session, last: str, made: str
) -> None:
    somebody = Attendee(id="a", name="A", role=Role(last))
    session.edit(lambda r: r.but(attendees=(somebody,)), Label("x"), Place("attendees"))
    page.table.view.add_row()
    type_text("B\n")
    assert session.record.attendees[1].role == made


def test_the_row_is_moved_while_its_cell_is_typed_in(page: AttendeesPage, session: Session) -> None:
    type_names("A", "B")
    press(Qt.Key.Key_F2)
    type_text("x")
    press(Qt.Key.Key_Up, ALT)
    assert names(session) == ["x", "A"]
    type_text("y")
    assert "y" in session.record.attendees[0].name, "the cell is still open"


def test_several_rows_are_removed_as_one_step(page: AttendeesPage, session: Session) -> None:
    type_names("A", "B", "C")
    press(Qt.Key.Key_Up, SHIFT)
    press(Qt.Key.Key_Delete, CTRL)
    assert names(session) == ["A"]
    assert session.undo_step.label.message == "Remove {count} attendees"
    session.undo()
    assert names(session) == ["A", "B", "C"]


def test_removing_one_names_it(page: AttendeesPage, session: Session) -> None:
    type_names("A", "B")
    press(Qt.Key.Key_Delete, CTRL)
    assert session.undo_step.label == ("Remove attendee {name}", {"name": "B"})


def test_delete_empties_the_cells(page: AttendeesPage, session: Session) -> None:
    type_names("A", "B")
    press(Qt.Key.Key_Delete)
    assert names(session) == ["A", ""]


def test_insert_adds_a_row_above(page: AttendeesPage, session: Session) -> None:
    type_names("A", "B")
    press(Qt.Key.Key_Insert)
    type_text("X")
    assert names(session) == ["A", "X", "B"]


def test_a_group_is_added(page: AttendeesPage, session: Session) -> None:
    type_names("A")
    page.table.view.clearFocus()
    page.add_group()
    type_text("lãnh đạo các Ban Đảng\n")
    group = session.record.attendees[1]
    assert (group.group, group.honorific) == (True, Honorific.NONE)
    assert group.name == "lãnh đạo các Ban Đảng"


def test_a_huge_paste_is_refused(page: AttendeesPage, session: Session) -> None:
    type_names("A")
    refused: list[str] = []
    page.refused.connect(refused.append)
    paste("x" * 1_000_000 + "\ty")
    paste("x" * 1_000_000)
    assert (names(session), len(refused)) == (["A"], 2)


def test_an_empty_table_says_how_to_begin(page: AttendeesPage) -> None:
    said = page.table.view.grab().toImage()
    page.table.view.set_hint("")
    assert page.table.view.grab().toImage() != said


def test_an_hour_that_cannot_be_read_stays_and_is_marked(
    page: AttendeesPage, session: Session
) -> None:
    type_names("A")
    page.show_place(Place("attendees", session.record.attendees[0].id, "arrived"))
    type_text("tám giờ\n")
    index = page.table.view.model().index(0, 8)
    assert (index.data(), session.record.attendees[0].arrived) == ("tám giờ", None)
    assert "8h30" in index.data(Qt.ItemDataRole.ToolTipRole)
    for column, text in ((8, "8h\n"), (9, "10h15\n")):
        page.table.view.edit_cell(0, column)
        type_text(text)
    assert index.data() == "8h00"
    there = session.record.attendees[0]
    assert (there.arrived, there.left) == (datetime.time(8), datetime.time(10, 15))


def test_undo_brings_back_an_hour_in_place_of_what_cannot_be_read(
    page: AttendeesPage, session: Session
) -> None:
    type_names("A")
    for text in ("8h", "tám giờ"):
        page.table.view.edit_cell(0, 8)
        type_text(f"{text}\n")
    session.undo()
    assert page.table.model.index(0, 8).data() == "8h00"


def test_the_place_of_the_cell_is_told(page: AttendeesPage, session: Session) -> None:
    type_names("A", "B")
    second = session.record.attendees[1].id
    assert page.current_place() == Place("attendees", second, "name")
    assert page.show_place(Place("attendees", session.record.attendees[0].id, "role"))
    assert page.table.view.currentIndex().column() == 2
    assert not page.show_place(Place("results"))


def test_the_attendance_is_counted_live(page: AttendeesPage, session: Session) -> None:
    type_names("A", "B")
    page.show_place(Place("attendees", session.record.attendees[1].id, "attendance"))
    press(Qt.Key.Key_F2)
    type_text("Exc")
    assert page.count.text() == "Present 1/2, absent 1 (1 excused)"


def test_people_of_a_group_count_as_many_as_came(page: AttendeesPage, session: Session) -> None:
    away = AttendanceState.EXCUSED
    people = (
        Attendee(id="a", name="An"),
        Attendee(id="g", name="lãnh đạo các Ban Đảng", group=True, head_count=7),
        Attendee(id="h", name="cán bộ phường", group=True, head_count=3, attendance=away),
        Attendee(id="i", name="phóng viên", group=True),
    )
    session.edit(
        lambda record: record.but(attendees=people), label=("", {}), place=Place("attendees")
    )
    assert page.count.text() == ("Present 8/11, absent 3 (3 excused); 1 group without a head count")


def test_a_person_made_a_group_loses_the_honorific_and_gets_one_back(
    page: AttendeesPage, session: Session
) -> None:
    type_names("A")
    for choice, expected in (("G", (True, Honorific.NONE)), ("P", (False, Honorific.COMRADE))):
        page.show_place(Place("attendees", session.record.attendees[0].id, "group"))
        press(Qt.Key.Key_F2)
        type_text(choice)
        press(Qt.Key.Key_Return)
        attendee = session.record.attendees[0]
        assert (attendee.group, attendee.honorific) == expected


def test_a_filled_record_is_shown(page: AttendeesPage, session: Session) -> None:
    session.edit(
        lambda record: record.but(attendees=(Attendee(id="x", name="An", role=Role.HOST),)),
        label=("", {}),
        place=Place("attendees"),
    )
    row = [page.table.model.index(0, column).data() for column in range(4)]
    assert row == ["An", "", "Host", "Present"]
    assert ATTENDEES.badge(session.record) == "1"


def test_all_are_marked_as_present_as_one_step(page: AttendeesPage, session: Session) -> None:
    type_names("A", "B", "C")
    for attendee in session.record.attendees[1:]:
        page.show_place(Place("attendees", attendee.id, "attendance"))
        press(Qt.Key.Key_F2)
        type_text("Exc")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
    assert page.count.text() == "Present 1/3, absent 2 (2 excused)"
    page.mark_all_present()
    assert {a.attendance for a in session.record.attendees} == {AttendanceState.PRESENT}
    assert page.count.text() == "Present 3/3"
    session.undo()
    assert [a.attendance for a in session.record.attendees].count(AttendanceState.PRESENT) == 1


def drop(page: AttendeesPage, row: int, below: bool) -> None:
    view = page.table.view
    box = view.visualRect(view.model().index(row, 0))
    place = box.bottomLeft() if below else box.topLeft()
    data = view.model().mimeData(view.selectionModel().selectedIndexes())
    event = QDropEvent(
        QPointF(place), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE
    )
    event.source = lambda: view  # type: ignore[method-assign]
    view.dropEvent(event)


@pytest.mark.parametrize(
    ("row", "below", "expected"),
    [(3, True, "BDAC"), (3, False, "BACD"), (1, False, "ACBD"), (2, True, "BACD")],
)
def test_several_rows_are_dragged_together(
    page: AttendeesPage, session: Session, row: int, below: bool, expected: str
) -> None:
    type_names("A", "B", "C", "D")
    view = page.table.view
    view.setCurrentIndex(view.model().index(0, 0))
    for chosen in (0, 2):
        view.selectionModel().select(
            view.model().index(chosen, 0), QItemSelectionModel.SelectionFlag.Select
        )
    drop(page, row, below)
    assert "".join(names(session)) == expected
    session.undo()
    assert "".join(names(session)) == "ABCD"


def test_names_and_positions_take_the_room_there_is_until_somebody_draws_them(
    page: AttendeesPage,
) -> None:
    view = page.table.view
    page.resize(900, 600)
    small = view.columnWidth(0), view.columnWidth(1), view.columnWidth(3)
    page.resize(2600, 600)
    assert view.columnWidth(0) > small[0]
    assert view.columnWidth(1) > small[1]
    assert view.columnWidth(3) == small[2]
    assert sum(map(view.columnWidth, range(view.model().columnCount()))) <= view.viewport().width()
    view.setColumnWidth(0, 333)  # as the mouse does
    page.resize(2000, 600)
    assert view.columnWidth(0) == 333
