"""The line at the bottom: whether what was typed is saved, and in which form."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

LINES = 2
"""How many the status line has at most; it has one where all that it says has room in it."""


class _Brief(QLabel):
    """Words that may be longer than there is room for: they go on in a second line, end in dots
    there, and never push the window wider. The tooltip has them all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()  # the horn of ơ and ư stands out beyond the letter's width
        width = metrics.horizontalAdvance(self.text()) + metrics.averageCharWidth() // 2
        return QSize(width, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        least = min(metrics.horizontalAdvance(self.text()), metrics.averageCharWidth() * 8)
        return QSize(least, metrics.lineSpacing() * len(self._lines()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), "\n".join(self._lines()))
        painter.end()

    def _lines(self) -> list[str]:
        """What is shown: each line as long as there is room, the last one with all that is left."""
        lines: list[str] = []
        rest, room, metrics = self.text(), self.contentsRect().width(), self.fontMetrics()
        while metrics.horizontalAdvance(rest) > room and len(lines) < LINES - 1:
            words, line = rest.split(), ""
            while words and metrics.horizontalAdvance(f"{line} {words[0]}".strip()) <= room:
                line = f"{line} {words.pop(0)}".strip()
            if not line:
                break
            lines.append(line)
            rest = " ".join(words)
        return [*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)]


class StatusLine(QStatusBar):
    """Shows what it is told; the words come ready from the window."""

    findings_requested = Signal()

    def __init__(self, findings_help: str, parent: QWidget | None = None) -> None:
        """`findings_help`: what a click on the count of findings does."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._saved = _Brief(self)
        self._findings = QToolButton(self, autoRaise=True)
        self._findings.setAccessibleDescription(findings_help)
        self._findings.setToolTip(findings_help)
        self._findings.clicked.connect(self.findings_requested)
        self._backed_up = _Brief(self)
        self._form = QLabel(self)
        self.addWidget(self._saved, 1)
        for widget in (self._backed_up, self._findings, self._form):
            self.addPermanentWidget(widget)
        margin = self.fontMetrics().averageCharWidth()
        self.setContentsMargins(margin, 0, margin, 0)
        self._findings.hide()
        self._backed_up.hide()

    @property
    def saved(self) -> str:
        return self._saved.text()

    def show_saved(self, text: str) -> None:
        self._saved.setText(text)
        self._saved.setToolTip(text)

    @property
    def backed_up(self) -> str:
        return self._backed_up.text()

    def show_backed_up(self, text: str, name: str) -> None:
        """Say quietly that a backup was made; `name` is that of its file."""
        self._backed_up.setText(text)
        self._backed_up.setToolTip(name)
        self._backed_up.show()

    def offer(self, action: QAction) -> None:
        """Show whether something is switched on, and let it be switched."""
        button = QToolButton(self, autoRaise=True)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addPermanentWidget(button)

    def show_findings(self, text: str) -> None:
        self._findings.setText(text)
        self._findings.setVisible(bool(text))

    def show_form(self, text: str) -> None:
        self._form.setText(text)
