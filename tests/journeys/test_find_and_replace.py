"""Words of the whole record found, replaced and counted, by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QTableWidget

from tests.journeys.conftest import CTRL, Hands, Start
from tests.ui.keys import compose, press

SHIFT = Qt.KeyboardModifier.ShiftModifier
TITLE = "Tìm và thay thế"


@pytest.fixture
def hands(start: Start, tmp_path: Path) -> Hands:
    hands = start(tmp_path / "bienban.sqlite")
    hands.application.window.actions_by_name["open_sample"].trigger()
    return hands


def dialog(hands: Hands) -> QDialog:
    (found,) = (
        w
        for w in QApplication.topLevelWidgets()
        if isinstance(w, QDialog) and w.isVisible() and w.windowTitle() == TITLE
    )
    hands.qtbot.waitUntil(found.isActiveWindow)
    return found


def look_for(hands: Hands, words: str, *, key: Qt.Key = Qt.Key.Key_F) -> QDialog:
    hands.press(key, CTRL)
    opened = dialog(hands)
    hands.type(words)
    return opened


def rows(opened: QDialog) -> list[tuple[str, ...]]:
    table = opened.findChild(QTableWidget)
    return [
        tuple(table.item(row, column).text() for column in range(4))
        for row in range(table.rowCount())
    ]


def push(words: str) -> None:
    """Tab to a button or a box with these words and press Space."""
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.text().replace("&", "") == words:
            press(Qt.Key.Key_Space)
            return
    raise AssertionError(f"Tab does not come to {words!r}")


def told(opened: QDialog) -> str:
    return "\n".join(label.text() for label in opened.findChildren(QLabel))


def test_found_without_marks_with_the_pages_they_stand_on(hands: Hands) -> None:
    opened = look_for(hands, "tru so")
    found = rows(opened)
    assert [row[2] for row in found] == ["trụ sở"] * len(found)
    assert {row[0] for row in found} == {"Phát biểu: Nguyễn Thành Phú"}
    assert f"{len(found)} chỗ." in told(opened)
    push("Phân biệt dấu")
    assert "Không tìm thấy." in told(opened)
    press(Qt.Key.Key_Escape)


def test_the_dialog_goes_out_of_the_way_of_what_it_found(hands: Hands) -> None:
    opened = look_for(hands, "tru so")
    window = hands.application.window
    press(Qt.Key.Key_Return)
    field = window.focusWidget()
    line = field.cursorRect()
    at = QRect(field.viewport().mapToGlobal(line.topLeft()), line.size())
    opened.move(opened.pos() + at.center() - opened.frameGeometry().center())
    assert opened.frameGeometry().intersects(at)
    press(Qt.Key.Key_Return)
    line = field.cursorRect()
    at = QRect(field.viewport().mapToGlobal(line.topLeft()), line.size())
    assert not opened.frameGeometry().intersects(at)
    assert opened.screen().availableGeometry().contains(opened.frameGeometry())
    press(Qt.Key.Key_Escape)


def test_enter_shows_one_after_the_other_in_its_field(hands: Hands) -> None:
    opened = look_for(hands, "thanh son")
    seen = []
    for _ in range(2):
        press(Qt.Key.Key_Return)
        field = hands.application.window.focusWidget()
        seen.append(field.selectedText() if hasattr(field, "selectedText") else "")
        assert opened.isActiveWindow()
    assert seen[0] == "Thanh Sơn"
    assert "Thanh Sơn" in hands.application.window.focusWidget().textCursor().selectedText()
    press(Qt.Key.Key_Escape)


def test_replaced_one_by_one_and_all_at_once_and_undone_at_once(hands: Hands) -> None:
    before = hands.record
    opened = look_for(hands, "phường Thanh Sơn", key=Qt.Key.Key_H)
    count = len(rows(opened))
    press(Qt.Key.Key_Tab)
    hands.type("xã Tân Lập")
    press(Qt.Key.Key_Return)
    assert len(rows(opened)) == count - 1
    assert f"Đã thay 1 chỗ. Còn {count - 1} chỗ." in told(opened)
    assert hands.record.meeting.host.name == "Đảng ủy xã Tân Lập"
    push("Thay tất cả")
    assert rows(opened) == []
    assert f"Đã thay {count - 1} chỗ." in told(opened)
    press(Qt.Key.Key_Escape)
    hands.application.window.activateWindow()
    hands.qtbot.waitUntil(hands.application.window.isActiveWindow)
    hands.press(Qt.Key.Key_Z, CTRL)
    assert hands.record.meeting.host.name == "Đảng ủy xã Tân Lập"
    assert hands.record.results == before.results
    hands.press(Qt.Key.Key_Z, CTRL)
    assert hands.record == before


def test_what_is_shown_is_what_is_replaced_and_the_next_is_shown_then(hands: Hands) -> None:
    opened = look_for(hands, "thanh son", key=Qt.Key.Key_H)
    for _ in range(2):
        press(Qt.Key.Key_Return)
    assert "Kết quả" in hands.words()
    press(Qt.Key.Key_Tab)
    hands.type("Tân Lập")
    press(Qt.Key.Key_Return)
    assert "phường Tân Lập" in hands.record.results[0].text
    assert hands.record.meeting.host.name == "Đảng ủy phường Thanh Sơn"
    shown = hands.application.window.focusWidget()
    assert shown.accessibleName() == "Phương hướng"
    assert shown.textCursor().selectedText() == "Thanh Sơn"
    opened.close()


def test_what_is_selected_is_looked_for(hands: Hands) -> None:
    hands.page(3)
    hands.go_to("Kết quả")
    hands.select("thuận lợi")
    hands.press(Qt.Key.Key_F, CTRL)
    opened = dialog(hands)
    assert [row[2] for row in rows(opened)] == ["thuận lợi"]
    press(Qt.Key.Key_Escape)


def test_a_word_being_composed_is_found_too(hands: Hands) -> None:
    hands.page(4)
    hands.go_to("Phương hướng")
    hands.press(Qt.Key.Key_End, CTRL)
    hands.type(" ")
    compose("x", "xyz")
    opened = look_for(hands, "xyz")
    assert [row[2] for row in rows(opened)] == ["xyz"]
    press(Qt.Key.Key_Escape)


def test_half_a_word_in_the_dialog_counts(hands: Hands) -> None:
    opened = look_for(hands, "", key=Qt.Key.Key_H)
    compose("thanh sơn")
    press(Qt.Key.Key_Return)
    count = len(rows(opened))
    assert count > 1
    press(Qt.Key.Key_Tab)
    compose("tân lập")
    push("Thay tất cả")
    assert rows(opened) == []
    assert "tân lập" in hands.record.results[0].text
    opened.close()


def test_the_dialog_follows_what_is_typed(hands: Hands) -> None:
    opened = look_for(hands, "zzz")
    assert rows(opened) == []
    hands.application.window.activateWindow()
    hands.qtbot.waitUntil(hands.application.window.isActiveWindow)
    hands.page(4)
    hands.go_to("Phương hướng")
    hands.type("zzz")
    assert [row[2] for row in rows(opened)] == ["zzz"]
    opened.close()


def test_finished_minutes_are_searched_and_not_changed(hands: Hands) -> None:
    desk = hands.application.desk
    assert desk is not None
    assert desk.session is not None
    desk.session.lock()
    before = hands.record
    opened = look_for(hands, "thanh son", key=Qt.Key.Key_H)
    assert rows(opened)
    push("Thay tất cả")
    assert hands.record is before
    assert hands.application.window.messages.text
    opened.close()


def test_words_are_counted(hands: Hands) -> None:
    hands.page(3)
    hands.go_to("Kết quả")
    hands.select("thuận lợi, khó khăn")
    hands.press(Qt.Key.Key_C, CTRL | SHIFT)
    said = hands.application.window.messages.text
    assert said.startswith("Biên bản này có 1")
    assert said.endswith("chữ. Đang chọn 4 chữ.")


def wheel(up: bool, modifier: Qt.KeyboardModifier = CTRL) -> None:
    field = QApplication.focusWidget()
    where = QPointF(field.rect().center())
    QApplication.sendEvent(
        field.viewport(),
        QWheelEvent(
            where,
            QPointF(field.mapToGlobal(where.toPoint())),
            QPoint(),
            QPoint(0, 120 if up else -120),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_letters_of_all_editors_grow_with_wheel_and_keys_and_stay_so(
    start: Start, hands: Hands, tmp_path: Path
) -> None:
    hands.page(3)
    hands.go_to("Kết quả")
    editor = QApplication.focusWidget()
    plain = editor.font().pointSizeF()
    wheel(up=True)
    assert editor.font().pointSizeF() == pytest.approx(plain * 1.1)
    hands.press(Qt.Key.Key_Plus, CTRL)
    assert editor.font().pointSizeF() == pytest.approx(plain * 1.25)
    hands.page(4)
    hands.go_to("Phương hướng")
    assert QApplication.focusWidget().font().pointSizeF() == pytest.approx(plain * 1.25)
    start.stop(hands)
    again = start(tmp_path / "bienban.sqlite")
    again.open_first()
    again.page(3)
    again.go_to("Kết quả")
    assert QApplication.focusWidget().font().pointSizeF() == pytest.approx(plain * 1.25)
    again.press(Qt.Key.Key_0, CTRL)
    assert QApplication.focusWidget().font().pointSizeF() == pytest.approx(plain)
    wheel(up=False)
    assert QApplication.focusWidget().font().pointSizeF() == pytest.approx(plain * 0.9)


def test_the_wheel_alone_scrolls(hands: Hands) -> None:
    hands.page(3)
    hands.go_to("Kết quả")
    before = QApplication.focusWidget().font().pointSizeF()
    wheel(up=True, modifier=Qt.KeyboardModifier.NoModifier)
    assert QApplication.focusWidget().font().pointSizeF() == before
