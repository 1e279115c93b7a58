"""The question before a file that somebody has worked on is replaced."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from app.language.catalogue import load_catalogue
from app.paths import resources_folder
from ui.dialogs.replace_dialog import ReplaceDialog

LONG = "Biên bản làm việc của Thường trực Thành ủy với Đảng ủy phường Thanh Sơn & Phú Hòa 11-5-2022"


@pytest.fixture
def dialog(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    texts = load_catalogue(resources_folder() / "catalogues", "en")
    made = ReplaceDialog(texts, Path(f"{LONG}.docx"), Path(f"{LONG} (2).docx"), window)
    made.open()
    yield made
    made.reject()


def test_both_names_are_told_whole(dialog):
    assert f"{LONG}.docx" in dialog.text()
    assert f"{LONG} (2).docx" in dialog.informativeText()


def test_a_long_name_makes_no_button_wider_than_the_question(dialog):
    """The box is no wider than a share of the screen, and its buttons stand in one line."""
    buttons = dialog.findChildren(QPushButton)
    assert not [b.text() for b in buttons if LONG[:8] in b.text()]
    (both,) = (b for b in buttons if "Keep both" in b.text())
    assert both.toolTip() == f"{LONG} (2).docx"
