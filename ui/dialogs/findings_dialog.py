"""What to look at in the open record; each finding leads to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.findings import Finding, Severity

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
        self._list = QTreeWidget(self, rootIsDecorated=False, wordWrap=True)
        self._list.setAccessibleName(texts("Findings"))
        self._list.setHeaderLabels(
            [texts("Kind"), texts("What was found"), texts("How to mend it")]
        )
        self._list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.itemActivated.connect(self._on_activated)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        for widget in (self._summary, self._list, buttons):
            column.addWidget(widget)
        width = self.fontMetrics().averageCharWidth()
        self.resize(width * 110, self.fontMetrics().height() * 24)
        for column_at, share in enumerate((12, 55)):
            self._list.setColumnWidth(column_at, width * share)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        if tuple(findings) == self._findings and self._list.topLevelItemCount():
            return
        self._findings = tuple(findings)
        row = self._list.indexOfTopLevelItem(self._list.currentItem())
        self._list.clear()
        for finding in self._findings:
            self._list.addTopLevelItem(self._item(finding))
        self._list.setCurrentItem(self._list.topLevelItem(max(0, min(row, len(findings) - 1))))
        self._summary.setText(self._told())

    def _told(self) -> str:
        if not self._findings:
            return self._texts("Nothing to look at.")
        return self._texts.plural(
            "{count} thing to look at. Enter goes to its place.",
            "{count} things to look at. Enter goes to the place of each.",
            count=len(self._findings),
        )

    def _item(self, finding: Finding) -> QTreeWidgetItem:
        words = [
            self._texts(SEVERITIES[finding.severity]),
            self._texts(finding.message, **finding.places),
            self._texts(finding.mend),
        ]
        item = QTreeWidgetItem(words)
        for column, text in enumerate(words):
            item.setToolTip(column, text)
        return item

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        self.place_chosen.emit(self._findings[self._list.indexOfTopLevelItem(item)].place)
