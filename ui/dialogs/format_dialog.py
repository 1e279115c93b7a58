"""Where a Word file departs from its form: any .docx, whoever made it. It changes nothing."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.words import DocumentKind, Form
from ui.dialogs.findings_dialog import SEVERITIES
from ui.jobs import run
from ui.preview.preview_panel import KINDS
from ui.widgets.boxes import ButtonBox, file_dialog
from ui.widgets.headers import calm
from ui.widgets.quiet_combo import QuietComboBox
from ui.widgets.sizes import resize_in_letters

if TYPE_CHECKING:
    from app.word.checking import FormatFinding

FORMS = ((Form.PARTY, N_("Party form")), (Form.STATE, N_("State form")))
Check = Callable[[Path, DocumentKind, Form], "Sequence[FormatFinding]"]
"""The findings of a file; KnownError where it cannot be read."""


class FormatDialog(QDialog):
    """Stays open beside the work, so that one can mend the file in Word and check it again."""

    def __init__(
        self, texts: Catalogue, check: Check, folder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Check a Word file"))
        self._texts = texts
        self._check = check
        self._folder = folder
        self._path: Path | None = None
        self._round = 0
        self.findings: tuple[FormatFinding, ...] = ()
        self._told = QLabel(texts("Choose a Word file to check."), self, wordWrap=True)
        self._kind = self._combo(texts("Kind of document"), KINDS)
        self._form = self._combo(texts("Form"), FORMS)
        self._table = self._make_table()
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        roles = QDialogButtonBox.ButtonRole
        self._choose = self._buttons.addButton(texts("&Choose a file…"), roles.ActionRole)
        self._again = self._buttons.addButton(texts("Check &again"), roles.ActionRole)
        self._again.setEnabled(False)
        self._lay_out()
        self._choose.clicked.connect(self.choose)
        self._again.clicked.connect(self.check_again)
        self._kind.currentIndexChanged.connect(self.check_again)
        self._form.currentIndexChanged.connect(self.check_again)
        self._buttons.rejected.connect(self.close)

    @property
    def told(self) -> str:
        return self._told.text()

    def expect(self, kind: DocumentKind, form: Form) -> None:
        """Say what the file should be."""
        self._kind.setCurrentIndex(self._kind.findData(kind))
        self._form.setCurrentIndex(self._form.findData(form))

    def choose(self) -> None:
        dialog = file_dialog(self, self._texts("Choose a Word file"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._texts("Word documents (*.docx)"))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def check_file(self, path: Path) -> None:
        self._path = path
        self._again.setEnabled(True)
        self.check_again()

    def check_again(self) -> None:
        """Read the file as it is now; an older answer that comes late is not shown."""
        if self._path is None:
            return
        self._round += 1
        self._told.setText(self._texts("Checking {name}…", name=self._path.name))
        kind, form = DocumentKind(self._kind.currentData()), Form(self._form.currentData())
        run(
            partial(self._work, self._round, self._path, kind, form),
            self,
            self._on_found,
            self._on_failed,
        )

    def _work(self, number: int, path: Path, kind: DocumentKind, form: Form) -> object:
        return number, tuple(self._check(path, kind, form))

    def _on_chosen(self, chosen: str) -> None:
        self._folder = str(Path(chosen).parent)
        self.check_file(Path(chosen))

    def _on_found(self, answer: "tuple[int, tuple[FormatFinding, ...]]") -> None:
        number, findings = answer
        if number != self._round or self._path is None:
            return
        self._show(findings)
        if findings:
            words = self._texts.plural(
                "{name}: {count} departure from the form.",
                "{name}: {count} departures from the form.",
                count=len(findings),
                name=self._path.name,
            )
        else:
            words = self._texts("{name} keeps to the form.", name=self._path.name)
        self._told.setText(words)

    def _on_failed(self, error: Exception) -> None:
        self._show(())
        if not isinstance(error, KnownError):
            raise error
        self._told.setText(error.told(self._texts))

    def _show(self, findings: "tuple[FormatFinding, ...]") -> None:
        self.findings = findings
        self._table.setRowCount(len(findings))
        for row, finding in enumerate(findings):
            for column, words in enumerate(self._words(finding)):
                item = QTableWidgetItem(words)
                item.setToolTip(str(finding.rule))
                self._table.setItem(row, column, item)

    def _words(self, finding: "FormatFinding") -> tuple[str, ...]:
        texts = self._texts
        return (
            texts(SEVERITIES[finding.severity]),
            finding.where.told(texts),
            finding.has.told(texts),
            finding.needs.told(texts),
            finding.mend.told(texts),
        )

    def _combo(self, name: str, rows: "Sequence[tuple[object, str]]") -> QuietComboBox:
        combo = QuietComboBox(name, self, told=self._texts("What the file is measured by."))
        for value, label in rows:
            combo.addItem(self._texts(label), value)
        return combo

    def _make_table(self) -> QTableWidget:
        texts = self._texts
        table: QTableWidget = QTableWidget(0, 5, self, wordWrap=True, showGrid=False)
        table.setAlternatingRowColors(True)
        table.setAccessibleName(texts("Findings"))
        table.setAccessibleDescription(texts("Where the file departs from the form."))
        table.setHorizontalHeaderLabels(
            [texts("Kind"), texts("Where"), texts("Has"), texts("Needed"), texts("How to mend it")]
        )
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)
        header = calm(table.horizontalHeader())
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._kind)
        row.addWidget(self._form)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addLayout(row)
        column.addWidget(self._table, 1)
        column.addWidget(self._buttons)
        resize_in_letters(self, 120, 26)
