"""From what one sees to where it is at home: a petition in its speech, a finding at its field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.minutes.record import Minutes
from tests.journeys.conftest import CTRL, Hands, Start
from tests.ui.keys import press

ALT = Qt.KeyboardModifier.AltModifier


def open_sample(start: Start) -> Hands:
    hands = start()
    hands.push("Mở cuộc họp mẫu")
    hands.application.window.pages.take_focus()
    return hands


def test_a_petition_is_shown_in_the_speech_it_was_made_in(start):
    hands = open_sample(start)
    hands.page(5)
    hands.go_to("Kiến nghị")
    hands.press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor.accessibleName() == "Nội dung phát biểu"
    before = editor.toPlainText()[: editor.textCursor().position()]
    assert "Về kiến nghị" in before + editor.textCursor().selectedText()


def test_what_the_documents_compose_is_shown_in_grey(start):
    hands = open_sample(start)
    hands.page(1)
    hands.go_to("Đầu đề")
    assert QApplication.focusWidget().placeholderText() == (
        "Thường trực Thành ủy PRTC làm việc với Đảng ủy phường Thanh Sơn"
    )


def test_a_finding_stands_beside_its_field_and_goes_when_it_is_mended(start, qtbot):
    hands = open_sample(start)
    hands.page(1)
    missing = "Chưa rõ giờ bắt đầu"
    hands.go_to("Giờ bắt đầu")
    hands.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: missing in hands.words())
    hands.fill("Giờ bắt đầu", "8h30")
    hands.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: missing not in hands.words())


def test_new_minutes_begin_without_a_reproach(start, qtbot):
    hands = start()
    hands.press(Qt.Key.Key_N, CTRL)
    check = hands.application.window.actions_by_name["check"]
    qtbot.waitUntil(lambda: check.iconText() == "Kiểm tra (9)")
    assert "⚠" not in hands.words()
    hands.go_to("Đơn vị được làm việc")
    hands.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "⚠ Chưa có tên đơn vị được làm việc." in hands.words())
    assert hands.words().count("⚠") == 1


def test_new_minutes_begin_in_the_first_field_wherever_one_was(start):
    hands = start()
    hands.press(Qt.Key.Key_N, CTRL)
    hands.fill("Địa điểm", "Hội trường")
    hands.press(Qt.Key.Key_N, CTRL)
    hands.type("Thường trực")
    assert hands.record.meeting.working_party == "Thường trực"
    assert hands.record.meeting.place == ""


def test_undo_shows_the_page_before_it_changes_it(start):
    hands = open_sample(start)
    hands.page(1)
    hands.fill("Địa điểm", "Hội trường")
    hands.page(7)
    hands.press(Qt.Key.Key_Z, CTRL)
    assert QApplication.focusWidget().accessibleName() == "Địa điểm"
    assert hands.record.meeting.place == "Hội "


def test_a_page_that_is_gone_to_is_written_in_at_once(start):
    hands = start()
    hands.press(Qt.Key.Key_N, CTRL)
    hands.page(2)
    hands.type("Trần Văn An")
    hands.press(Qt.Key.Key_Return)
    hands.page(3)
    hands.type("Thu ngân sách đạt kế hoạch.")
    hands.page(1)
    assert [each.name for each in hands.record.attendees] == ["Trần Văn An"]
    assert [each.text for each in hands.record.results] == ["Thu ngân sách đạt kế hoạch."]


def test_a_page_that_is_gone_to_loses_nothing_to_what_is_typed(start):
    hands = open_sample(start)
    before = hands.record.attendees
    hands.page(2)
    hands.type("Phạm")
    hands.page(1)
    assert hands.record.attendees == before


def test_enter_pushes_a_button_where_nothing_is_open(start, qtbot):
    hands = start()
    hands.go_to("Mở cuộc họp mẫu")
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hands.application.desk.record is not None)
    assert hands.record.attendees


def test_conclusions_are_written_at_once_below_the_tasks_of_the_earlier_meeting(start):
    hands = open_sample(start)
    hands.press(Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Escape, into=QApplication.activeModalWidget())
    hands.application.window.activateWindow()
    assert hands.record.prior_tasks
    hands.page(7)
    assert QApplication.focusWidget().accessibleName() == "Kết luận"


def test_new_minutes_are_written_in_at_once_and_letters_choose_nothing(start):
    hands = start()
    kind = Minutes(id="m").meeting.kind
    hands.press(Qt.Key.Key_N, CTRL)
    hands.type("Thường trực")
    assert hands.record.meeting.working_party == "Thường trực"
    assert hands.record.meeting.kind is kind


@pytest.mark.parametrize("name", ["Kiến nghị", "Kết luận"])
def test_undo_stays_on_the_page_whose_line_it_takes_away(start, name):
    hands = start()
    hands.press(Qt.Key.Key_N, CTRL)
    hands.page({"Kiến nghị": 5, "Kết luận": 7}[name])
    hands.go_to(name)
    hands.type("Bổ sung vốn.")
    hands.press(Qt.Key.Key_Delete, ALT)
    assert hands.record.speeches[0].passages == ()
    for told in ("Bổ sung vốn.", "Bổ sung ", "Bổ ", ""):
        hands.press(Qt.Key.Key_Z, CTRL)
        editor = QApplication.focusWidget()
        assert (editor.accessibleName(), editor.toPlainText()) == (name, told)
    hands.press(Qt.Key.Key_Y, CTRL)
    assert QApplication.focusWidget().accessibleName() == name
    assert QApplication.focusWidget().toPlainText() == "Bổ "
