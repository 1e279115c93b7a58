"""Rows from elsewhere are looked at before they are taken in, as one step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QTableView

from app.editing.session import Session
from app.minutes.words import AttendanceState, Role
from tests.ui.keys import paste, press, type_text
from ui.dialogs.paste_dialog import PasteDialog
from ui.pages.attendees_page import AttendeesPage
from ui.pages.directions_page import DirectionsPage
from ui.pages.results_page import ResultsPage

KEY = Qt.Key


@pytest.fixture
def page(open_page: Callable[..., AttendeesPage]) -> AttendeesPage:
    page = open_page(AttendeesPage)
    page.table.view.setFocus()
    return page


def dialog() -> PasteDialog:
    (found,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, PasteDialog))
    assert found.isVisible()
    return found


def accept() -> None:
    press(KEY.Key_Return, into=dialog())
    QApplication.sendPostedEvents(None, 0)


def names(session: Session) -> list[str]:
    return [attendee.name for attendee in session.record.attendees]


def choice(name: str) -> QComboBox:
    boxes = dialog().findChildren(QComboBox)
    return next(box for box in boxes if box.accessibleName() == name)


def shown() -> list[list[str]]:
    table = dialog().findChild(QTableView)
    model = table.model()
    columns = [at for at in range(model.columnCount()) if not table.isColumnHidden(at)]
    return [[str(model.index(row, at).data()) for at in columns] for row in range(model.rowCount())]


def test_rows_from_excel_are_one_step(page: AttendeesPage, session: Session) -> None:
    paste("1\tBùi Văn Phú\tPhó Bí thư\tChair\r\n2\tAn\tA, B\tMember\tExcused\r\n")
    assert session.record.attendees == ()
    assert shown() == [
        ["Bùi Văn Phú", "Phó Bí thư", "Chair", "Present"],
        ["An", "A, B", "Member", "Excused"],
    ]
    accept()
    first, second = session.record.attendees
    assert (first.role, first.titles) == (Role.CHAIR, ("Phó Bí thư",))
    assert (second.titles, second.attendance) == (("A", "B"), AttendanceState.EXCUSED)
    session.undo()
    assert (names(session), session.undo_step) == ([], None)


def test_rows_pasted_while_a_cell_is_edited_are_rows(page: AttendeesPage, session: Session) -> None:
    type_text("A\n")
    paste("B\tx\nC\ty")
    accept()
    assert names(session) == ["A", "B", "C"]


def test_nothing_is_taken_when_it_is_not_wanted(page: AttendeesPage, session: Session) -> None:
    paste("A\nB")
    press(KEY.Key_Escape, into=dialog())
    assert session.record.attendees == ()


def test_a_column_is_sent_elsewhere_by_keys(page: AttendeesPage, session: Session) -> None:
    paste("x1\ty1\nx2\ty2")
    type_text("Bod", into=choice("Column 2"))
    assert shown() == [["x1", "y1"], ["x2", "y2"]]
    accept()
    assert [a.body for a in session.record.attendees] == ["y1", "y2"]


def test_a_heading_is_no_row_unless_one_says_so(page: AttendeesPage, session: Session) -> None:
    paste("Họ và tên\tĐơn vị\nBùi Phú\tSở Y tế")
    assert shown() == [["Bùi Phú", "Sở Y tế"]]
    dialog().findChild(QCheckBox).setChecked(False)
    assert len(shown()) == 2
    accept()
    assert names(session) == ["Họ và tên", "Bùi Phú"]


def test_cells_without_names_go_into_the_rows_that_are_there(
    page: AttendeesPage, session: Session
) -> None:
    type_text("A\nB\n")
    press(KEY.Key_Escape)
    page.table.view.show_cell(0, 1)
    paste("Bí thư\nChủ tịch")
    assert choice("Where the rows go").currentText() == "Into the rows from row 1 on"
    accept()
    assert names(session) == ["A", "B"]
    assert [a.titles for a in session.record.attendees] == [("Bí thư",), ("Chủ tịch",)]


def test_what_cannot_be_read_is_told_before_and_marked_after(
    page: AttendeesPage, session: Session
) -> None:
    paste("Họ tên\tVai trò\tGiờ đến\nAn\tngười lạ\ttám giờ")
    told = "\n".join(label.text() for label in dialog().findChildren(QLabel) if label.isVisible())
    assert "1 cell was not understood" in told
    assert "1 cell cannot be read" in told
    accept()
    index = page.table.model.index(0, 8)
    assert (index.data(), session.record.attendees[0].arrived) == ("tám giờ", None)


def test_other_tables_ask_too(open_page: Callable[..., DirectionsPage], session: Session) -> None:
    page = open_page(DirectionsPage)
    page.targets.view.setFocus()
    paste("Gia đình văn hóa\t96,35%\nHộ nghèo giảm\t5 hộ")
    accept()
    assert [target.name for target in session.record.targets] == [
        "Gia đình văn hóa",
        "Hộ nghèo giảm",
    ]


def test_indicators_from_excel_come_with_their_units(
    open_page: Callable[..., ResultsPage], session: Session
) -> None:
    open_page(ResultsPage).indicators.view.setFocus()
    paste("Chỉ tiêu\tĐVT\tThực hiện\nThu ngân sách\ttỷ đồng\t2.317,8")
    accept()
    (indicator,) = session.record.indicators
    (measure,) = indicator.measures
    assert (indicator.name, measure.unit) == ("Thu ngân sách", "tỷ đồng")
    assert measure.actual is not None
    assert measure.actual.written == "2.317,8"
