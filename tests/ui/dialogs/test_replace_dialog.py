"""The question before a file that somebody has worked on is replaced."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from app.language.catalogue import load_catalogue
from app.paths import resources_folder
from ui.dialogs.replace_dialog import ReplaceDialog

LONG = "Biên bản làm việc của Thường trực Thành ủy với Đảng ủy phường Thanh Sơn & Phú Hòa 11-5-2022"


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_long_name_is_told_by_its_end_and_whole_in_the_tooltip(window):
    texts = load_catalogue(resources_folder() / "catalogues", "en")
    dialog = ReplaceDialog(texts, Path(f"{LONG}.docx"), Path(f"{LONG} (2).docx"), window)
    dialog.open()
    (button,) = (b for b in dialog.findChildren(QPushButton) if "Save as" in b.text())
    assert button.text().endswith("(2).docx”")
    assert button.sizeHint().width() < button.fontMetrics().averageCharWidth() * 70
    assert button.toolTip() == f"{LONG} (2).docx"
    dialog.reject()


def test_an_ampersand_in_a_name_is_no_mnemonic(window):
    texts = load_catalogue(resources_folder() / "catalogues", "en")
    dialog = ReplaceDialog(texts, Path("A & B.docx"), Path("A & B (2).docx"), window)
    (button,) = (b for b in dialog.findChildren(QPushButton) if "Save as" in b.text())
    assert "A && B (2).docx" in button.text()
