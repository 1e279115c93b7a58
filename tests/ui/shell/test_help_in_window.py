"""F1 opens the guide that comes with the program; "about" says which version this is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QTextBrowser

from app import __version__
from tests.ui.keys import press


def test_guide_is_opened_by_its_key_and_read_from_the_program(program):
    press(Qt.Key.Key_F1, into=program.window)
    dialog = program.dialog("User guide")
    browser = dialog.findChild(QTextBrowser)
    assert browser.source().isLocalFile()
    assert "Hướng dẫn sử dụng Biên Bản" in browser.toPlainText()
    dialog.close()


def test_about_says_the_version(program):
    program.choose("About")
    box = program.window.findChild(QMessageBox)
    assert __version__ in box.text()
    box.close()
