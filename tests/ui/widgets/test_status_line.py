"""The status line: what it says never makes the window wider than its screen."""

from PySide6.QtWidgets import QLabel

from ui.widgets.status_line import StatusLine


def test_a_long_reason_why_nothing_is_saved_asks_for_no_width(qtbot):
    line = StatusLine("")
    qtbot.addWidget(line)
    line.show_saved("Saved 10:00")
    line.show()
    before = line.minimumSizeHint().width()
    line.show_saved("Not saved: the disk is full. " * 20)
    line.layout().activate()
    assert line.minimumSizeHint().width() <= before
    line.grab()
    assert line.saved.startswith("Not saved: the disk is full."), "the tooltip has it all"


def test_what_has_no_room_in_one_line_goes_on_in_a_second(qtbot):
    line = StatusLine("")
    qtbot.addWidget(line)
    line.show_saved("Saved 10:00, and a copy was made on the other disk")
    line.show()
    label = line.findChildren(QLabel)[0]
    one = label.fontMetrics().lineSpacing()
    line.resize(1000, 60)
    qtbot.waitUntil(lambda: label.minimumSizeHint().height() == one)
    line.resize(label.sizeHint().width() * 2 // 3, 60)
    qtbot.waitUntil(lambda: label.minimumSizeHint().height() == 2 * one)
    assert label.heightForWidth(label.width()) <= label.height()
