"""Tells of an error that nobody foresaw, with a report that can be copied.

The report says where in the program it happened and holds nothing of the minutes.
"""

import platform
import traceback

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.language.catalogue import Catalogue


def report_of(error: BaseException) -> str:
    """Versions, and the way through the program. The error's own words stay out: they may quote
    what was typed."""
    lines = [
        f"Biên Bản {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
        platform.platform(),
        "",
    ]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"{frame.filename}:{frame.lineno} {frame.name}")
    return "\n".join([*lines, type(error).__qualname__])


class ProblemDialog(QDialog):
    """One sentence, the report below it, and a button that copies it."""

    def __init__(
        self, texts: Catalogue, sentence: str, report: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Unexpected error"))
        label = QLabel(sentence, self, wordWrap=True)
        self._report = QPlainTextEdit(report, self, readOnly=True)
        self._report.setAccessibleName(texts("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(texts("&Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        for widget in (label, self._report, buttons):
            column.addWidget(widget)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.fontMetrics().height() * 22)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
