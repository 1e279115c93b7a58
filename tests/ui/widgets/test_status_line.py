"""The status line: what it says never makes the window wider than its screen."""

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
