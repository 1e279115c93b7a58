"""What to look at in the open record; each finding leads to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.findings import Finding, Severity
from ui.widgets.boxes import ButtonBox
from ui.widgets.headers import calm
from ui.widgets.sizes import resize_in_letters

SEVERITIES = {Severity.ERROR: N_("Error"), Severity.WARNING: N_("Warning")}


class FindingsDialog(QDialog):
    """Stays open beside the work and follows it. `place_chosen`: Enter or a double click."""

    place_chosen = Signal(object)

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Check"))
        self._texts = texts
        self._findings: tuple[Finding, ...] = ()
        self._summary = QLabel(self, wordWrap=True)
        self._list = QTableWidget(0, 3, self, wordWrap=True, showGrid=False)
        self._list.setAccessibleName(texts("Findings"))
        self._list.setAccessibleDescription(texts("Enter goes to its place."))
        self._list.setHorizontalHeaderLabels(
            [texts("Kind"), texts("What was found"), texts("How to mend it")]
        )
        self._list.verticalHeader().hide()
        self._list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setTabKeyNavigation(False)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.cellActivated.connect(self._on_activated)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        for widget in (self._summary, self._list, buttons):
            column.addWidget(widget)
        resize_in_letters(self, 110, 24)
        header = calm(self._list.horizontalHeader())
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._list.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show them, the errors first: the minutes cannot be finished before they are mended."""
        ordered = tuple(sorted(findings, key=_after_errors))
        if ordered == self._findings and self._summary.text():
            return
        self._findings = ordered
        row = self._list.currentRow()
        self._list.setRowCount(len(self._findings))
        for at, finding in enumerate(self._findings):
            for column, words in enumerate(self._words(finding)):
                self._list.setItem(at, column, QTableWidgetItem(words))
        self._list.setCurrentCell(max(0, min(row, len(self._findings) - 1)), 0)
        self._summary.setText(self._told())

    def _told(self) -> str:
        if not self._findings:
            return self._texts("Nothing to look at.")
        return self._texts.plural(
            "{count} thing to look at. Enter goes to its place.",
            "{count} things to look at. Enter goes to the place of each.",
            count=len(self._findings),
        )

    def _words(self, finding: Finding) -> tuple[str, str, str]:
        return (
            self._texts(SEVERITIES[finding.severity]),
            self._texts(finding.message, **finding.places),
            self._texts(finding.mend),
        )

    def _on_activated(self, row: int, _column: int) -> None:
        self.place_chosen.emit(self._findings[row].place)


def _after_errors(finding: Finding) -> bool:
    return finding.severity is not Severity.ERROR
