"""Runs the program: with a window, as the demonstration, or as the test of itself."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.errors import KnownError
from ui.application import Application, Options
from ui.demo import demo
from ui.lasting import keep_alive
from ui.pages import PAGES
from ui.self_test import self_test
from ui.walk import LostError


def run(archive: Path | None, language: str) -> int:
    """Open the window and stay until it is closed."""
    qt = make_qt()
    application = Application(qt, Options(archive, language), PAGES)
    application.start()
    code = qt.exec()
    return code if application.stop() else 2


def run_demo(folder: Path, language: str) -> int:
    """Do the sample's job off screen; 2 where something stood in the way."""
    try:
        return demo(make_qt(), folder, language, PAGES)
    except (KnownError, LostError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 2


def run_self_test(language: str) -> int:
    """Try everything off screen."""
    return self_test(make_qt(), language, PAGES)


def make_qt() -> QApplication:
    """Qt's application, with the names that desktops show."""
    keep_alive()
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        qInstallMessageHandler(_say_all_but_size_hints)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("bienban")
    qt.setApplicationDisplayName("Biên Bản")
    qt.setDesktopFileName("bienban")
    qt.setStyle("Fusion")
    return qt


def _say_all_but_size_hints(
    _kind: QtMsgType, _where: QMessageLogContext, message: str | None
) -> None:
    """The off-screen platform complains of every window with a least size; nobody can help it."""
    if message and "propagateSizeHints" not in message:
        print(message, file=sys.stderr)  # noqa: T201 - where Qt itself writes
