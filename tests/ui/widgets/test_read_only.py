from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.widgets.read_only import READS_ONLY, set_read_only


def test_what_was_shut_before_stays_shut(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    field, text = QLineEdit(), QPlainTextEdit()
    usable, shut, looks = QPushButton("a"), QPushButton("b"), QPushButton("c")
    shut.setEnabled(False)
    looks.setProperty(READS_ONLY, True)
    action = QAction("d", root)
    for widget in (field, text, usable, shut, looks):
        column.addWidget(widget)
    set_read_only(root, True)
    assert field.isReadOnly()
    assert text.isReadOnly()
    assert [b.isEnabled() for b in (usable, shut, looks)] == [False, False, True]
    assert not action.isEnabled()
    set_read_only(root, True)  # twice is as once
    set_read_only(root, False)
    assert not field.isReadOnly()
    assert [b.isEnabled() for b in (usable, shut, looks)] == [True, False, True]
    assert action.isEnabled()


def test_a_button_in_a_box_that_is_disabled_for_now_is_shut_too(qtbot):
    root, box = QWidget(), QWidget()
    qtbot.addWidget(root)
    box.setParent(root)
    button = QPushButton("a", box)
    box.setEnabled(False)
    set_read_only(root, True)
    box.setEnabled(True)
    assert not button.isEnabled()
    assert button.focusPolicy() is not Qt.FocusPolicy.NoFocus
