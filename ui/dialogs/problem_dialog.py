"""Tells of an error that nobody foresaw, with a report that can be copied.

The report says where in the program it happened and holds nothing of the minutes; whoever sends it
may add what was being done.
"""

import platform
import traceback

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFocusEvent, QGuiApplication
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
from ui.widgets.boxes import ButtonBox
from ui.widgets.composition import Composing
from ui.widgets.sizes import resize_in_letters

_NOTE_LINES = 4


def around() -> list[str]:
    """Versions: the first lines of every report."""
    return [
        f"Biên Bản {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
        platform.platform(),
        "",
    ]


def report_of(error: BaseException) -> str:
    """Versions, and the way through the program. The error's own words stay out: they may quote
    what was typed."""
    frames = traceback.extract_tb(error.__traceback__)
    way = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([*around(), *way, type(error).__qualname__])


class _Note(Composing, QPlainTextEdit):
    """What was being done. A word may still be being composed when one goes on to copy."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish()
        super().focusOutEvent(event)


class ProblemDialog(QDialog):
    """One sentence, the report below it, room for a note, and a button that copies both."""

    def __init__(
        self, texts: Catalogue, sentence: str, report: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Unexpected error"))
        self._report = QPlainTextEdit(report, self, readOnly=True, tabChangesFocus=True)
        self._report.setAccessibleName(texts("Report"))
        self._note = _Note(self, tabChangesFocus=True)
        self._note.setMaximumHeight(self.fontMetrics().height() * _NOTE_LINES)
        asked = QLabel(texts("&What were you doing? (It goes into the report if you like.)"), self)
        asked.setWordWrap(True)
        asked.setBuddy(self._note)
        self._note.setAccessibleName(asked.text().replace("&", ""))
        self._note.setAccessibleDescription(texts("Only you decide whether it is sent."))
        self._report.setAccessibleDescription(texts("It says nothing of what you have written."))
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(texts("&Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        for widget in (QLabel(sentence, self, wordWrap=True), self._report, asked, self._note):
            column.addWidget(widget)
        column.addWidget(buttons)
        resize_in_letters(self, 80, 24)
        resize_in_letters(self, 80, 22)

    def _on_copy(self) -> None:
        self._note.finish()
        pieces = (self._report.toPlainText(), self._note.toPlainText().strip())
        QGuiApplication.clipboard().setText("\n\n".join(filter(None, pieces)))
