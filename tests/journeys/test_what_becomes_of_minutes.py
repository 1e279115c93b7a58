"""What becomes of minutes, by keyboard: the next meeting, finishing, finding, sending, the bin."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListView,
    QMenu,
    QMessageBox,
    QTableView,
    QWidget,
)

from app.archive.entries import State
from app.minutes.words import AssignmentState
from tests.journeys.conftest import CTRL, SHIFT, Hands, Start
from tests.ui.keys import press
from ui.widgets.archive_row import EXCERPT

KEY = Qt.Key


@pytest.fixture
def hands(start: Start) -> Hands:
    """With the sample open."""
    hands = start()
    hands.push("Mở cuộc họp mẫu")
    return hands


def dialog(hands: Hands, title: str) -> QDialog:
    def shown() -> list[QDialog]:
        widgets = QApplication.topLevelWidgets()
        found = [w for w in widgets if isinstance(w, QDialog) and w.isVisible()]
        return [w for w in found if w.windowTitle() == title]

    hands.qtbot.waitUntil(lambda: bool(shown()))
    (found,) = shown()
    found.activateWindow()
    hands.qtbot.waitUntil(found.isActiveWindow)
    return found


def back(hands: Hands) -> None:
    """The window has the keys again."""
    hands.application.window.activateWindow()
    hands.qtbot.waitUntil(hands.application.window.isActiveWindow)


def push(words: str) -> None:
    """Tab to a button of the dialog with these words, and press Space."""
    for _ in range(30):
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.text().replace("&", "") == words:
            press(KEY.Key_Space, into=focused)
            return
        press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not come to {words!r}")


def menu(hands: Hands, *letters: str) -> None:
    """Go through menus by the letters that are underlined."""
    bar = hands.application.window.menuBar()
    for action in bar.actions():
        if action.text().replace("&", "") == letters[0]:
            action.menu().popup(bar.mapToGlobal(bar.rect().bottomLeft()))
    hands.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    press(Qt.Key(ord(letters[1])), into=QApplication.activePopupWidget())


def archive(hands: Hands):
    return hands.application._archive  # noqa: SLF001


def the_list(hands: Hands) -> QListView:
    lists = hands.application.window.findChildren(QListView)
    return next(each for each in lists if each.accessibleName() == "Biên bản trong kho")


def until_file_dialog(hands: Hands) -> QFileDialog:
    def found() -> QFileDialog | None:
        shown = hands.application.window.findChildren(QFileDialog)
        return next((each for each in shown if each.isVisible()), None)

    hands.qtbot.waitUntil(lambda: found() is not None)
    return found()


def test_the_next_meeting_from_the_last(hands: Hands) -> None:
    last = hands.record
    hands.press(KEY.Key_N, CTRL | SHIFT)
    told = dialog(hands, "Kỳ sau")
    press(KEY.Key_Escape, into=told)
    back(hands)
    record = hands.record
    assert record.id != last.id
    assert [a.name for a in record.attendees] == [a.name for a in last.attendees]
    assert record.meeting.host.name == last.meeting.host.name
    given = [a for s in last.speeches for p in s.passages for a in p.assignments]
    assert [task.origin_assignment for task in record.prior_tasks] == [a.id for a in given]
    # One of them is done meanwhile: said in the table, and printed so.
    hands.page(7)
    hands.go_to("Việc kỳ trước")  # the line that folds the table
    hands.press(KEY.Key_Tab)
    hands.go_to("Việc kỳ trước")  # the table
    for key in (KEY.Key_Home, KEY.Key_Right, KEY.Key_Return):
        hands.press(key)
    hands.press(KEY.Key_Down)
    hands.press(KEY.Key_Tab)
    hands.press(KEY.Key_Escape)
    done = [task.state for task in hands.record.prior_tasks]
    assert done == [AssignmentState.DONE, AssignmentState.OPEN, AssignmentState.OPEN]
    # The register over the archive knows it too.
    hands.press(KEY.Key_G, CTRL | SHIFT)
    register = dialog(hands, "Sổ theo dõi nhiệm vụ")
    hands.qtbot.waitUntil(lambda: register._model.rowCount() == 2)  # noqa: SLF001
    # Enter goes to where the task was given.
    table = register.findChild(QTableView)
    press(KEY.Key_Return, into=table)
    hands.qtbot.waitUntil(lambda: hands.record.id == last.id)
    back(hands)
    place = hands.application.window.pages.current_place()
    assert place is not None
    assert place.item in {a.id for a in given}
    register.close()


def test_finish_and_reopen(hands: Hands) -> None:
    for page, field, words in (
        (1, "Giờ bắt đầu", "8h"),
        (1, "Giờ kết thúc", "11h"),
        (1, "Địa điểm", "Hội trường"),
        (1, "Địa danh", "PRTC"),
    ):
        hands.page(page)
        hands.fill(field, words)
        hands.press(KEY.Key_Tab)
    hands.press(KEY.Key_K, CTRL | SHIFT)
    dialog(hands, "Hoàn tất biên bản")
    push("Vẫn hoàn tất")
    hands.qtbot.waitUntil(lambda: hands.application.desk.state is State.FINAL)
    back(hands)
    hands.page(1)
    before = hands.record
    hands.fill("Địa điểm", " lớn")
    hands.press(KEY.Key_Z, CTRL)
    assert hands.record is before
    assert "Đã hoàn tất" in hands.words()
    (revision,) = archive(hands).history.revisions(before.id)
    assert len(revision.exports) == 1
    menu(hands, "Theo dõi", "M")
    dialog(hands, "Mở lại biên bản")
    hands.type("Ghi sai địa điểm")
    press(KEY.Key_Return)
    hands.qtbot.waitUntil(lambda: hands.application.desk.state is State.DRAFT)
    back(hands)
    hands.page(1)
    hands.fill("Địa điểm", "!")
    assert hands.record.meeting.place != before.meeting.place
    assert archive(hands).history.states(before.id)[0].reason == "Ghi sai địa điểm"


def test_a_meeting_is_found_by_half_a_name_without_marks(hands: Hands) -> None:
    record = hands.record
    hands.press(KEY.Key_N, CTRL)
    hands.press(KEY.Key_F, CTRL | SHIFT)
    hands.type("kieu ng")
    found = the_list(hands)

    def excerpts() -> list[str]:
        shown = [found.model().index(row, 0).data(EXCERPT) for row in range(1)]
        return [each.text[a:b] for each in shown if each for a, b in each.ranges]

    hands.qtbot.waitUntil(lambda: excerpts() == ["Kiều", "Ng"])
    hands.press(KEY.Key_Return)
    hands.qtbot.waitUntil(lambda: QApplication.focusWidget() is found)
    hands.press(KEY.Key_Return)
    assert hands.record == record


def test_sent_by_one_and_received_by_another(start: Start, hands: Hands, tmp_path: Path) -> None:
    sent = hands.record
    hands.press(KEY.Key_S, CTRL | SHIFT)
    chooser = until_file_dialog(hands)
    target = tmp_path / "bàn giao.bienban"
    _name(chooser, str(target))
    hands.qtbot.waitUntil(target.exists)
    start.stop(hands)  # type: ignore[attr-defined]
    other = start(tmp_path / "khác.sqlite")
    other.press(KEY.Key_O, CTRL)
    _name(until_file_dialog(other), str(target))
    other.qtbot.waitUntil(lambda: other.application.desk.record is not None)
    assert other.record == sent
    # Worked on by both: what differs is shown, and both are kept.
    other.page(1)
    other.fill("Địa điểm", "Hội trường")
    other.press(KEY.Key_O, CTRL)
    _name(until_file_dialog(other), str(target))
    dialog(other, "Biên bản này đã có trong kho")
    push("Giữ cả hai")
    other.qtbot.waitUntil(lambda: other.record.id != sent.id)
    assert archive(other).count() == 2
    assert archive(other).load(sent.id).meeting.place == "Hội trường"


def test_to_the_bin_and_back_and_away(hands: Hands) -> None:
    record = hands.record
    hands.qtbot.waitUntil(lambda: the_list(hands).model().rowCount() == 1)
    hands.go_to("Biên bản trong kho")
    hands.press(KEY.Key_Home)
    hands.press(KEY.Key_Delete)
    hands.qtbot.waitUntil(lambda: archive(hands).count() == 0)
    hands.go_to("Tình trạng")
    hands.press(KEY.Key_End)
    listed = the_list(hands)
    hands.qtbot.waitUntil(lambda: listed.model().rowCount() == 1)
    hands.go_to("Biên bản trong kho")
    hands.press(KEY.Key_Home)
    hands.press(KEY.Key_Delete)
    asked = hands.application.window.findChild(QMessageBox)
    hands.qtbot.waitUntil(asked.isActiveWindow)
    push("Xóa hẳn")
    hands.qtbot.waitUntil(lambda: not archive(hands).has(record.id))


def _name(chooser: QFileDialog, path: str) -> None:
    """Type the whole path into the file dialog, and take it."""
    field: QWidget = chooser.findChild(QLineEdit)
    field.setText(path)  # type: ignore[attr-defined]
    press(KEY.Key_Return, into=field)
