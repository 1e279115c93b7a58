"""Attendees by the dozen, and a name that was wrong: by keyboard, through the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget

from app.archive.archive import Archive
from app.minutes.attendees import Attendee
from app.minutes.record import Minutes, Result
from app.minutes.words import AttendanceState, Honorific
from tests.journeys.conftest import CTRL, SHIFT, Hands, Start
from tests.ui.keys import press, type_text

KEY = Qt.Key
GIVEN = ("An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga")
PATTERN = (
    ("Đ/c", "Phó Bí thư, Chủ tịch HĐND", "Thành ủy", "có mặt"),
    ("Ông", "Trưởng phòng", "Phòng Tài chính - Kế hoạch", "vắng có lý do"),
    ("Bà", "Chuyên viên", "Văn phòng UBND", "vắng"),
    ("Đ/c", "Bí thư chi bộ", "Chi bộ 3", "có mặt"),
)


def sheet() -> str:
    """Forty rows as Excel copies them, with headings and running numbers."""
    rows = ["STT\tHọ và tên\tChức vụ\tĐơn vị công tác\tĐiểm danh"]
    for number in range(40):
        spoken, post, body, there = PATTERN[number % len(PATTERN)]
        name = f"{spoken} Nguyễn Văn {GIVEN[number % len(GIVEN)]}"
        rows.append(f"{number + 1}\t{name}\t{post}\t{body}\t{there}")
    return "\r\n".join(rows) + "\r\n"


def dialog(hands: Hands, title: str) -> QDialog:
    def shown() -> list[QDialog]:
        dialogs = hands.application.window.findChildren(QDialog)
        return [d for d in dialogs if d.isVisible() and d.windowTitle() == title]

    hands.qtbot.waitUntil(lambda: bool(shown()) and shown()[0].isActiveWindow())
    return shown()[0]


def test_forty_attendees_are_pasted_from_excel(start: Start, tmp_path: Path) -> None:
    hands = start(tmp_path / "bienban.sqlite")
    hands.press(KEY.Key_N, CTRL)
    hands.page(2)
    hands.go_to("Thành phần")
    QGuiApplication.clipboard().setText(sheet())
    hands.press(KEY.Key_V, CTRL)
    dialog(hands, "Dán các hàng")
    hands.press(KEY.Key_Return)
    hands.application.window.activateWindow()  # as a window manager does
    hands.qtbot.waitUntil(hands.application.window.isActiveWindow)
    attendees = hands.record.attendees
    assert len(attendees) == 40
    assert [a.name for a in attendees[:2]] == ["Nguyễn Văn An", "Nguyễn Văn Bình"]
    assert attendees[0].titles == ("Phó Bí thư", "Chủ tịch HĐND")
    assert [a.honorific for a in attendees[:3]] == [
        Honorific.COMRADE,
        Honorific.MR,
        Honorific.MRS,
    ]
    assert attendees[1].body == "Phòng Tài chính - Kế hoạch"
    assert [a.attendance for a in attendees[1:3]] == [
        AttendanceState.EXCUSED,
        AttendanceState.ABSENT,
    ]
    assert "Có mặt 20/40, vắng 20 (10 có lý do)" in hands.words()
    hands.press(KEY.Key_Z, CTRL)
    assert hands.record.attendees == ()
    hands.press(KEY.Key_Y, CTRL)
    start.stop(hands)
    hands = start(tmp_path / "bienban.sqlite")
    hands.open_first()
    assert len(hands.record.attendees) == 40
    hands.page(2)
    hands.go_to("Thành phần")
    hands.press(KEY.Key_End, CTRL)
    hands.press(KEY.Key_Return)
    page = hands.application.window.pages.page(1)
    hands.qtbot.waitUntil(lambda: bool(page.suggestions.people("nva")))
    assert len(page.suggestions.people("nguyen van")) == 8


def draft(record_id: str) -> Minutes:
    attendee = Attendee(id="a", name="Kiều Như Nguyen")
    result = Result(id="r", text="Đồng chí Kiều Như Nguyen báo cáo.")
    return Minutes(id=record_id, attendees=(attendee,), results=(result,))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "bienban.sqlite"
    with Archive.open(path) as archive:
        for record_id in ("final", "other", "draft"):
            archive.add(draft(record_id))
        archive.finish(archive.load("final"))
        archive.people.remember(archive.load("draft"), lambda: "person")
    return path


def test_a_name_is_corrected_everywhere(start: Start, archive: Path) -> None:
    hands = start(archive)
    hands.open_first()
    assert hands.record.id == "draft"
    hands.page(2)
    hands.go_to("Thành phần")
    hands.press(KEY.Key_Home, CTRL)
    hands.press(KEY.Key_R, CTRL | SHIFT)
    asking = dialog(hands, "Sửa họ tên")
    drafts = asking.findChild(QListWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    hands.qtbot.waitUntil(lambda: drafts.count() == 1)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    type_text("Kiều Như Nguyên\t\t")
    press(KEY.Key_Home)
    press(KEY.Key_Space)
    press(KEY.Key_Return, into=asking)
    hands.qtbot.waitUntil(lambda: "Đã sửa họ tên" in hands.application.window.messages.text)
    assert hands.record.attendees[0].name == "Kiều Như Nguyên"
    assert hands.record.results[0].text == "Đồng chí Kiều Như Nguyên báo cáo."
    start.stop(hands)
    with Archive.open(archive, write=False) as kept:
        names = {each: kept.load(each).attendees[0].name for each in ("final", "other", "draft")}
        assert names == {
            "final": "Kiều Như Nguyen",
            "other": "Kiều Như Nguyên",
            "draft": "Kiều Như Nguyên",
        }
        assert kept.load("other").results[0].text == "Đồng chí Kiều Như Nguyên báo cáo."
        person = kept.people.person("person")
        assert person is not None
        assert person.name == "Kiều Như Nguyên"
