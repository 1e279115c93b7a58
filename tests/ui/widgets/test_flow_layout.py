"""Things stand one beside the other, and go on in the next line."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def row(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    layout = FlowLayout()
    owner.setLayout(layout)
    for words in ("One", "Two", "Three"):
        layout.addWidget(QPushButton(words))
    return owner


def test_what_is_hidden_leaves_no_gap(row):
    first, second, _third = row.findChildren(QPushButton)
    first.hide()
    row.resize(600, 60)
    row.show()
    assert second.x() == 0


def test_what_does_not_fit_goes_to_the_next_line(row):
    first, second, _third = row.findChildren(QPushButton)
    row.resize(first.sizeHint().width() + 10, 200)
    row.show()
    assert (second.x(), second.y() > first.y()) == (0, True)
