"""The reference meeting typed by keyboard gives the sample record, apart from its ids."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.editing.session import Session
from app.minutes.items import Item
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.renewal import with_new_ids
from app.paths import resources_folder
from app.sample import sample
from tests.ui.keys import press, type_text
from ui.pages.attendees_page import AttendeesPage
from ui.pages.directions_page import DirectionsPage
from ui.pages.general_page import GeneralPage
from ui.pages.page import Page
from ui.pages.results_page import ResultsPage
from ui.widgets.table_view import TableView


@pytest.fixture
def wanted() -> Minutes:
    return sample(resources_folder())


def alike(record: Minutes, section: str) -> object:
    """A section with ids that say only where they stand."""
    numbers = iter(range(10_000))
    only = Minutes(id="x", **{section: getattr(record, section)})
    return getattr(with_new_ids(only, lambda: f"id{next(numbers)}"), section)


def type_rows(view: TableView, *rows: str) -> None:
    view.setFocus()
    view.add_row()
    type_text("".join(f"{row}\n" for row in rows))
    press(Qt.Key.Key_Escape)


def go_to(page: Page, field: str) -> None:
    assert page.show_place(Place("meeting", "", field))


def test_the_meeting(
    open_page: Callable[..., GeneralPage], session: Session, wanted: Minutes
) -> None:
    page = open_page(GeneralPage)
    go_to(page, "working_party")
    type_text("Thường trực Thành ủy PRTC\tĐảng ủy phường Thanh Sơn\t\tnăm 2021\tnăm 2022\t")
    go_to(page, "date")
    type_text("11/5\tMor\t")
    go_to(page, "issuing.name")
    type_text("Thành ủy PRTC\t\tTU\t")
    assert alike(session.record, "meeting") == alike(wanted, "meeting")


def test_the_attendees(
    open_page: Callable[..., AttendeesPage], session: Session, wanted: Minutes
) -> None:
    page = open_page(AttendeesPage)
    type_rows(
        page.table.view,
        "Bùi Văn Phú\tPhó Bí thư Thường trực Thành ủy PRTC\tChair",
        "Nguyễn Thành Phú\tPhó Bí thư Thành ủy, Chủ tịch UBND thành phố",
        "Kiều Như Nguyên\tUVTV Thành ủy, Phó Chủ tịch HĐND thành phố",
    )
    for words in (
        "lãnh đạo các Ban Đảng của Thành ủy",
        "lãnh đạo một số phòng ban chuyên môn của thành phố PRTC",
    ):
        page.add_group()
        type_text(f"{words}\n")
    type_text("Xuân Thoa\t\tSec\n")
    assert alike(session.record, "attendees") == alike(wanted, "attendees")


def test_results_indicators_and_tally(
    open_page: Callable[..., ResultsPage], session: Session, wanted: Minutes
) -> None:
    page = open_page(ResultsPage)
    page.results.editor.setFocus()
    type_text(wanted.results[0].text)
    type_rows(
        page.indicators.view,
        "Tổng giá trị sản xuất các ngành kinh tế\t2.317,8 tỷ đồng\t\t93\t\t\tEst",
        "Hộ nghèo\t7 hộ/21 khẩu\t\t0,24\tSha\t\t\tLow",
        "Hộ cận nghèo\t16 hộ/36 khẩu\t\t0,54%\tSha\t\t\tLow",
        "Phát triển đảng viên mới\t12/10 đảng viên\t\t120\t\tExc",
    )
    page.show_place(Place("tally", "", "met"))
    type_text("12\t14\t")
    for section in ("results", "indicators"):
        assert alike(session.record, section) == alike(wanted, section)
    assert session.record.tally == wanted.tally


def test_directions_and_targets(
    open_page: Callable[..., DirectionsPage], session: Session, wanted: Minutes
) -> None:
    page = open_page(DirectionsPage)
    page.directions.editor.setFocus()
    type_text(wanted.directions[0].text)
    type_rows(page.targets.view, "Tỷ lệ hộ gia đình được công nhận gia đình văn hóa\t96,35%")
    for section in ("directions", "targets"):
        assert alike(session.record, section) == alike(wanted, section)


def test_the_sections_compared_hold_something(wanted: Minutes) -> None:
    held = [wanted.attendees, wanted.results, wanted.indicators, wanted.directions, wanted.targets]
    assert all(isinstance(items[0], Item) for items in held)
