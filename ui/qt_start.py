"""Makes Qt's application object: its names, its style, and a quieter off-screen platform."""

import atexit
import gc
import os
import sys

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

_COLLECTS_AFTER = 150
"""Milliseconds: Python then looks at all that the start made, which takes a tenth of it."""


def make_qt() -> QApplication:
    """Qt's application, with the names that desktops show."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        qInstallMessageHandler(_say_all_but_size_hints)
        # What Qt says after Python's end must not ask Python: that is a crash.
        atexit.register(qInstallMessageHandler, None)
    # The style by its name here: `setStyle` hands it back, which makes 600 words of it for nothing.
    qt = QApplication([*sys.argv[:1], "-style", "Fusion"])
    qt.setApplicationName("bienban")
    qt.setApplicationDisplayName("Biên Bản")
    qt.setDesktopFileName("bienban")
    return qt


def collect_again(*_: object) -> None:
    """The start is over: let Python look for what nobody holds any more, once all is painted."""
    QTimer.singleShot(_COLLECTS_AFTER, gc.enable)


def _say_all_but_size_hints(
    _kind: QtMsgType, _where: QMessageLogContext, message: str | None
) -> None:
    """The off-screen platform complains of every window with a least size; nobody can help it."""
    if message and "propagateSizeHints" not in message:
        print(message, file=sys.stderr)  # noqa: T201 - where Qt itself writes
