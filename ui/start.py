"""Runs the program: with a window, as the demonstration, or as the test of itself."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.application import Application, Options
from ui.pages import PAGES


def run(archive: Path | None, language: str) -> int:
    """Open the window and stay until it is closed."""
    qt = make_qt()
    application = Application(qt, Options(archive, language), PAGES)
    application.start()
    code = qt.exec()
    return code if application.stop() else 2


def make_qt() -> QApplication:
    """Qt's application, with the names that desktops show."""
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("bienban")
    qt.setApplicationDisplayName("Biên Bản")
    qt.setDesktopFileName("bienban")
    qt.setStyle("Fusion")
    return qt
