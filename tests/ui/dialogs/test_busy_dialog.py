"""Says what is being done, and cannot be put away before it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from ui.dialogs.busy_dialog import BusyDialog


@pytest.fixture
def dialog(qtbot) -> BusyDialog:
    made = BusyDialog("Archive", "What can be read is written…")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_nobody_closes_it_but_the_one_who_opened_it(dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    dialog.finish()
    assert not dialog.isVisible()


def test_it_shows_how_far_it_is(dialog):
    bar = dialog.findChild(QProgressBar)
    assert bar.maximum() == 0  # not known yet: it only moves
    dialog.show_progress(3, 12)
    assert (bar.value(), bar.maximum()) == (3, 12)
    assert bar.accessibleName() == "What can be read is written…"
